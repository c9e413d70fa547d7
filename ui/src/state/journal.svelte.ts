import type { HistoryEntry, Problem } from '../host/contract';
import { asProblem, nothing, type Host } from '../host/host';

/** The History screen. */
export class Journal {
  entries = $state.raw<HistoryEntry[] | null>(null);
  problem = $state<Problem | null>(null);
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  async load(): Promise<void> {
    this.problem = null;
    try {
      this.entries = (await this.#host.call('history', nothing)).entries;
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
  }
}
