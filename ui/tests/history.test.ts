import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HistoryEntry } from '../src/host/contract';
import { plain } from '../src/words/words.svelte';
import { found, notDone, stands, stories, unfinished } from '../src/screens/history/story';
import { ScriptedHost, historyEntry, pieter, plan, problem, signedIn } from './scripted-host';
import { button, buttons, dialog, drained, field, open, press } from './user';

/** What the change took off. */
const removed = plan().changes.flatMap(({ before, after }) => before.filter((it) => !after?.includes(it)));
const undone = historyEntry({ id: 'kept', state: 'undone', reason: 'INC-20407' });
const undo = historyEntry({
  id: 'undo',
  kind: 'undo',
  of: 'keep-one-address',
  takesBack: 'kept',
  at: '2026-11-22T10:05:00Z',
});
const refused = historyEntry({
  id: 'refused',
  guestName: 'Wouter van Dijk',
  address: 'wouter@vandijk-security.example',
  kind: 'set-mail',
  state: 'refused',
  made: 'no',
  seenAt: null,
  whyNotDone: 'not-allowed',
  changes: [{ property: 'mail', before: [], after: ['wouter@vandijk-security.example'] }],
  requests: [
    {
      at: '2026-11-22T09:00:00Z',
      kind: 'write',
      answer: 'refused',
      status: 403,
      code: 'Authorization_RequestDenied',
      requestId: 'req-403',
    },
  ],
});
const asked = historyEntry({ id: 'asked', guestName: 'José Nuñez', address: 'jose@x.example', test: 'open' });
const half = historyEntry({
  id: 'half',
  guestName: 'Sofie Lindqvist',
  kind: 'remove-and-invite',
  state: 'interrupted',
  made: 'unknown',
  canContinue: true,
  canPutBack: true,
});

const history = (...entries: HistoryEntry[]) => ({
  entries,
  damaged: false,
  end: 'whole' as const,
  keptAside: [],
});
const all = () => history(asked, undo, half, refused, undone);

function atWork(answer: ReturnType<typeof history> = all()): ScriptedHost {
  return new ScriptedHost()
    .answers('status', signedIn())
    .answers('groups', { groups: [] })
    .answers('find', pieter())
    .answers('history', answer);
}

async function show(host: ScriptedHost = atWork()): Promise<ScriptedHost> {
  await open(host);
  await press('History');
  await screen.findByTestId('history');
  await screen.findAllByTestId('history-entry');
  return host;
}

const rows = () => screen.queryAllByTestId('history-entry');
const names = () => rows().map((row) => row.querySelector('strong')?.textContent);
const story = () => within(screen.getByTestId('history-story'));
const said = (id: string) =>
  screen
    .getByTestId(id)
    .textContent.replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
const choose = (id: string) => fireEvent.click(screen.getByTestId(id));
function row(change: string): HTMLElement {
  const found = screen.getAllByTestId('history-open').find((it) => it.dataset['change'] === change);
  if (!found) throw new Error(`no row of ${change}`);
  return found;
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-22T12:00:00Z'), toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('The stories', () => {
  it('are a change and what took it back, the one in which something happened last first', () => {
    const told = stories([asked, undo, half, refused, undone]);
    expect(told.map(({ change, ways }) => [change.id, ways.map((way) => way.id)])).toEqual([
      ['asked', []],
      ['kept', ['undo']],
      ['half', []],
      ['refused', []],
    ]);
  });

  it('hold every try to take it back, in their order, and what was taken back of those', () => {
    const again = historyEntry({ id: 'again', takesBack: 'kept' });
    const deeper = historyEntry({ id: 'deeper', takesBack: 'undo' });
    const [told, ...others] = stories([deeper, again, undo, undone]);
    expect([told?.change.id, told?.ways.map((way) => way.id), others]).toEqual([
      'kept',
      ['undo', 'again', 'deeper'],
      [],
    ]);
  });

  it('begin with a way back whose change is not listed, and end where a damaged record goes round', () => {
    expect(stories([undo]).map(({ change }) => change.id)).toEqual(['undo']);
    const round = [historyEntry({ id: 'a', takesBack: 'b' }), historyEntry({ id: 'b', takesBack: 'a' })];
    const ids = stories(round).flatMap(({ change, ways }) => [change.id, ...ways.map((way) => way.id)]);
    expect([...ids].sort()).toEqual(['a', 'b']);
  });

  it('are not finished where something can be gone on with, be it the way back', () => {
    const open = { ...undo, state: 'interrupted' as const, canContinue: true };
    const [told] = stories([open, { ...undone, state: 'done' }]);
    expect(told && unfinished(told)?.id).toBe('undo');
    const [unchanged] = stories([
      historyEntry({ state: 'interrupted-unchanged', made: 'no', canContinue: true }),
    ]);
    expect(unchanged && [stands(unchanged, 'unfinished'), notDone(unchanged)]).toEqual([true, false]);
  });

  it('are found by guest, address and ticket, in any capitals, with accents or without', () => {
    const told = stories([asked, undo, half, refused, undone]);
    const ids = (text: string) => found(told, text, 'all').map(({ change }) => change.id);
    expect(ids('JOSE NUNEZ')).toEqual(['asked']);
    expect(ids(' vandijk-security ')).toEqual(['refused']);
    expect(ids('inc-20407')).toEqual(['kept']);
    expect(ids('nobody')).toEqual([]);
    expect(ids('')).toHaveLength(4);
  });

  it.each([
    ['today', '2026-11-22T00:30:00', '2026-11-21T23:30:00'],
    ['week', '2026-11-16T00:30:00', '2026-11-15T23:30:00'],
    ['month', '2026-10-24T00:30:00', '2026-10-23T23:30:00'],
  ] as const)(
    'of a period, %s, are those in which something happened since its first midnight',
    (period, within, before) => {
      const at = (moment: string, id: string) => historyEntry({ id, at: new Date(moment).toISOString() });
      const told = stories([at(within, 'within'), at(before, 'before')]);
      expect(found(told, '', period).map(({ change }) => change.id)).toEqual(['within']);
      expect(found(told, '', 'all')).toHaveLength(2);
      // Undone today is of today, however old the change is.
      const [old] = stories([{ ...at(within, 'undo'), takesBack: 'before' }, at(before, 'before')]);
      expect(old && found([old], '', period)).toHaveLength(1);
    },
  );
});

describe('The list', () => {
  it('has one entry for a change and its undo, which says when both were', async () => {
    await show(atWork(history(undo, undone)));
    expect(rows()).toHaveLength(1);
    expect(rows()[0]?.dataset).toMatchObject({ state: 'undone', kind: 'keep-one-address' });
    expect(said('history-open')).toMatch(
      /Undone.*Keep one address ?Today \d+:\d+, undone \d+:\d+ · Anna Bakker · INC-20407/,
    );
    expect(screen.getAllByTestId('history-act').map((act) => act.dataset['kind'])).toEqual([
      'keep-one-address',
      'undo',
    ]);
  });

  it('says of a refused change that it was not done, and why', async () => {
    await show(atWork(history(refused)));
    expect(said('history-open')).toMatch(
      /Not done.*Not done\. Nothing was changed\. Microsoft did not allow this account to do it\.$/,
    );
  });

  it('is filtered by how changes stand, with how many there are of each', async () => {
    await show();
    expect(said('filter-all')).toBe('All 4');
    expect(said('filter-open')).toBe('Question open 1');
    expect(said('filter-unfinished')).toBe('Not finished 1');
    expect(said('filter-not-done')).toBe('Not done 1');
    expect(said('filter-undone')).toBe('Undone 1');
    expect(said('history-filtered')).toBe('');
    await choose('filter-not-done');
    expect(names()).toEqual(['Wouter van Dijk']);
    expect(said('history-filtered')).toBe('1 of 4: Not done');
    await choose('filter-not-done');
    expect(rows()).toHaveLength(4);
  });

  it('has no filter for what there is none of', async () => {
    await show(atWork(history(refused)));
    expect(screen.queryByTestId('filter-undone')).toBeNull();
    expect(screen.queryByTestId('filter-open')).toBeNull();
  });

  it('is searched, with the filters saying how many are left of each, and says by what it is filtered', async () => {
    await show();
    await fireEvent.input(field('Guest, address or ticket'), { target: { value: 'van dijk' } });
    expect(names()).toEqual(['Wouter van Dijk']);
    expect([said('filter-all'), said('filter-undone')]).toEqual(['All 1', 'Undone 0']);
    const period = screen.getByTestId<HTMLSelectElement>('history-period');
    await fireEvent.change(period, { target: { value: 'today' } });
    expect(said('history-filtered')).toBe('1 of 4: van dijk and Today');
  });

  it('says what to do where nothing matches, and shows everything again', async () => {
    await show();
    await fireEvent.input(field('Guest, address or ticket'), { target: { value: 'nobody' } });
    expect(said('history-no-match')).toMatch(/Nothing here matches: nobody.*Search for less/);
    expect(screen.queryByTestId('history-story')).toBeNull();
    await choose('history-show-all');
    expect(rows()).toHaveLength(4);
    expect(field('Guest, address or ticket').value).toBe('');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('History'));
  });

  it('says that older changes are not listed, only where there may be some', async () => {
    await show(atWork({ ...all(), newestOnly: 200 } as ReturnType<typeof history>));
    expect(said('history-newest')).toBe('The newest 200 changes are listed.');
  });

  it('goes with the arrows, and Enter leads into what is shown; Escape leads back', async () => {
    await show();
    expect(screen.getAllByTestId('history-open').map((it) => it.tabIndex)).toEqual([0, -1, -1, -1]);
    row('asked').focus();
    await fireEvent.keyDown(row('asked'), { key: 'ArrowDown' });
    expect(document.activeElement).toBe(row('kept'));
    await waitFor(() => expect(screen.getByTestId('history-story').dataset['change']).toBe('kept'));
    expect(document.activeElement, 'the focus stays in the list').toBe(row('kept'));
    // Enter presses a button without a pointer.
    await fireEvent.click(row('kept'), { detail: 0 });
    await waitFor(() => expect(document.activeElement?.tagName).toBe('H2'));
    expect(screen.getByTestId('history-story').contains(document.activeElement)).toBe(true);
    await fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
    await waitFor(() => expect(document.activeElement).toBe(row('kept')));
    await fireEvent.keyDown(row('kept'), { key: 'End' });
    expect(document.activeElement).toBe(row('refused'));
  });

  it('keeps the focus where a question was answered', async () => {
    const host = await show(atWork().answers('note_test', {}));
    const yes = screen.getByTestId('test-arrived');
    yes.focus();
    await fireEvent.click(yes);
    await waitFor(() => expect(host.asks('note_test')).toEqual([{ change: 'asked', test: 'arrived' }]));
    await waitFor(() => expect(document.activeElement).toBe(row('asked')));
  });
});

describe('A story', () => {
  it('answers first how it stands now, then what happened, with what goes and what comes', async () => {
    const back = {
      ...undo,
      changes: plan().changes.map((it) => ({ ...it, before: it.after ?? [], after: it.before })),
    };
    await show(atWork(history(back, undone)));
    expect(said('history-stands')).toMatch(
      /Undone\. It is as it was before\. We checked\..*Read back Today .*nothing left to undo/,
    );
    expect(buttons('Undo')).toEqual([]);
    const [there, again] = screen.getAllByTestId('history-act').map((act) => within(act));
    const [gone] = removed;
    if (!there || !again || gone === undefined) throw new Error('two acts, and an address that went');
    there.getByText(gone, { selector: 's' });
    again.getByText(gone, { selector: 'strong' });
  });

  it('of a refused change has no After, but what would have been, and why', async () => {
    await show(atWork(history(refused)));
    expect(said('history-stands')).toMatch(/^Not done\. Nothing was changed\. ?Microsoft did not allow/);
    expect(story().queryByText('After')).toBeNull();
    expect(story().queryByText('Before')).toBeNull();
    story().getByText('Not done. Planned');
    expect(story().queryByText(/\(is added/)).toBeNull();
  });

  it('offers what is left to do of it in its head, and opens its preview', async () => {
    const host = await show(
      atWork(history(half)).refuses('preview_put_back', problem('changed-since', { kind: 'conflict' })),
    );
    expect(said('history-stands')).toMatch(/Begun and not finished\..*go on with it, or put it back/);
    story().getByTestId('resume');
    await press('Put back as it was');
    await dialog('Put back as it was');
    expect(host.asks('preview_put_back')).toEqual([{ change: 'half' }]);
  });

  it('says why there is no way back, where there is none', async () => {
    await show(atWork(history(historyEntry({ kind: 'set-mail' }))));
    expect(said('history-stands')).toMatch(
      /You can choose another main address later, but not make it empty/,
    );
    expect(screen.queryByTestId('undo')).toBeNull();
  });

  it('keeps the requests folded, with what was answered and their ids', async () => {
    await show(atWork(history(refused)));
    const requests = screen.getByTestId<HTMLDetailsElement>('history-requests');
    expect(requests.open).toBe(false);
    const [request] = within(requests).getAllByRole('listitem', { hidden: true });
    const cells = [...(request?.children ?? [])].map((it) =>
      it.textContent.replace(/[\u2068\u2069]/g, '').trim(),
    );
    expect(cells.slice(1)).toEqual([
      'Write the address',
      expect.stringMatching(/^refused\s*403 Authorization_RequestDenied$/),
      'request req-403',
    ]);
  });

  it('says that nothing was sent where nothing was', async () => {
    await show(atWork(history(historyEntry({ state: 'cancelled', made: 'no', whyNotDone: 'cancelled' }))));
    expect(said('history-no-requests')).toBe('No request was sent.');
  });

  it('is copied whole: the change, and what took it back', async () => {
    let copied = '';
    Object.assign(navigator, {
      clipboard: { writeText: (text: string) => Promise.resolve(void (copied = text)) },
    });
    await show(atWork(history(undo, undone)));
    await press(/^Copy for the ticket/);
    await waitFor(() =>
      expect(copied).toMatch(/^Keep one address: [^]*INC-20407[^]*\n\nUndo a change: Keep one address/),
    );
  });

  it('leaves the focus at its head when what was pressed is gone', async () => {
    const host = await show(atWork(history({ ...undone, state: 'done', canUndo: true })));
    host.refuses('preview_undo', problem('changed-since', { kind: 'conflict' }));
    button('Undo').focus();
    await press('Undo');
    const preview = within(await dialog('Undo a change'));
    await preview.findByRole('alert');
    host.answers('history', history({ ...undone, state: 'done', back: 'gone' }));
    await press('Cancel', preview);
    await screen.findByTestId('way-back-gone');
    expect(screen.queryByTestId('undo')).toBeNull();
    await waitFor(() => expect(document.activeElement?.tagName).not.toBe('BODY'));
  });
});

describe('Exporting', () => {
  it('saves what is filtered, with what took it back, in the order on screen', async () => {
    const host = await show(atWork().answers('save_history', { path: '/x/history.csv', text: '' }));
    await choose('filter-undone');
    const opener = screen.getByTestId('history-export');
    expect(opener.getAttribute('aria-expanded')).toBe('false');
    await fireEvent.click(opener);
    expect(opener.getAttribute('aria-expanded')).toBe('true');
    await press('CSV, for a spreadsheet');
    expect(host.asks('save_history')).toEqual([{ changes: ['kept', 'undo'], form: 'csv' }]);
    expect(document.activeElement).toBe(opener);
    await waitFor(() => expect(screen.getByTestId('saved-path').textContent).toBe('/x/history.csv'));
    await choose('filter-all');
    await fireEvent.click(opener);
    await press('JSON Lines, for programs');
    await waitFor(() =>
      expect(host.asks('save_history').at(-1)).toEqual({
        changes: ['asked', 'kept', 'undo', 'half', 'refused'],
        form: 'json-lines',
      }),
    );
  });

  it('is left by Escape without saving, and cannot begin where nothing is listed', async () => {
    const host = await show();
    const opener = screen.getByTestId('history-export');
    await fireEvent.click(opener);
    await fireEvent.keyDown(button('CSV, for a spreadsheet'), { key: 'Escape' });
    expect(opener.getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(opener);
    await fireEvent.input(field('Guest, address or ticket'), { target: { value: 'nobody' } });
    expect(opener.getAttribute('aria-disabled')).toBe('true');
    await fireEvent.click(opener);
    expect(opener.getAttribute('aria-expanded')).toBe('false');
    await drained();
    expect(host.asks('save_history')).toEqual([]);
  });

  it('says what went wrong where it was asked for', async () => {
    await show(atWork().refuses('save_history', problem('save-dialog-open')));
    await fireEvent.click(screen.getByTestId('history-export'));
    await press('CSV, for a spreadsheet');
    expect((await screen.findByRole('alert')).dataset['code']).toBe('save-dialog-open');
  });
});

describe('Many that were changed with one confirmation', () => {
  const made = (name: string, more: Partial<HistoryEntry> = {}) =>
    historyEntry({
      id: name.toLowerCase(),
      guestName: name,
      address: `${name.toLowerCase()}@fabrikam.nl`,
      kind: 'set-mail',
      batch: 'b1',
      reason: 'INC-20431',
      ...more,
    });
  const together = () =>
    history(made('Carla', { state: 'refused', made: 'no', seenAt: null }), made('Bart'), made('Anna'), half);
  const atHistory = async (answer = together()) => {
    await open(atWork(answer));
    await press('History');
    await screen.findByTestId('history');
    await waitFor(() => screen.getByTestId('history-batch'));
  };
  const shownText = (testid: string) =>
    plain(screen.getByTestId(testid).textContent).replace(/\s+/g, ' ').trim();

  it('are one entry, with how they ended, that opens into its guests', async () => {
    await atHistory();
    expect(names()).toEqual(['Sofie Lindqvist']);
    expect(shownText('history-batch')).toMatch(/^Main address set for 3 guests/);
    expect(shownText('history-batch')).toMatch(/Done: 2 ?Not done: 1/);
    expect(shownText('history-batch')).toContain('INC-20431');
    const opener = screen.getByTestId('history-batch-open');
    expect(opener.getAttribute('aria-expanded')).toBe('false');
    await fireEvent.click(opener);
    expect(opener.getAttribute('aria-expanded')).toBe('true');
    expect(names()).toEqual(['Carla', 'Bart', 'Anna', 'Sofie Lindqvist']);
    await fireEvent.click(opener);
    expect(names()).toEqual(['Sofie Lindqvist']);
  });

  it('are each undone by their own entry', async () => {
    await atHistory(history(made('Anna', { canUndo: true }), made('Bart')));
    screen.getByText(/Each guest has an entry of their own/);
    await fireEvent.click(
      within(screen.getByTestId('history-batch-detail')).getByRole('button', { name: /^Anna/ }),
    );
    await waitFor(() => expect(screen.getByTestId('history-story').dataset['change']).toBe('anna'));
    story().getByRole('button', { name: 'Undo' });
    expect(names()).toEqual(['Anna', 'Bart']);
  });

  it('are each found by what one searches for', async () => {
    await atHistory();
    await fireEvent.input(field('Guest, address or ticket'), { target: { value: 'bart@' } });
    expect(names()).toEqual(['Bart']);
    expect(shownText('history-batch-part')).toBe('1 of 3 match');
  });

  it('are gone through by the arrows as all others are', async () => {
    await atHistory();
    const opener = screen.getByTestId('history-batch-open');
    await fireEvent.click(opener);
    opener.focus();
    await fireEvent.keyDown(opener, { key: 'ArrowDown' });
    expect((document.activeElement as HTMLElement).dataset['change']).toBe('carla');
    await waitFor(() => expect(screen.getByTestId('history-story').dataset['change']).toBe('carla'));
  });

  it('that was one guest only is an entry like any other', async () => {
    await open(atWork(history(made('Anna'))));
    await press('History');
    await screen.findAllByTestId('history-entry');
    expect(screen.queryByTestId('history-batch')).toBeNull();
  });
});
