import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import {
  ScriptedHost,
  contoso,
  healthy,
  historyEntry,
  pieter,
  plan,
  problem,
  result,
  signedIn,
  status,
} from './scripted-host';
import {
  announced,
  button,
  buttons,
  dialog,
  drained,
  field,
  open,
  press,
  problem as shownProblem,
  search,
  searchBox,
  speak,
} from './user';
import { plain } from '../src/words/words.svelte';

const atWork = () =>
  new ScriptedHost()
    .answers('status', signedIn())
    .answers('groups', { groups: [{ id: 'g', displayName: 'Sales NL', mail: null }] })
    .answers('find', pieter());
const misconfigured = /has no main e‑mail address/;

/** A record of which there is nothing to say. */
const whole = { end: 'whole' as const, keptAside: [] };

describe('Welcome', () => {
  it('offers the practice organisation, with the user administrator picked beforehand', async () => {
    const host = atWork().answers('status', status()).answers('sign_in', signedIn());
    await open(host);
    await press(/^Try it in a practice organisation/);
    const anna = screen.getByRole<HTMLInputElement>('radio', { name: /^Anna Bakker/ });
    expect([anna.checked, document.activeElement]).toEqual([true, anna]);
    await press(/^Start as .Anna Bakker/);
    await screen.findByRole('button', { name: /^Account: Anna Bakker/ });
    expect(host.asks('sign_in')).toEqual([{ persona: 'user-admin' }]);
    expect(within(screen.getByRole('banner')).getAllByText('Practice organisation')).toHaveLength(1);
  });

  it('says by its button whether the personas are shown', async () => {
    await open(atWork().answers('status', status()));
    const practice = button(/^Try it in a practice organisation/);
    expect(practice.getAttribute('aria-expanded')).toBe('false');
    await fireEvent.click(practice);
    expect(practice.getAttribute('aria-expanded')).toBe('true');
    expect(practice.getAttribute('aria-controls')).toBe(
      screen.getByRole('radio', { name: /^Anna/ }).closest('form')?.id,
    );
  });

  it('looks an address of the launch up at once', async () => {
    const host = atWork().answers('status', signedIn({ find: 'jan@fabrikam.nl' }));
    await open(host);
    await screen.findByRole('heading', { name: misconfigured });
    expect(host.asks('find')[0]?.address).toBe('jan@fabrikam.nl');
    expect(searchBox().value).toBe('jan@fabrikam.nl');
  });

  it('leads to History when something was not finished', async () => {
    const host = atWork()
      .answers(
        'status',
        signedIn({
          unfinished: 1,
          oldestUnfinished: { guestName: 'Sofie Lindqvist', at: '2026-11-22T10:00:00Z' },
        }),
      )
      .answers('history', { entries: [], damaged: false, ...whole });
    await open(host);
    expect(plain((await screen.findByTestId('unfinished')).textContent)).toContain('for Sofie Lindqvist');
    await press('Look in History');
    const title = await screen.findByRole('heading', { level: 1, name: 'History' });
    await waitFor(() => expect(document.activeElement).toBe(title));
  });
});

describe('The Guest screen', () => {
  it('says the verdict, the cause and each property with its state', async () => {
    await open(atWork());
    await search();
    const verdict = screen.getByRole('region', { name: misconfigured });
    expect(verdict.dataset['verdict']).toBe('misconfigured');
    expect(within(verdict).getByTestId('cause').textContent).toContain('2');
    const mail = screen.getByRole('row', { name: /^Main address/ });
    expect(mail.dataset['severity']).toBe('error');
    const cells = within(mail).getAllByRole('cell');
    expect(cells.map((it) => it.textContent.trim())).toEqual([expect.stringContaining('empty'), 'Wrong']);
    expect(announced()).toContainEqual(expect.stringMatching(misconfigured));
  });

  it('shows everything when asked, and what could not be read is not called empty', async () => {
    await open(atWork());
    await search();
    expect(screen.queryByRole('row', { name: /faxNumber/ })).toBeNull();
    await press(/^Everything/);
    const fax = screen.getByRole('row', { name: /faxNumber/ });
    expect(fax.textContent).toContain('could not be read');
    expect(fax.textContent).not.toContain('empty');
  });

  it('recommends one remedy; one that cannot is seen with its reason and does nothing', async () => {
    const host = atWork();
    await open(host);
    await search();
    expect(buttons(/^Recommended/)).toEqual([button(/Set the main address/)]);
    const disabled = button(/^Remove and invite again/);
    expect(disabled.getAttribute('aria-disabled')).toBe('true');
    expect(disabled.textContent).toContain('Global Administrator');
    await fireEvent.click(disabled);
    await drained();
    expect(host.asks('preview')).toEqual([]);
  });

  it('keeps what was typed through a problem and another language', async () => {
    const host = atWork()
      .refuses('find', problem('address-malformed', { typed: 'geen adres' }))
      .answers('set_language', signedIn({ language: 'nl' }));
    await open(host);
    await search('geen adres');
    expect((await shownProblem()).textContent).toContain('does not look like an e‑mail address');
    await speak('nl');
    await waitFor(() => expect(document.documentElement.lang).toBe('nl'));
    expect((await shownProblem()).textContent).toContain('Dat lijkt geen e‑mailadres');
    expect(field(/e‑mailadres/i).value).toBe('geen adres');
  });

  it('says refused and not failed, that nothing was changed, and what to quote', async () => {
    const reference = {
      status: 403,
      code: 'Authorization_RequestDenied',
      message: 'No.',
      requestId: 'r-1',
      correlationId: null,
      at: null,
    };
    await open(atWork().refuses('find', problem('guests-may-not-search', { kind: 'refused', reference })));
    await search();
    const notice = within(await shownProblem());
    for (const text of ['Refused', 'Nothing was changed.', 'r-1', 'No.']) notice.getByText(text);
  });

  it('lets one choose among several guests, and reading goes on at the verdict', async () => {
    const several = pieter({
      verdict: 'ambiguous',
      subject: null,
      cause: { code: 'ambiguous', count: 2 },
      candidates: [
        { id: 'b', displayName: 'Lotte Vermeer', userName: 'l', mail: null, created: null, deleted: null },
      ],
    });
    const host = atWork().answers('find', (ask) => (ask.guest === 'b' ? healthy() : several));
    await open(host);
    await search();
    await press(/^Lotte Vermeer/);
    await screen.findByText('No fault found');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 })));
  });

  it('tells several deleted guests apart by when each was deleted', async () => {
    const gone = { id: 'b', displayName: 'Lotte Vermeer', userName: 'l', mail: null, created: null };
    const several = pieter({
      verdict: 'deleted',
      subject: null,
      cause: { code: 'deleted', days: 12, owner: null, guest: true },
      candidates: [{ ...gone, deleted: '2026-11-10T08:00:00Z' }],
    });
    await open(atWork().answers('find', several));
    await search();
    await screen.findByRole('button', { name: /^Lotte Vermeer.*deleted on .*10/ });
  });

  it('keeps what was asked about a guest, whatever is looked at between', async () => {
    await open(atWork());
    await search();
    const check = () => screen.getByRole<HTMLInputElement>('checkbox', { name: /junk/i });
    await fireEvent.click(check());
    expect(check().checked).toBe(true);
    await press('History');
    await press('Guest');
    expect((await screen.findByRole<HTMLInputElement>('checkbox', { name: /junk/i })).checked).toBe(true);
    await search();
    expect(check().checked).toBe(true);
  });

  it('says where the link stands why a page could not be opened, and keeps the report', async () => {
    await open(atWork().refuses('open', problem('browser-not-opened', { kind: 'internal' })));
    await search();
    await press(/^Open in Entra admin center/);
    expect((await shownProblem()).dataset['code']).toBe('browser-not-opened');
    expect(screen.getByRole('region', { name: misconfigured }).dataset['verdict']).toBe('misconfigured');
  });
});

describe('A problem ends with its screen', () => {
  const none = async () => {
    await drained();
    expect(screen.queryAllByRole('alert')).toEqual([]);
  };
  const begin = (more: Parameters<typeof status>[0] = {}) =>
    atWork()
      .answers('status', status({ organisation: contoso(), ...more }))
      .answers('history', { entries: [], damaged: false, ...whole })
      .answers('registration', { redirect: 'http://localhost', permissions: [] });
  const toSetUp = async () => {
    await press('Set up, or use another organisation');
    await screen.findByRole('heading', { level: 1, name: 'Your organisation' });
  };
  const step = async (name: string) => {
    const [first] = buttons(name);
    if (first) await fireEvent.click(first);
    await screen.findByRole('heading', { level: 3, name });
  };

  it('that of a sign-in, on the way to the set-up and back', async () => {
    await open(begin().refuses('sign_in_azure_cli', problem('azure-cli-missing', { kind: 'unreachable' })));
    await press(/^Use my Azure CLI sign-in/);
    await shownProblem();
    await toSetUp();
    await none();
    await step('Sign in and test');
    await none();
    await press('Back');
    await screen.findByRole('button', { name: /^Use my Azure CLI/ });
    await none();
  });

  it('that of a step of the set-up, with the step and with the set-up', async () => {
    const host = begin()
      .refuses('sign_in_browser', problem('no-network', { kind: 'unreachable' }))
      .refuses('save_organisation', problem('internal', { kind: 'internal' }));
    await open(host);
    await toSetUp();
    await step('Sign in and test');
    await press(/^Sign in with Microsoft/);
    await shownProblem();
    await step('Save and hand out');
    await none();
    await step('Sign in and test');
    await none();
    await step('Save and hand out');
    await press('Save the file');
    await shownProblem();
    await press('Back');
    await screen.findByRole('button', { name: /^Sign in with Microsoft/ });
    await none();
    await toSetUp();
    await none();
  });

  it('that of a search or of a link, and what was found stays', async () => {
    const host = begin({ account: signedIn().account }).refuses(
      'open',
      problem('browser-not-opened', { kind: 'internal' }),
    );
    await open(host);
    await search();
    await press(/^Open in Entra admin center/);
    await shownProblem();
    await press('History');
    await screen.findByRole('heading', { level: 1, name: 'History' });
    await none();
    host.refuses('set_language', problem('internal', { kind: 'internal' }));
    await speak('nl');
    await shownProblem();
    await press('Gast');
    await screen.findByRole('heading', { level: 1, name: /geen hoofd/ });
    await none();
    await speak('en');
  });

  it('but not by pressing where one is already', async () => {
    await open(
      begin({ account: signedIn().account }).refuses('find', problem('unreachable', { kind: 'unreachable' })),
    );
    await search();
    await press('Guest');
    await shownProblem();
  });
});

describe('Keeping one address', () => {
  it('ends with the honest word that the main address is still missing, and leads on', async () => {
    const host = atWork().answers('preview', plan()).answers('confirm', { change: 'c' });
    host.answers('watch', {
      sequence: 1,
      change: {
        id: 'c',
        kind: 'keep-one-address',
        guestName: 'Pieter Jansen',
        searched: 'pieter@northwindtraders.com',
        steps: [],
        result: result({
          report: pieter(),
          conclusion: 'still-missing',
          actions: ['undo', 'close', 'next'],
          primary: 'next',
          next: 'set-mail',
        }),
      },
    });
    await open(host);
    await search();
    await press(/^Keep one address/);
    const preview = within(await dialog('Keep one address'));
    await preview.findByText(/\(goes away\)/);
    await press('Keep this address', preview);
    const ended = within(await dialog('Done. We checked'));
    ended.getByText('The main address is still missing');
    expect(ended.queryByText(/The directory is in order now/)).toBeNull();
    expect(document.activeElement).toBe(ended.getByRole('heading', { level: 2 }));
    await press('Set the main address next', ended);
    await dialog('Set the main address');
    expect(host.asks('preview').at(-1)?.remedy).toBe('set-mail');
  });

  it('says why it cannot be confirmed yet', async () => {
    await open(atWork().answers('preview', plan({ id: null, missing: 'address' })));
    await search();
    await press(/^Keep one address/);
    const preview = within(await dialog('Keep one address'));
    const confirm = await preview.findByRole<HTMLButtonElement>('button', { name: 'Keep this address' });
    expect(confirm.disabled).toBe(true);
    preview.getByText('Choose an address first.');
  });
});

describe('A guest whom this app deleted', () => {
  it('is led back by the change that deleted the account', async () => {
    const putBack = { change: 'c', followUp: 'put-back', at: '2026-11-22T10:00:00Z' } as const;
    const report = pieter({
      verdict: 'deleted',
      cause: { code: 'deleted', guest: true, days: 30, owner: null },
      remedies: [],
      putBack,
    });
    const host = atWork()
      .answers('find', report)
      .answers('preview_put_back', plan({ kind: 'put-back' }));
    await open(host);
    await search();
    await press(/Put back as it was/);
    await dialog('Put back as it was');
    expect(host.asks('preview_put_back')).toEqual([{ change: 'c' }]);
  });
});

describe('History', () => {
  it('says what to do when it is empty', async () => {
    await open(atWork().answers('history', { entries: [], damaged: false, ...whole }));
    await press('History');
    await screen.findByText('Nothing was changed yet');
    await press('Find a guest');
    expect(searchBox().value).toBe('');
  });

  it('leads to the guest as they stand now, who may be restored there', async () => {
    const host = atWork().answers('history', { entries: [historyEntry()], damaged: false, ...whole });
    await open(host);
    await press('History');
    await fireEvent.click(await screen.findByRole('button', { description: 'Look this guest up' }));
    await waitFor(() =>
      expect(host.asks('find')).toMatchObject([{ address: historyEntry().address, guest: null }]),
    );
    expect(searchBox().value).toBe(historyEntry().address);
  });

  it('says that a way back is gone once its preview saw that, instead of offering it', async () => {
    const entry = historyEntry({ canUndo: true });
    const host = atWork().answers('history', { entries: [entry], damaged: false, ...whole });
    await open(host.refuses('preview_undo', problem('changed-since', { kind: 'conflict' })));
    await press('History');
    await press('Undo');
    const preview = within(await dialog('Undo a change'));
    await preview.findByRole('alert');
    host.answers('history', {
      entries: [{ ...entry, canUndo: false, back: 'gone' }],
      damaged: false,
      ...whole,
    });
    await press('Cancel', preview);
    await screen.findByTestId('way-back-gone');
    expect(screen.queryByTestId('undo')).toBeNull();
  });

  it('says when the record is not as it was written', async () => {
    await open(atWork().answers('history', { entries: [], damaged: true, ...whole }));
    await press('History');
    await screen.findByRole('heading', { name: /not as it was written/ });
    screen.getByText(/cannot be undone, put back or continued here/);
  });

  it('says when rows are missing at its end, which files were kept, and nothing of a row that was changed', async () => {
    const cut = { entries: [], damaged: false, end: 'cut-off' as const, keptAside: ['journal.damaged-1.db'] };
    await open(atWork().answers('history', cut));
    await press('History');
    await screen.findByText(/missing at the end/);
    screen.getByText(/journal\.damaged-1\.db/);
    expect(screen.queryByText(/A row was changed/)).toBeNull();
  });

  it.each([
    ['unkept', /There is no keyring/],
    ['unknown', /cannot be told this time/],
  ] as const)('says when a cut-off end would not be noticed: %s', async (end, words) => {
    await open(atWork().answers('history', { entries: [], damaged: false, end, keptAside: [] }));
    await press('History');
    await screen.findByText(words);
    expect(screen.queryByText(/not as it was written/)).toBeNull();
  });

  it('says nothing of it while every row is as it was written', async () => {
    await open(atWork().answers('history', { entries: [], damaged: false, ...whole }));
    await press('History');
    await screen.findByText('Nothing was changed yet');
    expect(screen.queryByText(/not as it was written/)).toBeNull();
  });
});
