import type { SurveyCause, SurveyedGuest } from '../host/contract';
import { folded } from '../words/folded';
import {
  byRemedy,
  isTogether,
  type Column,
  type Grouping,
  type GuestGroup,
  type SortBy,
} from './found-guests';
import type { Among, Order } from './guest-table';
import { KnownGuests } from './known-guests';
import { none, setOf, toggled } from './sets';

/** So many who come one after the other are listed together: each time the whole list is made anew. */
const LISTED_AT_ONCE = 10_000;
const byName: Order = { by: 'displayName', down: false };

/** The guests whom a check of all guests found: filtered, sorted, put together and chosen. */
export class SurveyList {
  /** Only guests with this in their name, address, group or what is in the way are shown. */
  text = $state('');
  /** Only guests who were not listed the last time. */
  onlyNew = $state(false);
  /** Only guests who are listed for this. */
  cause = $state.raw<SurveyCause | null>(null);
  grouping = $state.raw<Grouping>('cause');
  /** Nothing was chosen: by name as soon as nobody comes any more, and until then as they come. */
  sort = $state.raw<Order | null>(null);
  hidden = $state.raw<ReadonlySet<Column>>(none);
  collapsed = $state.raw<ReadonlySet<GuestGroup['key']>>(none);
  selected = $state.raw<ReadonlySet<string>>(none);
  /** Nobody comes any more: who can be repaired together can be chosen now. */
  settled = $state(false);
  readonly #known = new KnownGuests();
  /** How many were taken in, and are not in the table. */
  #unlisted = 0;
  #table = $state.raw(this.#known.table());
  readonly order = $derived(this.sort ?? (this.settled ? byName : null));
  readonly #inOrder = $derived(this.#table.inOrder(this.order));
  readonly #sifted = $derived(
    this.#table.sifted({ text: folded(this.text), cause: this.cause, onlyNew: this.onlyNew }),
  );
  /** What is on screen, in its order. */
  readonly groups = $derived(this.#groupedOf(this.#sifted.shown));
  /** How many are listed for each reason, whatever is filtered. */
  readonly causes = $derived(this.#table.causes);
  readonly #picked = $derived(
    this.settled && this.selected.size > 0
      ? this.#table.together(Array.from(this.selected, (id) => this.#known.placeOf(id)))
      : null,
  );
  /** Who is chosen, in the order of the list, whatever is filtered: nobody is dropped unseen. */
  readonly chosen = $derived(
    this.#picked ? this.#groupedOf(this.#picked).flatMap(({ guests }) => guests) : [],
  );
  /** Who is chosen and on screen. */
  readonly #chosenSeen = $derived.by(() => {
    const { shown } = this.#sifted;
    const seen = this.#picked?.map((picked, place) => picked & (shown[place] ?? 0));
    return seen ? this.#groupedOf(seen) : [];
  });
  /** How many of the chosen are not on screen, because of a filter. */
  readonly chosenUnseen = $derived(
    this.#chosenSeen.reduce((left, { guests }) => left - guests.length, this.chosen.length),
  );
  /** Who is chosen, by the remedy that is for them. */
  readonly remedies = $derived(byRemedy(this.chosen));

  /** How many are shown, were no difference made between new and known; and how many of those are new. */
  get counts(): { readonly all: number; readonly fresh: number } {
    return this.#sifted;
  }

  get size(): number {
    return this.#table.size;
  }

  /** How many of them were repaired since they were listed. */
  get repaired(): number {
    return this.#table.repaired;
  }

  /** How many of all of them can be repaired together with others. */
  get together(): number {
    return this.#table.able;
  }

  #groupedOf(among: Among): readonly GuestGroup[] {
    return this.#table.grouped(this.#inOrder, among, this.grouping);
  }

  /** How many are chosen of those of a group who are on screen. */
  chosenOf({ key }: GuestGroup): number {
    return this.#chosenSeen.find((group) => group.key === key)?.guests.length ?? 0;
  }

  /** Somebody who was found; nothing where nobody of this id was. */
  guest(id: string): SurveyedGuest | undefined {
    return this.#table.at(this.#known.placeOf(id));
  }

  /** Takes in guests who are new, or stand otherwise. Where more of them follow at once, they are listed together. */
  take(guests: readonly SurveyedGuest[], more = false): void {
    this.#known.take(guests);
    this.#unlisted += guests.length;
    // The first are listed at once: nobody is to read that there are none.
    if (this.#unlisted === 0 || (more && this.size > 0 && this.#unlisted < LISTED_AT_ONCE)) return;
    this.#unlisted = 0;
    this.#table = this.#known.table();
  }

  /** All of them go: others follow, or nobody. */
  clear(): void {
    this.#known.clear();
    this.#unlisted = 0;
    this.#table = this.#known.table();
    this.selected = none;
    this.cause = null;
    this.onlyNew = false;
  }

  sortBy(by: SortBy): void {
    const { order } = this;
    this.sort = { by, down: order?.by === by && !order.down };
  }

  toggleColumn(column: Column): void {
    this.hidden = toggled(this.hidden, column);
  }

  toggleGroup(key: GuestGroup['key']): void {
    this.collapsed = toggled(this.collapsed, key);
  }

  /** Nobody is chosen of whom it is seen beforehand that they cannot be repaired together with others. */
  mayChoose(guest: SurveyedGuest): boolean {
    return this.settled && isTogether(guest);
  }

  choose(guest: SurveyedGuest): void {
    if (this.mayChoose(guest)) this.selected = toggled(this.selected, guest.id);
  }

  /** These as well as those who were chosen before, as far as they can be. */
  chooseAlso(before: ReadonlySet<string>, guests: readonly SurveyedGuest[]): void {
    const more = guests.filter((guest) => this.mayChoose(guest)).map(({ id }) => id);
    this.selected = setOf(before, more);
  }

  /** All of these; none of them where all were chosen already. */
  chooseAll(guests: readonly SurveyedGuest[]): void {
    const { selected } = this;
    const can = guests.filter((guest) => this.mayChoose(guest));
    if (!can.every(({ id }) => selected.has(id))) return this.chooseAlso(this.selected, can);
    const gone = setOf(can.map(({ id }) => id));
    this.selected = setOf([...selected].filter((id) => !gone.has(id)));
  }

  chooseNobody(): void {
    this.selected = none;
  }

  showAll(): void {
    this.text = '';
    this.cause = null;
    this.onlyNew = false;
  }
}
