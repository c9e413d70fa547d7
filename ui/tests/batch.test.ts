import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { beforeAll, describe, expect, it } from 'vitest';
import type { BatchGuest, BatchPlanView, BatchUpdate, BatchView, PlannedGuest } from '../src/host/contract';
import { plain } from '../src/words/words.svelte';
import { later, problem } from './scripted-host';
import { SurveyHost, found, view } from './survey-stories';
import { button, dialog, drained, field, open, press, type } from './user';

// What the app reads when somebody comes to it is there already: reading it is not what takes the time of a story.
beforeAll(async () => {
  await import('../src/screens/all-guests/AllGuests.svelte');
  await import('../src/screens/batch/BatchDialog.svelte');
}, 60_000);

const names = (count: number) => Array.from({ length: count }, (_, at) => `Guest${String(at)}`);
const planned = (name: string, more: Partial<PlannedGuest> = {}): PlannedGuest => ({
  id: name.toLowerCase(),
  displayName: name,
  changes: [{ property: 'mail', before: [], after: [`${name.toLowerCase()}@fabrikam.nl`] }],
  warnings: [],
  ...more,
});
const plan = (count: number, more: Partial<BatchPlanView> = {}): BatchPlanView => ({
  id: 'plan-1',
  remedy: 'set-mail',
  chosen: count,
  readAt: '2026-11-22T22:43:00Z',
  guests: names(count).map((name) => planned(name)),
  notes: [],
  leftOut: [],
  confirmNumber: count > 10 ? count : null,
  undo: 'impossible',
  ...more,
});
const guest = (name: string, more: Partial<BatchGuest> = {}): BatchGuest => ({
  id: name.toLowerCase(),
  displayName: name,
  change: null,
  running: false,
  outcome: null,
  leftOut: null,
  problem: null,
  ...more,
});
const batch = (
  phase: BatchView['phase'],
  guests: BatchGuest[],
  more: Partial<BatchView> = {},
): BatchView => ({
  id: 'batch-1',
  remedy: 'set-mail',
  phase,
  done: guests.filter((it) => it.outcome !== null).length,
  total: guests.length,
  guests,
  ...more,
});

/** A host whose news of the batch come when the story says so. */
class BatchHost extends SurveyHost {
  #told: BatchUpdate[] = [];
  #asking: ((news: BatchUpdate) => void) | null = null;
  #last = 0;

  constructor(count: number) {
    super();
    this.tells(
      view(),
      names(count).map((name) => found(name)),
    );
    this.answers('watch_batch', () => {
      const first = this.#told.shift();
      return first ?? new Promise((resolve) => (this.#asking = resolve));
    });
    this.answers('confirm_batch', { batch: 'batch-1' }).answers('continue_batch', {});
  }

  now(news: BatchView): this {
    this.#last += 1;
    const update = { sequence: this.#last, batch: news };
    const asking = this.#asking;
    this.#asking = null;
    if (asking) asking(update);
    else this.#told.push(update);
    return this;
  }
}

/** Everybody of the list is chosen, and what is done for all is begun. */
async function begin(host: SurveyHost): Promise<void> {
  await open(host);
  await press('All guests');
  await screen.findByTestId('guest-list');
  await fireEvent.click(screen.getByRole('checkbox', { name: /^Choose all/ }));
  await fireEvent.click(screen.getByTestId('repair-many'));
}
const said = (testid: string) => plain(screen.getByTestId(testid).textContent).replace(/\s+/g, ' ').trim();

describe('The preview of many', () => {
  it('is read guest by guest, which is seen, and can be stopped', async () => {
    const answer = later<BatchPlanView>();
    const host = new BatchHost(3).answers('preview_batch', () => answer.promise) as BatchHost;
    host.answers('cancel', () => {
      answer.refuse(problem('cancelled', { kind: 'cancelled' }));
      return {};
    });
    await begin(host);
    await dialog('Reading every guest afresh');
    const [ask] = host.asks('preview_batch');
    expect(ask).toMatchObject({ remedy: 'set-mail', guests: ['guest0', 'guest1', 'guest2'] });
    host.now(batch('reading', [], { id: ask?.ticket ?? '', done: 2, total: 3 }));
    await waitFor(() => expect(said('batch-read')).toBe('2 of 3 read'));
    await fireEvent.click(screen.getByTestId('batch-read-stop'));
    expect(host.asks('cancel')).toEqual([{ ticket: ask?.ticket }]);
    await screen.findByRole('alert');
    await press('Cancel');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says who changes, and of each before and after; who is left out, and why', async () => {
    const host = new BatchHost(5).answers(
      'preview_batch',
      plan(2, {
        chosen: 5,
        leftOut: [
          { id: 'ronald', displayName: 'Ronald', why: { code: 'nothing-to-repair' } },
          { id: 'isabelle', displayName: 'Isabelle', why: { code: 'address-owned', owner: 'Het Lepeltje' } },
          { id: 'priya', displayName: 'Priya', why: { code: 'not-allowed' } },
        ],
      }),
    );
    await begin(host);
    const shown = await dialog(/^Set the main address of .2. guests/);
    within(shown).getByText(/Of .?5.? selected guests\. Read afresh at/);
    const first = plain(screen.getAllByTestId('planned')[0]?.textContent ?? '').replace(/\s+/g, ' ');
    expect(first).toMatch(/Guest0 ?empty ?guest0@fabrikam\.nl/);
    const out = screen
      .getAllByTestId('left-out')
      .map((it) => plain(it.textContent).replace(/\s+/g, ' ').trim());
    expect(out).toEqual([
      'Ronaldthere is nothing to repair any more',
      'IsabelleHet Lepeltje owns the address',
      'Priyayour role may not change this guest',
    ]);
    // Up to ten there is no number to type, and up to eight nothing to filter.
    expect(screen.queryByTestId('confirm-number')).toBeNull();
    expect(screen.queryByTestId('batch-filter')).toBeNull();
    expect(said('undo-view')).toContain('You can choose another main address for each guest later');
    expect(button(/^Set .2. main addresses$/).disabled).toBe(false);
  });

  it('says a warning once, with those whom it is about', async () => {
    const warning = { code: 'membership-may-change', groups: ['Partners Tailspin Toys'] } as const;
    const rules = { ...warning, groups: [...warning.groups] };
    const guests = [
      planned('Sofie', { warnings: [rules] }),
      planned('Tom', { warnings: [rules, { code: 'mail-cannot-be-emptied' }] }),
    ];
    await begin(new BatchHost(2).answers('preview_batch', plan(2, { guests })));
    const shown = await dialog(/^Set the main address/);
    const boxes = [...shown.querySelectorAll('[data-warning]')].map((it) => plain(it.textContent));
    expect(boxes).toHaveLength(1);
    expect(boxes[0]).toContain('Sofie and Tom · Rules of these groups');
  });

  it.each([
    [['Sofie', 'Tom'], 'Sofie and Tom · .* shared with an address that goes may be lost to these guests'],
    [['Sofie'], 'Sofie · .* shared with Sofie@old.example may be lost to the guest'],
  ])('says once what is to be known of each one’s own address: of %j', async (whom, expected) => {
    const goes = (name: string) =>
      planned(name, {
        warnings: [{ code: 'sharepoint-removed-address', addresses: [`${name}@old.example`] }],
      });
    await begin(new BatchHost(2).answers('preview_batch', plan(2, { guests: whom.map(goes) })));
    const shown = await dialog(/^Set the main address/);
    const boxes = [...shown.querySelectorAll('[data-warning]')].map((it) => plain(it.textContent));
    expect(boxes).toEqual([expect.stringMatching(expected)]);
  });

  it('with nobody to change has nothing to confirm', async () => {
    const leftOut = [{ id: 'guest0', displayName: 'Guest0', why: { code: 'gone' } as const }];
    await begin(new BatchHost(1).answers('preview_batch', plan(0, { id: null, chosen: 1, leftOut })));
    await dialog('Nobody would be changed');
    expect(screen.queryByTestId('confirm')).toBeNull();
    await press('Close');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is filtered where there are many', async () => {
    await begin(new BatchHost(12).answers('preview_batch', plan(12)));
    await dialog(/^Set the main address/);
    await type('Filter', 'GUEST11');
    expect(screen.getAllByTestId('planned')).toHaveLength(1);
  });
});

describe('The number that is typed', () => {
  it('opens the button, and goes along with the reason', async () => {
    const host = new BatchHost(12).answers('preview_batch', plan(12)) as BatchHost;
    await begin(host);
    await dialog(/^Set the main address/);
    const act = () => button(/^Set .12. main addresses$/);
    expect(act().disabled).toBe(true);
    screen.getByText('Type the number first.');
    await type(/^Reason or ticket/, ' INC-20431 ');
    await type(/^Type/, '1');
    expect(act().disabled).toBe(true);
    await type(/^Type/, ' 12 ');
    expect(act().disabled).toBe(false);
    await fireEvent.click(act());
    expect(host.asks('confirm_batch')).toEqual([{ plan: 'plan-1', typed: '12', reason: 'INC-20431' }]);
  });

  it('is led to from the reason by Enter, and from there to the button', async () => {
    await begin(new BatchHost(12).answers('preview_batch', plan(12)));
    await dialog(/^Set the main address/);
    field(/^Reason/).focus();
    await fireEvent.keyDown(field(/^Reason/), { key: 'Enter' });
    expect(document.activeElement).toBe(field(/^Type/));
    await type(/^Type/, '12');
    await fireEvent.keyDown(field(/^Type/), { key: 'Enter' });
    expect(document.activeElement).toBe(button(/^Set .12. main addresses$/));
  });

  it('is another one for the program: that is said under the field, which has the focus', async () => {
    const host = new BatchHost(12).answers('preview_batch', plan(12));
    host.refuses('confirm_batch', problem('typed-text-differs', { expected: '12' }));
    await begin(host);
    await dialog(/^Set the main address/);
    await type(/^Type/, '12');
    await press(/^Set .12. main addresses$/);
    await screen.findByText('What you typed is something else');
    await waitFor(() => expect(document.activeElement).toBe(field(/^Type/)));
    expect(field(/^Type/).getAttribute('aria-invalid')).toBe('true');
  });
});

describe('A batch', () => {
  const three = ['Anna', 'Bart', 'Carla', 'Dirk'];
  const running = async (): Promise<BatchHost> => {
    const host = new BatchHost(4).answers('preview_batch', plan(4)) as BatchHost;
    await begin(host);
    await dialog(/^Set the main address/);
    await press(/^Set .4. main addresses$/);
    await dialog('Working on it');
    return host;
  };
  const states = () => screen.getAllByTestId('batch-guest').map((it) => it.dataset['outcome']);

  it('is seen guest by guest, cannot be left, and ends with what became of each', async () => {
    const host = await running();
    host.now(
      batch(
        'running',
        three.map((name, at) =>
          guest(name, at === 0 ? { outcome: 'done' } : at === 1 ? { running: true } : {}),
        ),
      ),
    );
    await waitFor(() => expect(states()).toEqual(['done', 'running', 'waiting', 'waiting']));
    await fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    expect(screen.queryByRole('button', { name: 'Close' })).toBeNull();
    // What is under way is not left by a key either.
    await fireEvent.keyDown(document.body, { key: 'h', ctrlKey: true });
    expect(host.asks('history')).toHaveLength(0);
    host.now(
      batch('done', [
        guest('Anna', { outcome: 'done' }),
        guest('Bart', { outcome: 'refused', problem: problem('unreachable', { kind: 'unreachable' }) }),
        guest('Carla', { leftOut: { code: 'changed-since' } }),
        guest('Dirk', { outcome: 'done' }),
      ]),
    );
    await dialog(/^.2. of .4. changed/);
    expect(states()).toEqual(['refused', 'left-out']);
    const others = screen.getAllByTestId('batch-guest').map((it) => plain(it.textContent));
    expect(others[0]).toContain('No connection');
    expect(others[0]).toContain('Refused: nothing was changed');
    expect(others[1]).toContain('changed since the preview');
    await press('Close');
    expect(screen.queryByRole('dialog')).toBeNull();
    // And the list follows by the news of the check.
    host.tells(
      view(),
      three.map((name) =>
        found(name, { id: `guest${String(three.indexOf(name))}`, repaired: name === 'Anna' }),
      ),
    );
    await waitFor(() => expect(screen.getAllByTestId('repaired')).toHaveLength(1));
    expect(said('check-count')).toBe('3 guests');
  });

  it('stops after three failures and asks: it goes on, or ends there', async () => {
    const host = await running();
    const failed = three.map((name, at) =>
      guest(
        name,
        at < 3 ? { outcome: 'failed', problem: problem('unreachable', { kind: 'unreachable' }) } : {},
      ),
    );
    host.now(batch('asking', failed));
    await dialog('Three in a row were not changed');
    expect(states()).toEqual(['failed', 'failed', 'failed']);
    await press('Go on');
    expect(host.asks('continue_batch')).toEqual([{ batch: 'batch-1' }]);
    host.now(batch('running', failed));
    await dialog('Working on it');
    host.now(batch('asking', failed));
    await dialog('Three in a row were not changed');
    await press('Stop here');
    expect(host.asks('cancel')).toContainEqual({ ticket: 'batch-1' });
    host.now(batch('stopped', failed));
    await dialog('Nobody was changed');
    expect(said('batch-unbegun')).toBe('1 was not begun.');
  });

  it('leads to History, where each of them is', async () => {
    const host = await running();
    host.answers('history', {
      entries: [],
      damaged: false,
      end: 'whole',
      keptAside: [],
    });
    host.now(batch('done', [guest('Anna', { outcome: 'done' })]));
    await dialog(/^.1. of .1. changed/);
    await press('Look in History');
    await screen.findByRole('heading', { name: 'History' });
    await drained();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it.each(['running', 'asking'] as const)(
    'that is %s when the window is loaded anew is there again, as it stands, and ends as any other',
    async (phase) => {
      const guests = [guest('Anna', { outcome: 'failed' }), guest('Bart', { running: phase === 'running' })];
      const host = new BatchHost(2).now(batch(phase, guests));
      await open(host);
      await dialog(phase === 'running' ? 'Working on it' : 'Three in a row were not changed');
      expect(said('batch-done')).toBe('1 of 2 gone through');
      await fireEvent.click(screen.getByTestId('batch-stop'));
      expect(host.asks('cancel')).toContainEqual({ ticket: 'batch-1' });
      host.now(batch('stopped', guests));
      await dialog('Nobody was changed');
      await press('Close');
      expect(screen.queryByRole('dialog')).toBeNull();
    },
  );

  it('that ended, or is only read for a preview, does not come back by itself', async () => {
    for (const phase of ['done', 'stopped', 'reading'] as const) {
      const host = new BatchHost(1).now(batch(phase, [guest('Anna', { outcome: 'done' })]));
      await open(host);
      await drained();
      expect(screen.queryByRole('dialog')).toBeNull();
      cleanup();
    }
  });

  it('that is no longer heard of is asked after again', async () => {
    const host = await running();
    host.refuses('watch_batch', problem('internal', { kind: 'internal' }));
    host.now(batch('running', [guest('Anna')]));
    await screen.findByRole('alert');
    host.answers('watch_batch', { sequence: 9, batch: batch('done', [guest('Anna', { outcome: 'done' })]) });
    await press('Try again');
    await dialog(/^.1. of .1. changed/);
  });
});
