import { readFileSync } from 'node:fs';
import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { withNoStart } from '../scripts/no-start.mjs';
import App from '../src/App.svelte';
import { languages } from '../src/words/languages';
import { ScriptedHost, contoso, later, problem, signedIn, status, wordsOf } from './scripted-host';
import { button, drained, press, problem as shownProblem, searchBox, speak } from './user';

const page = withNoStart(readFileSync('index.html', 'utf8'));
const withoutWords = /<main id="no-start"[\s\S]*?<\/main>/.exec(page)?.[0] ?? '';
const inEnglish = 'Why does my guest get no group mail?';

/** Opens the app in the page it comes with. */
function start(host: ScriptedHost): HTMLElement {
  document.body.innerHTML = withoutWords;
  // A hidden landmark: the one that index.html has.
  const wordless = screen.getByRole('main', { hidden: true });
  render(App, { host, wordless });
  return wordless;
}

// Words that are here stay here: so these stories are told in this order.
describe('The words of the page', () => {
  it('that cannot be had leave one sentence in each language, which the page came with', async () => {
    const host = new ScriptedHost().answers('status', status()).refuses('words', problem('internal'));
    const wordless = start(host);
    await waitFor(() => expect(wordless.hidden).toBe(false));
    const said = [...wordless.querySelectorAll('p')].map((it) => [it.lang, it.textContent] as const);
    expect(said.map(([lang]) => lang)).toEqual(languages);
    expect(Object.fromEntries(said)).toMatchObject({
      en: 'Guest Mail Doctor could not start its window. Nothing was changed. Close the app and start it again.',
      nl: expect.stringContaining('kon het venster niet openen') as string,
    });
    expect(screen.queryByRole('banner')).toBeNull();
  });

  it('come from the program in its language, and before that nothing is said', async () => {
    const words = later<{ text: string }>();
    const host = new ScriptedHost()
      .answers('status', status({ language: 'en' }))
      .answers('words', () => words.promise);
    const wordless = start(host);
    await waitFor(() => expect(host.asks('words')).toEqual([{ language: 'en' }]));
    expect(wordless.hidden).toBe(true);
    const waiting = screen.getByRole('main');
    expect([waiting.getAttribute('aria-busy'), waiting.textContent.trim()]).toEqual(['true', '']);
    words.give({ text: wordsOf('en') });
    await screen.findByRole('heading', { level: 1, name: inEnglish });
  });

  it('of the other language that cannot be had leave the one there is', async () => {
    const host = new ScriptedHost()
      .answers('status', status())
      .refuses('words', problem('unreachable', { kind: 'unreachable' }));
    start(host);
    await speak('nl');
    expect((await shownProblem()).textContent).toContain('No connection');
    expect(host.asks('words')).toEqual([{ language: 'nl' }]);
    expect(host.asks('set_language')).toEqual([]);
    expect(document.documentElement.lang).toBe('en');
    screen.getByRole('heading', { level: 1, name: inEnglish });
  });

  it('of the other language are fetched once, and kept', async () => {
    const host = new ScriptedHost()
      .answers('status', status())
      .answers('set_language', ({ language }) => status({ language }));
    start(host);
    const [first, ...others] = languages;
    for (const language of [...others, first, 'nl'] as const) {
      await speak(language);
      await waitFor(() => expect(document.documentElement.lang).toBe(language));
    }
    expect(host.asks('words')).toEqual(others.map((language) => ({ language })));
    await screen.findByRole('heading', { level: 1, name: /groepsmail/ });
  });
});

describe('A stored sign-in', () => {
  const stored = (more: Parameters<typeof status>[0] = {}) =>
    new ScriptedHost().answers('status', status({ stored: true, ...more })).answers('groups', { groups: [] });
  beforeEach(() => {
    document.body.innerHTML = '';
  });

  it('is gone on with at once, straight to the search box', async () => {
    const host = stored().answers('resume', signedIn());
    render(App, { host });
    await screen.findByRole('search');
    await waitFor(() => expect(document.activeElement).toBe(searchBox()));
    expect(host.asks('resume')).toHaveLength(1);
  });

  it('can be left alone while it is gone on with, and then stands beside the other ways', async () => {
    const answer = later<ReturnType<typeof status>>();
    const host = stored({ organisation: contoso() })
      .answers('resume', () => answer.promise)
      .answers('cancel', () => {
        answer.refuse(problem('cancelled', { kind: 'cancelled' }));
        return {};
      });
    render(App, { host });
    const waiting = (await screen.findByRole('heading', { name: 'Signing in' })).parentElement;
    expect(waiting?.textContent).toContain('Contoso');
    await press('Cancel');
    const resume = await screen.findByRole('button', { name: /^Go on as before/ });
    await waitFor(() => expect(document.activeElement).toBe(resume));
    expect(host.asks('cancel')).toEqual(host.asks('resume'));
    expect(screen.queryByRole('alert')).toBeNull();
    await fireEvent.click(button(/^Sign in with Microsoft/));
    await waitFor(() => expect(host.asks('sign_in_browser')).toHaveLength(1));
  });

  it('is not gone on with when the practice organisation was asked for', async () => {
    const host = new ScriptedHost()
      .answers('status', signedIn({ stored: true }))
      .answers('groups', { groups: [] });
    render(App, { host });
    await screen.findByRole('search');
    await drained();
    expect(host.asks('resume')).toEqual([]);
  });
});
