import type { Commands, HistoryEntry, Problem } from '../host/contract';
import { nothing, type Host } from '../host/host';
import { Request } from './request.svelte';

/** The History screen. */
export class Journal {
  readonly #host: Host;
  readonly #request: Request<Commands['history']['answer']>;

  constructor(host: Host) {
    this.#host = host;
    this.#request = new Request(host);
  }

  /** Whether a row of the record is not as it was written. */
  get damaged(): boolean {
    return this.#request.data?.damaged ?? false;
  }

  /** Nothing before they were read for the first time. */
  get entries(): HistoryEntry[] | null {
    return this.#request.data?.entries ?? null;
  }

  get problem(): Problem | null {
    return this.#request.problem;
  }

  set problem(problem: Problem | null) {
    this.#request.problem = problem;
  }

  async load(): Promise<void> {
    await this.#request.run(() => this.#host.call('history', nothing));
  }
}
