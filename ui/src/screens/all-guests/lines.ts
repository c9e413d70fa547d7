import type { SurveyedGuest } from '../../host/contract';
import type { GuestGroup } from '../../state/found-guests';

/** A line of the list: the head of a group, or a guest. */
export interface Line {
  readonly key: string;
  readonly group: GuestGroup;
  /** Nothing where it is the head. */
  readonly guest: SurveyedGuest | null;
}
/** A group with its place in the list: the number of its first line, from 0. */
export interface Placed {
  readonly group: GuestGroup;
  readonly from: number;
  /** The guests that can be gone to; none where it is collapsed. */
  readonly guests: readonly SurveyedGuest[];
}

export const headKey = (group: GuestGroup): string => `group ${group.key}`;

/** The lines of the list by their number, without making a hundred thousand of them. */
export class Lines {
  readonly groups: readonly Placed[];
  readonly count: number;
  /** Whether groups have a line of their own. */
  readonly heads: 0 | 1;

  readonly #guestOf: (id: string) => SurveyedGuest | undefined;

  constructor(
    groups: readonly GuestGroup[],
    collapsed: ReadonlySet<GuestGroup['key']>,
    heads: boolean,
    guestOf: (id: string) => SurveyedGuest | undefined,
  ) {
    this.#guestOf = guestOf;
    this.heads = heads ? 1 : 0;
    let count = 0;
    this.groups = groups.map((group) => {
      const guests = heads && collapsed.has(group.key) ? [] : group.guests;
      const placed = { group, from: count, guests };
      count += this.heads + guests.length;
      return placed;
    });
    this.count = count;
  }

  at(number: number): Line | null {
    const placed = [...this.groups].reverse().find(({ from }) => from <= number);
    if (!placed || number < 0 || number >= this.count) return null;
    const { group, from, guests } = placed;
    const guest = guests[number - from - this.heads];
    return guest ? { key: guest.id, group, guest } : { key: headKey(group), group, guest: null };
  }

  /** The number of a line; the first one where there is no such line (any more). */
  numberOf(key: string | null): number {
    if (key === null) return 0;
    const guest = this.#guestOf(key);
    for (const { group, from, guests } of this.groups) {
      if (this.heads === 1 && headKey(group) === key) return from;
      const place = guest ? guests.indexOf(guest) : -1;
      if (place >= 0) return from + this.heads + place;
    }
    return 0;
  }

  /** The guests from one line to another, both included, in whichever direction. */
  between(one: number, other: number): SurveyedGuest[] {
    const [first, last] = [Math.min(one, other), Math.max(one, other)];
    return this.groups.flatMap(({ from, guests }) => {
      const begin = from + this.heads;
      return guests.slice(Math.max(0, first - begin), Math.max(0, last - begin + 1));
    });
  }
}
