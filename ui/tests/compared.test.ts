import { screen, fireEvent, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { HandOverView, PropertyView, ThenRow, ValueView } from '../src/host/contract';
import { answerText } from '../src/screens/hand-over/answer';
import { compared } from '../src/screens/hand-over/then';
import { inLanguage, learn } from '../src/words/words.svelte';
import { ScriptedHost, historyEntry, pieter, signedIn, wordsOf } from './scripted-host';
import { open } from './user';

const row = (name: string, value: ValueView): PropertyView => ({
  name,
  value,
  matters: true,
  severity: 'info',
  state: 'info',
  meaning: null,
});
const owner = (displayName: string): ValueView => ({
  is: 'owner',
  owner: { id: displayName, kind: 'contact', displayName, address: 'jan@fabrikam.nl' },
});
const texts = (...all: string[]): ValueView => ({ is: 'texts', texts: all });
const empty: ValueView = { is: 'empty' };

const properties = [row('mail', texts('pieter@northwindtraders.com')), row('otherMails', texts('a@b.nl'))];
const view: HandOverView = {
  from: { name: 'Bram Visser', address: 'bram.visser@contoso.nl', colleague: true },
  organisation: 'Contoso',
  madeAt: '2026-11-25T22:40:00Z',
  readAt: '2026-11-26T09:00:00Z',
  typed: 'pieter@northwindtraders.com',
  group: null,
  note: null,
  language: 'nl',
  verdict: 'conflict',
  recommended: null,
  otherGuest: false,
  then: [
    { name: 'mail', value: empty },
    { name: 'otherMails', value: texts('a@b.nl') },
    { name: 'contact', value: texts('J. de Vries') },
  ],
  report: pieter({ properties }),
};

describe('What a file says, beside what is found now', () => {
  const cases: [what: string, now: PropertyView[], then: ThenRow[], changed: string[]][] = [
    ['the same value is no change', [row('mail', empty)], [{ name: 'mail', value: empty }], []],
    ['another value is one', [row('mail', texts('a@b.nl'))], [{ name: 'mail', value: empty }], ['mail']],
    ['what was not read is none', [row('mail', { is: 'unknown' })], [{ name: 'mail', value: empty }], []],
    ['what the file does not speak of is none', [row('mail', texts('a@b.nl'))], [], []],
    ['what has no row any more is one', [], [{ name: 'contact', value: texts('Jan') }], ['contact']],
    [
      'several who own an address are the same several',
      [row('contact', owner('Jan')), row('contact', owner('J.'))],
      [{ name: 'contact', value: texts('Jan', 'J.') }],
      [],
    ],
    [
      'one of several who is gone is a change',
      [row('contact', owner('Jan'))],
      [{ name: 'contact', value: texts('Jan', 'J.') }],
      ['contact'],
    ],
  ];
  it.each(cases)('%s', (_, properties, then, changed) => {
    const rows = compared(pieter({ properties }), then);
    expect(rows.filter((it) => it.changed).map(({ name }) => name)).toEqual(changed);
  });

  it('stands in a column of its own, can be shown alone, and goes with the file', async () => {
    const handed = [{ address: null, handOver: '{}' }];
    const one = { typed: view.typed, verdict: 'conflict' as const, recommended: null };
    await open(
      new ScriptedHost()
        .answers('status', signedIn())
        .answers('groups', { groups: [] })
        .answers('handed', () => handed.pop() ?? new Promise(() => undefined))
        .answers('read_hand_over', {
          ...view.from,
          madeAt: view.madeAt,
          group: null,
          note: null,
          language: 'nl',
          guests: [one],
        })
        .answers('history', { entries: [], damaged: false, end: 'whole', keptAside: [] })
        .answers('open_hand_over', view),
    );
    const table = within(await screen.findByTestId('property-table'));
    const said = (name: string, part: 'then' | 'now') =>
      table
        .getByTestId(`property-${name}`)
        .querySelector(`.${part}`)
        ?.textContent.replace(/\s+/g, ' ')
        .trim();
    table.getByRole('columnheader', { name: /When .*Bram Visser.* asked/ });
    expect([said('mail', 'then'), said('mail', 'now')]).toEqual([
      'empty',
      expect.stringMatching(/pieter@northwindtraders\.com.*Changed/),
    ]);
    expect(said('otherMails', 'then')).toBe('the same');
    expect([said('contact', 'then'), said('contact', 'now')]).toEqual([
      'J. de Vries',
      expect.stringMatching(/^not found any more.*Changed$/),
    ]);
    await fireEvent.click(screen.getByRole('button', { name: /^Changed \(.*2.*\)/ }));
    expect(table.getAllByRole('rowheader')).toHaveLength(2);
    await fireEvent.click(screen.getByTestId('hand-over-close'));
    expect(screen.queryByText('the same')).toBeNull();
    expect(screen.queryByRole('button', { name: /^Changed/ })).toBeNull();
  });
});

describe('The answer for whoever asked', () => {
  it('names what was done as its language writes it: nothing is made small', () => {
    learn('de', wordsOf('de'));
    const done = historyEntry({ kind: 'set-mail', state: 'undone' });
    const text = inLanguage('de', () => answerText(view, view.report, [done]));
    expect(text).toContain('(Rückgängig gemacht)');
  });
});
