import { describe, expect, it } from 'vitest';
import { languages, nextLanguage } from '../src/state/languages';
import { learn, say, speak } from '../src/words/words.svelte';
import { wordsOf } from './scripted-host';

describe('The languages of the app', () => {
  it('lead from one to the next, through all of them, and back to the first', () => {
    const [first] = languages;
    if (!first) throw new Error('no language');
    const round = languages.reduce((way) => [...way, nextLanguage(way.at(-1) ?? first.code)], [first.code]);
    expect(new Set(round).size).toBe(languages.length);
    expect(round.at(-1)).toBe(first.code);
  });

  it.each(languages)('offer after $code the next one by its own name', ({ code }) => {
    learn(code, wordsOf(code));
    speak(code);
    const next = nextLanguage(code);
    const name = new Intl.DisplayNames(next, { type: 'language' }).of(next);
    expect(say('language-other')).toBe(name);
  });
});
