import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import App from '../src/App.svelte';
import type { CodeView, Status } from '../src/host/contract';
import { ScriptedHost, contoso, later, pieter, problem, signedInForReal, status } from './scripted-host';
import { announced, button, buttons, open, press, problem as shownProblem, search, searchBox } from './user';
import { plain } from '../src/words/words.svelte';

const outside = (more: Partial<Status> = {}) =>
  new ScriptedHost()
    .answers('status', status({ organisation: contoso(), ...more }))
    .answers('groups', { groups: [] });
const cancelled = problem('cancelled', { kind: 'cancelled' });
const withBrowser = /^Sign in with Microsoft/;
const withCode = /^Use a code on another device/;
const withAzureCli = /^Use my Azure CLI sign-in/;
const setUp = /^Set up your organisation/;
const another = 'Set up, or use another organisation';
const practice = /^Try it in a practice organisation/;

describe('Welcome offers', () => {
  const all = [withBrowser, withCode, withAzureCli, setUp, another, practice];
  it.each<[string, Partial<Status>, (string | RegExp)[]]>([
    [
      'set-up, Azure CLI and practice without an organisation',
      { organisation: null },
      [withAzureCli, setUp, practice],
    ],
    ['all ways with one that was chosen here', {}, [withBrowser, withCode, withAzureCli, another, practice]],
    [
      'no other organisation where the computer is managed',
      { organisation: contoso({ source: 'managed' }) },
      [withBrowser, withCode, withAzureCli, practice],
    ],
  ])('%s', async (_, more, expected) => {
    await open(outside(more));
    expect(all.filter((name) => buttons(name).length > 0)).toEqual(expected);
  });

  it('an organisation by its name, cloud and help, and says that codes are often blocked', async () => {
    await open(outside());
    const card = screen.getByRole('region', { name: 'Contoso' });
    for (const text of ['contoso.onmicrosoft.com', /worldwide/, 'servicedesk@contoso.nl']) {
      within(card).getByText(text);
    }
    expect(within(card).queryByText('This organisation signs in at addresses of its own')).toBeNull();
    expect(button(withCode).textContent).toContain('many organisations block this');
    expect(button(withAzureCli).textContent).toContain('cannot ask for permissions');
  });

  it('hosts of its own only with a warning that names them', async () => {
    const organisation = contoso({
      cloud: null,
      source: 'launch',
      loginHost: 'login.contoso.test',
      graphHost: 'graph.contoso.test',
    });
    await open(outside({ organisation }));
    for (const text of [
      'This organisation signs in at addresses of its own',
      'login.contoso.test',
      'graph.contoso.test',
    ]) {
      screen.getByText(text);
    }
  });

  it.each([
    ['where nothing can be kept', 'no-keyring', 1],
    ['not where it can', 'kept', 0],
    ['not where it is not known', null, 0],
  ] as const)('a word about the next time %s', async (_, keeping, times) => {
    await open(outside({ keeping }));
    expect(screen.queryAllByText(/You will have to sign in again next time/)).toHaveLength(times);
  });
});

describe('Signing in with the browser', () => {
  it('waits, and then shows in which organisation one is', async () => {
    const answer = later<Status>();
    await open(outside().answers('sign_in_browser', () => answer.promise));
    await press(withBrowser);
    const waiting = await screen.findByRole('heading', { name: 'Your browser is open at Microsoft' });
    expect(document.activeElement).toBe(waiting);
    expect(buttons(practice)).toEqual([]);
    answer.give(signedInForReal());
    const banner = within(screen.getByRole('banner'));
    await banner.findByRole('button', { name: /^Account: Anna Bakker/ });
    expect(banner.getByTitle('tenant-1').textContent).toContain('Contoso');
    expect(screen.queryByText('Practice organisation')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(searchBox()));
  });

  it('is stopped by its own ticket, quietly, and leads back to the button', async () => {
    const answer = later<Status>();
    const host = outside()
      .answers('sign_in_browser', () => answer.promise)
      .answers('cancel', () => {
        answer.refuse(cancelled);
        return {};
      });
    await open(host);
    await press(withBrowser);
    await press('Cancel');
    await waitFor(() => expect(document.activeElement).toBe(button(withBrowser)));
    expect(host.asks('cancel')).toEqual(host.asks('sign_in_browser'));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('that ends does not take reading away from where it is meanwhile', async () => {
    const answer = later<Status>();
    await open(outside().answers('sign_in_browser', () => answer.promise));
    await press(withBrowser);
    screen.getByTestId('language').focus();
    answer.refuse(problem('unreachable', { kind: 'unreachable' }));
    await shownProblem();
    await screen.findByRole('button', { name: withBrowser });
    expect(document.activeElement).toBe(screen.getByTestId('language'));
  });

  it('that came through in the moment of stopping is not thrown away', async () => {
    const answer = later<Status>();
    await open(
      outside()
        .answers('sign_in_browser', () => answer.promise)
        .answers('cancel', {}),
    );
    await press(withBrowser);
    await press('Cancel');
    await waitFor(() => expect(button('Cancel').ariaDisabled).toBe('true'));
    answer.give(signedInForReal());
    await screen.findByRole('button', { name: /^Account: Anna Bakker/ });
  });

  it('that Microsoft refuses says why, what to do, who can, and the correlation id to copy', async () => {
    const refused = problem('sign-in-refused', {
      kind: 'refused',
      reason: 'access-blocked',
      reference: {
        status: null,
        code: 'AADSTS53003',
        message: 'Access has been blocked.',
        requestId: null,
        correlationId: 'c-1',
        at: null,
      },
    });
    await open(outside().refuses('sign_in_browser', refused));
    await press(withBrowser);
    const notice = await shownProblem();
    expect(notice.dataset['reason']).toBe('access-blocked');
    for (const text of [
      'A rule of the organisation blocks this sign-in',
      'sign in with the browser instead',
      'Conditional Access Administrator',
      'AADSTS53003',
      'c-1',
    ]) {
      expect(notice.textContent).toContain(text);
    }
    expect(within(notice).getAllByRole('button', { name: 'Copy the correlation ID' })).toHaveLength(1);
    await waitFor(() => expect(document.activeElement).toBe(button(withBrowser)));
  });
});

describe('A page that is waited at', () => {
  const link = 'https://login.contoso.test/authorize?state=x';
  const waiting = (opened: boolean) =>
    outside()
      .answers('sign_in_browser', () => new Promise(() => undefined))
      .answers('sign_in_page', { address: link, opened })
      .answers('open', {});

  it('is opened again, or by its link, which is not shown as long as the browser seems to be open', async () => {
    const host = waiting(true);
    await open(host);
    await press(withBrowser);
    await screen.findByRole('heading', { name: 'Your browser is open at Microsoft' });
    await screen.findByRole('button', { name: 'Copy the link' });
    expect(screen.queryByRole('textbox', { name: 'Link to Microsoft’s page' })).toBeNull();
    await press('Open again');
    expect(host.asks('open')).toEqual([{ place: 'sign-in-page' }]);
    await waitFor(() => expect(announced()).toContain('Your browser was asked once more.'));
  });

  it('whose browser did not open says so, shows the link, and says when opening it worked after all', async () => {
    const host = waiting(false);
    await open(host);
    await press(withBrowser);
    const heading = await screen.findByRole('heading', { name: 'Your browser did not open' });
    expect(document.activeElement).toBe(heading);
    expect(announced().join(' ')).toContain('copy its link into a browser on this computer');
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Link to Microsoft’s page' });
    expect([field.value, field.readOnly]).toEqual([link, true]);
    host.refuses('open', problem('browser-not-opened', { kind: 'internal' }));
    await press('Open again');
    screen.getByRole('heading', { name: 'Your browser did not open' });
    host.answers('open', {});
    await press('Open again');
    await screen.findByRole('heading', { name: 'Your browser is open at Microsoft' });
  });

  it('is asked for until there is one, and no more once nobody waits', async () => {
    let asked = 0;
    const answers = [{ address: null, opened: false }];
    const host = waiting(true)
      .answers('sign_in_page', () => {
        asked += 1;
        return answers.pop() ?? new Promise(() => undefined);
      })
      .answers('cancel', {});
    const answer = later<Status>();
    host.answers('sign_in_browser', () => answer.promise);
    await open(host);
    await press(withBrowser);
    await waitFor(() => expect(asked).toBe(2));
    screen.getByRole('heading', { name: 'Your browser is open at Microsoft' });
    answer.refuse(problem('unreachable', { kind: 'unreachable' }));
    await shownProblem();
    expect(buttons('Copy the link')).toEqual([]);
  });
});

describe('A code on another device', () => {
  afterEach(() => void vi.useRealTimers());
  const code: CodeView = { userCode: 'HX7K2PQRM', page: 'https://login.contoso.test/device', seconds: 62 };

  it('is shown big, counts down, and says once that a minute is left', async () => {
    vi.useFakeTimers();
    const answer = later<Status>();
    const host = outside()
      .answers('sign_in_code', code)
      .answers('sign_in_code_wait', () => answer.promise)
      .answers('open', {});
    render(App, { host });
    await vi.advanceTimersByTimeAsync(10);
    await fireEvent.click(button(withCode));
    await vi.advanceTimersByTimeAsync(10);
    screen.getByRole('heading', { name: 'Sign in on another device' });
    screen.getByText('HX7K2PQRM');
    screen.getByText('https://login.contoso.test/device');
    const left = () => plain(screen.getByText(/^Good for/).textContent);
    const lastMinute = 'The code is good for one more minute.';
    expect(left()).toBe('Good for 01:02 more');
    expect(announced()).not.toContain(lastMinute);
    await vi.advanceTimersByTimeAsync(2000);
    expect(left()).toBe('Good for 01:00 more');
    expect(announced()).toContain(lastMinute);
    await vi.advanceTimersByTimeAsync(90_000);
    expect(left()).toBe('Good for 00:00 more');
    await fireEvent.click(button('Open it here'));
    expect(host.asks('open')).toEqual([{ place: 'code-page' }]);
    expect(host.asks('sign_in_code_wait')).toEqual(host.asks('sign_in_code'));
    answer.refuse(problem('code-expired', { kind: 'not-signed-in' }));
    await vi.advanceTimersByTimeAsync(10);
    expect(screen.getByRole('alert').textContent).toContain('The code has expired');
    expect(document.activeElement).toBe(button(withCode));
  });
});

describe('Signing out', () => {
  it('says what it removes, and that something could not be removed', async () => {
    const host = new ScriptedHost().answers('status', signedInForReal()).answers('groups', { groups: [] });
    await open(host);
    await press(/^Account/);
    expect(button(/^Account/).getAttribute('aria-expanded')).toBe('true');
    expect(button(/^Sign out/).textContent).toContain('the kept file and its key in the keyring');
    host
      .refuses('sign_out', problem('sign-out-incomplete', { kind: 'internal', what: 'file' }))
      .answers('status', status({ organisation: contoso() }));
    await press(/^Sign out/);
    expect((await shownProblem()).textContent).toContain('the kept file could not be removed');
    await screen.findByRole('button', { name: withBrowser });
    expect(buttons(/^Account/)).toEqual([]);
  });
});

describe('An organisation that switched repairs off', () => {
  it('says so once, and each repair says why it cannot be pressed', async () => {
    const report = pieter();
    report.remedies = report.remedies.map((it) => ({
      ...it,
      recommended: false,
      availability: 'disabled',
      why: { code: 'switched-off' },
    }));
    const host = new ScriptedHost()
      .answers('status', signedInForReal({ readOnly: true }))
      .answers('groups', { groups: [] })
      .answers('find', report);
    await open(host);
    await search();
    expect(announced().filter((it) => it.includes('switched repairs off'))).toHaveLength(1);
    const remedy = button(/^Set the main address/);
    expect(remedy.getAttribute('aria-disabled')).toBe('true');
    expect(remedy.textContent).toContain('switched repairs off');
    expect(remedy.textContent).not.toContain('Not possible');
  });
});

describe('Where somebody else was signed in the last time', () => {
  const account = () => {
    const { account } = signedInForReal();
    if (!account) throw new Error('nobody is signed in');
    return { ...account, otherThanLast: true };
  };
  const asked = /^The last time, somebody else was signed in here/;
  const other = () =>
    outside()
      .answers('sign_in_browser', signedInForReal({ account: account() }))
      .answers('sign_out', status({ organisation: contoso() }));

  it('the window asks, by name, and no more once they say that it is them', async () => {
    await open(other());
    await press(withBrowser);
    const words = plain((await screen.findByText(asked)).textContent);
    expect(words).toContain('Now it is Anna Bakker (anna.bakker@contoso.nl).');
    await press('That is me');
    expect(screen.queryByText(asked)).toBeNull();
    button(/^Account: Anna Bakker/);
  });

  it('they can leave at once, and whoever comes then is asked about anew', async () => {
    const host = other();
    await open(host);
    await press(withBrowser);
    await screen.findByText(asked);
    await press('That is me');
    await press(/^Account: Anna Bakker/);
    await press(/^Sign out/);
    await press(withBrowser);
    await screen.findByText(asked);
    const notice = within(screen.getByTestId('other-account'));
    await press('Sign out', notice);
    await screen.findByRole('button', { name: withBrowser });
    expect(screen.queryByText(asked)).toBeNull();
    expect(host.asks('sign_out')).toHaveLength(2);
  });

  it('nothing is asked where it is the same as the last time', async () => {
    await open(outside().answers('sign_in_browser', signedInForReal()));
    await press(withBrowser);
    await screen.findByRole('button', { name: /^Account: Anna Bakker/ });
    expect(screen.queryByText(asked)).toBeNull();
  });
});

describe('Whoever has no organisation file', () => {
  const none = () => outside({ organisation: null }).answers('ask_by_mail', {});
  const noFile = /^I have no organisation file/;

  it('reads whom to ask and what to say, copies it, and has their mail program opened with it', async () => {
    const host = none();
    await open(host);
    expect(button(noFile).getAttribute('aria-expanded')).toBe('false');
    await press(noFile);
    await screen.findByRole('heading', { name: 'Ask whoever looks after Microsoft 365' });
    const letter = plain(screen.getByTestId('letter').textContent);
    for (const words of ['Set up your organisation', 'Send me that file. It holds no secret.']) {
      expect(letter).toContain(words);
    }
    await press('Open in the mail program');
    const [sent] = host.asks('ask_by_mail');
    expect(sent?.subject).toBe('The organisation file for Guest Mail Doctor');
    expect(letter).toContain(sent?.body);
    button('Copy the text');
  });

  it('is told where no mail program answered', async () => {
    await open(none().refuses('ask_by_mail', problem('mail-not-opened', { kind: 'internal' })));
    await press(noFile);
    await press('Open in the mail program');
    await screen.findByText(/^No mail program answered/);
  });

  it('is not told so where there is one', async () => {
    await open(outside());
    expect(buttons(noFile)).toEqual([]);
  });
});
