import type { Destination, Language, Problem, Status } from '../host/contract';
import { asProblem, nothing, type Host } from '../host/host';
import { knows, language, learn, speak } from '../words/words.svelte';

export type Screen = 'guest' | 'history' | 'organisation';

/** Who is signed in, in which language, looking at which screen. */
export class Session {
  status = $state<Status | null>(null);
  problem = $state<Problem | null>(null);
  busy = $state(false);
  screen = $state<Screen>('guest');
  /** There are no words, and there is no way to get any. */
  mute = $state(false);
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

  /** The first questions: who is there, and the words to say it with. Answers whether there was an answer. */
  async start(): Promise<boolean> {
    let there = await this.#first();
    if (!there) {
      // What the command line asked for is tried once. If that was refused, the app is there all the same.
      const { problem } = this;
      there = await this.#first();
      this.problem = problem;
    }
    const chosen = this.status?.language ?? language();
    try {
      await this.#learn(chosen);
    } catch {
      this.mute = true;
      return false;
    }
    this.mute = false;
    speak(chosen);
    return there;
  }

  #first(): Promise<boolean> {
    return this.#ask(() => this.#host.call('status', nothing));
  }

  /** The words of a language are asked for once. */
  async #learn(chosen: Language): Promise<void> {
    if (knows(chosen)) return;
    const { text } = await this.#host.call('words', { language: chosen });
    learn(chosen, text);
  }

  /** What another question answered about who is signed in. */
  take(status: Status): void {
    this.status = status;
    this.problem = null;
  }

  signIn(persona: string): Promise<boolean> {
    return this.#ask(async () => {
      const status = await this.#host.call('sign_in', { persona });
      this.screen = 'guest';
      return status;
    });
  }

  async signOut(): Promise<boolean> {
    if (await this.#ask(() => this.#host.call('sign_out', nothing))) return true;
    // Something could not be removed: who is signed in now is asked, not guessed.
    const { problem } = this;
    await this.refresh();
    this.problem = problem;
    return this.account === null;
  }

  startOver(): Promise<boolean> {
    return this.#ask(() => this.#host.call('start_over', nothing));
  }

  async open(destination: Destination): Promise<void> {
    try {
      await this.#host.call('open', destination);
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
  }

  /** Changes began or ended: how many are unfinished may differ now. */
  async refresh(): Promise<void> {
    try {
      this.status = await this.#host.call('status', nothing);
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
  }

  /**
   * The screen changes at once when the words are here; that the choice is kept may come later, and its failure takes
   * nothing away. Without the words the old language stays.
   */
  async switchLanguage(): Promise<void> {
    const chosen: Language = language() === 'en' ? 'nl' : 'en';
    try {
      await this.#learn(chosen);
      speak(chosen);
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
