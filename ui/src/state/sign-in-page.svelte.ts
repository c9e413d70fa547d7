import type { Problem, SignInPage } from '../host/contract';
import type { Host } from '../host/host';
import { Request } from './request.svelte';

const nothing = {} as const;

/**
 * The page that somebody is awaited at, in their browser. It is asked for until it is there, or nobody is awaited any more:
 * its link is kept no longer than what shows it.
 */
export class AwaitedPage {
  /** Its link, once there is one. */
  link = $state<string | null>(null);
  /** Whether the system took it to be opened; that a browser came up, nobody says. */
  opened = $state(true);
  /** How often it was opened once more. */
  again = $state(0);
  /** Why it could not be. */
  problem = $state.raw<Problem | null>(null);
  #left = false;
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  async listen(): Promise<void> {
    while (!this.#left && this.link === null) {
      const page = await new Request<SignInPage>(this.#host).run(() =>
        this.#host.call('sign_in_page', nothing),
      );
      // That there is no link to show takes nothing away from the waiting.
      if (!page || this.#left) return;
      this.link = page.address;
      this.opened = page.address === null || page.opened;
    }
  }

  /** Asks the system once more to open it. */
  async open(): Promise<void> {
    const opening = new Request<object>(this.#host);
    this.opened = (await opening.run(() => this.#host.call('open', { place: 'sign-in-page' }))) !== null;
    this.problem = opening.problem;
    if (this.opened) this.again += 1;
  }

  /** Nobody is awaited any more. */
  leave(): void {
    this.#left = true;
    this.link = null;
  }
}
