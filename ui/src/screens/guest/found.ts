import type { GuestReport } from '../../host/contract';
import { dayAndTime, say, translateCode } from '../../words/words.svelte';
import { forTicket, type TicketStyle } from '../change/ticket';
import { headline } from './headline';
import { asText } from './value';

const firstSeen = new WeakMap<GuestReport, string>();

/** When this report came on screen: it is as old as that, whenever it is copied. */
export function seenAt(report: GuestReport): string {
  const at = firstSeen.get(report) ?? new Date().toISOString();
  firstSeen.set(report, at);
  return at;
}

/** What was found, for a ticket. */
export function foundText(report: GuestReport, style: TicketStyle): string {
  const recommended = report.remedies.find((remedy) => remedy.recommended);
  const rows = report.properties.filter((row) => row.matters);
  const items = [
    say(`verdict-${report.verdict}`),
    say('ticket-searched', { address: report.searched }),
    ...(report.group === null ? [] : [say('ask-text-group', { group: report.group })]),
    translateCode('cause', report.cause),
    ...rows.map((row) => asText([row])),
    ...(recommended ? [say('ticket-recommended', { remedy: say(`remedy-${recommended.kind}`) })] : []),
    say('ticket-looked', { date: dayAndTime(seenAt(report)) }),
  ];
  return forTicket(headline(report), items, style);
}
