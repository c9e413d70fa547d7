import type { HistoryEntry, PropertyChange } from '../../host/contract';
import { labelled, oneAfterAnother } from '../../words/in-line';
import { dayAndTime, list, plain, property, say, translateCode } from '../../words/words.svelte';

export type TicketStyle = 'text' | 'markdown';

/** What stands for something in Markdown, where it is only a sign (CommonMark 0.31, 2.4: any ASCII punctuation). */
const escaped = (text: string): string => text.replace(/[!-/:-@[-`{-~]/g, '\\$&');

/** For a ticket: whole lines, nothing that must be read in a window, and no name that is a sign. */
export function forTicket(title: string, items: readonly string[], style: TicketStyle): string {
  const markdown = style === 'markdown';
  const said = (text: string) => (markdown ? escaped(plain(text)) : plain(text));
  const first = markdown ? `**${said(title)}**` : said(title);
  return [first, '', ...items.map((item) => `- ${said(item)}`)].join('\n');
}

/** What was done. */
export function ticketText(entry: HistoryEntry, style: TicketStyle): string {
  const what = entry.of
    ? say('history-of', { what: say(`plan-${entry.kind}`), remedy: say(`remedy-${entry.of}`) })
    : say(`plan-${entry.kind}`);
  const title = labelled(what, `${entry.guestName} (${entry.address})`);
  const when = `${dayAndTime(entry.at)}, ${say('history-by', { name: entry.by })}`;
  const items = [
    say(`history-state-${entry.state}`),
    ...(entry.whyNotDone ? [say(`not-done-${entry.whyNotDone}`)] : []),
    when,
    ...(entry.reason ? [say('history-reason', { reason: entry.reason })] : []),
    ...entry.changes.map((change) => changeLine(change, entry)),
    ...entry.left.map((note) => translateCode('left', note)),
    ...(entry.test && entry.test !== 'open' ? [say(`test-${entry.test}`)] : []),
  ];
  return forTicket(title, items, style);
}

/** Before and after in a line; what was not made, or not seen, is told by its own words. */
function changeLine({ property: name, before, after }: PropertyChange, { made }: HistoryEntry): string {
  const values = (all: string[]) => (all.length > 0 ? list(all) : say('plan-empty'));
  const later = after ? values(after) : say('after-none');
  const both = [labelled(say('result-before'), values(before)), labelled(say(`after-${made}`), later)];
  return labelled(property(name), oneAfterAnother(both));
}
