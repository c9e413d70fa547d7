import type { RecentSearches } from '../host/contract';
import { nothing } from '../host/host';
import type { AppState } from './app-state.svelte';
import { Request } from './request.svelte';

/** Whom one looked up last, as the program remembers it. */
export class Recent {
  readonly #app: AppState;
  readonly #loading: Request<RecentSearches>;
  /** Keeping or removing them. */
  readonly changing: Request<RecentSearches>;
  list = $state.raw<RecentSearches | null>(null);

  constructor(app: AppState) {
    this.#app = app;
    this.#loading = new Request(app.host);
    this.changing = new Request(app.host);
  }

  /** Asked after each search. Without an answer there is nothing to show, and nothing to say of it. */
  async load(): Promise<void> {
    this.#take(await this.#loading.run(() => this.#app.host.call('recent', nothing)));
  }

  async keep(kept: boolean): Promise<void> {
    this.#take(await this.changing.run(() => this.#app.host.call('keep_recent', { kept })));
    if (!this.list?.kept) this.#goOn();
  }

  async remove(): Promise<void> {
    this.#take(await this.changing.run(() => this.#app.host.call('forget_recent', nothing)));
    this.#goOn();
  }

  /** With the last of them what was pressed goes as well: reading goes on where one searches. */
  #goOn(): void {
    if (this.list?.searches.length === 0) void this.#app.focus.go('search');
  }

  /** One of them once more. Reading goes on at the search while it is looked for, and then at what was found. */
  async look(address: string): Promise<void> {
    const { search, focus } = this.#app;
    search.address = address;
    void focus.go('search');
    await search.find();
    if (this.#app.dialogs.free) await focus.answer();
  }

  /** Somebody else signed in. */
  forget(): void {
    for (const request of [this.#loading, this.changing]) {
      request.abandon();
      request.problem = null;
    }
    this.list = null;
  }

  #take(list: RecentSearches | null): void {
    if (list) this.list = list;
  }
}
