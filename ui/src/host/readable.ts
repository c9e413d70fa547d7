import { shown, shownLines } from '../words/shown';
import type { Commands } from './contract';
import type { Host } from './host';

/** Answers that hold a document of our own: several lines, in which what others wrote was made harmless already. */
const documents: ReadonlySet<keyof Commands> = new Set([
  'exchange_script',
  'registration_script',
  'save_organisation',
  'diagnostic_report',
]);

/**
 * The host, and of all it answers only what can be read: names, addresses and words of a server are others' texts, and
 * on no screen and in no copied text may one hide something, scramble its line or begin another. Made once, where
 * answers come in, so that no screen can forget it.
 */
export function readable(host: Host): Host {
  return {
    async call(name, ask) {
      // The words of the page are our own, marks of direction and all. What was handed over is like what is pasted or
      // chosen here: it goes back to the program as it came, and whoever shows any of it makes it readable.
      if (name === 'words' || name === 'handed') return host.call(name, ask);
      try {
        return inside(await host.call(name, ask), documents.has(name) ? shownLines : shown);
      } catch (thrown) {
        throw thrown instanceof Error ? thrown : inside(thrown, shown);
      }
    },
  };
}

/** The same value, with every text in it as it can be read. */
function inside<T>(value: T, read: (text: string) => string): T {
  if (typeof value === 'string') return read(value) as T;
  if (Array.isArray(value)) return value.map((it: unknown) => inside(it, read)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, it]) => [name, inside<unknown>(it, read)]),
  ) as T;
}
