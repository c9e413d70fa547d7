import type { CodeView, SignInMethod, Status } from '../host/contract';
import type { Host } from '../host/host';
import { PendingTask } from './pending-task.svelte';

/** The ways to sign in to a real organisation: those one chooses, and going on with the stored sign-in. */
export type SignInChoice = SignInMethod | 'resume';

/** Signing in to a real organisation. */
export class SignInFlow {
  readonly task: PendingTask;
  /** The method under way, while somebody is awaited. */
  method = $state<SignInChoice | null>(null);
  code = $state.raw<CodeView | null>(null);
  /** When the code ends, in this window's time. */
  until = $state(0);
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    this.task = new PendingTask(host);
  }

  /** Answers who is signed in then; nothing when it was refused or stopped. */
  async run(method: SignInChoice): Promise<Status | null> {
    if (this.task.pending) return null;
    this.method = method;
    const status = await this.task.run((ticket) => this.#ask(method, ticket));
    this.method = null;
    this.code = null;
    return status;
  }

  async #ask(method: SignInChoice, ticket: string): Promise<Status> {
    switch (method) {
      case 'resume':
        return this.#host.call('resume', { ticket });
      case 'browser':
        return this.#host.call('sign_in_browser', { ticket });
      case 'azure-cli':
        return this.#host.call('sign_in_azure_cli', { ticket });
      case 'device-code': {
        const code = await this.#host.call('sign_in_code', { ticket });
        this.until = Date.now() + code.seconds * 1000;
        this.code = code;
        return this.#host.call('sign_in_code_wait', { ticket });
      }
    }
  }
}
