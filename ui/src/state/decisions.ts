/**
 * What the window still decides from kinds and codes. It is to come with the answers; until then it stands here and
 * nowhere else, as functions of the answer alone.
 */
import type { ChangeView, PlanKind, PlanView, Problem, RemedyView, ResultView } from '../host/contract';
import type { FollowUp } from './change.svelte';

/** What a result says about the guest at its end. */
export type Conclusion =
  /** An address was kept, and the main address is still missing. */
  | 'still-missing'
  /** The directory is right now. */
  | 'directory-right'
  /** What the diagnosis says now, without a judgement. */
  | 'as-found';

/** What one can do from a result. */
export type ResultAction = FollowUp | 'close' | 'set-mail';

/** How the result of a change is shown. */
export interface ResultGuidance {
  /** Null without a new diagnosis. */
  conclusion: Conclusion | null;
  /** The groups the guest is in now, where they are part of what was seen. */
  memberships: string[];
  /** Whether each step is shown. */
  steps: boolean;
  /** In the order of the buttons. */
  actions: ResultAction[];
  /** The one action that is suggested. */
  primary: ResultAction;
}

/** How the result of a change is shown. */
export function resultGuidance(change: ChangeView | null, result: ResultView): ResultGuidance {
  const conclusion = concluded(change, result);
  const followUps = followUpsOf(result);
  const next = conclusion === 'still-missing' && mayBePressed(result, 'set-mail');
  // Of what can follow, the one that the problem asks for.
  const backFirst = result.canPutBack && result.problem?.code === 'invitation-refused';
  return {
    conclusion,
    memberships: showsGroups(change) ? (result.report?.memberships ?? []) : [],
    // Everything stands in the steps only when not all of it was done.
    steps: result.outcome !== 'done',
    actions: [...followUps, 'close', ...(next ? (['set-mail'] as const) : [])],
    primary: next ? 'set-mail' : backFirst ? 'put-back' : 'close',
  };
}

const withoutMainAddress: ReadonlySet<string> = new Set(['no-address', 'misconfigured', 'conflict']);

function concluded(change: ChangeView | null, result: ResultView): Conclusion | null {
  const { report } = result;
  if (!report) return null;
  const kept = change?.kind === 'keep-one-address' && result.outcome === 'done';
  if (kept && withoutMainAddress.has(report.verdict)) return 'still-missing';
  // After an undo the guest is as before: that is no repair to try out.
  const undone = change?.kind === 'undo' || change?.kind === 'put-back';
  return report.verdict === 'healthy' && !undone ? 'directory-right' : 'as-found';
}

function followUpsOf(result: ResultView): FollowUp[] {
  const all: [FollowUp, boolean][] = [
    ['put-back', result.canPutBack],
    ['continue', result.canContinue],
    ['undo', result.canUndo],
  ];
  return all.filter(([, possible]) => possible).map(([followUp]) => followUp);
}

const mayBePressed = (result: ResultView, kind: RemedyView['kind']): boolean =>
  result.report?.remedies.some((it) => it.kind === kind && it.availability !== 'disabled') ?? false;

/** A new account, or one that came back: the groups are part of what was seen. */
const showsGroups = (change: ChangeView | null): boolean =>
  change?.steps.some((step) => step.kind === 'add-to-groups' || step.kind === 'restore') ?? false;

/** The question over the addresses of a plan; null where none is chosen. */
export function addressQuestion(
  plan: PlanView,
): Extract<PlanKind, 'set-mail' | 'keep-one-address' | 'remove-and-invite'> | null {
  if (plan.addresses.length === 0) return null;
  switch (plan.kind) {
    case 'set-mail':
    case 'keep-one-address':
    case 'remove-and-invite':
      return plan.kind;
    default:
      return null;
  }
}

/** Whether confirming a plan deletes something. */
export const deletes = (plan: PlanView): boolean => plan.kind === 'remove-and-invite';

const voidPlan: ReadonlySet<string> = new Set(['plan-stale', 'plan-used', 'tenant-changed']);

/** Whether the plan on screen is void, so that only a new one helps. */
export const voidsPlan = (problem: Problem | null): boolean => voidPlan.has(problem?.code ?? '');

/** Whether a change that ended so may have left the report on screen out of date. */
export const outdatesReport = (problem: Problem): boolean =>
  problem.changed !== 'no' || problem.kind === 'conflict';

const elsewhere: ReadonlySet<string> = new Set(['not-you', 'not-with-this-sign-in', 'switched-off']);

/** Whether a remedy cannot help at all. One that somebody else can do, or in another way, is not "not possible". */
export const isImpossible = (remedy: RemedyView): boolean =>
  remedy.availability === 'disabled' && !elsewhere.has(remedy.why.code);
