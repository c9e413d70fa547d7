import type {
  ConflictChecked,
  ConflictView,
  DoorKind,
  GuestReport,
  OwnerView,
  PractisedAct,
  SavedView,
  ScriptFor,
  ScriptPart,
  ScriptView,
} from '../host/contract';
import type { Host } from '../host/host';
import { Request } from './request.svelte';
import type { SearchState } from './search-state.svelte';

/** Whose ownership of an address is being resolved, and how. */
interface Opened {
  owner: OwnerView;
  ways: ConflictView;
  /** Which search it belongs to: another one closes it. */
  search: number;
}

/** The conflict that somebody went to resolve: its doors, and what became of it. */
export class Conflict {
  #opened = $state.raw<Opened | null>(null);
  /** The open door; none when all are closed. */
  door = $state.raw<DoorKind | null>(null);
  /** What the last look said. */
  checked = $state.raw<ConflictChecked | null>(null);
  /** What was done in practice: the door, and whether the guest came on the lists. */
  practised = $state.raw<DoorKind | null>(null);
  listed = $state(false);
  readonly scripts: Request<ScriptView>;
  readonly check: Request<ConflictChecked>;
  readonly practising: Request<object>;
  readonly saving: Request<SavedView>;
  /** Which script the last saved file is of. */
  savedPart = $state.raw<ScriptPart | null>(null);
  readonly #host: Host;
  readonly #search: SearchState;

  constructor(host: Host, search: SearchState) {
    this.#host = host;
    this.#search = search;
    this.scripts = new Request(host);
    this.check = new Request(host);
    this.practising = new Request(host);
    this.saving = new Request(host);
  }

  /** What is being resolved, as long as the search it was opened for is on screen. */
  get opened(): Opened | null {
    return this.#opened?.search === this.#search.begun ? this.#opened : null;
  }

  open(report: GuestReport): void {
    const { owner, conflict: ways } = report;
    if (!owner || !ways) return;
    this.close();
    this.#take(owner, ways);
  }

  close(): void {
    this.#opened = null;
    this.checked = null;
    this.practised = null;
    this.listed = false;
    this.show(null);
    for (const request of [this.check, this.practising]) {
      request.abandon();
      request.problem = null;
    }
  }

  #take(owner: OwnerView, ways: ConflictView): void {
    this.#opened = { owner, ways, search: this.#search.begun };
    this.show(ways.doors[0]?.kind ?? null);
  }

  /** Opens a door, which closes the others; its scripts are there when they are to be copied. */
  show(door: DoorKind | null): void {
    this.door = door;
    this.scripts.abandon();
    this.scripts.data = null;
    this.scripts.problem = null;
    this.saving.data = null;
    this.saving.problem = null;
    const ask = door && this.#ask(door);
    if (ask) void this.scripts.run(() => this.#host.call('exchange_script', ask));
  }

  #ask(door: DoorKind): ScriptFor | null {
    const opened = this.#opened;
    return opened && { owner: opened.owner, door, lists: opened.ways.contact?.lists ?? [] };
  }

  /** Saves one of the scripts of the open door. */
  async save(part: ScriptPart): Promise<void> {
    const script = this.door && this.#ask(this.door);
    if (!script) return;
    this.savedPart = part;
    await this.saving.run(() => this.#host.call('save_script', { script, part }));
  }

  /** Looks again. Whatever is found, it is said. */
  async again(): Promise<void> {
    const { opened } = this;
    const asked = this.#search.same();
    if (!opened || !asked || this.check.pending) return;
    const ask = { ...asked, owner: opened.owner };
    const checked = await this.check.run((ticket) => this.#host.call('check_conflict', { ...ask, ticket }));
    if (!checked || this.opened !== opened) return;
    this.checked = checked;
    this.#search.accept(checked.report);
    const { owner, conflict: ways } = checked.report;
    // The door is done with as soon as the address is free; another owner, or another kind of the same one, has doors
    // of its own.
    const other = owner?.id !== opened.owner.id || owner.kind !== opened.owner.kind;
    if (checked.standing !== 'gone' && owner && ways && other) this.#take(owner, ways);
  }

  /** What is on screen is another report than the one that was looked at: it is looked at again. */
  async follow(report: GuestReport | null): Promise<void> {
    if (report && this.opened && this.checked && report !== this.checked.report) await this.again();
  }

  /** In practice: what an admin would do. Whether it was done is told. */
  async practise(act: PractisedAct): Promise<boolean> {
    const { opened } = this;
    if (!opened || this.practising.pending) return false;
    const done = await this.practising.run(() =>
      this.#host.call('practise_admin_act', { owner: opened.owner, act }),
    );
    if (!done || this.opened !== opened) return false;
    if (act.does === 'door') this.practised = act.door;
    if (act.does === 'put-back') this.practised = null;
    if (act.does === 'lists') this.listed = true;
    return true;
  }
}
