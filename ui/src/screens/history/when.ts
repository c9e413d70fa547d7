import type { HistoryEntry } from '../../host/contract';
import { spoken } from '../../words/languages';
import { capitalised, dayAndTime, language, say, timeOfDay } from '../../words/words.svelte';
import type { Story } from './story';

const A_DAY = 86_400_000;

const midnight = (moment: Date): number => new Date(moment).setHours(0, 0, 0, 0);

/** A moment as people say it within a sentence: today and yesterday are called so. */
export function lately(moment: string): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return moment;
  const ago = Math.round((midnight(new Date()) - midnight(date)) / A_DAY);
  const tag = spoken[language()].dates;
  if (ago === 0 || ago === 1) {
    const day = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }).format(-ago, 'day');
    return `${day} ${timeOfDay(moment)}`;
  }
  return dayAndTime(moment);
}

/** The same where it begins. */
export const recently = (moment: string): string => capitalised(lately(moment));

/** What took a change back, once it did. */
export const backOf = ({ change, ways }: Story): HistoryEntry | undefined =>
  change.state === 'undone' ? [...ways].reverse().find((way) => way.made !== 'no') : undefined;

/** When a change was made, and when it was taken back. */
export function whenOf(story: Story): string {
  const when = recently(story.change.at);
  const back = backOf(story);
  if (!back) return when;
  const sameDay = midnight(new Date(back.at)) === midnight(new Date(story.change.at));
  const then = sameDay ? timeOfDay(back.at) : recently(back.at);
  return back.kind === 'put-back'
    ? say('history-put-back-at', { when, then })
    : say('history-undone-at', { when, then });
}
