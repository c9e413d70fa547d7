import type { HistoryEntry, PropertyChange } from '../../host/contract';
import { dayAndTime, list, plain, property, say, translateCode } from '../../words/words.svelte';

export type TicketStyle = 'text' | 'markdown';

/** What stands for something in Markdown, where it is only a sign (CommonMark 0.31, 2.4: any ASCII punctuation). */
const escaped = (text: string): string => text.replace(/[!-/:-@[-`{-~]/g, '\\$&');

/** What was done, for a ticket: whole lines, nothing that must be read in a window. */
export function ticketText(entry: HistoryEntry, style: TicketStyle): string {
  const markdown = style === 'markdown';
  const said = (text: string) => (markdown ? escaped(plain(text)) : plain(text));
  const item = (text: string) => `- ${said(text)}`;
  const what = entry.of
    ? say('history-of', { what: say(`plan-${entry.kind}`), remedy: say(`remedy-${entry.of}`) })
    : say(`plan-${entry.kind}`);
  const title = said(`${what}: ${entry.guestName} (${entry.address})`);
  const when = `${dayAndTime(entry.at)}, ${say('history-by', { name: entry.by })}`;
  const lines = [
    markdown ? `**${title}**` : title,
    '',
    item(say(`history-state-${entry.state}`)),
    item(when),
    ...(entry.reason ? [item(say('history-reason', { reason: entry.reason }))] : []),
    ...entry.changes.map((change) => item(changeLine(change, entry))),
    ...entry.left.map((note) => item(translateCode('left', note))),
    ...(entry.test && entry.test !== 'open' ? [item(say(`test-${entry.test}`))] : []),
  ];
  return lines.join('\n');
}

/** Before and after in a line; what was not made, or not seen, is told by its own words. */
function changeLine({ property: name, before, after }: PropertyChange, { made }: HistoryEntry): string {
  const values = (all: string[]) => (all.length > 0 ? list(all) : say('plan-empty'));
  const later = after ? values(after) : say('after-none');
  return `${property(name)}: ${say('result-before')}: ${values(before)}; ${say(`after-${made}`)}: ${later}`;
}
