import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RoleKind, SurveyView, SurveyedGuest } from '../src/host/contract';
import { Survey } from '../src/state/survey.svelte';
import { plain } from '../src/words/words.svelte';
import { pieter, problem, signedIn } from './scripted-host';
import { SurveyHost, conflict, found, view } from './survey-stories';
import { announced, drained, field, open, press, type } from './user';

async function atAllGuests(host: SurveyHost): Promise<void> {
  await open(host);
  await press('All guests');
  await screen.findByRole('heading', { name: 'All guests', level: 1 });
}
async function listing(
  guests: SurveyedGuest[] = [found('Sofie'), found('Anna', { new: true }), conflict('Jan')],
  more: Partial<SurveyView> = {},
): Promise<SurveyHost> {
  const host = new SurveyHost().tells(view(more), guests);
  await atAllGuests(host);
  await screen.findByTestId('guest-list');
  return host;
}
const rows = () => screen.queryAllByTestId('guest-row');
const names = () => rows().map((row) => plain(row.querySelector('strong')?.textContent ?? ''));
const row = (name: string) => {
  const one = rows().find((it) => it.dataset['guest'] === name.toLowerCase());
  if (!one) throw new Error(`${name} is not listed`);
  return one;
};
const text = (testid: string) => plain(screen.getByTestId(testid).textContent).replace(/\s+/g, ' ').trim();
const key = async (name: string, more: object = {}) => {
  await fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more });
  await drained();
};
const focused = () => (document.activeElement as HTMLElement | null)?.dataset['line'];

// What the app reads when somebody comes to it is there already: reading it is not what takes the time of a story.
beforeAll(async () => {
  await import('../src/screens/all-guests/AllGuests.svelte');
  await import('../src/screens/all-guests/Summary.svelte');
}, 60_000);

describe('Who has the screen of all guests', () => {
  const as = async (kind: RoleKind) => {
    const status = signedIn();
    if (status.account) status.account.role = { kind, name: '' };
    await open(new SurveyHost(status));
  };

  // The role of a member may be one that does not show.
  it.each([
    'global-administrator',
    'user-administrator',
    'guest-inviter',
    'reader',
    'other',
    'member',
  ] as const)('is there for %s', async (kind) => {
    await as(kind);
    screen.getByTestId('nav-all-guests');
  });

  it.each(['group-owner', 'guest'] as const)('is not there for %s', async (kind) => {
    await as(kind);
    expect(screen.queryByTestId('nav-all-guests')).toBeNull();
  });
});

describe('A check of all guests', () => {
  it('is begun as deep as one chooses, with what each depth misses beside it', async () => {
    const host = new SurveyHost().tells(null);
    await atAllGuests(host);
    const quick = await screen.findByRole<HTMLInputElement>('radio', { name: /^Quick/ });
    expect(quick.checked).toBe(true);
    screen.getByText(/It misses who has addresses and yet none that mail is delivered to/);
    await fireEvent.click(screen.getByRole('radio', { name: /^Thorough/ }));
    await press('Check all guests');
    expect(host.asks('start_survey')).toEqual([{ depth: 'thorough' }]);
  });

  it('goes from nothing over running to done, and guests come in meanwhile', async () => {
    const host = new SurveyHost().tells(null);
    await atAllGuests(host);
    await press('Check all guests');
    const running = view({ phase: 'running', examined: 13, secondsLeft: 28, wait: 4 });
    host.tells(running, [found('Sofie'), found('Anna')]);
    await waitFor(() => expect(text('check-progress')).toBe('13 of 52'));
    expect(text('check-sentence')).toBe('Of 1,284 guests, 52 have no main address. Now the reason for each.');
    expect(text('check-left')).toBe('about 30 seconds left');
    expect(text('check-wait')).toContain('4 seconds');
    host.tells({ ...running, wait: 40 });
    await waitFor(() => expect(screen.queryByTestId('check-left')).toBeNull());
    expect(screen.queryByTestId('check-start')).toBeNull();
    // In the order in which they came, and without boxes.
    expect(names()).toEqual(['Sofie', 'Anna']);
    expect(screen.queryByRole('checkbox', { name: /^Choose/ })).toBeNull();
    host.tells(view({ since: { at: '2026-11-11T10:00:00Z', new: 3, repaired: 12 } }), [conflict('Jan')]);
    await waitFor(() => expect(text('check-count')).toBe('3 guests'));
    expect(text('check-figures')).toContain('of 1,284 have nowhere for group mail to go.');
    expect(text('check-since')).toMatch(/^3 new ?12 repaired ?since 11 November 2026$/);
    expect(text('check-sentence')).toContain(
      'Only accounts from outside without a main address were asked for.',
    );
    expect(names()).toEqual(['Anna', 'Sofie', 'Jan']);
  });

  it('is paused, gone on with and stopped', async () => {
    const host = new SurveyHost().tells(view({ phase: 'running', examined: 1 }), [found('Anna')]);
    await atAllGuests(host);
    await press('Pause');
    expect(host.asks('pause_survey')).toHaveLength(1);
    host.tells(
      view({ phase: 'paused', examined: 1, problem: problem('unreachable', { kind: 'unreachable' }) }),
    );
    await screen.findByText(/^Paused\. What was found so far/);
    screen.getByRole('alert');
    await press('Go on');
    expect(host.asks('resume_survey')).toHaveLength(1);
    host.tells(view({ phase: 'running', examined: 2 }));
    await waitFor(() => screen.getByTestId('check-pause'));
    await press('Stop');
    expect(host.asks('stop_survey')).toHaveLength(1);
    host.tells(view({ phase: 'stopped', examined: 2 }));
    await screen.findByText(/There may be more than are listed/);
    expect(screen.queryByTestId('check-stop')).toBeNull();
  });

  it('tells who listens how it stands, and not each guest', async () => {
    const host = new SurveyHost().tells(view({ phase: 'running', examined: 1 }), [found('Anna')]);
    await atAllGuests(host);
    await waitFor(() => expect(announced()).toContain('The check is running.'));
    host.tells(view({ phase: 'running', examined: 5 }), [found('Sofie')]);
    await waitFor(() => expect(names()).toHaveLength(2));
    expect(announced()).toContain('The check is running.');
    host.tells(view({ phase: 'running', examined: 26 }));
    await waitFor(() => expect(announced().map((it) => plain(it))).toContain('50 % of the check'));
  });

  it('says so when nobody was found, and claims no more than was seen', async () => {
    await atAllGuests(new SurveyHost().tells(view()));
    await screen.findByText('Nobody was found');
    screen.getByText(/That is no proof that mail arrives everywhere/);
    expect(screen.queryByTestId('guest-list')).toBeNull();
  });

  it('is begun again in place of what is on screen, or left as it is', async () => {
    const host = await listing();
    await press('Check again');
    await press('Cancel');
    expect(host.asks('start_survey')).toHaveLength(0);
    await press('Check again');
    await press('Check all guests');
    expect(host.asks('start_survey')).toEqual([{ depth: 'quick' }]);
    host.tells(view({ id: 's2', phase: 'running', examined: 0, found: 0 }));
    await waitFor(() => expect(rows()).toHaveLength(0));
  });

  it('is removed from this computer', async () => {
    const host = await listing();
    await press('Remove what checks found');
    expect(host.asks('forget_survey')).toHaveLength(1);
    host.tells(null);
    await screen.findByTestId('check-start');
    expect(rows()).toHaveLength(0);
  });

  it('is asked for anew after one guest of it was forgotten in Settings', async () => {
    const host = await listing([found('Anna'), found('Sofie')]);
    host
      .answers('data_folder', { path: '/home/anna' })
      .answers('diagnostic_report', { text: 'report' })
      .answers('forget_guest', { address: 'anna@fabrikam.nl', searches: 0, listed: true, changes: 0 });
    await fireEvent.click(screen.getByTestId('nav-settings'));
    await screen.findByTestId('report');
    await type('Forget one guest', 'anna@fabrikam.nl');
    await press('Forget');
    await screen.findByText(/What checks found of the guest/);
    await fireEvent.click(screen.getByTestId('nav-all-guests'));
    await waitFor(() => expect(host.asks('survey').at(-1)).toEqual({ id: null, after: 0 }));
    host.tells(view(), [found('Sofie')]);
    await waitFor(() => expect(names()).toEqual(['Sofie']));
  });

  it('says why there is no news, and listens again', async () => {
    const host = new SurveyHost();
    host.refuses('survey', problem('not-signed-in', { kind: 'not-signed-in' }));
    await atAllGuests(host);
    await screen.findByRole('alert');
    host.answers('survey', { sequence: 1, survey: view(), guests: [found('Anna')], more: false });
    await fireEvent.click(screen.getByTestId('check-listen'));
    await waitFor(() => expect(names()).toEqual(['Anna']));
  });

  it('is listened to on after a permission, with which one is signed in anew', async () => {
    const host = new SurveyHost();
    host.refuses('survey', problem('cancelled', { kind: 'cancelled' }));
    await atAllGuests(host);
    host.answers('survey', { sequence: 1, survey: view(), guests: [found('Anna')], more: false });
    await waitFor(() => expect(names()).toEqual(['Anna']));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('News of a check', () => {
  it('are merged by id, asked for from where one is, and at once where there are more', async () => {
    const host = new SurveyHost();
    host.tells(view({ phase: 'running' }), [found('Anna'), found('Sofie')], true);
    host.tells(view({ phase: 'running' }), [found('Anna', { cause: 'blocked-as-well' })]);
    const survey = new Survey(host);
    survey.open();
    survey.open();
    await waitFor(() => expect(host.asks('survey')).toHaveLength(3));
    expect(host.asks('survey')).toEqual([
      { id: null, after: 0 },
      { id: 's1', after: 1 },
      { id: 's1', after: 2 },
    ]);
    const all = survey.list.groups.map(({ key, guests }) => [key, guests.map((it) => it.displayName)]);
    expect(all).toEqual([
      ['main-address-missing', ['Sofie']],
      ['blocked-as-well', ['Anna']],
    ]);
    survey.forget();
  });

  it('of a check that ended are in their order, and can be chosen, as soon as all of them are there', async () => {
    const host = new SurveyHost();
    host.tells(view(), [found('Sofie')], true).tells(view(), [found('Jan')], true);
    const survey = new Survey(host);
    survey.open();
    await waitFor(() => expect(host.asks('survey')).toHaveLength(3));
    expect(survey.list.mayChoose(found('Sofie'))).toBe(false);
    host.tells(view(), [found('Anna')]);
    await drained();
    const names = survey.list.groups.flatMap(({ guests }) => guests.map((it) => it.displayName));
    expect(names).toEqual(['Anna', 'Jan', 'Sofie']);
    expect(survey.list.mayChoose(found('Sofie'))).toBe(true);
    survey.forget();
  });

  it('of another check drop what was there of the one before', async () => {
    const host = new SurveyHost().tells(view(), [found('Anna')]);
    const survey = new Survey(host);
    survey.open();
    await drained();
    survey.list.choose(found('Anna'));
    expect(survey.list.chosen).toHaveLength(1);
    host.tells(view({ id: 's2' }), [found('Jan')]);
    await drained();
    expect([survey.list.size, survey.list.selected.size]).toEqual([1, 0]);
    survey.forget();
    expect([survey.view, survey.list.size]).toEqual([null, 0]);
  });
});

describe('The list of all guests', () => {
  it('says of each group what can be done, and has boxes only where it can be done together', async () => {
    await listing();
    const heads = screen.getAllByTestId('group-head').map((it) => plain(it.textContent).replace(/\s+/g, ' '));
    expect(heads[0]).toMatch(/Only the main address is missing 2 guests ?Can be repaired together/);
    expect(heads[1]).toMatch(/Address owned by a contact 1 guest ?One at a time: resolve the conflict first/);
    const boxes = screen.getAllByRole('checkbox', { name: /^Choose/ });
    expect(boxes.map((it) => plain(it.getAttribute('aria-label') ?? ''))).toEqual([
      'Choose all: Only the main address is missing',
      'Choose Anna',
      'Choose Sofie',
    ]);
  });

  it('is filtered by name, address, group and what is in the way, by cause and by who is new', async () => {
    await listing();
    await type('Name, address or group', 'JÀN (cont');
    expect(names()).toEqual(['Jan']);
    await type('Name, address or group', 'nobody');
    screen.getByText('No guest matches');
    await press('Show all');
    expect(field('Name, address or group').value).toBe('');
    await fireEvent.click(screen.getByTestId('cause-owned-by-contact'));
    expect(names()).toEqual(['Jan']);
    expect(screen.getByTestId('cause-owned-by-contact').getAttribute('aria-pressed')).toBe('true');
    await fireEvent.click(screen.getByTestId('cause-owned-by-contact'));
    await fireEvent.click(screen.getByTestId('show-new'));
    expect(names()).toEqual(['Anna']);
    expect(text('show-all')).toBe('All 3');
  });

  it('is sorted by a column, one way and the other, and put together in another way', async () => {
    await listing([found('Sofie', { guestSince: '2020-01-01T00:00:00Z' }), found('Anna'), conflict('Jan')]);
    await press('Guest since');
    expect(names()).toEqual(['Sofie', 'Anna', 'Jan']);
    await press('Guest since');
    expect(names()).toEqual(['Anna', 'Sofie', 'Jan']);
    const sorted = screen.getAllByRole('columnheader').map((it) => it.getAttribute('aria-sort'));
    expect(sorted).toEqual(['none', 'none', 'none', 'none', 'descending']);
    await fireEvent.change(screen.getByTestId('grouped-by'), { target: { value: 'none' } });
    await fireEvent.click(screen.getByTestId('sort-displayName'));
    expect(names()).toEqual(['Anna', 'Jan', 'Sofie']);
    screen.getByRole('grid', { name: 'Guests' });
    await fireEvent.change(screen.getByTestId('grouped-by'), { target: { value: 'state' } });
    expect(plain(screen.getByTestId('group-head').textContent)).toContain('Gets no mail');
  });

  it('shows of a guest what is chosen to be seen', async () => {
    await listing([found('Anna', { groups: ['Sales NL', 'Klantpanel', 'Logistiek', 'Oost'] })]);
    expect(plain(row('Anna').textContent)).toContain('Sales NL and 3 more');
    await fireEvent.click(screen.getByTestId('column-groups'));
    expect(plain(row('Anna').textContent)).not.toContain('3 more');
  });

  it('has a menu of columns that closes with Escape, back at its button, and when one presses elsewhere', async () => {
    await listing();
    const opener = screen.getByTestId('columns');
    const box = screen.getByTestId('column-groups');
    const isOpen = () => opener.getAttribute('aria-expanded') === 'true' && !box.closest('[hidden]');
    expect(isOpen()).toBe(false);
    await fireEvent.click(opener);
    box.focus();
    await fireEvent.click(box);
    expect(isOpen()).toBe(true);
    await fireEvent.keyDown(box, { key: 'Escape' });
    expect([isOpen(), document.activeElement]).toEqual([false, opener]);
    await fireEvent.click(opener);
    await fireEvent.pointerDown(box);
    expect(isOpen()).toBe(true);
    await fireEvent.pointerDown(screen.getByTestId('guest-list'));
    expect(isOpen()).toBe(false);
    // Whom one chose stays chosen: Escape was for the menu.
    await fireEvent.click(screen.getByRole('checkbox', { name: /^Choose all/ }));
    await fireEvent.click(opener);
    await fireEvent.keyDown(opener, { key: 'Escape' });
    expect(isOpen()).toBe(false);
    screen.getByTestId('selection-bar');
  });

  it('draws of a hundred thousand guests those that are seen, and says how many there are', async () => {
    const many = Array.from({ length: 100_000 }, (_, at) => found(`Guest ${String(at).padStart(6, '0')}`));
    await listing(many);
    expect(rows().length).toBeLessThan(80);
    const grid = screen.getByRole('treegrid', { name: 'Guests' });
    expect(grid.getAttribute('aria-rowcount')).toBe('100002');
    row('Guest 000000').focus();
    await key('End');
    await waitFor(() => expect(focused()).toBe('guest 099999'));
    expect((document.activeElement as HTMLElement).getAttribute('aria-rowindex')).toBe('100002');
    expect(rows().length).toBeLessThan(80);
    await type('Name, address or group', '099 9');
    await type('Name, address or group', '09999');
    // The ten at the end, and one by another figure before them.
    expect(names()).toHaveLength(11);
  });
});

describe('The keyboard in the list of all guests', () => {
  it('goes from row to row, collapses a group, and has one place where Tab leads to', async () => {
    await listing();
    const tabbable = () => screen.getByRole('treegrid').querySelectorAll('[role=row][tabindex="0"]');
    expect(tabbable()).toHaveLength(1);
    screen.getAllByTestId('group-head')[0]?.focus();
    await key('ArrowDown');
    expect(focused()).toBe('anna');
    await key('End');
    expect(focused()).toBe('jan');
    await key('Home');
    expect(focused()).toBe('group main-address-missing');
    await key('ArrowLeft');
    expect(names()).toEqual(['Jan']);
    await key('ArrowRight');
    expect(names()).toEqual(['Anna', 'Sofie', 'Jan']);
    expect(tabbable()).toHaveLength(1);
  });

  it('chooses with Space, several with Shift, all of a group with Ctrl+A, and nobody with Esc', async () => {
    await listing([found('Anna'), found('Bart'), found('Carla'), conflict('Jan')]);
    row('Anna').focus();
    await key('ArrowDown');
    await key(' ');
    expect(text('selected-count')).toBe('1 selected');
    await key('ArrowDown', { shiftKey: true });
    expect(text('selected-count')).toBe('2 selected');
    await key('a', { ctrlKey: true });
    expect(text('selected-count')).toBe('3 selected');
    await key('Escape');
    expect(screen.queryByTestId('selection-bar')).toBeNull();
    // Of whom it is seen beforehand that it cannot be done together, nobody is chosen.
    await key('End');
    await key(' ');
    expect(screen.queryByTestId('selection-bar')).toBeNull();
  });

  it('opens a guest with Enter, without a group, and comes back to the same row', async () => {
    const host = await listing();
    host.answers('find', pieter());
    row('Anna').focus();
    await key('ArrowDown');
    expect(focused()).toBe('sofie');
    await key('Enter');
    await screen.findByTestId('verdict');
    expect(host.asks('find').at(-1)).toMatchObject({
      address: 'sofie@fabrikam.nl',
      group: null,
      guest: 'sofie',
    });
    await screen.findByRole('button', { name: 'Back to all guests' });
    await fireEvent.keyDown(document.body, { key: 'ArrowLeft', altKey: true });
    await waitFor(() => expect(focused()).toBe('sofie'));
  });
});

describe('Who was repaired since the check', () => {
  it('stays where they are, is marked, and is counted and chosen no more', async () => {
    const host = await listing();
    await fireEvent.click(screen.getByRole('checkbox', { name: /^Choose all/ }));
    host.tells(view(), [found('Anna', { repaired: true })]);
    await waitFor(() => expect(plain(row('Anna').textContent)).toContain('Repaired'));
    expect(within(row('Anna')).queryByRole('checkbox')).toBeNull();
    expect(text('selected-count')).toBe('1 selected');
    expect(text('check-count')).toBe('2 guests');
    expect(text('check-repaired')).toBe('1 repaired since this check');
    expect(text('cause-main-address-missing')).toBe('Only the main address is missing 1');
    expect(plain(screen.getAllByTestId('group-count')[0]?.textContent ?? '')).toContain('1 repaired');
  });
});

describe('Who is chosen', () => {
  it('by the box, all of a group by its box; and is told by number', async () => {
    await listing();
    await fireEvent.click(screen.getByRole('checkbox', { name: /^Choose all/ }));
    expect(text('selected-count')).toBe('2 selected');
    expect(plain(screen.getAllByTestId('group-count')[0]?.textContent ?? '').trim()).toBe('2 of 2 selected');
    expect(row('Anna').getAttribute('aria-selected')).toBe('true');
    await fireEvent.click(within(row('Anna')).getByRole('checkbox'));
    expect(text('selected-count')).toBe('1 selected');
    expect(screen.queryByTestId('verdict')).toBeNull();
    await press('Clear');
    expect(screen.queryByTestId('selection-bar')).toBeNull();
  });

  it('stays chosen while a filter hides them, and that is said', async () => {
    await listing();
    await fireEvent.click(screen.getByRole('checkbox', { name: /^Choose all/ }));
    await type('Name, address or group', 'anna');
    expect(text('selected-count')).toBe('2 selected');
    expect(text('selection-bar')).toContain('1 of them is not shown now.');
  });

  it('is repaired with one remedy at a time, each named with its number', async () => {
    await listing([found('Anna'), found('Bart'), found('Carla', { together: 'resend-invitation' })]);
    await fireEvent.click(screen.getByRole('checkbox', { name: /^Choose all/ }));
    const buttons = screen.getAllByTestId('repair-many');
    expect(buttons.map((it) => [it.dataset['remedy'], plain(it.textContent).trim()])).toEqual([
      ['set-mail', 'Set 2 main addresses…'],
      ['resend-invitation', 'Send 1 invitation again…'],
    ]);
  });
});

describe('What was found', () => {
  it('is exported as it is shown, in its order, and it is said where', async () => {
    const host = await listing();
    host.answers('save_survey', { path: '/documents/guests.csv', text: '' });
    await fireEvent.click(screen.getByTestId('sort-displayName'));
    await press('Export');
    await press('CSV, for a spreadsheet');
    await screen.findByText('/documents/guests.csv');
    expect(host.asks('save_survey')).toEqual([{ form: 'csv', guests: ['sofie', 'anna', 'jan'] }]);
    await type('Name, address or group', 'anna');
    await press('Export');
    await press('JSON, for programs');
    expect(host.asks('save_survey').at(-1)).toEqual({ form: 'json', guests: ['anna'] });
  });

  it('is exported for those who are chosen alone', async () => {
    const host = await listing();
    host.answers('save_survey', { path: null, text: '' });
    await fireEvent.click(within(row('Sofie')).getByRole('checkbox'));
    await press('Export these');
    await press('CSV, for a spreadsheet', within(screen.getByTestId('selection-bar')));
    expect(host.asks('save_survey')).toEqual([{ form: 'csv', guests: ['sofie'] }]);
  });

  it('is summed up for whoever is responsible, in another language than the app’s', async () => {
    await listing(undefined, { since: { at: '2026-11-11T10:00:00Z', new: 3, repaired: 12 } });
    await press('Summary');
    const summary = await screen.findByTestId('survey-summary');
    expect(text('summary-text')).toContain('Guests of Contoso who may get no group mail');
    expect(text('summary-text')).toContain('3 of 1,284 guests were found.');
    expect(text('summary-text')).toContain('- Only the main address is missing: 2');
    expect(text('summary-text')).toContain('Since the check of 11 November 2026: 3 new, 12 repaired.');
    // Numbers, and nobody’s name.
    expect(text('summary-text')).not.toContain('Sofie');
    await press('Nederlands', within(summary));
    await waitFor(() => expect(text('summary-text')).toContain('Gasten van Contoso'));
    expect(screen.getByTestId('summary-text').lang).toBe('nl');
    screen.getByRole('heading', { name: 'Summary for whoever is responsible' });
    await fireEvent.keyDown(summary, { key: 'Escape' });
    await screen.findByTestId('guest-list');
  });
});
