import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { ticketText } from '../src/screens/change/ticket';
import { foundText, seenAt } from '../src/screens/guest/found';
import type { Language } from '../src/host/contract';
import { inLanguage, learn, speak } from '../src/words/words.svelte';
import { button, dialog, open, press, search } from './user';
import { ScriptedHost, historyEntry, pieter, plan, result, signedIn, wordsOf } from './scripted-host';

beforeAll(() => {
  learn('en', wordsOf('en'));
  speak('en');
});

describe('A change, copied for a ticket', () => {
  it('says what was done for whom, by whom, why and how it stands, line by line', () => {
    const text = ticketText(historyEntry({ reason: 'INC-20418', test: 'arrived' }), 'text');
    expect(text.split('\n')[0]).toContain('Pieter Jansen (pieter@northwindtraders.com)');
    for (const part of ['Anna Bakker', 'Reason: INC-20418', 'The test message arrived.'])
      expect(text).toContain(part);
    expect(text).not.toMatch(/[\u2068\u2069]/);
  });

  it('is Markdown in which a name is no sign', () => {
    const guestName = '[x](https://evil.example) **b** <img> `c` # d';
    const text = ticketText(historyEntry({ guestName }), 'markdown');
    const [title = ''] = text.split('\n');
    expect(title).toMatch(/^\*\*.*\*\*$/);
    const unescaped = title.slice(2, -2).replace(/\\[!-/:-@[-`{-~]/g, '');
    expect(unescaped).not.toMatch(/[[\]()*<>`#!_]/);
    expect(
      text
        .split('\n')
        .slice(2)
        .every((line) => line.startsWith('- ')),
    ).toBe(true);
  });

  it('is written as each language has it: in French with its space before a sign', () => {
    const refused = { state: 'refused', made: 'no' } as const;
    const changed = (language: Language) => {
      learn(language, wordsOf(language));
      const text = inLanguage(language, () => ticketText(historyEntry(refused), 'text'));
      return text.split('\n').find((line) => line.includes(';')) ?? text;
    };
    expect(changed('en')).toMatch(/^- [^:]+: Before: [^;:]+; Not done\. Planned: [^;:]+$/);
    expect(changed('fr')).toMatch(
      /^- [^:]+\u00A0: Avant\u00A0: [^;:]+\u202F; Pas fait\. Prévu\u00A0: [^;:]+$/,
    );
  });

  it('says that a change that was refused was not made', () => {
    const text = ticketText(historyEntry({ state: 'refused', made: 'no' }), 'text');
    expect(text).toContain('Refused');
    expect(text).not.toContain('After:');
  });
});

describe('What was found, copied for a ticket', () => {
  it('says the verdict, who, why, the rows that matter, what is recommended and when it was looked at', () => {
    const text = foundText(pieter({ group: 'Sales NL' }), 'text');
    const [title = '', empty, ...items] = text.split('\n');
    expect([title, empty]).toEqual(['Pieter Jansen has no main e‑mail address', '']);
    for (const part of [
      '- Misconfigured',
      '- Searched for: pieter@northwindtraders.com',
      'Sales NL',
      'Main address (mail): empty [Wrong]',
      '- Recommended: Set the main address',
    ])
      expect(text).toContain(part);
    expect(items.at(-1)).toMatch(/^- Looked at on .* with Guest Mail Doctor$/);
    expect(items.every((line) => line.startsWith('- '))).toBe(true);
    expect(text).not.toContain('faxNumber');
    expect(text).not.toMatch(/[\u2068\u2069]/);
  });

  it('is Markdown in which nothing of the directory is a sign', () => {
    const hostile = '[x](https://evil.example)\n# **b**';
    const text = foundText(pieter({ group: hostile, searched: hostile }), 'markdown');
    const lines = text.split('\n').slice(2);
    expect(lines.every((line) => line.startsWith('- '))).toBe(true);
    for (const line of lines) expect(line.slice(2).replace(/\\./g, '')).not.toMatch(/[[\]()*<>`#!_]/);
  });

  it('is as old as the report came on screen, whenever it is copied', () => {
    const report = pieter();
    const at = seenAt(report);
    vi.useFakeTimers({ now: Date.parse(at) + 3_600_000 });
    expect(seenAt(report)).toBe(at);
    expect(seenAt(pieter())).not.toBe(at);
    vi.useRealTimers();
  });
});

describe('On screen', () => {
  const copied: string[] = [];
  beforeAll(() => {
    Object.assign(navigator, {
      clipboard: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
    });
  });
  const story = () =>
    new ScriptedHost()
      .answers('status', signedIn())
      .answers('groups', { groups: [] })
      .answers('find', pieter())
      .answers('preview', plan())
      .answers('confirm', { change: 'change-1' })
      .answers('history', {
        entries: [historyEntry(), historyEntry({ id: 'change-0', reason: 'another' })],
        damaged: false,
        end: 'whole',
        keptAside: [],
      })
      .answers('watch', {
        sequence: 1,
        change: {
          id: 'change-1',
          searched: 'pieter@northwindtraders.com',
          steps: [],
          result: result(),
        } as never,
      });

  it('what was found is copied beside the verdict, and what was done in the result', async () => {
    await open(story());
    await search();
    const found = within(await screen.findByTestId('copy-for-ticket'));
    await press(/^Copy for the ticket/, found);
    await waitFor(() => expect(copied.at(-1)).toContain('Searched for'));
    await press(/^Keep one address/);
    await dialog('Keep one address');
    await fireEvent.click(button('Keep this address'));
    const done = within(await screen.findByTestId('result'));
    const copies = within(await done.findByTestId('copy-for-ticket'));
    await press(/^Copy as Markdown/, copies);
    await waitFor(() => expect(copied.at(-1)).toBe(ticketText(historyEntry(), 'markdown')));
  });

  it('without the record nothing is offered to copy of what was done', async () => {
    const host = story().answers('history', { entries: [], damaged: false, end: 'whole', keptAside: [] });
    await open(host);
    await search();
    await press(/^Keep one address/);
    await dialog('Keep one address');
    await fireEvent.click(button('Keep this address'));
    const done = within(await screen.findByTestId('result'));
    await waitFor(() => expect(host.asks('history').length).toBeGreaterThan(0));
    expect(done.queryByTestId('copy-for-ticket')).toBeNull();
  });
});
