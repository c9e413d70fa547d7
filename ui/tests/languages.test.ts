import { describe, expect, it } from 'vitest';
import { compareWithFolders, languages as onDisk } from '../scripts/languages.mjs';
import { languageFor, languages, nextLanguage, spoken } from '../src/words/languages';
import { capitalised, languageName, learn, plain, say, speak } from '../src/words/words.svelte';
import { wordsOf } from './scripted-host';

describe('The languages of the app', () => {
  it('lead from one to the next, through all of them, and back to the first', () => {
    const [first] = languages;
    const round = languages.reduce((way) => [...way, nextLanguage(way.at(-1) ?? first)], [first]);
    expect(new Set(round).size).toBe(languages.length);
    expect(round.at(-1)).toBe(first);
  });

  it.each(languages)('have %s by the name it has for itself', (language) => {
    learn(language, wordsOf(language));
    speak(language);
    expect(spoken[language].name).toBe(capitalised(languageName(language)));
  });

  it.each(languages)('are named in %s, to lead to the next', (language) => {
    learn(language, wordsOf(language));
    speak(language);
    const name = languageName(nextLanguage(language));
    expect(plain(say('language-switch', { language: name }))).toContain(name);
  });

  it('are chosen by the tag of a system, and the first is for everybody else', () => {
    for (const tag of ['nl', 'nl-BE', 'NL-nl']) expect(languageFor(tag)).toBe('nl');
    for (const tag of ['en-GB', 'tlh-001', 'nld', '']) expect(languageFor(tag)).toBe('en');
    for (const language of languages) expect(languageFor(language)).toBe(language);
  });
});

describe('The list of languages', () => {
  it('has a line for each folder, and a folder for each line', () => {
    expect(onDisk()).toEqual({ languages, complaints: [] });
  });

  it.each([
    ['a line without its folder', { en: {}, nl: {} }, ['en'], 'nl: there is no locales/nl'],
    ['a folder without its line', { en: {} }, ['de', 'en'], 'de: has no line in languages.json'],
  ])('is complained of where it has %s', (_, list, folders, expected) => {
    expect(compareWithFolders(list, folders)).toEqual({ languages: ['en'], complaints: [expected] });
  });
});
