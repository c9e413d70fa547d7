import type { PracticeAnswer, Status, TraceView } from '../host/contract';
import type { Host } from '../host/host';
import { Request } from './request.svelte';
import type { SearchState } from './search-state.svelte';

/** What became of the mail to the chosen group, on its way to the guest on screen. Kept by nobody. */
export class MessageTrace {
  readonly reading: Request<TraceView>;
  readonly practising: Request<object>;
  readonly #host: Host;
  readonly #search: SearchState;
  /** The search that was on screen when it was read. */
  #of = $state.raw<number | null>(null);

  constructor(host: Host, search: SearchState) {
    this.#host = host;
    this.#search = search;
    this.reading = new Request(host);
    this.practising = new Request(host);
  }

  /** What was read, of whom is on screen now. */
  get read(): TraceView | null {
    return this.#of === this.#search.begun ? this.reading.data : null;
  }

  /** Whether it was asked for, of whom is on screen now. */
  get asked(): boolean {
    return this.#of === this.#search.begun;
  }

  async look(): Promise<void> {
    const { report, group, begun } = this.#search;
    if (!report?.subject || group === null) return;
    const ask = { guest: report.subject.id, group };
    if (this.#of !== begun) this.reading.data = null;
    this.#of = begun;
    await this.reading.run((ticket) => this.#host.call('trace_messages', { ...ask, ticket }));
  }

  permit(ticket: string, practice: PracticeAnswer | null): Promise<Status> {
    return this.#host.call('permit_trace', { ticket, practice });
  }

  /** In the practice organisation nobody else writes. */
  async practise(): Promise<void> {
    const { group } = this.#search;
    if (group === null) return;
    const sent = await this.practising.run(() => this.#host.call('practise_message', { group }));
    if (sent) await this.look();
  }

  /** Somebody else signed in. */
  forget(): void {
    this.#of = null;
    for (const request of [this.reading, this.practising]) {
      request.abandon();
      request.data = null;
      request.problem = null;
    }
  }
}
