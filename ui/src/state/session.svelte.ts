import type { Language, Problem, Status } from '../host/contract';
import { asProblem, nothing, type Host } from '../host/host';
import { language, speak } from '../words/words.svelte';

export type Screen = 'guest' | 'history';

/** Who is signed in, in which language, looking at which screen. */
export class Session {
  status = $state<Status | null>(null);
  problem = $state<Problem | null>(null);
  busy = $state(false);
  screen = $state<Screen>('guest');
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  get account() {
    return this.status?.account ?? null;
  }

  get practising(): boolean {
    return this.account?.tenant === 'practice';
  }

  /** The first question. Answers whether there was an answer. */
  async start(): Promise<boolean> {
    if (await this.#first()) return true;
    // What the command line asked for is tried once. If that was refused, the app is there all the same.
    const { problem } = this;
    const there = await this.#first();
    this.problem = problem;
    return there;
  }

  #first(): Promise<boolean> {
    return this.#ask(async () => {
      const status = await this.#host.call('status', nothing);
      speak(status.language);
      return status;
    });
  }

  signIn(persona: string): Promise<boolean> {
    return this.#ask(async () => {
      const status = await this.#host.call('sign_in', { persona });
      this.screen = 'guest';
      return status;
    });
  }

  signOut(): Promise<boolean> {
    return this.#ask(() => this.#host.call('sign_out', nothing));
  }

  startOver(): Promise<boolean> {
    return this.#ask(() => this.#host.call('start_over', nothing));
  }

  /** Changes began or ended: how many are unfinished may differ now. */
  async refresh(): Promise<void> {
    try {
      this.status = await this.#host.call('status', nothing);
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
  }

  /** The screen changes at once; that the choice is kept may come later, and its failure takes nothing away. */
  async switchLanguage(): Promise<void> {
    const chosen: Language = language() === 'en' ? 'nl' : 'en';
    speak(chosen);
    try {
      this.status = await this.#host.call('set_language', { language: chosen });
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
  }

  async #ask(question: () => Promise<Status>): Promise<boolean> {
    this.busy = true;
    this.problem = null;
    try {
      this.status = await question();
      return true;
    } catch (thrown) {
      this.problem = asProblem(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
