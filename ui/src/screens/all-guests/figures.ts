import type { SurveyView } from '../../host/contract';
import { lasting, say } from '../../words/words.svelte';
import { lately } from '../history/when';

/** How far a survey is: of what, and how much of it. */
export interface Progress {
  readonly of: 'reading' | 'looking';
  readonly done: number;
  readonly total: number;
}

/** What is counted: the guests as they are read, where all are; and then those who are looked at a second time. */
export function progressOf({ way, total, read, found, examined }: SurveyView): Progress | null {
  const all = way === 'every-guest' || way === 'every-external';
  if (all && total !== null && read < total) return { of: 'reading', done: read, total };
  return found === 0 ? null : { of: 'looking', done: examined, total: found };
}

/** How long it still takes, in words; nothing while that cannot be said, or the wait alone is longer. */
export function timeLeft({ secondsLeft, wait }: SurveyView): string | null {
  if (secondsLeft === null || secondsLeft < (wait ?? 0)) return null;
  if (secondsLeft < 10) return say('survey-left-soon');
  return say('survey-left', {
    time: lasting(secondsLeft < 60 ? Math.ceil(secondsLeft / 10) * 10 : secondsLeft),
  });
}

/** What stands under the title. */
export function sentenceOf(view: SurveyView): string {
  const at = view.seenAt ?? view.startedAt;
  const times = { when: lately(at), duration: lasting(view.seconds) };
  const way = view.way ? say(`survey-way-${view.way}`) : '';
  switch (view.phase) {
    case 'running':
      return runningSentence(view);
    case 'paused':
      return say('survey-paused-note');
    case 'stopped':
      return `${say('survey-stopped', times)} ${way}`.trim();
    case 'done':
      return `${say('survey-done', times)} ${way}`.trim();
  }
}

function runningSentence(view: SurveyView): string {
  if (view.way === null) return say('survey-beginning');
  if (progressOf(view)?.of === 'reading') return say('survey-reading', { found: view.found });
  return say('survey-looking', { depth: view.depth, total: view.total ?? 0, found: view.found });
}

/** How it stands, for who listens: seldom enough that it does not talk all the time. */
export function announced(view: SurveyView): string {
  const far = progressOf(view);
  if (view.phase !== 'running' || !far) return say(`survey-phase-${view.phase}`);
  const quarters = Math.floor((far.done / far.total) * 4);
  return quarters === 0 ? say('survey-phase-running') : say('survey-progress', { percent: quarters * 25 });
}
