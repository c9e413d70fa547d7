import type { IconName } from '../../styles/icons';
import { say } from '../../words/words.svelte';
import { signOf, unfinished, whatOf, type Story } from './story';
import { recently } from './when';

/** The changes of many guests that were made with one confirmation, each with its own story. */
export interface Bundle {
  readonly batch: string;
  /** Those that are searched for, the one in which something happened last first. */
  readonly stories: readonly Story[];
  /** How many there are, whatever is searched for. */
  readonly count: number;
}
/** A line of the list: a change by itself, many that were made together, or one of those. */
export type Line =
  | { readonly key: string; readonly bundle: Bundle }
  | { readonly key: string; readonly story: Story; readonly within: string | null };

/** What is listed: many that were made together are one line, which opens into them. */
export function linesOf(
  shown: readonly Story[],
  all: readonly Story[],
  opened: (batch: string) => boolean,
): Line[] {
  const counts = byBatch(all);
  const bundles = byBatch(shown);
  const met = new Set<string>();
  return shown.flatMap((story): Line[] => {
    const { batch, id } = story.change;
    const count = batch === null ? 1 : (counts.get(batch)?.length ?? 1);
    if (batch === null || count === 1) return [{ key: id, story, within: null }];
    if (met.has(batch)) return [];
    met.add(batch);
    const stories = bundles.get(batch) ?? [];
    const bundle: Line = { key: batch, bundle: { batch, stories, count } };
    const inside = stories.map((it): Line => ({ key: it.change.id, story: it, within: batch }));
    return opened(batch) ? [bundle, ...inside] : [bundle];
  });
}

function byBatch(stories: readonly Story[]): Map<string, Story[]> {
  const all = new Map<string, Story[]>();
  for (const story of stories) {
    const { batch } = story.change;
    if (batch === null) continue;
    const same = all.get(batch);
    if (same) same.push(story);
    else all.set(batch, [story]);
  }
  return all;
}

/** The change that stands for all of them: who did it, what, and why is the same for each. */
const first = ({ stories }: Bundle) => stories.at(-1)?.change;

/** What was done, and for how many. */
export function titleOf(bundle: Bundle): string {
  const change = first(bundle);
  return change ? say('history-batch', { kind: change.kind, what: whatOf(change), count: bundle.count }) : '';
}

/** When it began, who did it, and with which reason. */
export function metaOf(bundle: Bundle): string {
  const change = first(bundle);
  if (!change) return '';
  return [recently(change.at), change.by, ...(change.reason ? [change.reason] : [])].join(' · ');
}

/** How many of them stand how. */
export interface Counted {
  readonly tone: string;
  readonly icon: IconName;
  readonly words: string;
  readonly count: number;
}

export function countsOf({ stories }: Bundle): Counted[] {
  const all = new Map<string, Counted>();
  for (const story of stories) {
    const sign = signOf(unfinished(story) ?? story.change);
    const count = (all.get(sign.words)?.count ?? 0) + 1;
    all.set(sign.words, { ...sign, count });
  }
  return [...all.values()].sort((a, b) => b.count - a.count);
}
