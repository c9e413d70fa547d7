import type { CheckKind } from '../host/contract';

/** What the person asked the guest about, of a checklist. */
export class Checks {
  #checked = $state.raw<readonly CheckKind[]>([]);

  has(kind: CheckKind): boolean {
    return this.#checked.includes(kind);
  }

  set(kind: CheckKind, done: boolean): void {
    const others = this.#checked.filter((it) => it !== kind);
    this.#checked = done ? [...others, kind] : others;
  }

  clear(): void {
    this.#checked = [];
  }
}
