import type { Commands, HistoryEntry, Problem, RecordEnd } from '../host/contract';
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
