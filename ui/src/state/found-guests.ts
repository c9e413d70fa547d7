import type { Glance, RemedyKind, SurveyCause, SurveyedGuest } from '../host/contract';

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

/** What a guest is sorted by. */
export const sortedBy = (guest: SurveyedGuest, by: SortBy): string =>
  (by === 'groups' ? guest.groups?.[0] : guest[by]) ?? '';

/** Guests who belong together. */
export interface GuestGroup {
  readonly key: SurveyCause | Glance | 'all';
  readonly guests: readonly SurveyedGuest[];
  /** How many of them can be repaired together with others. */
  readonly together: number;
  /** How many of them were repaired since they were listed. */
  readonly repaired: number;
}

/** To which group those belong who are listed for this. */
export const keyOf = (cause: SurveyCause, by: Grouping): GuestGroup['key'] => {
  if (by === 'none') return 'all';
  return by === 'cause' ? cause : standings[cause];
};
/** In their order. */
export const groupKeys: readonly GuestGroup['key'][] = [
  'all',
  ...causes,
  'no-mail',
  'attention',
  'cannot-tell',
];

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
