import { screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AskView, GuestReport } from '../src/host/contract';
import { askText } from '../src/screens/guest/ask';
import { learn, plain, speak } from '../src/words/words.svelte';
import { ScriptedHost, contoso, healthy, pieter, signedIn, signedInForReal, wordsOf } from './scripted-host';
import { entry, open, press, search } from './user';

const setMail: AskView = { remedy: 'set-mail', roles: ['User Administrator', 'Global Administrator'] };

/** Pieter, looked up by somebody without a role: the repair is for another. */
const forAnother = (more: Partial<GuestReport> = {}): GuestReport => {
  const remedies = pieter().remedies.map((remedy) => ({
    ...remedy,
    recommended: false,
    availability: 'unconfirmed' as const,
    behind: 'unseen-role' as const,
  }));
  return pieter({ asks: [setMail], remedies, ...more });
};

const looking = (report: GuestReport, status = signedInForReal()) =>
  new ScriptedHost().answers('status', status).answers('groups', { groups: [] }).answers('find', report);

/** What is on screen instead of a repair. */
const card = () => within(screen.getByRole('region', { name: 'An admin has to do this' }));

/** What was put on the clipboard. */
let clipboard: string[] = [];
beforeEach(() => {
  clipboard = [];
  const writeText = (text: string) => Promise.resolve(void clipboard.push(text));
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
});
afterEach(() => Reflect.deleteProperty(navigator, 'clipboard'));

describe('Somebody who cannot repair', () => {
  it('is recommended to ask, with whom, for what, and which roles can', async () => {
    await open(looking(forAnother()));
    await search();
    card().getByText('Recommended');
    const words = plain(card().getByText(/servicedesk@contoso.nl/).textContent);
    expect(words.trim().replace(/\s+/g, ' ')).toBe(
      'Set the main address · Where to ask: servicedesk@contoso.nl',
    );
    card().getByText('User Administrator and Global Administrator');
    expect(screen.getAllByText('Recommended')).toHaveLength(1);
  });

  it('finds the repairs behind a role that does not show, and none is refused', async () => {
    await open(looking(forAnother()));
    await search();
    const fold = screen.getByText(/^I have a role that does not show here/).closest('details');
    if (!fold) throw new Error('there is no fold');
    expect(fold.open).toBe(false);
    for (const name of [/Set the main address/, /Keep one address/, /Remove and invite again/]) {
      const button = within(fold).getByRole('button', { name, hidden: true });
      expect(screen.getAllByRole('button', { name, hidden: true })).toEqual([button]);
      expect(button.getAttribute('aria-disabled')).toBe('false');
    }
  });

  for (const [where, status] of [
    ['the organisation names nobody', signedInForReal({ organisation: contoso({ help: null }) })],
    ['one practises, even beside an organisation that does', signedIn({ organisation: contoso() })],
  ] as const) {
    it(`is told whom to ask in general where ${where}`, async () => {
      await open(looking(forAnother(), status));
      await search();
      card().getByText(/Ask the helpdesk or an admin of your organisation/);
      expect(card().queryByText(/servicedesk@contoso.nl/)).toBeNull();
    });
  }

  it('copies the text, and is told so', async () => {
    await open(looking(forAnother()));
    await search();
    await press('Copy the text for them', card());
    await waitFor(() => card().getByText('Copied'));
    expect(clipboard).toHaveLength(1);
    expect(clipboard[0]).toContain('What is needed: Set the main address.');
  });

  it('is not told that there is nothing to repair, where this version cannot do what is asked for', async () => {
    await open(looking(forAnother({ asks: [{ remedy: 'restore', roles: [] }], remedies: [] })));
    await search();
    expect(screen.queryByText('There is nothing to repair here.')).toBeNull();
    card().getByText(/Restore the account/);
    expect(card().queryByText('Which roles can do this?')).toBeNull();
  });
});

it('Who can repair is not asked to ask anybody', async () => {
  await open(looking(pieter()));
  await search();
  expect(screen.queryByText('An admin has to do this')).toBeNull();
  entry('Recommended');
});

it('Where nothing is wrong, nobody is to be asked', async () => {
  await open(looking(healthy()));
  await search();
  expect(screen.queryByText('An admin has to do this')).toBeNull();
  screen.getByText('There is nothing to repair here.');
});

describe('The text for whoever is asked', () => {
  beforeEach(() => {
    learn('en', wordsOf('en'));
    learn('nl', wordsOf('nl'));
    speak('en');
  });
  const account = () => signedInForReal().account;
  const words = (report: GuestReport) => askText(report, account()).split('\n');

  it('says what was found, what is needed, by whom, of whom, and who asks', () => {
    const text = words(forAnother({ group: 'Sales NL' }));
    const today = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date());
    for (const line of [
      'Pieter Jansen has no main e‑mail address',
      'What is needed: Set the main address.',
      'Who can do it: User Administrator and Global Administrator.',
      'Guest: Pieter Jansen, pieter@northwindtraders.com',
      'Object id: guest-1',
      'Group: Sales NL',
      `Asked by: Anna Bakker (anna.bakker@contoso.nl), Contoso, ${today}`,
      'Main address (mail): empty [Wrong]',
    ]) {
      expect(text).toContain(line);
    }
    expect(text.some((line) => line.includes('faxNumber'))).toBe(false);
  });

  it('says a second fault, as the screen does', () => {
    const text = words(forAnother({ also: ['blocked'] })).join('\n');
    expect(text).toContain('There is something else: signing in is blocked for this account.');
    expect(words(forAnother()).join('\n')).not.toContain('something else');
  });

  describe('of a guest with two faults', () => {
    const asks: AskView[] = [
      { remedy: 'resolve-conflict', roles: ['Exchange Administrator', 'Global Administrator'] },
      { remedy: 'add-to-group', roles: ['Group owner', 'Groups Administrator'] },
    ];
    const both = () =>
      forAnother({
        verdict: 'not-member',
        cause: { code: 'not-member', group: 'Sales NL', dynamic: false, rule: null, name: 'Pieter' },
        group: 'Sales NL',
        also: ['conflict'],
        asks,
      });

    it('names both faults, and both that is needed in order, each with who can', () => {
      const text = words(both());
      expect(text[0]).toBe('Pieter Jansen is not a member of Sales NL');
      expect(text[1]).toContain('something else already owns an address of Pieter Jansen');
      const at = text.indexOf('What is needed, one after the other:');
      expect(text.slice(at + 1, at + 5)).toEqual([
        '1. Resolve the conflict first',
        'Who can do it: Exchange Administrator and Global Administrator.',
        '2. Add to the group',
        'Who can do it: Group owner and Groups Administrator.',
      ]);
    });

    it('does so in Dutch', () => {
      speak('nl');
      const text = words(both());
      expect(text[1]).toContain('iets anders heeft al een adres van Pieter Jansen');
      const at = text.indexOf('Wat nodig is, na elkaar:');
      expect(text.slice(at + 1, at + 5)).toEqual([
        '1. Los eerst het conflict op',
        'Wie het kan: Exchange-beheerder en Globale beheerder.',
        '2. Aan de groep toevoegen',
        'Wie het kan: Eigenaar van een groep en Groepsbeheerder.',
      ]);
    });

    it('is on a card that names both, and who can do which', async () => {
      await open(looking(both()));
      await search();
      const steps = card()
        .getAllByRole('listitem')
        .map((it) => plain(it.textContent));
      expect(steps).toEqual(['Resolve the conflict first', 'Add to the group']);
      const said = plain(card().getByText('Which roles can do this?').closest('details')?.textContent ?? '');
      expect(said).toMatch(/Resolve the conflict first:\s+Exchange Administrator/);
      expect(said).toMatch(/Add to the group:\s+Group owner/);
    });
  });

  it('leaves out what there is not', () => {
    const text = words(forAnother({ subject: null })).join('\n');
    for (const none of ['Object id', 'Group:', 'null', 'undefined']) expect(text).not.toContain(none);
    expect(askText(forAnother({ asks: [{ ...setMail, roles: [] }] }), null)).not.toMatch(
      /Who can do|Asked by/,
    );
  });

  it('is in the language on screen, roles included, and has none of the marks that keep names apart', () => {
    speak('nl');
    const asks: AskView[] = [
      { remedy: 'resolve-conflict', roles: ['Exchange Administrator', 'Global Administrator'] },
    ];
    const text = askText(forAnother({ asks }), account());
    expect(text).toContain('Wie het kan: Exchange-beheerder en Globale beheerder.');
    expect(text).not.toMatch(/[\u2066-\u2069]/);
  });
});
