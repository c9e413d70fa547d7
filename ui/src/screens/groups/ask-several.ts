import type { AccountView, ListedGuest } from '../../host/contract';
import { shown } from '../../words/shown';
import { labelled } from '../../words/in-line';
import { day, plain, say } from '../../words/words.svelte';

/** What it is about, on one line. */
export const severalSubject = (count: number, group: string): string =>
  plain(say('several-subject', { count, group }));

/** How a guest stands, as far as the list tells; the id, so that nobody is taken for another. */
function line(guest: ListedGuest): string {
  const glance = say(`glance-${guest.glance}`);
  const state = guest.reason ? labelled(glance, say(`glance-why-${guest.reason}`)) : glance;
  return `- ${shown(guest.displayName)} (${shown(guest.address)}) · ${state} · ${guest.id}`;
}

/** The text for whoever is asked about several guests: enough to look each of them up. */
export function severalText(
  guests: readonly ListedGuest[],
  group: string,
  account: AccountView | null,
  { note, file }: { note: string; file: boolean },
): string {
  const lines = [
    severalSubject(guests.length, group),
    ...(note === '' ? [] : [say('ask-text-note', { note })]),
    say('several-what'),
    '',
    ...guests.map((guest) => plain(line(guest))),
    '',
    say('ask-text-group', { group }),
    ...(account === null
      ? []
      : [
          say('ask-text-from', {
            name: account.displayName,
            account: account.userName,
            organisation: account.organisation,
            date: day(new Date().toISOString()),
          }),
        ]),
    ...(file ? ['', say('ask-text-file')] : []),
  ];
  return plain(lines.join('\n'));
}
