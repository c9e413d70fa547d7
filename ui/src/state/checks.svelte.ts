import { SvelteMap } from 'svelte/reactivity';
import type { CheckKind } from '../host/contract';

/** What the person asked each guest about, of their checklist: kept while the app runs and they stay signed in. */
export class Checks {
  readonly #checked = new SvelteMap<string, readonly CheckKind[]>();

  has(guest: string, kind: CheckKind): boolean {
    return this.#checked.get(guest)?.includes(kind) ?? false;
  }

  set(guest: string, kind: CheckKind, done: boolean): void {
    const others = (this.#checked.get(guest) ?? []).filter((it) => it !== kind);
    this.#checked.set(guest, done ? [...others, kind] : others);
  }

  /** Somebody else signed in. */
  clear(): void {
    this.#checked.clear();
  }
}
