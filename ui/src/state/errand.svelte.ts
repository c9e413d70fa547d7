import type { Problem } from '../host/contract';
import { asProblem, freshTicket, type Host } from '../host/host';

/** A question that takes as long as a person takes to answer it: in the browser, or on another device. */
export class Errand {
  waiting = $state(false);
  /** It was asked to stop. What comes then is still listened to: the answer may have been given already. */
  stopping = $state(false);
  problem = $state<Problem | null>(null);
  #ticket: string | null = null;
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Asks, and waits. Answers nothing when it was refused or stopped; `problem` says why, unless it was stopped here. */
  async ask<T>(question: (ticket: string) => Promise<T>): Promise<T | null> {
    if (this.#ticket !== null) return null;
    const ticket = freshTicket();
    this.#ticket = ticket;
    this.waiting = true;
    this.stopping = false;
    this.problem = null;
    try {
      return await question(ticket);
    } catch (thrown) {
      const problem = asProblem(thrown);
      // Whoever pressed Cancel need not be told so.
      if (!(this.stopping && problem.kind === 'cancelled')) this.problem = problem;
      return null;
    } finally {
      this.#ticket = null;
      this.waiting = false;
      this.stopping = false;
    }
  }

  async cancel(): Promise<void> {
    if (this.#ticket === null || this.stopping) return;
    this.stopping = true;
    try {
      await this.#host.call('cancel', { ticket: this.#ticket });
    } catch (thrown) {
      this.stopping = false;
      this.problem = asProblem(thrown);
    }
  }
}
