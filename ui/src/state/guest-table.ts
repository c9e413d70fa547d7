import type { SurveyCause, SurveyedGuest } from '../host/contract';
import { causes, groupKeys, isTogether, keyOf, sortedBy } from './found-guests';
import type { GuestGroup, Grouping, SortBy } from './found-guests';
import type { Ranks } from './ranks';
import { Texts } from './texts';

/** The places of guests in the table, in some order. */
export type Places = Uint32Array;
/** Of each place, whether the guest belongs to those who are meant: 1, or else 0. */
export type Among = Uint8Array;
export interface Order {
  readonly by: SortBy;
  readonly down: boolean;
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
  readonly shown: Among;
  readonly all: number;
  readonly fresh: number;
}
/** How far back each guest comes, by place, and where those come who have nothing to be sorted by. */
interface Ranked {
  readonly places: Float64Array;
  readonly last: number;
}
interface Filling extends GuestGroup {
  readonly guests: SurveyedGuest[];
  together: number;
  repaired: number;
}

/** What is noted of a guest in one number: the place of the cause among all causes, and these. */
const CAUSE = 15;
const NEW = 16;
const TOGETHER = 32;
const REPAIRED = 64;
const markOf = (guest: SurveyedGuest): number =>
  causes.indexOf(guest.cause) |
  (guest.new === true ? NEW : 0) |
  (isTogether(guest) ? TOGETHER : 0) |
  (guest.repaired ? REPAIRED : 0);

/**
 * All guests who were found, each at a place that stays. What they are sifted, sorted and counted by lies side by side
 * in columns of numbers: going through a hundred thousand objects at each keystroke would take ten times as long, most
 * of it waiting for memory.
 */
export class GuestTable {
  readonly #guests: readonly SurveyedGuest[];
  readonly #texts: Texts;
  readonly #ranks: Record<SortBy, Ranks>;
  readonly #marks: Uint8Array;
  /** By the columns that somebody sorted by. */
  readonly #ranked = new Map<SortBy, Ranked>();
  /** How many are listed for each reason and were not repaired since. */
  readonly causes: ReadonlyMap<SurveyCause, number>;
  /** How many of them were repaired since they were listed. */
  readonly repaired: number;
  /** How many of all of them can be repaired together with others. */
  readonly able: number;

  /** Of these guests, with what each is looked for by. */
  constructor(guests: readonly SurveyedGuest[], texts: readonly string[], ranks: Record<SortBy, Ranks>) {
    this.#guests = guests;
    this.#texts = new Texts(texts);
    this.#ranks = ranks;
    this.#marks = Uint8Array.from(guests, markOf);
    const counted = causes.map(() => 0);
    let [repaired, able] = [0, 0];
    for (const mark of this.#marks) {
      if (mark & TOGETHER) able += 1;
      if (mark & REPAIRED) repaired += 1;
      else counted[mark & CAUSE] = (counted[mark & CAUSE] ?? 0) + 1;
    }
    this.causes = new Map(causes.map((cause, at) => [cause, counted[at] ?? 0]));
    this.repaired = repaired;
    this.able = able;
  }

  get size(): number {
    return this.#guests.length;
  }

  /** Who stands at this place. */
  at(place: number | undefined): SurveyedGuest | undefined {
    return place === undefined ? undefined : this.#guests[place];
  }

  /** All of them, sorted: who has nothing to be sorted by comes last. As they came where no order is asked for. */
  inOrder(order: Order | null): Places {
    const { size } = this;
    if (!order) return new Uint32Array(size).map((_, place) => place);
    const { places, last } = this.#rankedBy(order.by);
    const turned = (rank: number) => (order.down && rank < last ? last - 1 - rank : rank);
    // One number for each, by rank and then by place: numbers are sorted without a script that says which is less.
    const keys = places.map((rank, place) => turned(rank) * size + place).sort();
    return new Uint32Array(keys.map((key) => key % size));
  }

  #rankedBy(by: SortBy): Ranked {
    let ranked = this.#ranked.get(by);
    if (!ranked) {
      const values = this.#guests.map((guest) => sortedBy(guest, by));
      const ranks = this.#ranks[by].all();
      const last = ranks.size;
      const places = Float64Array.from(values, (value) => ranks.get(value) ?? last);
      this.#ranked.set(by, (ranked = { places, last }));
    }
    return ranked;
  }

  /** Who is looked for. */
  sifted({ text, cause, onlyNew }: Wanted): Sifted {
    const shown = text === '' ? new Uint8Array(this.size).fill(1) : this.#texts.having(text);
    const only = cause === null ? null : causes.indexOf(cause);
    let [all, fresh] = [0, 0];
    this.#marks.forEach((mark, place) => {
      if (shown[place] === 0) return;
      if (only !== null && (mark & CAUSE) !== only) {
        shown[place] = 0;
        return;
      }
      all += 1;
      if (mark & NEW) fresh += 1;
      else if (onlyNew) shown[place] = 0;
    });
    return { shown, all, fresh };
  }

  /** Those of these places who can be repaired together with others. */
  together(places: Iterable<number | undefined>): Among {
    const among = new Uint8Array(this.size);
    for (const place of places)
      if (place !== undefined && (this.#marks[place] ?? 0) & TOGETHER) among[place] = 1;
    return among;
  }

  /** Those of them who are meant, put together, in this order within each group. */
  grouped(order: Places, among: Among, by: Grouping): readonly GuestGroup[] {
    const groups = new Map<GuestGroup['key'], Filling>();
    // By the place of the cause: who has the same cause is in the same group.
    const groupOf = causes.map((cause) => {
      const key = keyOf(cause, by);
      const group = groups.get(key) ?? { key, guests: [], together: 0, repaired: 0 };
      groups.set(key, group);
      return group;
    });
    for (const place of order) {
      if (among[place] === 0) continue;
      const mark = this.#marks[place] ?? 0;
      const [group, guest] = [groupOf[mark & CAUSE], this.#guests[place]];
      if (!group || !guest) continue;
      group.guests.push(guest);
      if (mark & REPAIRED) group.repaired += 1;
      else if (mark & TOGETHER) group.together += 1;
    }
    return groupKeys.flatMap((key) => groups.get(key) ?? []).filter(({ guests }) => guests.length > 0);
  }
}
