import type { GuestReport, HandOverView, HistoryEntry } from '../../host/contract';
import { fullName } from '../../components/people';
import { dayAndTime, list, plain, say } from '../../words/words.svelte';
import { headline } from '../guest/headline';

/**
 * The answer for whoever asked: what was done, how it stands, and how to test it. Where the history cannot be read, nothing
 * is said of what was done.
 */
export function answerText(view: HandOverView, now: GuestReport, done: HistoryEntry[] | null): string {
  const guest = fullName(now);
  const entry = (it: HistoryEntry) => `${say(`plan-${it.kind}`)} (${say(`history-state-${it.state}`)})`;
  const acts = done?.map(entry) ?? [];
  const lines = [
    say('hand-over-answer-text', { guest, date: dayAndTime(view.madeAt) }),
    ...(done === null
      ? []
      : [
          acts.length > 0
            ? say('hand-over-answer-done', { done: list(acts) })
            : say('hand-over-answer-nothing'),
        ]),
    say('hand-over-answer-now', { date: dayAndTime(new Date().toISOString()), headline: headline(now) }),
    ...(acts.length > 0 ? ['', say('hand-over-answer-test')] : []),
  ];
  return plain(lines.join('\n'));
}
