import type { SearchState } from './search-state.svelte';

/** How we know what the verdict says: a panel beside the table, for as long as the search it was opened for is on screen. */
export class Reasons {
  #opened = $state.raw<number | null>(null);
  readonly #search: SearchState;

  constructor(search: SearchState) {
    this.#search = search;
  }

  get opened(): boolean {
    return this.#opened === this.#search.begun;
  }

  open(): void {
    this.#opened = this.#search.begun;
  }

  close(): void {
    this.#opened = null;
  }
}
