import type { Outcome, ResultView, StepState } from '../../host/contract';
import type { IconName } from '../../styles/icons';
import { say } from '../../words/words.svelte';

/** How a change ended, in one line. */
export const outcomeTitle = (result: ResultView): string => say(`outcome-${result.outcome}`);

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
