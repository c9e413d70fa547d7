import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import type { Args, Language } from '../host/contract';
import type { Words } from './ids';

/** The id of a sentence; `name.attribute` for one that belongs to another. */
export type WordId = keyof Words;
type Given<K extends WordId> = [Words[K]] extends [never]
  ? []
  : [variables: Record<Words[K], string | number>];

const locales = { en: 'en-GB', nl: 'nl-NL' } as const;
const bundles: Partial<Record<Language, FluentBundle>> = {};
const current = $state<{ language: Language; known: boolean }>({
  // Until the program says which: the system's.
  language: navigator.language.toLowerCase().startsWith('nl') ? 'nl' : 'en',
  known: false,
});

/** The language on screen. */
export const language = (): Language => current.language;
/** Whether there are words to show. Before that nothing can be said. */
export const speaking = (): boolean => current.known;
/** Whether the words of a language are here already. */
export const knows = (asked: Language): boolean => bundles[asked] !== undefined;
const locale = (): string => locales[current.language];

/** Takes in the words of a language: all its Fluent files as one text. */
export function learn(taught: Language, text: string): void {
  const made = new FluentBundle(locales[taught], { useIsolating: true });
  made.addResource(new FluentResource(text));
  bundles[taught] = made;
}

/** Put a language on screen whose words are here. */
export function speak(chosen: Language): void {
  current.language = chosen;
  current.known = knows(chosen);
}

function find(id: string) {
  const [name = '', attribute] = id.split('.');
  const message = bundles[current.language]?.getMessage(name);
  return attribute ? message?.attributes[attribute] : message?.value;
}

function format(id: string, variables: Record<string, FluentVariable>): string {
  const pattern = find(id);
  const bundle = bundles[current.language];
  if (!pattern || !bundle) throw new Error(`no words for ${id}`);
  return bundle.formatPattern(pattern, variables);
}

/** A sentence whose variables are known when it is written. */
export function say<K extends WordId>(id: K, ...given: Given<K>): string {
  return format(id, given[0] ?? {});
}

/**
 * What a sentence from the bridge may be about. One that is missing is `none`, and the sentence chooses on that.
 * A sentence of a family that needs a name that is not here does not compile in `tell`.
 */
const blanks = {
  aadsts: 'none',
  address: 'none',
  addresses: 'none',
  app: 'none',
  characters: 'none',
  count: 'none',
  days: 'none',
  expected: 'none',
  field: 'none',
  file: 'none',
  found: 'none',
  group: 'none',
  guest: 'none',
  length: 'none',
  limit: 'none',
  mail: 'none',
  minutes: 'none',
  name: 'none',
  owner: 'none',
  permissions: 'none',
  persona: 'none',
  primary: 'none',
  property: 'none',
  roles: 'none',
  searched: 'none',
  seconds: 'none',
  since: 'none',
  state: 'none',
  status: 'none',
  typed: 'none',
  what: 'none',
};
type Blank = keyof typeof blanks;
const numbers: ReadonlySet<string> = new Set(['count', 'days', 'length', 'limit', 'seconds']);
/** Sentences that need nothing, or only what `tell` can leave blank. */
export type Tellable = { [K in WordId]: Words[K] extends Blank ? K : never }[WordId];

/** A sentence whose code and arguments come from the bridge. */
export function tell(id: Tellable, args: Args): string {
  const given: Record<string, FluentVariable> = { ...blanks };
  for (const [name, value] of Object.entries(args)) {
    if (value === '') continue;
    if (name === 'roles') given[name] = roles(value);
    else if (name === 'property') given[name] = property(value);
    else if (name === 'since') given[name] = day(value);
    else if (name === 'field') given[name] = field(value);
    else if (name === 'minutes') given[name] = Math.abs(Number(value)) || value;
    else given[name] = numbers.has(name) && /^\d+$/.test(value) ? Number(value) : value;
  }
  return format(id, given);
}

/** Roles come by Microsoft's English names; those we know have words. */
function roles(value: string): string {
  return value
    .split(/,\s*/)
    .map((role) => {
      const id = `role-${role.toLowerCase().replace(/ /g, '-')}`;
      return find(id) ? format(id, {}) : role;
    })
    .join(', ');
}

/** People's word for a property; Microsoft Graph's own name where there is none. */
export function property(name: string): string {
  const id = `property-${name}`;
  return find(id) ? format(id, {}) : name;
}

/** People's word for a field of the organisation file. */
function field(name: string): string {
  const id = `field-${name}`;
  return find(id) ? format(id, {}) : name;
}

/** What a permission of Microsoft Graph lets one do; nothing where we have no words for it. */
export function permission(name: string): string {
  const id = `permission-${name.toLowerCase().replace(/\./g, '-')}`;
  return find(id) ? format(id, {}) : '';
}

/** A day in the chosen language. */
export function day(moment: string): string {
  return show(moment, { dateStyle: 'long' });
}

/** A day and time in the chosen language. */
export function dayAndTime(moment: string): string {
  return show(moment, { dateStyle: 'long', timeStyle: 'short' });
}

function show(moment: string, style: Intl.DateTimeFormatOptions): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return moment;
  return new Intl.DateTimeFormat(locale(), style).format(date);
}

/** A language by its name in the chosen language; its tag when the system has no name for it. */
export function languageName(tag: string): string {
  const bare = tag.split('-')[0] ?? tag;
  const name = new Intl.DisplayNames(locale(), { type: 'language' }).of(bare) ?? tag;
  return name.charAt(0).toLocaleUpperCase(locale()) + name.slice(1);
}

/** Without the marks that keep names apart, for the clipboard. */
export const plain = (text: string): string => text.replace(/[\u2068\u2069]/g, '');

/** First strong isolate, and its end (Unicode Bidirectional Algorithm). */
const MARKS = [String.fromCodePoint(0x2068), String.fromCodePoint(0x2069)] as const;
/** A name as it stands in a sentence. */
export const isolated = (name: string): string => MARKS[0] + name + MARKS[1];

/** Several names, one after the other, as the chosen language does it. */
export const list = (names: string[]): string =>
  new Intl.ListFormat(locale(), { type: 'conjunction' }).format(names);
