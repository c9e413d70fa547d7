import type { SurveyCause, SurveyedGuest } from '../host/contract';
import { folded } from '../words/folded';
import {
  KnownGuests,
  byRemedy,
  countedByCause,
  grouped,
  inOrder,
  isTogether,
  sifted,
  type Column,
  type Found,
  type Grouping,
  type GuestGroup,
  type SortBy,
} from './found-guests';
import { none, setOf, toggled } from './sets';

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
  sort = $state.raw<{ by: SortBy; down: boolean } | null>(null);
  hidden = $state.raw<ReadonlySet<Column>>(none);
  collapsed = $state.raw<ReadonlySet<GuestGroup['key']>>(none);
  selected = $state.raw<ReadonlySet<string>>(none);
  /** Nobody comes any more: who can be repaired together can be chosen now. */
  settled = $state(false);
  #found = $state.raw<readonly Found[]>([]);
  readonly #known = new KnownGuests();
  readonly order = $derived(this.sort ?? (this.settled ? { by: 'displayName' as const, down: false } : null));
  readonly #sorted = $derived(
    this.order ? inOrder(this.#found, this.order.by, this.order.down) : this.#found,
  );
  readonly #sifted = $derived(
    sifted(
      this.#sorted,
      { text: folded(this.text), cause: this.cause, onlyNew: this.onlyNew },
      this.grouping,
    ),
  );
  /** What is on screen, in its order. */
  readonly groups = $derived(this.#sifted.groups);
  /** How many are listed for each reason, whatever is filtered. */
  readonly causes = $derived(countedByCause(this.#found));
  /** Who is chosen, in the order of the list, whatever is filtered: nobody is dropped unseen. */
  readonly chosen = $derived.by(() => {
    if (this.selected.size === 0) return [];
    const { selected, settled } = this;
    if (!settled) return [];
    const all = this.#sorted.filter(({ guest }) => selected.has(guest.id) && isTogether(guest));
    return grouped(all, this.grouping).flatMap((group) => group.guests);
  });
  /** How many of the chosen are not on screen, because of a filter. */
  readonly chosenUnseen = $derived.by(() => {
    const { selected } = this;
    const seen = (group: GuestGroup) =>
      group.guests.reduce((sum, guest) => sum + Number(isTogether(guest) && selected.has(guest.id)), 0);
    return this.chosen.length - this.groups.reduce((sum, group) => sum + seen(group), 0);
  });
  /** Who is chosen, by the remedy that is for them. */
  readonly remedies = $derived(byRemedy(this.chosen));

  /** How many are shown, were no difference made between new and known; and how many of those are new. */
  get counts(): { readonly all: number; readonly fresh: number } {
    return this.#sifted;
  }

  get size(): number {
    return this.#found.length;
  }

  /** How many of them were repaired since they were listed. */
  get repaired(): number {
    return this.#found.reduce((sum, { guest }) => sum + Number(guest.repaired), 0);
  }

  /** How many of all of them can be repaired together with others. */
  get together(): number {
    return this.#found.reduce((sum, { guest }) => sum + Number(isTogether(guest)), 0);
  }

  /** Takes in guests who are new, or stand otherwise. */
  take(guests: readonly SurveyedGuest[]): void {
    if (guests.length === 0) return;
    this.#known.take(guests);
    this.#found = this.#known.list();
  }

  /** All of them go: others follow, or nobody. */
  clear(): void {
    this.#known.clear();
    this.#found = [];
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
