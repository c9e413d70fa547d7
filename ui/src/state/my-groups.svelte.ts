import type {
  Glance,
  GuestsOfGroups,
  ListedGroup,
  ListedGuest,
  Outcome,
  OwnedGroup,
  OwnedGroups,
  SavedView,
} from '../host/contract';
import type { Host } from '../host/host';
import { folded } from '../words/folded';
import { AskingSeveral } from './asking-several.svelte';
import { Request } from './request.svelte';

/** How many groups are asked about at once: they are one batch, and what is behind it comes with the next. */
const AT_ONCE = 20;

/** The groups one owns, and what was read of the guests in them. */
export class MyGroups {
  /** The group whose guests are on screen. */
  chosen = $state.raw<string | null>(null);
  /** Only guests who stand so are shown; all of them where it is null. */
  glance = $state.raw<Glance | null>(null);
  /** Only guests with this in their name or address are shown. */
  text = $state('');
  /** Whom one went to look at from here: reading goes on there when one comes back. */
  left = $state.raw<string | null>(null);
  /** One is at the guest's own screen, and can come back from it. */
  away = $state.raw(false);
  /** Which group is being saved or was saved last. */
  saved = $state.raw<string | null>(null);
  stopped = $state.raw(false);
  /** Asking an admin about several guests of one of them. */
  readonly asking: AskingSeveral;
  readonly saving: Request<SavedView>;
  readonly owned: Request<OwnedGroups>;
  readonly reading: Request<GuestsOfGroups>;
  #lists = $state.raw<Readonly<Record<string, ListedGroup>>>({});
  /** Which groups the question under way is about. */
  #asked = $state.raw<readonly string[]>([]);
  #outdated = false;
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    this.owned = new Request(host);
    this.reading = new Request(host);
    this.saving = new Request(host);
    this.asking = new AskingSeveral(host);
  }

  /** The groups; nothing before they were read. */
  get groups(): readonly OwnedGroup[] | null {
    return this.owned.data?.groups ?? null;
  }

  get group(): OwnedGroup | null {
    return this.groups?.find((group) => group.id === this.chosen) ?? null;
  }

  /** How many groups were read, whatever came of it. */
  get read(): number {
    return this.groups?.filter((group) => group.id in this.#lists).length ?? 0;
  }

  /** What was read of a group; nothing as long as it was not. */
  list(group: string): ListedGroup | null {
    return this.#lists[group] ?? null;
  }

  isBeingRead(group: string): boolean {
    return this.reading.pending && this.#asked.includes(group);
  }

  /** Everything, once: what was read stays until it is asked for again, or something was changed since. */
  async open(): Promise<void> {
    if ((this.groups && !this.#outdated) || this.owned.pending) return;
    await this.again();
  }

  /** A change ended like this: whoever it was about may stand otherwise in any of the groups. */
  changed(outcome: Outcome): void {
    this.#outdated ||= outcome !== 'refused' && outcome !== 'failed' && outcome !== 'cancelled';
  }

  /** Everything once more. What was read stays on screen until what is new comes in. */
  async again(): Promise<void> {
    this.#outdated = false;
    const owned = await this.owned.run((ticket) => this.#host.call('owned_groups', { ticket }));
    if (!owned) return;
    if (!this.group) this.choose(owned.groups[0]?.id ?? null);
    await this.#readEach(owned.groups.map((group) => group.id));
  }

  /** What was not read yet, this group first. */
  async goOn(first: string | null = this.chosen): Promise<void> {
    const open = (this.groups ?? []).map((group) => group.id).filter((id) => !this.#isRead(id));
    await this.#readEach(open.sort((a, b) => Number(b === first) - Number(a === first)));
  }

  /** A group that could not be read is not done with. */
  #isRead(group: string): boolean {
    const list = this.list(group);
    return list !== null && list.list.is !== 'failed';
  }

  /** One batch after the other, so that what was read is there, and stopping loses none of it. */
  async #readEach(groups: readonly string[]): Promise<void> {
    this.stopped = false;
    for (let at = 0; at < groups.length; at += AT_ONCE) {
      this.#asked = groups.slice(at, at + AT_ONCE);
      const ask = { groups: [...this.#asked] };
      const answer = await this.reading.run((ticket) =>
        this.#host.call('guests_of_groups', { ...ask, ticket }),
      );
      if (!answer) {
        // Somebody said stop: that is said by how far it came.
        if (this.reading.problem?.kind === 'cancelled') {
          this.stopped = true;
          this.reading.problem = null;
        }
        return;
      }
      const read = answer.groups.map((group) => [group.id, group] as const);
      this.#lists = { ...this.#lists, ...Object.fromEntries(read) };
      if (answer.groups.length < this.#asked.length) {
        this.stopped = true;
        return;
      }
    }
  }

  /** What was read stays. */
  stop(): Promise<void> {
    return this.reading.cancel();
  }

  choose(group: string | null): void {
    if (group === this.chosen) return;
    this.chosen = group;
    this.glance = null;
    this.text = '';
    this.left = null;
    this.saving.problem = null;
    this.asking.forget();
  }

  /** The guests of the group that are to be shown. In which order is not the page's to say. */
  shown(guests: readonly ListedGuest[]): readonly ListedGuest[] {
    const text = folded(this.text);
    return guests.filter(
      (guest) =>
        (this.glance === null || guest.glance === this.glance) &&
        (text === '' || folded(guest.displayName).includes(text) || folded(guest.address).includes(text)),
    );
  }

  /** Whether the row one came from is on screen. */
  get returns(): boolean {
    const list = this.chosen === null ? undefined : this.list(this.chosen)?.list;
    return list?.is === 'read' && this.shown(list.guests).some((guest) => guest.id === this.left);
  }

  showAll(): void {
    this.glance = null;
    this.text = '';
  }

  /** Saves what was read of the group on screen. */
  async save(): Promise<void> {
    const group = this.chosen;
    if (group === null || this.saving.pending) return;
    this.saved = group;
    this.saving.data = null;
    await this.saving.run(() => this.#host.call('save_guests', { group }));
  }

  /** Somebody else signed in: what one person sees is not another's to see. */
  forget(): void {
    for (const request of [this.owned, this.reading, this.saving]) {
      request.abandon();
      request.data = null;
      request.problem = null;
    }
    this.#lists = {};
    this.asking.forget();
    this.choose(null);
    this.saved = null;
    this.away = false;
    this.stopped = false;
    this.#outdated = false;
  }
}
