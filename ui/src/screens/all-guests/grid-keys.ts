import type { AppState } from '../../state/app-state.svelte';
import { lookFromAll } from '../../state/from-list';
import { headKey, type Line, type Lines } from './lines';

/** What the keyboard and the pointer do in the list of guests: one line has the focus, and Tab leads to it. */
export class GridKeys {
  readonly #app: AppState;
  readonly #lines: () => Lines;
  /** How many lines are seen at once. */
  readonly #page: () => number;
  /** Where choosing several began, and who was chosen before. */
  #anchor: { readonly number: number; readonly before: ReadonlySet<string> } | null = null;

  constructor(app: AppState, lines: () => Lines, page: () => number) {
    this.#app = app;
    this.#lines = lines;
    this.#page = page;
  }

  get #number(): number {
    return this.#lines().numberOf(this.#app.survey.at);
  }

  /** The focus came to a line, by whatever way: from there one goes on. */
  arrive(event: FocusEvent): void {
    const line = event.target instanceof HTMLElement ? event.target.dataset['line'] : undefined;
    if (line !== undefined) this.#app.survey.at = line;
  }

  press(event: KeyboardEvent): void {
    if (event.altKey || event.isComposing || event.defaultPrevented) return;
    if (this.#act(event)) event.preventDefault();
  }

  /** Whether the key is one of the list's. */
  #act(event: KeyboardEvent): boolean {
    const { list } = this.#app.survey;
    const lines = this.#lines();
    const number = this.#number;
    const line = lines.at(number);
    if (!line) return false;
    const controlled = event.ctrlKey || event.metaKey;
    if (event.key === 'a' && controlled) {
      list.chooseAlso(list.selected, line.group.guests);
      return true;
    }
    const to = {
      ArrowDown: number + 1,
      ArrowUp: number - 1,
      PageDown: number + this.#page(),
      PageUp: number - this.#page(),
      Home: 0,
      End: lines.count - 1,
    }[event.key];
    if (to !== undefined) {
      this.#go(Math.max(0, Math.min(to, lines.count - 1)), event.shiftKey);
      return true;
    }
    if (controlled || event.shiftKey) return false;
    return this.#single(event.key, line);
  }

  #single(key: string, line: Line): boolean {
    const { list } = this.#app.survey;
    const closed = list.collapsed.has(line.group.key);
    switch (key) {
      case ' ':
        this.#tick(line);
        return true;
      case 'Enter':
        this.#open(line);
        return true;
      case 'Escape':
        if (list.selected.size === 0) return false;
        list.chooseNobody();
        return true;
      case 'ArrowRight':
        if (line.guest === null && closed) list.toggleGroup(line.group.key);
        return true;
      case 'ArrowLeft':
        if (line.guest !== null) this.#go(this.#lines().numberOf(headKey(line.group)), false);
        else if (!closed) list.toggleGroup(line.group.key);
        return true;
      default:
        return false;
    }
  }

  #go(number: number, extending: boolean): void {
    const { survey, focus } = this.#app;
    const { list } = survey;
    if (extending) {
      this.#anchor ??= { number: this.#number, before: list.selected };
      list.chooseAlso(this.#anchor.before, this.#lines().between(this.#anchor.number, number));
    } else this.#anchor = null;
    survey.at = this.#lines().at(number)?.key ?? null;
    void focus.go('row');
  }

  #tick({ group, guest }: Line): void {
    const { list } = this.#app.survey;
    this.#anchor = null;
    if (guest) list.choose(guest);
    else list.chooseAll(group.guests);
  }

  #open({ group, guest }: Line): void {
    if (guest) lookFromAll(this.#app, guest);
    else this.#app.survey.list.toggleGroup(group.key);
  }

  /** The pointer: a box ticks, with Shift from where one is; anything else of a line opens it. */
  click(event: MouseEvent): void {
    if (!(event.target instanceof Element)) return;
    const key = event.target.closest<HTMLElement>('[data-line]')?.dataset['line'];
    if (key === undefined) return;
    const lines = this.#lines();
    const number = lines.numberOf(key);
    const line = lines.at(number);
    if (!line) return;
    const box = event.target.closest('[data-box]') !== null;
    if (!box) {
      this.#app.survey.at = key;
      this.#open(line);
      return;
    }
    if (event.shiftKey && line.guest) return this.#go(number, true);
    this.#tick(line);
    this.#go(number, false);
  }
}
