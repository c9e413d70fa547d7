import type { ChangeStatus, HistoryEntry } from '../../host/contract';
import type { HistoryOutcome, Period } from '../../state/journal.svelte';
import type { IconName } from '../../styles/icons';
import { folded } from '../../words/folded';
import { say } from '../../words/words.svelte';

/** A change, and what took it back or tried to: they belong together. */
export interface Story {
  readonly change: HistoryEntry;
  /** In the order in which they were begun. */
  readonly ways: readonly HistoryEntry[];
}

export const acts = ({ change, ways }: Story): HistoryEntry[] => [change, ...ways];

/** How an entry stands: shape, word and colour, never colour alone. */
const signs: Record<ChangeStatus, readonly [tone: string, icon: IconName]> = {
  done: ['ok', 'checkmark_circle_20_filled'],
  'in-part': ['warning', 'warning_20_filled'],
  'not-yet-visible': ['neutral', 'clock_20_regular'],
  refused: ['error', 'prohibited_20_filled'],
  failed: ['warning', 'warning_20_filled'],
  interrupted: ['warning', 'warning_20_filled'],
  'interrupted-unchanged': ['neutral', 'record_stop_20_filled'],
  unknown: ['warning', 'question_circle_20_filled'],
  cancelled: ['neutral', 'record_stop_20_filled'],
  running: ['brand', 'spinner_ios_20_regular'],
  undone: ['neutral', 'arrow_undo_16_regular'],
};

/** How they can stand, in the order of the buttons. */
export const outcomes: readonly HistoryOutcome[] = ['open', 'unfinished', 'not-done', 'undone'];
export const periods: readonly Period[] = ['today', 'week', 'month', 'all'];

/** The stories, the one in which something happened last first. */
export function stories(entries: readonly HistoryEntry[]): Story[] {
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  /** What all of it began with. One that takes back what is not listed stands by itself. */
  function begun(entry: HistoryEntry): HistoryEntry {
    const met = new Set<string>();
    let at = entry;
    while (at.takesBack !== null && !met.has(at.id)) {
      met.add(at.id);
      const before = known.get(at.takesBack);
      if (!before) break;
      at = before;
    }
    return at;
  }
  const all = new Map<string, { change: HistoryEntry; ways: HistoryEntry[] }>();
  for (const entry of entries) {
    const change = begun(entry);
    const story = all.get(change.id) ?? { change, ways: [] };
    if (entry !== change) story.ways.unshift(entry);
    all.set(change.id, story);
  }
  return [...all.values()];
}

const open = (entry: HistoryEntry) =>
  entry.canContinue || entry.canPutBack || entry.state === 'running' || entry.state === 'interrupted';

/** What of it is to be gone on with or put back; the newest first. */
export const unfinished = (story: Story): HistoryEntry | undefined => acts(story).reverse().find(open);

/** Whether nothing was made of it, and nothing is to be gone on with. */
export const notDone = (story: Story): boolean => story.change.made === 'no' && !unfinished(story);

export function stands(story: Story, outcome: HistoryOutcome): boolean {
  switch (outcome) {
    case 'open':
      return acts(story).some((entry) => entry.test === 'open');
    case 'unfinished':
      return unfinished(story) !== undefined;
    case 'not-done':
      return notDone(story);
    case 'undone':
      return story.change.state === 'undone';
  }
}

/** The same for one entry. */
export function signOf(entry: HistoryEntry): { tone: string; icon: IconName; words: string } {
  const [tone, icon] = signs[entry.state];
  const plainly = entry.made === 'no' && !open(entry);
  return {
    tone,
    icon,
    words: plainly ? say('history-outcome-not-done') : say(`history-state-${entry.state}`),
  };
}

/** What was done, and with which remedy where it is a way back. */
export const whatOf = (entry: HistoryEntry): string =>
  entry.of
    ? say('history-of', { what: say(`plan-${entry.kind}`), remedy: say(`remedy-${entry.of}`) })
    : say(`plan-${entry.kind}`);

const days: Record<Exclude<Period, 'all'>, number> = { today: 0, week: 6, month: 29 };

/** The first moment of a period that ends now; of all of them nothing is too old. */
function since(period: Period): number {
  if (period === 'all') return -Infinity;
  const midnight = new Date();
  midnight.setHours(0, 0, 0, 0);
  return midnight.setDate(midnight.getDate() - days[period]);
}

/** The stories that one looks for, however they stand. */
export function found(all: readonly Story[], text: string, period: Period): Story[] {
  const [wanted, first] = [folded(text), since(period)];
  const said = (entry: HistoryEntry) => [entry.guestName, entry.address, entry.reason ?? ''].map(folded);
  return all.filter((story) => {
    const entries = acts(story);
    const named = wanted === '' || entries.some((entry) => said(entry).some((it) => it.includes(wanted)));
    return named && entries.some((entry) => !(Date.parse(entry.at) < first));
  });
}
