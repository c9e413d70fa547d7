import type { Language } from '../host/contract';
import list from '../../locales/languages.json';

interface Spoken {
  /** What the language calls itself. */
  name: string;
  /** By which dates are written, and plurals chosen (BCP 47). */
  dates: string;
  /** The language an invitation of Microsoft's is sent in (BCP 47). */
  invitation: string;
}
type Listed = keyof typeof list;

/** The one list of languages. A line that Rust has not read, and one that is not there, do not compile. */
export const spoken: Record<Language, Spoken> = list;

/** In the order of the list. */
export const languages: readonly [Language, ...Language[]] = Object.keys(list) as [Listed, ...Listed[]];

/**
 * The language for a tag as browsers give it. Where the app does not have exactly that one, only the language counts;
 * the first of the list when the app does not speak it. As `Language::from_tag` has it in Rust.
 */
export function languageFor(tag: string): Language {
  const wanted = tag.toLowerCase();
  const bare = (it: string) => it.toLowerCase().split('-')[0];
  const exactly = languages.find((it) => it.toLowerCase() === wanted);
  return exactly ?? languages.find((it) => bare(it) === bare(wanted)) ?? languages[0];
}
