import type { PracticeAnswer, RemedyKind, Status } from '../host/contract';
import type { Host } from '../host/host';
import type { Source } from './change.svelte';
import type { MessageTrace } from './message-trace.svelte';
import { PendingTask } from './pending-task.svelte';

/** What it was wanted for: a remedy, or following the mail. */
type Wanted = Extract<Source, { remedy: RemedyKind }> | 'trace';

/** One permission, requested when something first needs it: which, for what, and what it was wanted for. */
export class PermissionRequest {
  wanted = $state.raw<{ names: string[]; source: Wanted } | null>(null);
  readonly task: PendingTask;
  readonly #host: Host;
  readonly #messageTrace: MessageTrace;

  constructor(host: Host, messageTrace: MessageTrace) {
    this.#host = host;
    this.#messageTrace = messageTrace;
    this.task = new PendingTask(host);
  }

  /** Explains first what is asked for. */
  explain(names: string[], source: Wanted): void {
    this.task.problem = null;
    this.wanted = { names, source };
  }

  /**
   * Answers who is signed in now, with what; nothing when it was refused or left. In the practice organisation it is
   * said beforehand what becomes of it.
   */
  async run(practice: PracticeAnswer | null): Promise<{ status: Status; source: Wanted } | null> {
    const { wanted } = this;
    if (!wanted) return null;
    const { source } = wanted;
    const status = await this.task.run((ticket) =>
      source === 'trace'
        ? this.#messageTrace.permit(ticket, practice)
        : this.#host.call('permit', { remedy: source.remedy, ticket, practice }),
    );
    if (!status) return null;
    this.wanted = null;
    return { status, source };
  }

  /** While Microsoft is asked, leaving stops the question first. */
  leave(): void {
    if (this.task.pending) void this.task.cancel();
    else this.wanted = null;
  }
}
