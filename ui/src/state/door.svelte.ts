import type { CodeView, SignInWay, Status } from '../host/contract';
import type { Host } from '../host/host';
import { Errand } from './errand.svelte';

/** The ways into a real organisation: those one chooses, and going on with the sign-in that was kept. */
export type Way = SignInWay | 'resume';

/** Where one signs in. */
export class Door {
  readonly errand: Errand;
  /** The way being gone, while somebody is awaited. */
  way = $state<Way | null>(null);
  code = $state.raw<CodeView | null>(null);
  /** When the code ends, in this window's time. */
  until = $state(0);
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    this.errand = new Errand(host);
  }

  async enter(way: Way): Promise<Status | null> {
    if (this.errand.waiting) return null;
    this.way = way;
    try {
      return await this.errand.ask((ticket) => this.#ask(way, ticket));
    } finally {
      this.way = null;
      this.code = null;
    }
  }

  async #ask(way: Way, ticket: string): Promise<Status> {
    switch (way) {
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
