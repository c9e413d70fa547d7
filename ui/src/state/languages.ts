import type { Language } from '../host/contract';

interface Spoken {
  code: Language;
  /** The language an invitation of Microsoft's is sent in (BCP 47). */
  invitation: string;
}

/** The languages of the app, in the order in which the button in the header leads from one to the next. */
export const languages: readonly Spoken[] = [
  { code: 'nl', invitation: 'nl-NL' },
  { code: 'en', invitation: 'en-US' },
];

/** The language after this one. Each language's `language-other` is that one's name. */
export function nextLanguage(now: Language): Language {
  const at = languages.findIndex(({ code }) => code === now);
  return languages[(at + 1) % languages.length]?.code ?? now;
}
