import type { Journal } from '../../state/journal.svelte';
import { list, say } from '../../words/words.svelte';

/** What the list is filtered by, in words; nothing where all of it is shown. */
export function filteredBy({ text, outcome, period }: Journal): string {
  const by = [
    ...(text.trim() === '' ? [] : [text.trim()]),
    ...(outcome === null ? [] : [say(`history-outcome-${outcome}`)]),
    ...(period === 'all' ? [] : [say(`history-period-${period}`)]),
  ];
  return by.length === 0 ? '' : list(by);
}
