import type { GuestReport, OwnerView, PropertyView, ValueView } from '../../host/contract';
import { shown } from '../../words/shown';
import { labelled, oneAfterAnother } from '../../words/in-line';
import { day, dayAndTime, list, plain, property, say, translateCode } from '../../words/words.svelte';

/** What kind of object owns an address, in words. */
export const ownerLine = (owner: OwnerView): string =>
  say('value-owner', { owner: owner.displayName, kind: say(`owner-${owner.kind}`) });

/** The value of a property, line by line. */
export function lines(value: ValueView): string[] {
  switch (value.is) {
    case 'empty':
      return [say('value-empty')];
    case 'unknown':
      return [say('value-unknown')];
    case 'texts':
      return value.texts.map(shown);
    case 'truth':
      return [value.truth ? say('value-true') : say('value-false')];
    case 'moment':
      return [dayAndTime(value.at)];
    case 'redemption':
      return [redemption(value.state, value.at)];
    case 'owner':
      return [ownerLine(value.owner)];
  }
}

function redemption(state: string, at: string | null): string {
  if (state === 'Accepted')
    return at === null ? say('value-accepted') : say('value-accepted-on', { date: day(at) });
  if (state === 'PendingAcceptance')
    return at === null ? say('value-pending') : say('value-pending-since', { date: day(at) });
  return state;
}

/** One line on what a value means for mail. */
export const meaning = (row: PropertyView): string | null =>
  row.meaning && translateCode('meaning', row.meaning);

/** The table as text, for a message to whoever helps: a row for each property, whatever its values hold. */
export function asText(rows: PropertyView[]): string {
  const said = rows.map((row) => {
    const state = say(`row-state-${row.state}`);
    return labelled(`${property(row.name)} (${row.name})`, `${oneAfterAnother(lines(row.value))} [${state}]`);
  });
  return plain(said.join('\n'));
}

/** What hangs on the contact that is in the way, as text; nothing when none is. */
export function contactText({ owner, conflict }: GuestReport): string {
  const contact = conflict?.contact;
  if (!owner || !contact) return '';
  const said = (texts: string[] | null) =>
    texts === null ? say('fact-unread') : texts.length === 0 ? say('fact-none') : list(texts);
  const lists = said(contact.lists && contact.lists.map((it) => it.name));
  return plain(say('fact-copied', { owner: owner.displayName, lists, x500: said(contact.x500) }));
}
