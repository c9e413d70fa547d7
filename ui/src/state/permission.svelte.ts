import type { RemedyKindView, Status } from '../host/contract';
import type { Host } from '../host/host';
import type { Source } from './change.svelte';
import { Errand } from './errand.svelte';

type Remedy = Extract<Source, { remedy: RemedyKindView }>;

/** One permission, asked for when the first repair needs it: which, for what, and what it was wanted for. */
export class Permission {
  wanted = $state.raw<{ names: string[]; source: Remedy } | null>(null);
  readonly errand: Errand;
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    this.errand = new Errand(host);
  }

  want(names: string[], source: Remedy): void {
    this.errand.problem = null;
    this.wanted = { names, source };
  }

  /** Answers who is signed in now, with what; nothing when it was refused or left. */
  async ask(): Promise<{ status: Status; source: Remedy } | null> {
    const { wanted } = this;
    if (!wanted) return null;
    const { remedy } = wanted.source;
    const status = await this.errand.ask((ticket) => this.#host.call('permit', { remedy, ticket }));
    if (!status) return null;
    this.wanted = null;
    return { status, source: wanted.source };
  }

  /** While Microsoft is asked, leaving stops the question first. */
  leave(): void {
    if (this.errand.waiting) void this.errand.cancel();
    else this.wanted = null;
  }
}
