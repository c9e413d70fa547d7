import type { HistoryEntry } from '../../host/contract';
import type { IconName } from '../../styles/icons';
import { say } from '../../words/words.svelte';
import { notDone, signOf, unfinished, type Story } from './story';
import { backOf, recently } from './when';

/** How a change stands now, as far as the record knows, and which ways there are from it. */
export interface Standing {
  tone: string;
  icon: IconName;
  title: string;
  lines: string[];
  /** Its way back was seen to be gone. */
  gone: boolean;
}

/** How a story stands: the ways first, since an undo can be what is left open. */
export function standing(story: Story): Standing {
  const { change } = story;
  const open = unfinished(story);
  const { tone, icon } = signOf(open ?? change);
  return { tone, icon, title: title(story, open), lines: lines(story, open), gone: change.back === 'gone' };
}

function title(story: Story, open: HistoryEntry | undefined): string {
  const { change } = story;
  if (open?.state === 'running') return say('stands-running');
  if (open) return open === change ? say('stands-unfinished') : say('stands-way-back-unfinished');
  if (notDone(story)) return say('stands-not-done');
  switch (change.state) {
    case 'undone':
      return undone(story);
    case 'done':
    case 'in-part':
    case 'not-yet-visible':
      return say(`stands-${change.state}`);
    default:
      return say('stands-unknown');
  }
}

function undone(story: Story): string {
  const back = backOf(story);
  if (back?.kind === 'put-back') return say('stands-put-back');
  if (back?.state === 'in-part') return say('stands-undone-in-part');
  return back?.made === 'seen' ? say('stands-undone') : say('stands-undone-unseen');
}

function lines(story: Story, open: HistoryEntry | undefined): string[] {
  const { change } = story;
  if (open) return goOn(open);
  if (notDone(story)) return change.whyNotDone ? [say(`not-done-${change.whyNotDone}`)] : [];
  // Of what nobody knows nothing is offered, and nothing is ruled out.
  if (change.state === 'unknown') return [];
  const seen = (backOf(story) ?? change).seenAt;
  const read = seen ? [say('stands-read-back', { when: recently(seen) })] : [];
  return [...read, ...wayBack(change)];
}

function goOn({ canContinue, canPutBack }: HistoryEntry): string[] {
  if (canContinue && canPutBack) return [say('stands-can-both')];
  if (canContinue) return [say('stands-can-continue')];
  return canPutBack ? [say('stands-can-put-back')] : [];
}

/** The way back, or why there is none. */
function wayBack(change: HistoryEntry): string[] {
  if (change.canUndo) return [say('stands-can-undo')];
  if (change.state === 'undone') return [say('stands-nothing-left')];
  if (change.back === 'gone') return [say('history-way-back-gone')];
  return [say('undo-impossible', { kind: change.kind })];
}
