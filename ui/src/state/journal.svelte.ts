import type { Commands, HistoryEntry, HistoryForm, Problem, RecordEnd, SavedView } from '../host/contract';
import { nothing, type Host } from '../host/host';
import { Request } from './request.svelte';
import { none, toggled } from './sets';

/** How a change can stand, so far as one looks for it. */
export type HistoryOutcome = 'open' | 'unfinished' | 'not-done' | 'undone';
/** When something of a change happened. */
export type Period = 'today' | 'week' | 'month' | 'all';

/** The History screen. */
export class Journal {
  /** Only changes of guests, addresses and tickets with this in them are listed. */
  text = $state('');
  /** Only changes that stand so are listed; all of them where it is null. */
  outcome = $state.raw<HistoryOutcome | null>(null);
  period = $state.raw<Period>('all');
  /** The change whose story is on screen, by its id. */
  chosen = $state.raw<string | null>(null);
  /** Batches that lie open or closed against what is usual: closed, and open while one searches. */
  #turned = $state.raw<ReadonlySet<string>>(none);
  readonly saving: Request<SavedView>;
  readonly #host: Host;
  readonly #request: Request<Commands['history']['answer']>;

  constructor(host: Host) {
    this.#host = host;
    this.#request = new Request(host);
    this.saving = new Request(host);
  }

  /** Whether a row of the record is not as it was written. */
  get damaged(): boolean {
    return this.#request.data?.damaged ?? false;
  }

  /** What is known of the record's end. */
  get end(): RecordEnd {
    return this.#request.data?.end ?? 'whole';
  }

  /** The names of damaged files that were kept. */
  get keptAside(): string[] {
    return this.#request.data?.keptAside ?? [];
  }

  /** Nothing before they were read for the first time. */
  get entries(): HistoryEntry[] | null {
    return this.#request.data?.entries ?? null;
  }

  /** How many are listed at most, where there may be older ones. */
  get newestOnly(): number | null {
    return this.#request.data?.newestOnly ?? null;
  }

  /** When changes were last removed because they were old. */
  get removed(): string | null {
    return this.#request.data?.removed ?? null;
  }

  get problem(): Problem | null {
    return this.#request.problem;
  }

  set problem(problem: Problem | null) {
    this.#request.problem = problem;
    this.saving.problem = null;
  }

  /** Whether the guests of a batch are listed. */
  isOpen(batch: string): boolean {
    return this.#turned.has(batch) !== (this.text.trim() !== '');
  }

  toggle(batch: string): void {
    this.#turned = toggled(this.#turned, batch);
  }

  /** Its guests are listed from now on. */
  show(batch: string): void {
    if (!this.isOpen(batch)) this.toggle(batch);
  }

  async load(): Promise<void> {
    await this.#request.run(() => this.#host.call('history', nothing));
  }

  showAll(): void {
    this.text = '';
    this.outcome = null;
    this.period = 'all';
  }

  /** Saves these changes, in this order. */
  async save(form: HistoryForm, changes: string[]): Promise<void> {
    if (this.saving.pending) return;
    this.saving.data = null;
    await this.saving.run(() => this.#host.call('save_history', { changes, form }));
  }

  /** Somebody else signed in: what is known of one organisation is not another's. */
  forget(): void {
    for (const request of [this.#request, this.saving]) {
      request.abandon();
      request.data = null;
    }
    this.problem = null;
    this.chosen = null;
    this.#turned = none;
    this.showAll();
  }
}
