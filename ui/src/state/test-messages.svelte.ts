import type { GuestReport, NextToTry, NextToTryView, TestMessage } from '../host/contract';
import type { Host } from '../host/host';
import { Request } from './request.svelte';
import type { SearchState } from './search-state.svelte';

/** Did it help? What is said of test messages, and what comes next when one did not arrive. */
export class TestMessages {
  readonly noting: Request<object>;
  readonly trying: Request<NextToTryView>;
  /** The change that an answer was last given for. */
  #change = $state.raw<string | null>(null);
  #said = $state.raw<TestMessage | null>(null);
  #report = $state.raw<GuestReport | null>(null);
  readonly #host: Host;
  readonly #search: SearchState;

  constructor(host: Host, search: SearchState) {
    this.#host = host;
    this.#search = search;
    this.noting = new Request(host);
    this.trying = new Request(host);
  }

  /** What was said of the test message after this change, since the window is open. */
  saidOf(change: string): TestMessage | null {
    return this.#change === change ? this.#said : null;
  }

  /** Whether the answer that is being recorded, or could not be, is of this change. */
  isAbout(change: string): boolean {
    return this.#change === change;
  }

  /** Records an answer; whether it was recorded. */
  async note(change: string, test: TestMessage): Promise<boolean> {
    this.#change = change;
    this.#said = null;
    const noted = await this.noting.run(() => this.#host.call('note_test', { change, test }));
    if (noted) this.#said = test;
    return noted !== null;
  }

  /** What to try next, as long as the guest it is about is on screen as they were then. */
  get next(): NextToTry | null {
    const { report } = this.#search;
    return report !== null && report === this.#report ? (this.trying.data?.next ?? null) : null;
  }

  /** There is something to show. */
  get shown(): boolean {
    return this.trying.pending || this.trying.problem !== null || this.next !== null;
  }

  /** Looks at the guest afresh; they are on screen then, with the group they were last looked at for. */
  async tryNext(address: string): Promise<void> {
    const group = this.#search.groupFor(address);
    this.trying.data = null;
    const view = await this.trying.run((ticket) => this.#host.call('try_next', { address, group, ticket }));
    if (!view) return;
    this.#search.take(view.report, group);
    this.#report = this.#search.report;
  }

  close(): void {
    this.trying.abandon();
    this.trying.data = null;
    this.trying.problem = null;
  }

  /** Somebody else signed in. */
  forget(): void {
    this.close();
    this.noting.abandon();
    this.noting.problem = null;
    this.#change = null;
  }
}
