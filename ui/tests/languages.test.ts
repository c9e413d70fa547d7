import { describe, expect, it } from 'vitest';
import { compareWithFolders, languages as onDisk } from '../scripts/languages.mjs';
import { languageFor, languages, spoken } from '../src/words/languages';
import { capitalised, languageName, learn, speak } from '../src/words/words.svelte';
import { wordsOf } from './scripted-host';

describe('The languages of the app', () => {
  it.each(languages)('have %s by the name it has for itself', (language) => {
    learn(language, wordsOf(language));
    speak(language);
    expect(spoken[language].name).toBe(capitalised(languageName(language)));
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
