import { untrack } from 'svelte';
import type { AppState } from './app-state.svelte';

/** How many dialogs are open: as long as one is, nothing else is begun, by no key and from no other start. */
export class Dialogs {
  #open = $state(0);
  readonly #app: AppState;

  constructor(app: AppState) {
    this.#app = app;
  }

  /** Somebody is signed in and neither in a dialog nor in a change: something else can be begun. */
  get free(): boolean {
    const { session, change, batch } = this.#app;
    const idle = change.phase === 'closed' && batch.stage === 'closed';
    return session.account !== null && !session.busy && idle && this.#open === 0;
  }

  /** One is opened; answers how to say that it was closed. */
  begin(): () => void {
    untrack(() => (this.#open += 1));
    return () => untrack(() => (this.#open -= 1));
  }
}
