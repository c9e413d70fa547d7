import { nothing } from '../host/host';
import { shown } from '../words/shown';
import type { AppState } from './app-state.svelte';

/** What a start of the app handed to this window. */
export type Handed = { address: string } | { text: string };

/** More than anybody hands over while a dialog is open; what is beyond them stays where it was started. */
const MOST = 8;
/** Between two questions, in milliseconds: the host answers late by itself, this guards against one that does not. */
const PAUSE = 200;
/** After a question without an answer. */
const AFTER_TROUBLE = 10_000;

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** What was handed to this window by starting the app again, until somebody has looked at it. */
export class HandedOver {
  waiting = $state.raw<readonly Handed[]>([]);
  readonly #app: AppState;

  constructor(app: AppState) {
    this.#app = app;
  }

  /** What the next one is called: the address as it can be read; nothing for a file. */
  get next(): string | null {
    const [first] = this.waiting;
    return first && 'address' in first ? shown(first.address) : null;
  }

  /** Asks for what is handed over, as long as the window is there. */
  async listen(): Promise<never> {
    for (;;) {
      if (this.waiting.length < MOST) await this.#ask();
      await pause(PAUSE);
    }
  }

  async #ask(): Promise<void> {
    try {
      const { address, handOver } = await this.#app.host.call('handed', nothing);
      if (address !== null) this.waiting = [...this.waiting, { address }];
      if (handOver !== null) this.waiting = [...this.waiting, { text: handOver }];
    } catch {
      // Whatever hinders it hinders the next question of the person too, and is said there.
      await pause(AFTER_TROUBLE);
    }
  }

  /** The oldest is looked up or opened, as if somebody had typed or chosen it here. */
  async look(): Promise<void> {
    const app = this.#app;
    const [next] = this.waiting;
    if (!next) return;
    this.dismiss();
    app.show('guest');
    if ('text' in next) return app.handOver.openText(next.text);
    app.handOver.close();
    app.search.address = next.address;
    await app.search.find();
    if (app.dialogs.free) await app.focus.answer();
  }

  /** Nobody will look at the oldest. */
  dismiss(): void {
    this.waiting = this.waiting.slice(1);
  }
}
