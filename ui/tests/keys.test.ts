import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import type { RecentSearches } from '../src/host/contract';
import { ScriptedHost, pieter, plan, problem, signedIn, status } from './scripted-host';
import { buttons, dialog, drained, field, open, press, search, searchBox, type } from './user';

const story = () =>
  new ScriptedHost()
    .answers('status', signedIn())
    .answers('groups', { groups: [] })
    .answers('history', { entries: [], damaged: false, end: 'whole', keptAside: [] })
    .answers('find', ({ address }) => pieter({ searched: address }))
    .answers('preview', plan());
const key = (name: string, more: KeyboardEventInit = {}, at: Element = document.body) =>
  fireEvent.keyDown(at, { key: name, ...more });
const paste = (text: string, at: Element = document.body) => {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { getData: () => text } });
  at.dispatchEvent(event);
  return event.defaultPrevented;
};
const focused = (element: Element) => waitFor(() => expect(document.activeElement).toBe(element));

describe('A key from anywhere', () => {
  it('leads to the search and to History', async () => {
    await open(story());
    await key('h', { ctrlKey: true });
    await waitFor(() => expect(screen.queryByTestId('history')).not.toBeNull());
    await key('F3');
    await waitFor(() => expect(document.activeElement).toBe(searchBox()));
  });

  it('looks again at the guest on screen, whatever was typed since', async () => {
    const host = story();
    await open(host);
    await search();
    await type(/^Guest/, 'somebody else');
    await key('F5');
    await waitFor(() => expect(host.asks('find')).toHaveLength(2));
    expect(host.asks('find')[1]?.address).toBe('pieter@northwindtraders.com');
  });

  it('closes what lies open, and gives reading back', async () => {
    await open(story().answers('find', pieter({ asks: [{ remedy: 'set-mail', roles: [] }] })));
    await search();
    await fireEvent.click(await screen.findByTestId('ask-open'));
    await screen.findByTestId('ask-panel');
    await key('Escape');
    await waitFor(() => expect(screen.queryByTestId('ask-panel')).toBeNull());
  });

  it('does nothing while a preview is open, and nobody is led away from it', async () => {
    const host = story();
    await open(host);
    await search();
    await press(/^Keep one address/);
    await dialog('Keep one address');
    for (const name of ['F1', 'F3', 'F5']) await key(name);
    await key('h', { ctrlKey: true });
    expect(paste('jan@fabrikam.nl')).toBe(false);
    await drained();
    expect(host.asks('find')).toHaveLength(1);
    expect(host.asks('history')).toHaveLength(0);
    expect(searchBox().value).toBe('pieter@northwindtraders.com');
    expect(screen.queryByTestId('settings')).toBeNull();
  });

  it('is not taken from a field, from what composes a character, or from another combination', async () => {
    const host = story();
    await open(host);
    await key('Escape', {}, searchBox());
    await key('F3', { altKey: true });
    await key('F1', { shiftKey: true });
    await key('?', { shiftKey: true });
    await key('h');
    await drained();
    expect(host.asks('history')).toHaveLength(0);
    expect(screen.queryByTestId('settings')).toBeNull();
  });

  it('opens History from the field one has just searched with, but where the field has that key for itself', async () => {
    const host = story();
    await open(host);
    const mac = vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Mozilla/5.0 (Macintosh)');
    await key('h', { ctrlKey: true }, searchBox());
    await drained();
    expect(host.asks('history')).toHaveLength(0);
    mac.mockRestore();
    await key('h', { ctrlKey: true }, searchBox());
    await screen.findByTestId('history');
  });

  it('does nothing before somebody is signed in', async () => {
    await open(new ScriptedHost().answers('status', status()));
    await key('F1');
    expect(paste('jan@fabrikam.nl')).toBe(false);
    expect(screen.queryByTestId('settings')).toBeNull();
  });
});

describe('What is pasted where no field is', () => {
  it('stands in the search, which waits for Enter', async () => {
    const host = story();
    await open(host);
    await key('h', { ctrlKey: true });
    await screen.findByTestId('history');
    expect(paste(' jan@fabrikam.nl\r\n')).toBe(true);
    await waitFor(() => expect(searchBox().value).toBe('jan@fabrikam.nl'));
    await focused(searchBox());
    await drained();
    expect(host.asks('find')).toHaveLength(0);
  });

  it('is bounded, and nothing at all changes nothing', async () => {
    await open(story());
    expect(paste('  \n ')).toBe(false);
    paste('x'.repeat(1_000_000));
    await waitFor(() => expect(searchBox().value).toHaveLength(2_001));
  });

  it('into a field is that field’s', async () => {
    await open(story());
    expect(paste('jan@fabrikam.nl', field(/^Guest/))).toBe(false);
    expect(searchBox().value).toBe('');
  });
});

describe('Recent searches', () => {
  const two: RecentSearches = {
    kept: false,
    searches: [
      { address: 'jan@fabrikam.nl', verdict: 'conflict', at: '2026-11-26T09:00:00Z' },
      { address: 'sofie@fabrikam.nl', verdict: 'healthy', at: '2026-11-26T08:00:00Z' },
    ],
  };

  it('say what was found, and one press looks again', async () => {
    const host = story().answers('recent', two);
    await open(host);
    const row = await screen.findByRole('button', { name: /jan@fabrikam\.nl.*Address conflict/ });
    await fireEvent.click(row);
    await waitFor(() => expect(host.asks('find').map((ask) => ask.address)).toEqual(['jan@fabrikam.nl']));
    expect(searchBox().value).toBe('jan@fabrikam.nl');
  });

  it('are kept only when that is switched on, and removed with one press', async () => {
    const host = story()
      .answers('recent', two)
      .answers('keep_recent', ({ kept }) => ({ ...two, kept }))
      .answers('forget_recent', { kept: true, searches: [] });
    await open(host);
    const keep = await screen.findByRole<HTMLInputElement>('checkbox', { name: /Keep them/ });
    expect(keep.checked).toBe(false);
    await fireEvent.click(keep);
    await screen.findByText(/They stay on this computer/);
    expect(host.asks('keep_recent')).toEqual([{ kept: true }]);
    await press('Remove all');
    await screen.findByText('Nobody was looked up yet.');
    expect(buttons('Remove all')).toEqual([]);
  });

  it('that cannot be written say so, and one that is not there takes nothing away', async () => {
    const host = story()
      .answers('recent', two)
      .refuses('keep_recent', problem('file-trouble', { file: 'recent.json' }));
    await open(host);
    await fireEvent.click(await screen.findByRole('checkbox', { name: /Keep them/ }));
    expect((await screen.findByRole('alert')).textContent).toContain('recent.json');
  });

  it('are not there before there are any', async () => {
    await open(story());
    await drained();
    expect(screen.queryByTestId('recent')).toBeNull();
  });
});
