/** Nothing at all: a set is replaced as a whole, and never changed. */
export const none: ReadonlySet<never> = new Set<never>();

/** A set with this in it if it was not, and without it if it was. */
export function toggled<T>(all: ReadonlySet<T>, one: T): ReadonlySet<T> {
  const next = new Set(all);
  if (!next.delete(one)) next.add(one);
  return next;
}

/** All of these, each once. */
export const setOf = <T>(...all: readonly (Iterable<T> | readonly T[])[]): ReadonlySet<T> =>
  new Set(all.flatMap((some) => [...some]));
