import type { Problem } from '../host/contract';
import { asProblem, freshTicket, type Host } from '../host/host';

/**
 * Asks one thing of the host. The ticket is what the command is stopped by; a question that takes none cannot be
 * stopped, only disregarded.
 */
export type Question<T> = (ticket: string) => Promise<T>;

/**
 * A question that is asked again and again: its newest answer counts, and what an older one comes to is not heard.
 * Nothing is thrown: what went wrong is the `problem`.
 */
export class Request<T> {
  /** The last answer. It stays while the next one is awaited; whoever wants it gone sets it to null. */
  data = $state.raw<T | null>(null);
  /** Why the last question has no answer. */
  problem = $state.raw<Problem | null>(null);
  pending = $state(false);
  /** It was asked to stop. What comes then is still listened to: the answer may have been given already. */
  stopping = $state(false);
  // Not reactive: an effect that asks must not be run again by its own question.
  #current: { ticket: string; stoppable: boolean } | null = null;
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Asks, in place of what is still awaited. Answers nothing when it was refused, or when something newer was asked. */
  async run<A extends T>(question: Question<A>): Promise<A | null> {
    this.abandon();
    const current = { ticket: freshTicket(), stoppable: question.length > 0 };
    this.#current = current;
    this.pending = true;
    this.problem = null;
    try {
      const answer = await question(current.ticket);
      if (this.#current !== current) return null;
      this.data = answer;
      return answer;
    } catch (thrown) {
      if (this.#current === current) this.fail(asProblem(thrown));
      return null;
    } finally {
      if (this.#current === current) this.#end();
    }
  }

  /** Asks the question to stop; its own answer then says that it did. */
  async cancel(): Promise<void> {
    const current = this.#current;
    if (!current?.stoppable || this.stopping) return;
    this.stopping = true;
    try {
      await this.#host.call('cancel', { ticket: current.ticket });
    } catch (thrown) {
      if (this.#current !== current) return;
      this.stopping = false;
      this.problem = asProblem(thrown);
    }
  }

  /** Nobody waits for the answer any more: it is not heard, and what can be stopped is. */
  abandon(): void {
    const current = this.#current;
    if (!current) return;
    this.#end();
    if (current.stoppable) void stopQuietly(this.#host, current.ticket);
  }

  /** Takes in what went wrong. */
  protected fail(problem: Problem): void {
    this.problem = problem;
  }

  #end(): void {
    this.#current = null;
    this.pending = false;
    this.stopping = false;
  }
}

/** Stops what a ticket or the id of a change names. If it ended already, there is nothing to stop. */
export async function stopQuietly(host: Host, ticket: string): Promise<void> {
  try {
    await host.call('cancel', { ticket });
  } catch {
    // It had ended.
  }
}
