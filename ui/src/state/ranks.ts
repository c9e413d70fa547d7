import { folded } from '../words/folded';

/** Numbers as long as each other, so that the 9 comes before the 10. Hardly a number in a name is longer. */
const DIGITS = 12;
/** Almost in the order of any language, by the characters alone. */
const keyOf = (value: string): string =>
  folded(value).replace(/\d+/g, (digits) => digits.padStart(DIGITS, '0'));

/**
 * Which place each value of a column has among them. They are compared once, and not at each sort: to compare as a
 * language does takes most of the time of a sort.
 */
export class Ranks {
  #ranks: ReadonlyMap<string, number> = new Map<string, number>();
  /** Those that have no rank yet, by their key: it is made as they come, a few at a time. */
  readonly #coming = new Map<string, string>();

  /** This is one of the values. */
  take(value: string): void {
    if (value !== '' && !this.#ranks.has(value)) this.#coming.set(`${keyOf(value)}\n${value}`, value);
  }

  /** The ranks of all that were taken in, from 0. */
  all(): ReadonlyMap<string, number> {
    if (this.#coming.size > 0) {
      // Without a function to compare with, the browser sorts by itself; and what is sorted nearly is sorted the rest of
      // the way with few comparisons.
      const coming = [...this.#coming.keys()].sort().map((key) => this.#coming.get(key) ?? '');
      const { compare } = new Intl.Collator(undefined, { numeric: true });
      const values = [...this.#ranks.keys(), ...coming].sort(compare);
      this.#ranks = new Map(values.map((value, rank) => [value, rank]));
      this.#coming.clear();
    }
    return this.#ranks;
  }
}
