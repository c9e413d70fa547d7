import { beforeAll, describe, expect, it } from 'vitest';
import { ticketText } from '../src/screens/change/ticket';
import { learn, speak } from '../src/words/words.svelte';
import { historyEntry, wordsOf } from './scripted-host';

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

  it('says that a change that was refused was not made', () => {
    const text = ticketText(historyEntry({ state: 'refused', made: 'no' }), 'text');
    expect(text).toContain('Refused');
    expect(text).not.toContain('After:');
  });
});
