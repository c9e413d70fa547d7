import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { HandedView } from '../src/host/contract';
import { ScriptedHost, later, pieter, plan, problem, signedIn, status } from './scripted-host';
import { announced, buttons, dialog, drained, open, press, search, searchBox } from './user';

/** Somebody who is signed in; `hand` is a second start. */
function story(first = signedIn()) {
  const starts: ((handed: HandedView) => void)[] = [];
  const come: HandedView[] = [];
  const host = new ScriptedHost()
    .answers('status', first)
    .answers('groups', { groups: [] })
    .answers('find', ({ address }) => pieter({ searched: address }))
    .answers('preview', plan())
    .answers('handed', () => {
      const there = come.shift();
      if (there) return there;
      const next = later<HandedView>();
      starts.push(next.give);
      return next.promise;
    });
  const hand = (address: string | null, handOver: string | null = null) => {
    const waiting = starts.shift();
    const handed = { address, handOver };
    if (waiting) waiting(handed);
    else come.push(handed);
  };
  return { host, hand };
}
const looks = (host: ScriptedHost) => host.asks('find').map((ask) => ask.address);

describe('A second start of the app', () => {
  it('leads the window to the guest it names, whatever screen is there', async () => {
    const { host, hand } = story();
    host.answers('history', { entries: [], damaged: false, end: 'whole', keptAside: [] });
    await open(host);
    await press('History');
    hand('jan@fabrikam.nl');
    await waitFor(() => expect(looks(host)).toEqual(['jan@fabrikam.nl']));
    expect(searchBox().value).toBe('jan@fabrikam.nl');
  });

  it('waits while a preview is open, says so there, and is looked at when it is closed', async () => {
    const { host, hand } = story();
    await open(host);
    await search();
    await press(/^Keep one address/);
    await dialog('Keep one address');
    hand('jan@fabrikam.nl');
    await waitFor(() => expect(announced().join()).toContain('It waits until this is closed'));
    await drained();
    expect(looks(host)).toEqual(['pieter@northwindtraders.com']);
    await press('Cancel', await dialog('Keep one address').then((it) => within(it)));
    await waitFor(() => expect(looks(host).at(-1)).toBe('jan@fabrikam.nl'));
  });

  it('with more than one thing shows the first; the others wait for a press', async () => {
    const { host, hand } = story();
    await open(host);
    await search();
    await press(/^Keep one address/);
    const preview = within(await dialog('Keep one address'));
    for (const address of ['a@fabrikam.nl', 'b@fabrikam.nl', 'c@fabrikam.nl']) hand(address);
    await waitFor(() => expect(document.body.textContent).toMatch(/a@fabrikam\.nl\W+and \W*2\W* more/));
    await press('Cancel', preview);
    await waitFor(() => expect(looks(host).at(-1)).toBe('a@fabrikam.nl'));
    await drained();
    expect(looks(host)).not.toContain('b@fabrikam.nl');
    await press('Look at it');
    await waitFor(() => expect(looks(host).at(-1)).toBe('b@fabrikam.nl'));
    await press('Leave it');
    expect(buttons('Look at it')).toEqual([]);
    expect(looks(host)).not.toContain('c@fabrikam.nl');
  });

  it('waits until somebody is signed in', async () => {
    const { host, hand } = story(status());
    host.answers('sign_in', signedIn());
    await open(host);
    hand('jan@fabrikam.nl');
    await waitFor(() => expect(announced().join()).toContain('As soon as you have signed in'));
    expect(looks(host)).toEqual([]);
  });

  it('with a file opens it as if it had been chosen here: nothing of it is believed or shown as it is', async () => {
    const { host, hand } = story();
    host.refuses('read_hand_over', problem('hand-over-elsewhere', { organisation: 'Fabrikam' }));
    await open(host);
    const text = '{\n "kind": "hand-over", "note": "\u202e" }';
    hand(null, text);
    expect((await screen.findByRole('alert')).textContent).toContain('another organisation');
    expect(host.asks('read_hand_over').map((ask) => ask.text)).toEqual([text]);
    expect(host.asks('open_hand_over')).toEqual([]);
    expect(host.asks('confirm')).toEqual([]);
  });

  it('with a misleading address shows it as it can be read', async () => {
    const { host, hand } = story(status());
    await open(host);
    hand('jan\u202e@fabrikam.nl');
    await waitFor(() => expect(announced().join()).toContain('jan\ufffd@fabrikam.nl'));
  });
});
