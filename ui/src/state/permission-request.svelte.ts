import type { PracticeAnswer, RemedyKind, Status } from '../host/contract';
import type { Host } from '../host/host';
import type { Source } from './change.svelte';
import { PendingTask } from './pending-task.svelte';

type RemedySource = Extract<Source, { remedy: RemedyKind }>;

/** One permission, requested when the first repair needs it: which, for what, and what it was wanted for. */
export class PermissionRequest {
  wanted = $state.raw<{ names: string[]; source: RemedySource } | null>(null);
  readonly task: PendingTask;
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    this.task = new PendingTask(host);
  }

  /** Explains first what is asked for. */
  explain(names: string[], source: RemedySource): void {
    this.task.problem = null;
    this.wanted = { names, source };
  }

  /**
   * Answers who is signed in now, with what; nothing when it was refused or left. In the practice organisation it is
   * said beforehand what becomes of it.
   */
  async run(practice: PracticeAnswer | null): Promise<{ status: Status; source: RemedySource } | null> {
    const { wanted } = this;
    if (!wanted) return null;
    const { remedy } = wanted.source;
    const status = await this.task.run((ticket) => this.#host.call('permit', { remedy, ticket, practice }));
    if (!status) return null;
    this.wanted = null;
    return { status, source: wanted.source };
  }

  /** While Microsoft is asked, leaving stops the question first. */
  leave(): void {
    if (this.task.pending) void this.task.cancel();
    else this.wanted = null;
  }
}
