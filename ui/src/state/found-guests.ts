import type { Glance, RemedyKind, SurveyCause, SurveyedGuest } from '../host/contract';
import { folded } from '../words/folded';

/** What is told of a guest beside the name, each in a column of its own that can be left out. */
export type Column = 'address' | 'inTheWay' | 'groups' | 'guestSince';
export type SortBy = 'displayName' | Column;
/** By what the guests are put together. */
export type Grouping = 'cause' | 'state' | 'none';

/** Why somebody is listed, in the order in which it is shown, and how somebody with it stands. */
const standings: Record<SurveyCause, Glance> = {
  'main-address-missing': 'no-mail',
  'owned-by-contact': 'no-mail',
  'owned-by-account': 'no-mail',
  'owned-by-group': 'no-mail',
  'no-address': 'no-mail',
  'blocked-as-well': 'no-mail',
  'two-main-addresses': 'attention',
  blocked: 'attention',
  'invitation-open': 'attention',
  'not-all-read': 'cannot-tell',
};
/** Whether they can be repaired together with others, as far as the list tells. */
export const isTogether = (guest: SurveyedGuest): boolean => guest.together !== null && !guest.repaired;
export const causes = Object.keys(standings) as SurveyCause[];

/** A guest who was found, with what they are looked for by: folded once, and not at each keystroke. */
export interface Found {
  readonly guest: SurveyedGuest;
  readonly text: string;
}
/** Guests who belong together. */
export interface GuestGroup {
  readonly key: SurveyCause | Glance | 'all';
  readonly guests: readonly SurveyedGuest[];
  /** How many of them can be repaired together with others. */
  readonly together: number;
  /** How many of them were repaired since they were listed. */
  readonly repaired: number;
}
interface Filling extends GuestGroup {
  readonly guests: SurveyedGuest[];
  together: number;
  repaired: number;
}

const textOf = ({ displayName, address, inTheWay, groups }: SurveyedGuest): string =>
  [displayName, address, inTheWay ?? '', ...(groups ?? [])].map(folded).join('\n');

/** Everybody who was found, by their id: who stands otherwise now keeps their place. */
export class KnownGuests {
  readonly #all = new Map<string, Found>();

  take(guests: readonly SurveyedGuest[]): void {
    for (const guest of guests) this.#all.set(guest.id, { guest, text: textOf(guest) });
  }

  clear(): void {
    this.#all.clear();
  }

  list(): readonly Found[] {
    return [...this.#all.values()];
  }
}

/** What a guest is sorted by. */
const sortedBy = (guest: SurveyedGuest, by: SortBy): string =>
  (by === 'groups' ? guest.groups?.[0] : guest[by]) ?? '';

/** The same guests in another order; who has nothing to be sorted by comes last. */
export function inOrder(found: readonly Found[], by: SortBy, down: boolean): readonly Found[] {
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  const keyed = found.map((it) => [sortedBy(it.guest, by), it] as const);
  keyed.sort(([a], [b]) => {
    if (a === '' || b === '') return Number(a === '') - Number(b === '');
    return down ? compare(b, a) : compare(a, b);
  });
  return keyed.map(([, it]) => it);
}

const keyOf = (guest: SurveyedGuest, by: Grouping): GuestGroup['key'] => {
  if (by === 'none') return 'all';
  return by === 'cause' ? guest.cause : standings[guest.cause];
};
const keys: readonly GuestGroup['key'][] = ['all', ...causes, 'no-mail', 'attention', 'cannot-tell'];

/** The guests put together, in the order of what they are put together by. */
export function grouped(found: readonly Found[], by: Grouping): readonly GuestGroup[] {
  const all = new Map<GuestGroup['key'], Filling>();
  for (const { guest } of found) add(all, guest, by);
  return keys.flatMap((key) => all.get(key) ?? []);
}

function add(all: Map<GuestGroup['key'], Filling>, guest: SurveyedGuest, by: Grouping): void {
  const key = keyOf(guest, by);
  let group = all.get(key);
  if (!group) all.set(key, (group = { key, guests: [], together: 0, repaired: 0 }));
  group.guests.push(guest);
  if (guest.repaired) group.repaired += 1;
  else if (guest.together !== null) group.together += 1;
}

/** What is looked for. */
export interface Wanted {
  /** Folded; nothing is looked for where it is empty. */
  readonly text: string;
  readonly cause: SurveyCause | null;
  readonly onlyNew: boolean;
}
/** Who is shown, and how many there would be if no difference were made between new and known. */
export interface Sifted {
  readonly all: number;
  readonly fresh: number;
  readonly groups: readonly GuestGroup[];
}

/** In one pass: it is done anew at each keystroke, of a hundred thousand guests as well. */
export function sifted(found: readonly Found[], wanted: Wanted, by: Grouping): Sifted {
  const { text, cause, onlyNew } = wanted;
  const filled = new Map<GuestGroup['key'], Filling>();
  let [all, fresh] = [0, 0];
  for (const { guest, text: said } of found) {
    if ((cause !== null && guest.cause !== cause) || (text !== '' && !said.includes(text))) continue;
    all += 1;
    if (guest.new === true) fresh += 1;
    else if (onlyNew) continue;
    add(filled, guest, by);
  }
  return { all, fresh, groups: keys.flatMap((key) => filled.get(key) ?? []) };
}

/** How many are listed for each reason and were not repaired since. */
export function countedByCause(found: readonly Found[]): ReadonlyMap<SurveyCause, number> {
  const all = new Map<SurveyCause, number>();
  for (const { guest } of found) {
    if (!guest.repaired) all.set(guest.cause, (all.get(guest.cause) ?? 0) + 1);
  }
  return all;
}

/** The guests by the remedy with which they can be repaired together. */
export function byRemedy(
  guests: readonly SurveyedGuest[],
): readonly (readonly [RemedyKind, readonly SurveyedGuest[]])[] {
  const all = new Map<RemedyKind, SurveyedGuest[]>();
  for (const guest of guests) if (guest.together !== null) put(all, guest.together, guest);
  // A main address comes first: keeping one address alone fills none.
  return [...all].sort(([one], [other]) => Number(other === 'set-mail') - Number(one === 'set-mail'));
}

function put<K, T>(all: Map<K, T[]>, key: K, one: T): void {
  const same = all.get(key);
  if (same) same.push(one);
  else all.set(key, [one]);
}
