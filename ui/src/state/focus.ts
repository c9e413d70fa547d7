import { tick } from 'svelte';
import type { Attachment } from 'svelte/attachments';

/** Where reading can go on: the heading of a screen, the verdict, the search box, what opens a panel, a list, a row of it, what it opens. */
export type FocusTarget =
  | 'screen'
  | 'verdict'
  | 'why'
  | 'search'
  | 'conflict'
  | 'ask'
  | 'asked'
  | 'row'
  | 'begin'
  | 'guests'
  | 'handed'
  | 'story'
  | 'help'
  | 'help-row';

/** Where the keyboard and the screen reader go on. An element says itself what it is; nobody looks for it. */
export class Focus {
  readonly #elements = new Map<FocusTarget, HTMLElement>();
  /** What reading is to go on at as soon as it is there: a screen may have to be loaded first. */
  #awaited: FocusTarget | null = null;
  /** How often it was said where to go on: the last word counts, however long the screen before it took. */
  #said = 0;
  /** Whether there is an answer to read, be it that its screen is still loaded. */
  readonly #answered: () => boolean;

  constructor(answered: () => boolean) {
    this.#answered = answered;
  }

  /** This element is the target, as long as it is there. */
  target(name: FocusTarget): Attachment<HTMLElement> {
    return (element) => {
      this.#elements.set(name, element);
      if (this.#awaited === name) {
        this.#awaited = null;
        element.focus();
      }
      return () => {
        if (this.#elements.get(name) === element) this.#elements.delete(name);
      };
    };
  }

  /** Reading goes on at the first of these that is there once the screen is drawn; at the first one, once one is there. */
  async go(...names: FocusTarget[]): Promise<void> {
    this.#awaited = null;
    const said = (this.#said += 1);
    await tick();
    if (said !== this.#said) return;
    const there = names.find((name) => this.#elements.has(name));
    if (there) this.#elements.get(there)?.focus();
    else this.#awaited = names[0] ?? null;
  }

  /** What was focused is gone: reading goes on at the verdict, or at the search when there will be none. */
  answer(): Promise<void> {
    return this.#answered() ? this.go('verdict') : this.go('verdict', 'search');
  }
}

/** Reading goes on at this element as soon as it is there. */
export const focused: Attachment<HTMLElement> = (element) => element.focus();

/**
 * Enter in a field leads to this button and carries nothing out: a line end comes with what is pasted, and people end
 * a field with it.
 */
export function enterLeadsTo(button: () => HTMLElement | undefined): Attachment<HTMLElement> {
  return (form) => {
    const lead = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.isComposing || !(event.target instanceof HTMLInputElement)) return;
      event.preventDefault();
      button()?.focus();
    };
    form.addEventListener('keydown', lead);
    return () => form.removeEventListener('keydown', lead);
  };
}

/** Escape, pressed in this element, leaves it. */
export function escapeLeaves(leave: () => void): Attachment<HTMLElement> {
  return (element) => {
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      leave();
    };
    element.addEventListener('keydown', key);
    return () => element.removeEventListener('keydown', key);
  };
}
