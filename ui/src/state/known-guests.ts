import type { SurveyedGuest } from '../host/contract';
import { folded } from '../words/folded';
import { sortedBy, type SortBy } from './found-guests';
import { GuestTable } from './guest-table';
import { Ranks } from './ranks';

/** What a guest is looked for by: folded once, and not at each keystroke. */
const textOf = ({ displayName, address, inTheWay, groups }: SurveyedGuest): string =>
  [displayName, address, inTheWay ?? '', ...(groups ?? [])].map(folded).join('\n');
const sorts: readonly SortBy[] = ['displayName', 'address', 'inTheWay', 'groups', 'guestSince'];
const unranked = (): Record<SortBy, Ranks> => ({
  displayName: new Ranks(),
  address: new Ranks(),
  inTheWay: new Ranks(),
  groups: new Ranks(),
  guestSince: new Ranks(),
});

/** Everybody who was found: who stands otherwise now keeps their place. */
export class KnownGuests {
  readonly #places = new Map<string, number>();
  #guests: SurveyedGuest[] = [];
  #texts: string[] = [];
  #ranks = unranked();

  take(guests: readonly SurveyedGuest[]): void {
    for (const guest of guests) {
      const place = this.#places.get(guest.id) ?? this.#guests.length;
      this.#places.set(guest.id, place);
      this.#guests[place] = guest;
      this.#texts[place] = textOf(guest);
      for (const by of sorts) this.#ranks[by].take(sortedBy(guest, by));
    }
  }

  clear(): void {
    this.#places.clear();
    this.#guests = [];
    this.#texts = [];
    this.#ranks = unranked();
  }

  /** The place of somebody in the table; nothing where nobody is called so. */
  placeOf(id: string): number | undefined {
    return this.#places.get(id);
  }

  /** As they stand now: a guest who is taken in later is not in it. */
  table(): GuestTable {
    return new GuestTable([...this.#guests], [...this.#texts], this.#ranks);
  }
}
