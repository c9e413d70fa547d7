import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { Glance, GuestsOfGroups, ListedGroup, ListedGuest, OwnedGroup } from '../src/host/contract';
import { MyGroups } from '../src/state/my-groups.svelte';
import { plain } from '../src/words/words.svelte';
import { ScriptedHost, later, pieter, problem, signedIn } from './scripted-host';
import { button, drained, field, open, press, type } from './user';

const group = (id: string): OwnedGroup => ({ id, displayName: `Group ${id}`, mail: `${id}@contoso.nl` });
const guest = (name: string, glance: Glance = 'no-fault'): ListedGuest => ({
  id: name.toLowerCase(),
  displayName: name,
  address: `${name.toLowerCase()}@fabrikam.nl`,
  typed: `${name.toLowerCase()}@fabrikam.nl`,
  glance,
  reason: glance === 'no-fault' ? null : 'no-main-address',
});
const read = (id: string, guests: ListedGuest[] = [], notShown = 0): ListedGroup => ({
  id,
  readAt: '2026-11-26T21:00:00Z',
  list: { is: 'read', guests, notShown },
});
const owning = (...ids: string[]) =>
  new ScriptedHost().answers('owned_groups', { groups: ids.map(group) }).answers('cancel', {});
/** The one at this place, which is there. */
function take<T>(all: readonly T[], at: number): T {
  const one = all[at];
  if (one === undefined) throw new Error(`there is no ${String(at)}`);
  return one;
}
const many = (count: number) => Array.from({ length: count }, (_, at) => `g${String(at)}`);

describe('Reading the groups one owns', () => {
  it('asks about twenty at once, one batch after the other, and each is there when it came', async () => {
    const batches = [later<GuestsOfGroups>(), later<GuestsOfGroups>(), later<GuestsOfGroups>()];
    let asked = 0;
    const host = owning(...many(45)).answers('guests_of_groups', () => take(batches, asked++).promise);
    const groups = new MyGroups(host);
    const opening = groups.open();
    await drained();
    expect([groups.read, groups.chosen, groups.isBeingRead('g0'), groups.isBeingRead('g20')]).toEqual([
      0,
      'g0',
      true,
      false,
    ]);
    take(batches, 0).give({ groups: many(20).map((id) => read(id)) });
    await drained();
    expect([groups.read, groups.isBeingRead('g20')]).toEqual([20, true]);
    take(batches, 1).give({
      groups: many(40)
        .slice(20)
        .map((id) => read(id)),
    });
    take(batches, 2).give({
      groups: many(45)
        .slice(40)
        .map((id) => read(id)),
    });
    await opening;
    expect(groups.read).toBe(45);
    expect(host.asks('guests_of_groups').map((ask) => ask.groups.length)).toEqual([20, 20, 5]);
  });

  it('keeps what was read when it is stopped, and goes on with the rest, the chosen one first', async () => {
    const second = later<GuestsOfGroups>();
    let answered = 0;
    const answers = [Promise.resolve({ groups: many(20).map((id) => read(id)) }), second.promise];
    const host = owning(...many(30)).answers('guests_of_groups', () => take(answers, answered++));
    host.answers('cancel', () => {
      second.refuse(problem('cancelled', { kind: 'cancelled' }));
      return {};
    });
    const groups = new MyGroups(host);
    const opening = groups.open();
    await drained();
    await groups.stop();
    await opening;
    expect([groups.read, groups.stopped, groups.reading.problem]).toEqual([20, true, null]);
    expect(groups.list('g25')).toBeNull();
    groups.choose('g25');
    host.answers('guests_of_groups', (ask) => ({ groups: ask.groups.map((id) => read(id)) }));
    await groups.goOn();
    const asked = host.asks('guests_of_groups').at(-1)?.groups;
    expect([asked?.[0], asked?.length, groups.read, groups.stopped]).toEqual(['g25', 10, 30, false]);
  });

  it('says so when a batch came back with less than was asked for', async () => {
    const host = owning('a', 'b').answers('guests_of_groups', { groups: [read('a')] });
    const groups = new MyGroups(host);
    await groups.open();
    expect([groups.read, groups.stopped]).toEqual([1, true]);
  });

  it('does not take a group that failed for one that was read to its end', async () => {
    const failed: ListedGroup = {
      ...read('a'),
      list: { is: 'failed', problem: problem('unreachable', { kind: 'unreachable' }) },
    };
    const host = owning('a', 'b').answers('guests_of_groups', { groups: [failed, read('b')] });
    const groups = new MyGroups(host);
    await groups.open();
    await groups.goOn();
    expect(host.asks('guests_of_groups').at(-1)?.groups).toEqual(['a']);
  });

  it.each([
    ['done', 2],
    ['interrupted', 2],
    ['unknown', 2],
    ['not-yet-visible', 2],
    ['refused', 1],
    ['failed', 1],
    ['cancelled', 1],
  ] as const)(
    'reads again after a change that ended as %s, if it may have changed something',
    async (outcome, times) => {
      const host = owning('a').answers('guests_of_groups', { groups: [read('a')] });
      const groups = new MyGroups(host);
      await groups.open();
      groups.changed(outcome);
      await groups.open();
      await groups.open();
      expect(host.asks('guests_of_groups')).toHaveLength(times);
    },
  );

  it('tells nobody else what somebody read', async () => {
    const answer = later<GuestsOfGroups>();
    const host = owning('a').answers('guests_of_groups', () => answer.promise);
    const groups = new MyGroups(host);
    void groups.open();
    await drained();
    groups.forget();
    answer.give({ groups: [read('a', [guest('Jan')])] });
    await drained();
    expect([groups.groups, groups.list('a'), groups.chosen]).toEqual([null, null, null]);
  });

  it('filters by how they stand and by name, accents or not, and keeps the order it was given', () => {
    const groups = new MyGroups(owning());
    const all = [guest('Jan', 'no-mail'), guest('Zoë'), guest('Anna')];
    groups.text = ' zoe ';
    expect(groups.shown(all).map((it) => it.displayName)).toEqual(['Zoë']);
    groups.text = 'FABRIKAM';
    expect(groups.shown(all)).toEqual(all);
    groups.glance = 'no-mail';
    expect(groups.shown(all).map((it) => it.displayName)).toEqual(['Jan']);
  });
});

const guests = [guest('Jan', 'no-mail'), guest('Dirk', 'attention'), guest('Anna')];
const working = (list: ListedGroup = read('a', guests)) =>
  owning('a', 'b')
    .answers('status', signedIn())
    .answers('groups', { groups: [] })
    .answers('find', pieter())
    .answers('guests_of_groups', { groups: [list, read('b')] });

async function atGroups(host: ScriptedHost): Promise<void> {
  await open(host);
  await press('Groups');
  await screen.findByRole('heading', { name: 'My groups' });
}
const list = () => within(screen.getByRole('region', { name: 'Group a' }));
const rows = () =>
  within(list().getByRole('list', { name: /^Guests in/ }))
    .getAllByRole('button')
    .map((row) => plain(row.querySelector('strong')?.textContent ?? ''));

describe('My groups on screen', () => {
  it('shows the worst first, what is not known as such, and what a list cannot tell', async () => {
    await atGroups(working(read('a', guests, 2)));
    await waitFor(() => expect(rows()).toEqual(['Jan', 'Dirk', 'Anna']));
    list().getByText(/^.?2.? members are not shown to you/);
    list().getByText(/“No fault found” does not say that mail arrives/);
    const states = screen.getAllByTestId('my-group-state').map((it) => plain(it.textContent).trim());
    expect(states).toEqual(['1 gets no mail', 'no guests']);
  });

  it('never calls a group without guests that whose members are not shown', async () => {
    await atGroups(working(read('a', [], 2)));
    await waitFor(() => list().getByTestId('guests-not-shown'));
    expect(list().queryByTestId('guests-none')).toBeNull();
    expect(plain(screen.getAllByTestId('my-group-state')[0]?.textContent ?? '').trim()).toBe('2 unclear');
  });

  for (const [is, words] of [
    ['hidden', 'This group hides its members'],
    ['not-owned', 'You no longer own this group'],
    ['gone', 'This group is no longer there'],
  ] as const) {
    it(`says of a group that is ${is} why it has no list`, async () => {
      await atGroups(working({ ...read('a'), list: { is } }));
      await waitFor(() => list().getByText(words));
      expect(list().queryByTestId('guests-none')).toBeNull();
      expect(list().queryByTestId('guests-export')).toBeNull();
    });
  }

  it('says that nobody is like that, and shows all again', async () => {
    await atGroups(working());
    await waitFor(() => rows());
    await type('Filter by name or address', 'nobody');
    list().getByText('No guest matches');
    await press('Show all', list());
    expect(rows()).toHaveLength(3);
    expect(field('Filter by name or address').value).toBe('');
  });

  it('goes through the rows by arrow, opens one with its group chosen, and comes back to it', async () => {
    const host = working();
    await atGroups(host);
    await waitFor(() => rows());
    const first = list().getByRole('button', { name: /^Jan/ });
    first.focus();
    await fireEvent.keyDown(first, { key: 'ArrowDown' });
    const second = list().getByRole('button', { name: /^Dirk/ });
    expect(document.activeElement).toBe(second);
    await fireEvent.click(second);
    await screen.findByTestId('verdict');
    expect(host.asks('find').at(-1)).toMatchObject({
      address: 'dirk@fabrikam.nl',
      group: 'a',
      guest: 'dirk',
    });
    await screen.findByRole('button', { name: /^Back to/ });
    await fireEvent.keyDown(document.body, { key: 'Escape' });
    await waitFor(() => {
      expect(document.activeElement?.getAttribute('data-guest')).toBe('dirk');
    });
    expect(host.asks('guests_of_groups')).toHaveLength(1);
  });

  it('has a way on for whoever owns no group', async () => {
    await atGroups(owning().answers('status', signedIn()).answers('groups', { groups: [] }));
    await screen.findByText('You own no group with mail');
    await press('Look up a guest');
    expect(button('Guest').getAttribute('aria-current')).toBe('page');
  });

  it('is not there for a guest, who may not look', async () => {
    const asGuest = signedIn();
    if (asGuest.account) asGuest.account.role = { kind: 'guest', name: 'Guest' };
    await open(new ScriptedHost().answers('status', asGuest).answers('groups', { groups: [] }));
    expect(screen.queryByRole('button', { name: 'Groups' })).toBeNull();
  });

  it('saves the group that is on screen, and says where', async () => {
    const host = working().answers('save_guests', { path: '/documents/a.csv', text: '' });
    await atGroups(host);
    await waitFor(() => rows());
    await press('Export');
    await waitFor(() => list().getByText('/documents/a.csv'));
    expect(host.asks('save_guests')).toEqual([{ group: 'a' }]);
  });
});
