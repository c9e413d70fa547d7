import type { ListedGuest } from '../host/contract';
import { language } from '../words/words.svelte';
import { Letter } from './asking.svelte';

/** The most guests one file is about: an admin looks at each. The program holds to it too. */
export const MOST_GUESTS = 20;

/** Asking an admin about several guests of a group at once. */
export class AskingSeveral extends Letter {
  /** The guests that are ticked, in the order of the list. */
  checked = $state.raw<readonly ListedGuest[]>([]);
  /** The letter is on screen. */
  opened = $state(false);
  /** In which group guests are being ticked. */
  #group = $state.raw<string | null>(null);

  /** Whether guests of this group are being ticked. */
  isIn(group: string): boolean {
    return this.#group === group;
  }

  get full(): boolean {
    return this.checked.length >= MOST_GUESTS;
  }

  has(guest: ListedGuest): boolean {
    return this.checked.some((it) => it.id === guest.id);
  }

  begin(group: string): void {
    this.forget();
    this.#group = group;
  }

  /** Ticks or unticks; what is beyond the most is not ticked. */
  tick(guest: ListedGuest): void {
    if (this.has(guest)) this.checked = this.checked.filter((it) => it.id !== guest.id);
    else if (!this.full) this.checked = [...this.checked, guest];
  }

  /** All of these, as far as there is room. */
  tickAll(guests: readonly ListedGuest[]): void {
    const others = guests.filter((guest) => !this.has(guest));
    this.checked = [...this.checked, ...others].slice(0, MOST_GUESTS);
  }

  open(): void {
    if (this.checked.length === 0) return;
    this.language = language();
    this.forgetAnswers();
    this.opened = true;
  }

  /** Back to the list: who is ticked stays ticked. */
  close(): void {
    this.opened = false;
    this.forgetAnswers();
  }

  async save(): Promise<void> {
    const group = this.#group;
    if (group === null || this.saving.pending) return;
    const guests = this.checked.map(({ typed, id }) => ({ typed, id }));
    const ask = { guests, group, note: this.note.trim() || null, language: this.language };
    await this.saving.run((ticket) => this.host.call('save_several', { ...ask, ticket }));
  }

  /** Nobody is asked about any more. */
  forget(): void {
    this.close();
    this.#group = null;
    this.checked = [];
    this.note = '';
  }
}
