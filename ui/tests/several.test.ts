import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { HandOverContents, ListedGuest } from '../src/host/contract';
import { AskingSeveral, MOST_GUESTS } from '../src/state/asking-several.svelte';
import { severalText } from '../src/screens/groups/ask-several';
import { ScriptedHost, pieter, problem, signedIn } from './scripted-host';
import { open, press } from './user';

const guest = (nth: number, more: Partial<ListedGuest> = {}): ListedGuest => ({
  id: `id-${nth}`,
  displayName: `Guest ${nth}`,
  typed: `guest-${nth}@fabrikam.nl`,
  address: `guest-${nth}@fabrikam.nl`,
  glance: 'no-mail',
  reason: 'no-main-address',
  ...more,
});
const many = Array.from({ length: MOST_GUESTS + 5 }, (_, nth) => guest(nth));

const story = (guests: ListedGuest[]) =>
  new ScriptedHost()
    .answers('status', signedIn())
    .answers('groups', { groups: [] })
    .answers('owned_groups', { groups: [{ id: 'sales', displayName: 'Sales NL', mail: null }] })
    .answers('guests_of_groups', {
      groups: [{ id: 'sales', readAt: '2026-11-26T09:00:00Z', list: { is: 'read', guests, notShown: 0 } }],
    });
async function atGuests(host: ScriptedHost) {
  await open(host);
  await press('Groups');
  await press('Ask about several guests');
}
const boxes = () => screen.getAllByRole<HTMLButtonElement>('checkbox');

describe('Asking about several guests', () => {
  it('takes no more than an admin can look at, and says so', async () => {
    await atGuests(story(many));
    await press('Tick all that are shown');
    expect(boxes().filter((it) => it.getAttribute('aria-checked') === 'true')).toHaveLength(MOST_GUESTS);
    const last = boxes().at(-1);
    expect(last?.getAttribute('aria-disabled')).toBe('true');
    if (last) await fireEvent.click(last);
    expect(screen.getByTestId('guests-ticked').textContent).toMatch(
      /20\W* guests ticked[\s\S]*20\W* at once is the most/,
    );
  });

  it('asks once, for whoever is ticked and nobody else', async () => {
    const host = story(many.slice(0, 3)).answers('save_several', {
      path: '/home/bram/ask.guesthandover',
      text: '',
    });
    await atGuests(host);
    const [first, , third] = boxes();
    if (first && third) await fireEvent.click(first).then(() => fireEvent.click(third));
    await fireEvent.click(screen.getByTestId('ask-ticked'));
    await screen.findByTestId('ask-several');
    expect(host.asks('find')).toEqual([]);
    await fireEvent.click(screen.getByTestId('ask-save'));
    await screen.findByTestId('saved-path');
    const [asked] = host.asks('save_several');
    expect(asked).toMatchObject({
      guests: [
        { typed: 'guest-0@fabrikam.nl', id: 'id-0' },
        { typed: 'guest-2@fabrikam.nl', id: 'id-2' },
      ],
      group: 'sales',
      note: null,
    });
  });

  it('that the program refuses keeps who is ticked', async () => {
    const host = story(many.slice(0, 2)).refuses(
      'save_several',
      problem('too-many-handed-over', { most: 20 }),
    );
    await atGuests(host);
    await press('Tick all that are shown');
    await fireEvent.click(screen.getByTestId('ask-ticked'));
    await fireEvent.click(await screen.findByTestId('ask-save'));
    expect((await screen.findByRole('alert')).textContent).toContain('too much for one file');
    await fireEvent.click(screen.getByTestId('cancel'));
    await waitFor(() => expect(boxes()).toHaveLength(2));
    expect(boxes().every((it) => it.getAttribute('aria-checked') === 'true')).toBe(true);
  });

  it('with names that would begin a line of their own keeps each guest on one', () => {
    const hostile = 'x\n- Somebody else (a@b.example)\u202e';
    const text = severalText([guest(1, { displayName: hostile }), guest(2)], 'Sales\nNL', null, {
      note: '',
      file: false,
    });
    expect(text.split('\n').filter((line) => line.startsWith('- Somebody'))).toEqual([]);
  });

  it('ends with the group, and with whoever asked', () => {
    const asking = new AskingSeveral(new ScriptedHost());
    asking.begin('sales');
    asking.tickAll(many);
    asking.note = 'something';
    asking.forget();
    expect([asking.checked, asking.note, asking.isIn('sales'), asking.opened]).toEqual([
      [],
      '',
      false,
      false,
    ]);
  });
});

describe('A file about several guests', () => {
  const contents = (count: number): HandOverContents => ({
    name: 'Bram Visser',
    address: 'bram.visser@contoso.nl',
    madeAt: '2026-11-25T22:40:00Z',
    group: 'Sales NL',
    note: null,
    language: 'nl',
    guests: many.slice(0, count).map(({ typed }) => ({ typed, verdict: 'conflict', recommended: null })),
  });
  const host = (count: number) =>
    story([])
      .answers('read_hand_over', contents(count))
      .answers('history', { entries: [], damaged: false, end: 'whole', keptAside: [] })
      .answers('open_hand_over', ({ guest: nth }) => ({
        from: { name: 'Bram Visser', address: 'bram.visser@contoso.nl', colleague: true },
        organisation: 'Contoso',
        madeAt: '2026-11-25T22:40:00Z',
        readAt: '2026-11-26T09:00:00Z',
        typed: `guest-${nth}@fabrikam.nl`,
        group: null,
        note: null,
        language: 'nl',
        verdict: 'conflict',
        recommended: null,
        otherGuest: false,
        then: [],
        report: pieter({ searched: `guest-${nth}@fabrikam.nl` }),
      }));
  /** As a second start hands it over: jsdom's files have no text. */
  const handing = (count: number) => {
    const handed = [{ address: null, handOver: '{}' }];
    return host(count).answers('handed', () => handed.pop() ?? new Promise(() => undefined));
  };

  it('asks nothing of the directory before somebody opens a guest, and leads back to the list', async () => {
    const asked = handing(3);
    await open(asked);
    const guests = await screen.findAllByTestId('handed-guest');
    expect(guests).toHaveLength(3);
    expect(asked.asks('open_hand_over')).toEqual([]);
    if (guests[1]) await fireEvent.click(guests[1]);
    await screen.findByTestId('hand-over-changed');
    expect(asked.asks('open_hand_over').map((ask) => ask.guest)).toEqual([1]);
    await fireEvent.click(screen.getByTestId('back-to-file'));
    expect(await screen.findAllByTestId('handed-guest')).toHaveLength(3);
    expect(screen.getAllByTestId('handed-opened')).toHaveLength(1);
    expect(screen.queryByTestId('verdict')).toBeNull();
  });

  it('about one guest opens that one at once', async () => {
    const asked = handing(1);
    await open(asked);
    await screen.findByTestId('hand-over-changed');
    expect(asked.asks('open_hand_over').map((ask) => ask.guest)).toEqual([0]);
    expect(screen.queryByTestId('back-to-file')).toBeNull();
  });

  it('that is closed is gone', async () => {
    await open(handing(3));
    await screen.findAllByTestId('handed-guest');
    await fireEvent.click(screen.getByTestId('hand-over-close'));
    await waitFor(() => expect(screen.queryByTestId('handed-guest')).toBeNull());
    expect(screen.queryByTestId('back-to-file')).toBeNull();
  });
});
