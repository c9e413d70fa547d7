import type { Outcome, PlanKindView, ResultView, StepState, StepView } from '../../host/contract';
import type { IconName } from '../../styles/icons';
import { fullName } from '../../components/people';
import { say } from '../../words/words.svelte';

/** How a change ended, in one line. That the guest has a main address is said where it was written, and seen. */
export function outcomeTitle({ outcome, conclusion, report }: ResultView, kind: PlanKindView): string {
  if (outcome !== 'done') return say(`outcome-${outcome}`);
  const main = kind === 'set-mail' && conclusion === 'directory-right';
  const what = main ? 'main' : kind === 'remove-and-invite' ? 'invited' : 'other';
  return say('outcome-done', { what: report ? what : 'other', name: report ? fullName(report) : '' });
}

/** What that means. An account that was removed and is not back is what matters most of all that was done. */
export function outcomeMeaning(outcome: Outcome, steps: StepView[]): string {
  if (outcome !== 'interrupted') return say(`outcome-${outcome}.what`);
  const removed = steps.some(({ kind, state }) => kind === 'delete' && state === 'done');
  return say('outcome-interrupted.what', { removed: String(removed) });
}

export const outcomes: Record<Outcome, [tone: string, icon: IconName]> = {
  done: ['ok', 'checkmark_circle_20_filled'],
  'not-yet-visible': ['neutral', 'clock_20_regular'],
  refused: ['error', 'prohibited_20_filled'],
  failed: ['warning', 'warning_20_filled'],
  interrupted: ['warning', 'warning_20_filled'],
  unknown: ['warning', 'question_circle_20_filled'],
  cancelled: ['neutral', 'record_stop_20_filled'],
};

export const steps: Record<StepState, [tone: string, icon: IconName]> = {
  waiting: ['neutral', 'circle_20_regular'],
  running: ['brand', 'spinner_ios_20_regular'],
  done: ['ok', 'checkmark_circle_20_filled'],
  'not-yet-visible': ['neutral', 'clock_20_regular'],
  refused: ['error', 'prohibited_20_filled'],
  unknown: ['warning', 'question_circle_20_filled'],
  skipped: ['neutral', 'subtract_16_regular'],
  'not-reached': ['neutral', 'subtract_16_regular'],
};
