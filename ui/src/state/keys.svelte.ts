import { tick } from 'svelte';
import type { ZoomStep } from '../host/contract';
import type { AppState } from './app-state.svelte';

/** More than any address; the program says so of what is longer. */
const LONGEST_PASTE = 2_001;

/** What has keys and pastes of its own: they are never taken from it. */
const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select, [role="textbox"]'));

/** On a Mac, Ctrl+H in a field takes the last character away. */
const deletes = (event: KeyboardEvent): boolean =>
  event.key === 'h' && isField(event.target) && /Mac/.test(navigator.userAgent);

/** What one types into: there text is copied and pasted. */
const isTyped = (target: EventTarget | null): boolean =>
  isField(target) &&
  !(target instanceof HTMLInputElement && ['checkbox', 'radio', 'file'].includes(target.type)) &&
  !(target instanceof HTMLSelectElement);

/** With Ctrl they zoom, wherever one is: what is too small to be read is too small in a dialog as well. */
const zooming: Partial<Record<string, ZoomStep>> = {
  '+': 'larger',
  '=': 'larger',
  '-': 'smaller',
  '0': 'whole',
};

/** A menu of the header, or a dialog, closes itself first. */
const isOver = (place: EventTarget): boolean =>
  place instanceof HTMLElement && place.matches('dialog, header');

/**
 * Keys that work from anywhere: none that types a character (WCAG 2.2, 2.1.4), none with which a screen reader is
 * commanded, none while a dialog or a change is open, and none of a field's own. And what is pasted where nothing takes
 * it, which is an address to look up; it is looked up when somebody presses Enter.
 */
export class Keys {
  readonly #app: AppState;

  constructor(app: AppState) {
    this.#app = app;
  }

  press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    // Where figures are typed with Shift, the key is the figure's all the same.
    const step = zooming[event.code === 'Digit0' ? '0' : event.key];
    if (step && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void this.#app.session.look.zoom(step);
      return;
    }
    // A question mark is typed with Shift on most keyboards.
    if (event.metaKey || (event.shiftKey && event.key !== '?')) return;
    const act = this.#act(event);
    if (!act) return;
    event.preventDefault();
    if (this.#app.dialogs.free && !event.repeat) act();
  }

  #act(event: KeyboardEvent): (() => void) | null {
    if (event.ctrlKey) {
      if (event.key === '?') return () => this.#app.help.open('keys');
      return event.key === 'h' && !deletes(event) ? () => this.#app.show('history') : null;
    }
    switch (event.key) {
      case 'F1':
        return () => this.#app.help.open('keys');
      case 'F3':
        return () => void this.#toSearch();
      case 'F5':
        return () => this.#again();
      case 'Escape':
        return isField(event.target) || event.composedPath().some(isOver) ? null : this.#closing();
      default:
        return null;
    }
  }

  async #toSearch(): Promise<void> {
    const app = this.#app;
    if (app.session.screen !== 'guest') {
      app.show('guest');
      // A screen that is come to begins at its heading; this goes on from there.
      await tick();
    }
    await app.focus.go('search');
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.select();
  }

  /** What is on screen, once more. */
  #again(): void {
    const { session, search, myGroups, journal, focus } = this.#app;
    if (session.screen === 'history') void journal.load();
    else if (session.screen === 'groups') void myGroups.again();
    else if (session.screen === 'guest' && search.report && search.loading === null)
      void search.lookAgain().then(() => focus.answer());
  }

  /** How what lies open on the guest's screen is closed; nothing when nothing does. */
  #closing(): (() => void) | null {
    const { session, search, asking, conflict, handOver, focus } = this.#app;
    if (session.screen !== 'guest' || !this.#app.dialogs.free) return null;
    const open = [
      [search.reasons.opened && search.report !== null, search.reasons],
      [asking.opened && search.report !== null, asking],
      [conflict.opened !== null, conflict],
      [handOver.shown || handOver.several !== null, handOver],
    ] as const;
    const place = open.find(([there]) => there)?.[1];
    if (!place) return null;
    return () => {
      place.close();
      void focus.answer();
    };
  }

  /** What is pasted where nothing takes it. */
  paste(event: ClipboardEvent): void {
    if (!this.#takes(event)) return;
    const text = (event.clipboardData?.getData('text/plain') ?? '').slice(0, LONGEST_PASTE);
    const address = text.replace(/\s+/g, ' ').trim();
    if (address === '') return;
    event.preventDefault();
    this.#app.search.address = address;
    void this.#toSearch();
  }

  /**
   * The right mouse button, or its key. Copying and pasting is all the webview's menu is for, in a field or where something
   * is selected; elsewhere there is none.
   */
  menu(event: Event): void {
    if (!isTyped(event.target) && (document.getSelection()?.isCollapsed ?? true)) event.preventDefault();
  }

  /** WebKit asks beforehand whether anything would take it; without an answer it does not paste. */
  mayPaste(event: Event): void {
    if (this.#takes(event)) event.preventDefault();
  }

  #takes(event: Event): boolean {
    return !event.defaultPrevented && this.#app.dialogs.free && !isField(event.target);
  }
}
