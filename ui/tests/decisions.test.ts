import { describe, expect, it } from 'vitest';
import type { ChangeView, GuestReport, PlanKindView, RemedyView, ResultView } from '../src/host/contract';
import {
  addressQuestion,
  deletes,
  isImpossible,
  outdatesReport,
  resultGuidance,
  voidsPlan,
} from '../src/state/decisions';
import { healthy, pieter, plan, problem, result } from './scripted-host';

const change = (kind: PlanKindView, ...steps: ChangeView['steps'][number]['kind'][]): ChangeView => ({
  id: 'c',
  kind,
  guestName: 'Pieter Jansen',
  steps: steps.map((step) => ({ kind: step, state: 'done', parts: null })),
  result: null,
});
const without = (verdict: GuestReport['verdict'], more: Partial<GuestReport> = {}) =>
  pieter({ verdict, ...more });
const barred = pieter().remedies.map((it) => ({ ...it, availability: 'disabled' as const }));
const refused = {
  problem: problem('invitation-refused', { kind: 'refused', address: 'pieter@northwindtraders.com' }),
  canPutBack: true,
};

describe('The result of a change', () => {
  it.each<[string, ChangeView | null, Partial<ResultView>, ReturnType<typeof resultGuidance>['conclusion']]>([
    ['a kept address', change('keep-one-address'), { report: without('misconfigured') }, 'still-missing'],
    ['a kept address', change('keep-one-address'), { report: without('no-address') }, 'still-missing'],
    ['a kept address', change('keep-one-address'), { report: without('conflict') }, 'still-missing'],
    ['a kept address', change('keep-one-address'), { report: without('blocked') }, 'as-found'],
    ['a kept address', change('keep-one-address'), { report: healthy() }, 'directory-right'],
    ['a refusal', change('keep-one-address'), { outcome: 'refused', report: pieter() }, 'as-found'],
    ['a main address', change('set-mail'), { report: healthy() }, 'directory-right'],
    ['a main address', change('set-mail'), { report: pieter() }, 'as-found'],
    ['what was gone on with', change('continue'), { report: healthy() }, 'directory-right'],
    ['an undo', change('undo'), { report: healthy() }, 'as-found'],
    ['what was put back', change('put-back'), { report: healthy() }, 'as-found'],
    ['no new diagnosis', change('set-mail'), { report: null }, null],
    ['a change nothing is known of', null, { report: healthy() }, 'directory-right'],
  ])('after %s: %#', (_, of, more, expected) => {
    expect(resultGuidance(of, result(more)).conclusion).toBe(expected);
  });

  it.each<[string, ChangeView, Partial<ResultView>, string[], string]>([
    ['nothing is left to do', change('set-mail'), { canUndo: false, report: healthy() }, ['close'], 'close'],
    ['it can be undone', change('set-mail'), { report: healthy() }, ['undo', 'close'], 'close'],
    [
      'the main address is still missing',
      change('keep-one-address'),
      { report: pieter() },
      ['undo', 'close', 'set-mail'],
      'set-mail',
    ],
    [
      'nobody here may set the main address',
      change('keep-one-address'),
      { report: pieter({ remedies: [] }) },
      ['undo', 'close'],
      'close',
    ],
    [
      'setting the main address is barred',
      change('keep-one-address'),
      { report: pieter({ remedies: barred }) },
      ['undo', 'close'],
      'close',
    ],
    [
      'the main address was set and is not right yet',
      change('set-mail'),
      { report: pieter() },
      ['undo', 'close'],
      'close',
    ],
    [
      'it stopped half-way',
      change('remove-and-invite'),
      { outcome: 'interrupted', report: null, canUndo: false, canContinue: true, canPutBack: true },
      ['put-back', 'continue', 'close'],
      'close',
    ],
    [
      'the invitation was refused',
      change('remove-and-invite'),
      { outcome: 'interrupted', report: null, canUndo: false, canContinue: true, ...refused },
      ['put-back', 'continue', 'close'],
      'put-back',
    ],
    [
      'the invitation was refused, and there is nothing to put back',
      change('remove-and-invite'),
      { ...refused, outcome: 'interrupted', report: null, canUndo: false, canPutBack: false },
      ['close'],
      'close',
    ],
  ])('offers what can follow when %s', (_, of, more, actions, primary) => {
    const guidance = resultGuidance(of, result(more));
    expect(guidance.actions).toEqual(actions);
    expect(guidance.primary).toBe(primary);
  });

  it('names the groups only where an account is new or came back', () => {
    const report = pieter();
    const groups = (of: ChangeView | null) => resultGuidance(of, result({ report })).memberships;
    expect(groups(change('set-mail', 'write-mail', 'read-back'))).toEqual([]);
    expect(groups(change('remove-and-invite', 'invite', 'add-to-groups'))).toEqual(['Sales NL']);
    expect(groups(change('put-back', 'restore'))).toEqual(['Sales NL']);
    expect(groups(null)).toEqual([]);
  });

  it('shows the steps unless all of them were done', () => {
    expect(resultGuidance(null, result()).steps).toBe(false);
    expect(resultGuidance(null, result({ outcome: 'interrupted' })).steps).toBe(true);
  });
});

describe('A plan', () => {
  it('asks for an address where there are some to choose from, and its kind has a question', () => {
    expect(addressQuestion(plan({ kind: 'set-mail' }))).toBe('set-mail');
    expect(addressQuestion(plan({ kind: 'set-mail', addresses: [] }))).toBeNull();
    expect(addressQuestion(plan({ kind: 'undo' }))).toBeNull();
  });

  it('deletes something only when it removes a guest', () => {
    const kinds: PlanKindView[] = ['set-mail', 'keep-one-address', 'remove-and-invite', 'undo'];
    expect(kinds.filter((kind) => deletes(plan({ kind })))).toEqual(['remove-and-invite']);
  });

  it.each(['plan-stale', 'plan-used', 'tenant-changed'] as const)('is void after %s', (code) => {
    expect(voidsPlan(problem(code))).toBe(true);
  });

  it('is not void after any other problem, or none', () => {
    expect([null, problem('unreachable')].map(voidsPlan)).toEqual([false, false]);
  });
});

it.each([
  ['no', 'refused', false],
  ['no', 'conflict', true],
  ['yes', 'refused', true],
  ['unknown', 'unreachable', true],
] as const)('a change that changed %s and ended as %s outdates the report: %s', (changed, kind, expected) => {
  expect(outdatesReport(problem('internal', { changed, kind }))).toBe(expected);
});

it.each<[RemedyView['availability'], RemedyView['why'], boolean]>([
  ['disabled', { code: 'no-other-address' }, true],
  ['disabled', { code: 'not-you', roles: ['Global Administrator'] }, false],
  ['disabled', { code: 'not-with-this-sign-in', permissions: ['User.ReadWrite.All'] }, false],
  ['disabled', { code: 'switched-off' }, false],
  ['ready', { code: 'fills-the-main-address' }, false],
])('a remedy that is %s because of %j is impossible: %s', (availability, why, expected) => {
  const [remedy] = pieter().remedies;
  expect(remedy && isImpossible({ ...remedy, availability, why })).toBe(expected);
});
