import { readFileSync } from 'node:fs';
import { render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import App from '../src/App.svelte';
import { ScriptedHost, later, problem, settle, signedIn, status, wordsOf } from './scripted-host';

const page = readFileSync('index.html', 'utf8');
const withoutWords = /<main id="no-start"[\s\S]*?<\/main>/.exec(page)?.[0] ?? '';
const see = (id: string) => screen.getByTestId(id);

// Words that are here stay here: so these stories are told in this order.
describe('The words of the page', () => {
  beforeEach(() => {
    document.body.innerHTML = withoutWords;
  });
  const fallback = () => document.getElementById('no-start');

  it('that cannot be had leave one sentence in both languages, which the page came with', async () => {
    render(App, {
      host: new ScriptedHost().answers('status', status()).refuses('words', problem('internal')),
    });
    await settle();
    expect(fallback()?.hidden).toBe(false);
    expect(fallback()?.textContent).toContain('could not start its window');
    expect(fallback()?.querySelector('[lang=nl]')?.textContent).toContain('kon zijn venster niet starten');
    expect(screen.queryByRole('banner')).toBeNull();
  });

  it('come from the program in its language, and before that nothing is said', async () => {
    const words = later<{ text: string }>();
    const host = new ScriptedHost()
      .answers('status', status({ language: 'en' }))
      .answers('words', () => words.promise);
    render(App, { host });
    await settle();
    expect(host.asks('words')).toEqual([{ language: 'en' }]);
    expect(fallback()?.hidden).toBe(true);
    expect(document.querySelector('main.starting')?.textContent.trim()).toBe('');
    words.give({ text: wordsOf('en') });
    await settle();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
      'Why does my guest get no group mail?',
    );
  });

  it('of the other language that cannot be had leave the one there is', async () => {
    const host = new ScriptedHost()
      .answers('status', status())
      .refuses('words', problem('unreachable', { kind: 'unreachable' }));
    render(App, { host });
    await settle();
    see('language').click();
    await settle();
    expect(host.asks('words')).toEqual([{ language: 'nl' }]);
    expect(host.asks('set_language')).toEqual([]);
    expect(document.documentElement.lang).toBe('en');
    expect(see('problem').textContent).toContain('No connection');
  });

  it('of the other language are fetched once, and kept', async () => {
    const host = new ScriptedHost()
      .answers('status', status())
      .answers('set_language', ({ language }) => status({ language }));
    render(App, { host });
    await settle();
    for (const lang of ['nl', 'en', 'nl']) {
      see('language').click();
      await settle();
      expect(document.documentElement.lang).toBe(lang);
    }
    expect(host.asks('words')).toEqual([{ language: 'nl' }]);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('groepsmail');
  });
});

describe('A kept sign-in', () => {
  const kept = (host: ScriptedHost) => host.answers('status', status({ stored: true }));

  it('is gone on with at once, straight to the search box', async () => {
    const host = kept(new ScriptedHost()).answers('resume', signedIn()).answers('groups', { groups: [] });
    render(App, { host });
    await settle();
    expect(host.asks('resume')).toHaveLength(1);
    expect(document.activeElement).toBe(see('guest-address'));
  });

  it('can be left alone while it is gone on with, and then stands beside the other ways', async () => {
    const answer = later<ReturnType<typeof status>>();
    const { contoso } = await import('./scripted-host');
    const host = new ScriptedHost()
      .answers('status', status({ stored: true, organisation: contoso() }))
      .answers('resume', () => answer.promise)
      .answers('cancel', () => {
        answer.refuse(problem('cancelled', { kind: 'cancelled' }));
        return {};
      });
    render(App, { host });
    await settle();
    expect(see('waiting').textContent).toContain('Contoso');
    see('cancel').click();
    await settle();
    expect(host.asks('cancel')).toEqual(host.asks('resume'));
    expect(screen.queryByTestId('problem')).toBeNull();
    expect(see('resume-sign-in')).toBeTruthy();
    expect(see('sign-in-browser')).toBeTruthy();
  });

  it('is not gone on with when the practice organisation was asked for', async () => {
    const host = new ScriptedHost()
      .answers('status', signedIn({ stored: true }))
      .answers('groups', { groups: [] });
    render(App, { host });
    await settle();
    expect(host.asks('resume')).toEqual([]);
  });
});
