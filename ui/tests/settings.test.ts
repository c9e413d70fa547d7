import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Appearance, HistoryRetention } from '../src/host/contract';
import {
  ScriptedHost,
  contoso,
  later,
  pieter,
  plan,
  problem,
  signedIn,
  signedInForReal,
} from './scripted-host';
import { dialog, drained, open, press, search, searchBox, type } from './user';

const report = 'Guest Mail Doctor 0.1.0\nsystem: linux x86_64\nproblems since start: none';
/** The app, with a program that keeps how the window looks. */
function story(first = signedIn()): ScriptedHost {
  const sizes = [80, 90, 100, 110, 125, 150, 175, 200];
  let look: Appearance = { theme: 'system', zoom: 100 };
  return new ScriptedHost()
    .answers('status', first)
    .answers('groups', { groups: [] })
    .answers('find', ({ address }) => pieter({ searched: address }))
    .answers('preview', plan())
    .answers('data_folder', { path: '/home/anna/.local/share/guest-mail-doctor' })
    .answers('diagnostic_report', { text: report })
    .answers('set_theme', ({ theme }) => (look = { ...look, theme }))
    .answers('zoom', ({ step }) => {
      const by = { larger: 1, smaller: -1, whole: 0 }[step];
      const zoom = by === 0 ? 100 : (sizes[sizes.indexOf(look.zoom) + by] ?? look.zoom);
      return (look = { ...look, zoom });
    });
}
async function settings(host: ScriptedHost): Promise<void> {
  await open(host);
  await fireEvent.click(screen.getByTestId('nav-settings'));
  await screen.findByTestId('report');
}
const choose = (testid: string, value: string) =>
  fireEvent.change(screen.getByTestId(testid), { target: { value } });
const key = (name: string, more: KeyboardEventInit = {}, at: Element = document.body) =>
  fireEvent.keyDown(at, { key: name, ctrlKey: true, ...more });
const percent = () => screen.getByTestId('zoom').textContent.replace(/[\u2068\u2069\s]/g, '');
const theme = () => document.documentElement.dataset['theme'];
const heading = (name: string) => screen.findByRole('heading', { name });
const focused = (element: Element) => waitFor(() => expect(document.activeElement).toBe(element));

afterEach(() => vi.unstubAllGlobals());

describe('Settings', () => {
  it('lie at the foot of the rail, which says where one is, and begin at their heading', async () => {
    await settings(story());
    expect(screen.getByTestId('nav-settings').getAttribute('aria-current')).toBe('page');
    expect(screen.getByTestId('nav-help').getAttribute('aria-current')).toBeNull();
    await focused(await heading('Settings'));
  });

  it('speak another language at once, and keep it', async () => {
    const host = story().answers('set_language', ({ language }) => signedIn({ language }));
    await settings(host);
    await choose('settings-language', 'nl');
    await heading('Instellingen');
    expect(document.documentElement.lang).toBe('nl');
    expect(host.asks('set_language')).toEqual([{ language: 'nl' }]);
    await choose('settings-language', 'en');
    await heading('Settings');
  });

  it('stay in the language there is when the words of another cannot be had', async () => {
    const host = story();
    await settings(host);
    host.refuses('words', problem('internal'));
    await choose('settings-language', 'fr');
    await screen.findByRole('alert');
    const chosen = screen.getByTestId<HTMLSelectElement>('settings-language');
    await waitFor(() => expect(chosen.value).toBe('en'));
  });

  it('make the window dark before anybody answered, and say when that could not be kept', async () => {
    const answer = later<Appearance>();
    const host = story().answers('set_theme', () => answer.promise);
    await settings(host);
    expect(theme()).toBe('system');
    await choose('theme', 'dark');
    await waitFor(() => expect(theme()).toBe('dark'));
    expect(host.asks('set_theme')).toEqual([{ theme: 'dark' }]);
    answer.refuse(problem('file-trouble', { file: 'settings.json' }));
    expect((await screen.findByRole('alert')).textContent).toContain('settings.json');
    expect(theme()).toBe('dark');
  });

  it('make everything larger and smaller, as far as the program goes', async () => {
    const host = story();
    await settings(host);
    expect(percent()).toBe('100%');
    await press('Larger');
    await waitFor(() => expect(percent()).toBe('110%'));
    await press('Smaller');
    await waitFor(() => expect(percent()).toBe('100%'));
    expect(host.asks('zoom')).toEqual([{ step: 'larger' }, { step: 'smaller' }]);
  });

  it('keep recent searches or forget them, by the same switch as under the search', async () => {
    const list = { kept: false, searches: [] };
    const host = story()
      .answers('recent', list)
      .answers('keep_recent', ({ kept }) => ({ ...list, kept }));
    await settings(host);
    const kept = await screen.findByRole<HTMLInputElement>('switch', { name: 'Recent searches' });
    expect(kept.checked).toBe(false);
    await fireEvent.click(kept);
    await screen.findByText(/They stay on this computer/);
    expect(host.asks('keep_recent')).toEqual([{ kept: true }]);
    expect(kept.checked).toBe(true);
  });

  it('say how many old changes would go before they are removed, and why others stay', async () => {
    let retention: HistoryRetention = 'always';
    const old = { removable: 2, staying: 3, unfinished: 1, askedAbout: 1, restorable: 0 };
    const host = story()
      .answers('retention', () => ({ retention }))
      .answers('old_changes', old)
      .answers('set_retention', (ask) => {
        retention = ask.retention;
        return old;
      })
      .answers('history', { entries: [], damaged: false, end: 'whole', keptAside: [] });
    await settings(host);
    const choice = await screen.findByTestId<HTMLSelectElement>('retention');
    expect(choice.value).toBe('always');
    await fireEvent.change(choice, { target: { value: 'quarter' } });
    const dialog = await screen.findByTestId('retention-ask');
    expect(dialog.textContent).toMatch(/Remove .*2.* changes\?/);
    expect(dialog.textContent).toMatch(
      /older than .*90 days.*3.* changes as old as that stay.*1 did not come/s,
    );
    // Thought better of: nothing was asked for, and what is chosen is what it was.
    await press('Cancel');
    expect(choice.value).toBe('always');
    expect(host.asks('set_retention')).toEqual([]);

    await fireEvent.change(choice, { target: { value: 'month' } });
    await screen.findByTestId('retention-ask');
    await press(/Remove .*2.* changes/);
    await waitFor(() =>
      expect(screen.getByTestId('retention-done').textContent).toMatch(/2.* changes were removed/),
    );
    expect(host.asks('old_changes')).toEqual([{ retention: 'quarter' }, { retention: 'month' }]);
    expect(host.asks('set_retention')).toEqual([{ retention: 'month' }]);
    expect(choice.value).toBe('month');
  });

  it('ask nothing where nothing would be removed, and keep what was chosen although nothing can be removed now', async () => {
    let retention: HistoryRetention = 'always';
    const none = { removable: 0, staying: 0, unfinished: 0, askedAbout: 0, restorable: 0 };
    const host = story()
      .answers('retention', () => ({ retention }))
      .answers('old_changes', none)
      .answers('set_retention', (ask) => {
        retention = ask.retention;
        return none;
      })
      .answers('history', { entries: [], damaged: false, end: 'whole', keptAside: [] });
    await settings(host);
    const choice = await screen.findByTestId<HTMLSelectElement>('retention');
    await fireEvent.change(choice, { target: { value: 'year' } });
    await screen.findByText('Nothing had to be removed now.');
    expect(screen.queryByTestId('retention-ask')).toBeNull();
    expect(choice.value).toBe('year');

    host.refuses('old_changes', problem('record-not-whole'));
    await fireEvent.change(choice, { target: { value: 'week' } });
    await screen.findByText('Nothing was removed: the record is not whole');
    expect(choice.value).toBe('year');
    expect(host.asks('set_retention')).toEqual([{ retention: 'year' }]);
  });

  it('forget one guest, and say what stays', async () => {
    const forgotten = { address: 'jan@fabrikam.nl', searches: 2, listed: true, changes: 1 };
    const host = story().answers('forget_guest', forgotten);
    await settings(host);
    await type('Forget one guest', 'Jan@fabrikam.nl');
    await press('Forget');
    await screen.findByText(
      /2.* recent searches for .*jan@fabrikam\.nl.* are removed.*1 change of this guest stays.*What checks found of the guest/,
    );
    expect(host.asks('forget_guest')).toEqual([{ address: 'Jan@fabrikam.nl' }]);
    // What was said is not said of the next one, which is no address.
    host.refuses('forget_guest', problem('address-absent', { typed: 'Jan' }));
    await type('Forget one guest', 'Jan');
    await press('Forget');
    await screen.findByTestId('problem');
    expect(screen.getByTestId('guest-forgotten').textContent.trim()).toBe('');
  });

  it('say where the data is, to copy', async () => {
    const copied: string[] = [];
    vi.stubGlobal('navigator', {
      ...navigator,
      clipboard: { writeText: (it: string) => void copied.push(it) },
    });
    await settings(story());
    expect(screen.getByTestId('data-folder').textContent).toBe('/home/anna/.local/share/guest-mail-doctor');
    await press('Copy the path');
    await waitFor(() => expect(copied).toEqual(['/home/anna/.local/share/guest-mail-doctor']));
  });

  it('say what becomes of the sign-in, and end it', async () => {
    const host = story(signedInForReal()).answers('sign_out', signedInForReal({ account: null }));
    await settings(host);
    const shown = within(screen.getByTestId('settings'));
    shown.getByText(/Your sign-in is kept on this computer, sealed/);
    shown.getByText(/servicedesk@contoso\.nl/);
    await press('Sign out', shown);
    await waitFor(() => expect(host.asks('sign_out')).toHaveLength(1));
    await waitFor(() => expect(screen.queryByTestId('settings')).toBeNull());
  });

  it('ask nothing about the guest who was looked up before, whatever key is pressed', async () => {
    const host = story();
    await open(host);
    await search();
    await fireEvent.click(screen.getByTestId('nav-settings'));
    await screen.findByTestId('report');
    await key('F5', { ctrlKey: false });
    await drained();
    expect(host.asks('find')).toHaveLength(1);
  });

  it('lead to the organisation', async () => {
    const host = story(signedIn({ organisation: contoso() }));
    await settings(host);
    await press('Change…');
    await waitFor(() => expect(screen.queryByTestId('settings')).toBeNull());
  });
});

describe('The size of everything', () => {
  it('is changed by Ctrl and +, − and 0 wherever one is, in a field and in a dialog as well', async () => {
    const host = story();
    await open(host);
    const steps = () => host.asks('zoom').map(({ step }) => step);
    await key('+');
    await key('=', {}, searchBox());
    await key('+', { shiftKey: true });
    await key('-');
    await key('0');
    await key('à', { code: 'Digit0' });
    await waitFor(() => expect(steps()).toEqual(['larger', 'larger', 'larger', 'smaller', 'whole', 'whole']));
    await search();
    await press(/^Keep one address/);
    await dialog('Keep one address');
    await key('-');
    await waitFor(() => expect(steps()).toHaveLength(7));
  });

  it('goes one step after another: the next is asked for when the one before was answered', async () => {
    const first = later<Appearance>();
    const host: ScriptedHost = story().answers('zoom', () =>
      host.asks('zoom').length > 1 ? { theme: 'system', zoom: 125 } : first.promise,
    );
    await open(host);
    await key('+');
    await key('+');
    await drained();
    expect(host.asks('zoom')).toHaveLength(1);
    first.give({ theme: 'system', zoom: 110 });
    await waitFor(() => expect(host.asks('zoom')).toHaveLength(2));
    await fireEvent.click(screen.getByTestId('nav-settings'));
    await waitFor(() => expect(screen.getByTestId('zoom').textContent).toContain('125'));
  });

  it('is left alone by the same keys without Ctrl, and with Alt', async () => {
    const host = story();
    await open(host);
    for (const name of ['+', '-', '0']) {
      await key(name, { ctrlKey: false });
      await key(name, { altKey: true });
    }
    await drained();
    expect(host.asks('zoom')).toEqual([]);
  });

  it('is changed by a turn of the wheel with Ctrl, one step for all that one turn says', async () => {
    const host = story();
    await open(host);
    const turn = (deltaY: number, ctrlKey: boolean, timeStamp: number) => {
      const event = new WheelEvent('wheel', { deltaY, ctrlKey, bubbles: true, cancelable: true });
      Object.defineProperty(event, 'timeStamp', { value: timeStamp });
      document.body.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(turn(100, false, 1_000)).toBe(false);
    for (const at of [1_000, 1_020, 1_100]) expect(turn(-30, true, at)).toBe(true);
    expect(turn(100, true, 1_400)).toBe(true);
    await waitFor(() => expect(host.asks('zoom')).toEqual([{ step: 'larger' }, { step: 'smaller' }]));
  });
});

describe('Help', () => {
  const pages = [
    ['verdicts', 'What is wrong with my guest?', /a contact, a group or another account owns/i],
    ['options', 'What do the two options cost?', /30 days the original account can be put back/],
    ['ask', 'Whom do I ask?', /Exchange Administrator/],
    ['limits', 'What may this app do?', /It never/],
    ['keys', 'Keyboard shortcuts', /Ctrl and \+/],
    ['sent', 'What is sent where', /No telemetry/],
  ] as const;

  it.each(pages)('has a page “%s” beside the settings, and gives reading back', async (id, title, said) => {
    await open(story());
    await fireEvent.click(screen.getByTestId('nav-help'));
    await focused(await heading('Help'));
    expect(screen.getByTestId('nav-help').getAttribute('aria-current')).toBe('page');
    await fireEvent.click(screen.getByTestId(`help-${id}`));
    const page = await screen.findByTestId('help-page');
    await focused(within(page).getByRole('heading', { name: title }));
    expect(page.textContent).toMatch(said);
    await heading('Settings');
    await press('Back');
    await focused(await screen.findByTestId(`help-${id}`));
  });

  it('says of each verdict there is what it means', async () => {
    await open(story());
    await fireEvent.click(screen.getByTestId('nav-help'));
    await press(/^What is wrong with my guest/);
    const page = await screen.findByTestId('help-page');
    const verdicts = [...page.querySelectorAll<HTMLElement>('[data-verdict]')];
    expect(verdicts).toHaveLength(14);
    expect(new Set(verdicts.map((it) => it.querySelector('dd')?.textContent)).size).toBe(14);
  });

  it('is one press away from a verdict, and leads back to it', async () => {
    await open(story());
    await search();
    await press('What is this?');
    const page = await screen.findByTestId('help-page');
    await focused(within(page).getByRole('heading', { name: 'What is wrong with my guest?' }));
    await fireEvent.keyDown(page, { key: 'Escape' });
    await focused(await screen.findByRole('heading', { name: /Pieter Jansen/ }));
  });

  it.each([
    ['F1', {}],
    ['?', { ctrlKey: true, shiftKey: true }],
  ])('is opened at the keys by %s, and closed by Esc', async (name, more) => {
    await open(story());
    await key(name, { ctrlKey: false, ...more });
    const page = await screen.findByTestId('help-page');
    for (const it of ['F3', 'F5', 'Ctrl+H', 'Esc', 'F1']) expect(page.textContent).toContain(it);
    await fireEvent.keyDown(page, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByTestId('settings')).toBeNull());
  });
});

describe('The diagnostic report', () => {
  it('can be read and not written in, and what is seen is what is copied', async () => {
    const copied: string[] = [];
    vi.stubGlobal('navigator', {
      ...navigator,
      clipboard: { writeText: (it: string) => void copied.push(it) },
    });
    const host = story();
    await settings(host);
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Diagnostic report' });
    expect(field.readOnly).toBe(true);
    expect(field.value).toBe(report);
    await press(/^Copy ?: Diagnostic report/);
    await waitFor(() => expect(copied).toEqual([field.value]));
  });

  it('is made anew when what it says was changed beside it', async () => {
    const host = story();
    await settings(host);
    const before = host.asks('diagnostic_report').length;
    host.answers('diagnostic_report', { text: 'language en, theme dark' });
    await choose('theme', 'dark');
    await waitFor(() =>
      expect(screen.getByTestId<HTMLTextAreaElement>('report').value).toBe('language en, theme dark'),
    );
    expect(host.asks('diagnostic_report').length).toBeGreaterThan(before);
  });

  it('that cannot be made says why, and nothing can be copied', async () => {
    const host = story().refuses('diagnostic_report', problem('internal'));
    await open(host);
    await fireEvent.click(screen.getByTestId('nav-settings'));
    await screen.findByRole('alert');
    expect(screen.queryByTestId('report')).toBeNull();
    expect(screen.queryByRole('button', { name: /^Copy ?: Diagnostic report/ })).toBeNull();
  });
});
