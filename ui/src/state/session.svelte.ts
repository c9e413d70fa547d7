import type { Language, Problem, Status } from '../host/contract';
import { nothing, type Host } from '../host/host';
import { knows, language, learn, speak } from '../words/words.svelte';
import { Look } from './look.svelte';
import { Request, type Question } from './request.svelte';

export type Screen = 'guest' | 'groups' | 'all-guests' | 'history' | 'organisation' | 'settings' | 'help';

/** Who is signed in, in which language, looking at which screen. */
export class Session {
  status = $state<Status | null>(null);
  problem = $state.raw<Problem | null>(null);
  screen = $state<Screen>('guest');
  /** There are no words, and there is no way to get any. */
  wordless = $state(false);
  readonly look: Look;
  /** Of whom the person said that it is them. */
  #recognised = $state<string | null>(null);
  readonly #host: Host;
  readonly #command: Request<Status>;
  readonly #refresh: Request<Status>;
  readonly #language: Request<Status>;

  constructor(host: Host) {
    this.#host = host;
    this.look = new Look(host, this);
    this.#command = new Request(host);
    this.#refresh = new Request(host);
    this.#language = new Request(host);
  }

  get account() {
    return this.status?.account ?? null;
  }

  /** Who is signed in where somebody else was the last time, until the person says that it is them. */
  get unrecognised() {
    const { account } = this;
    return account?.otherThanLast === true && account.userName !== this.#recognised ? account : null;
  }

  recognise(): void {
    this.#recognised = this.account?.userName ?? null;
  }

  get practising(): boolean {
    return this.account?.tenant === 'practice';
  }

  /** Who is signed in is about to be another. */
  get busy(): boolean {
    return this.#command.pending;
  }

  /** The first questions: who is there, and the words to say it with. Answers whether there was an answer. */
  async start(): Promise<boolean> {
    const first = () => this.#run(() => this.#host.call('status', nothing));
    let there = await first();
    if (!there) {
      // What the command line asked for is tried once. If that was refused, the app is there all the same.
      const { problem } = this;
      there = await first();
      this.problem = problem;
    }
    const chosen = this.status?.language ?? language();
    try {
      await this.learn(chosen);
    } catch {
      this.wordless = true;
      return false;
    }
    this.wordless = false;
    speak(chosen);
    return there;
  }

  /** The words of a language are asked for once. */
  async learn(chosen: Language): Promise<void> {
    if (knows(chosen)) return;
    const { text } = await this.#host.call('words', { language: chosen });
    learn(chosen, text);
  }

  /** What another question answered about who is signed in. */
  take(status: Status): void {
    this.#put(status);
    this.problem = null;
  }

  async signIn(persona: string): Promise<boolean> {
    if (!(await this.#run(() => this.#host.call('sign_in', { persona })))) return false;
    this.screen = 'guest';
    return true;
  }

  async signOut(): Promise<boolean> {
    if (await this.#run(() => this.#host.call('sign_out', nothing))) return true;
    // Something could not be removed: who is signed in now is asked, not guessed.
    const { problem } = this;
    await this.refresh();
    this.problem = problem;
    return this.account === null;
  }

  startOver(): Promise<boolean> {
    return this.#run(() => this.#host.call('start_over', nothing));
  }

  /** Changes began or ended: how many are unfinished may differ now. */
  async refresh(): Promise<void> {
    await this.#take(this.#refresh, () => this.#host.call('status', nothing));
  }

  /**
   * The screen changes at once when the words are here; that the choice is kept may come later, and its failure takes
   * nothing away. Without the words the old language stays.
   */
  async switchLanguage(chosen: Language): Promise<void> {
    await this.#take(this.#language, async () => {
      await this.learn(chosen);
      speak(chosen);
      return this.#host.call('set_language', { language: chosen });
    });
  }

  #put(status: Status): void {
    this.status = status;
    // Whoever comes after them is asked about anew.
    if (status.account?.userName !== this.#recognised) this.#recognised = null;
  }

  #run(question: Question<Status>): Promise<boolean> {
    this.problem = null;
    return this.#take(this.#command, question);
  }

  async #take(request: Request<Status>, question: Question<Status>): Promise<boolean> {
    const status = await request.run(question);
    if (status) this.#put(status);
    else if (request.problem) this.problem = request.problem;
    return status !== null;
  }
}
