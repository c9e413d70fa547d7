import type { AppState } from './app-state.svelte';
import type { Screen } from './session.svelte';

/** The pages of Help, in their order. */
export const helpPages = ['verdicts', 'options', 'ask', 'limits', 'keys', 'sent'] as const;
export type HelpPage = (typeof helpPages)[number];

/** Which page of Help lies open, and where one came from to read it. */
export class Help {
  page = $state<HelpPage | null>(null);
  /** The page that was open last: there reading goes on when it is closed. */
  last = $state<HelpPage | null>(null);
  #from: Screen | null = null;
  readonly #app: AppState;

  constructor(app: AppState) {
    this.#app = app;
  }

  /** Opens a page from anywhere; closing it leads back there. */
  open(page: HelpPage): void {
    const { session } = this.#app;
    if (session.screen !== 'settings' && session.screen !== 'help') this.#from = session.screen;
    this.page = page;
    this.last = page;
    session.screen = 'help';
    void this.#app.focus.go('help');
  }

  /** Closes it: back to where it was opened, or to the list of pages. */
  close(): void {
    const from = this.#from;
    this.leave();
    if (from) this.#app.show(from);
    else void this.#app.focus.go('help-row', 'help');
  }

  /** Another way was taken: nothing leads back any more. */
  leave(): void {
    this.#from = null;
    this.page = null;
  }
}
