import { FluentBundle, FluentResource, FluentType, type FluentVariable } from '@fluent/bundle';
import type { Language } from '../host/contract';
import type { Words } from './ids';
import { languageFor, spoken } from './languages';
import { shown } from './shown';

/** The id of a sentence; `name.attribute` for one that belongs to another. */
export type WordId = keyof Words;
type Given<K extends WordId> = [Words[K]] extends [never]
  ? []
  : [variables: Record<Words[K], string | number>];

const bundles: Partial<Record<Language, FluentBundle>> = {};
const current = $state<{ language: Language; known: boolean }>({
  // Until the program says which: the system's.
  language: languageFor(navigator.language),
  known: false,
});

/** The language on screen. */
export const language = (): Language => current.language;
/** Whether there are words to show. Before that nothing can be said. */
export const speaking = (): boolean => current.known;
/** Whether the words of a language are here already. */
export const knows = (asked: Language): boolean => bundles[asked] !== undefined;
const locale = (): string => spoken[chosen()].dates;

/** Takes in the words of a language: all its Fluent files as one text. */
export function learn(taught: Language, text: string): void {
  const made = new FluentBundle(spoken[taught].dates, { useIsolating: true });
  made.addResource(new FluentResource(text));
  bundles[taught] = made;
}

/** Put a language on screen whose words are here. */
export function speak(chosen: Language): void {
  current.language = chosen;
  current.known = knows(chosen);
}

/** The language of a text that is not for the screen, while it is composed. */
let composing: Language | null = null;
const chosen = (): Language => composing ?? current.language;

/** Composes a text in another language than the screen's, whose words are here. */
export function inLanguage<T>(other: Language, compose: () => T): T {
  const before = composing;
  composing = other;
  try {
    return compose();
  } finally {
    composing = before;
  }
}

function find(id: string) {
  const [name = '', attribute] = id.split('.');
  const message = bundles[chosen()]?.getMessage(name);
  return attribute ? message?.attributes[attribute] : message?.value;
}

/** First strong isolate, and its end (Unicode Bidirectional Algorithm). */
const MARKS = [String.fromCodePoint(0x2068), String.fromCodePoint(0x2069)] as const;

/**
 * A text as it stands within a sentence. One that was said before keeps the marks around its names: each ends what it
 * began, so none reaches beyond its place. A name that ends what it did not begin has no marks of ours.
 */
function within(text: string): string {
  const parts = text.split(/([\u2068\u2069])/);
  let open = 0;
  const apart = parts.every((part) => {
    if (part === MARKS[0]) open += 1;
    if (part === MARKS[1]) open -= 1;
    return open >= 0;
  });
  if (!apart || open !== 0) return shown(text);
  return parts.map((part) => ((MARKS as readonly string[]).includes(part) ? part : shown(part))).join('');
}

/** There is nothing to name. */
const absent = Symbol('absent');
type Variable = string | number | typeof absent;

/** What a sentence chooses on where there is nothing to name. It is a key, and no text is ever it: see `given`. */
const ABSENT = 'none';

/** A text that a sentence shows and cannot choose on, whatever it is spelled like. */
class Name extends FluentType<string> {
  toString(): string {
    return this.value;
  }
}

/** A value as Fluent takes it: texts as they can be read, and a name that is spelled "none" is a name. */
function given(value: Variable): FluentVariable {
  if (value === absent) return ABSENT;
  if (typeof value === 'number') return value;
  return value === ABSENT ? new Name(value) : within(value);
}

function format(id: string, variables: Record<string, Variable>): string {
  const pattern = find(id);
  const bundle = bundles[chosen()];
  if (!pattern || !bundle) throw new Error(`no words for ${id}`);
  const all = Object.entries(variables).map(([name, value]) => [name, given(value)] as const);
  return bundle.formatPattern(pattern, Object.fromEntries(all));
}

/** A sentence whose variables are known when it is written. */
export function say<K extends WordId>(id: K, ...given: Given<K>): string {
  return format(id, given[0] ?? {});
}

/** Something with a code, and beside it the names, addresses and numbers that its sentence is about. */
interface Coded {
  code: string;
}
type Part = '' | '.what' | '.do' | '.who';
type IdOf<F extends string, C extends Coded, P extends Part> = `${F}-${C['code']}${P}`;
/** The variables that the sentences of these codes need and that do not come with them; an id without words. */
type Lacking<F extends string, C extends Coded, P extends Part> = C extends unknown
  ? IdOf<F, C, P> extends infer I
    ? I extends WordId
      ? Exclude<Words[I], keyof C>
      : I
    : never
  : never;
type Covered<F extends string, C extends Coded, P extends Part> = [Lacking<F, C, P>] extends [never]
  ? C
  : C & { lacking: Lacking<F, C, P> };

/**
 * A sentence whose code comes from the bridge, about what came with it. A code without words, and words that need
 * what does not come with their code, do not compile.
 */
export function translateCode<const F extends string, C extends Coded, P extends Part = ''>(
  family: F,
  about: C & Covered<F, C, P>,
  part?: P,
): string {
  const variables = Object.entries(about).flatMap(([name, value]): [string, Variable][] => {
    const said = variable(name, value);
    return said === null ? [] : [[name, said]];
  });
  return format(`${family}-${about.code}${part ?? ''}`, Object.fromEntries(variables));
}

/** A value as a sentence takes it, in the chosen language. Null for what no sentence can say. */
function variable(name: string, value: unknown): Variable | null {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return absent;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return value;
  if (typeof value === 'string') {
    if (name === 'property') return property(value);
    if (name === 'since') return day(value);
    if (name === 'owner') return owner(value);
    return name === 'field' ? field(value) : value;
  }
  if (!Array.isArray(value)) return null;
  const names = value.map(String);
  return name === 'roles' ? roles(names) : list(names);
}

/** Who has an address; what has no name that could be read comes by its object id. */
function owner(name: string): string {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(name)
    ? format('owner-nameless', { id: name })
    : name;
}

/**
 * A role comes by Microsoft's English name. The first are those of people who use the app, the others can be asked; who
 * can without a role is described.
 */
function role(name: string): string {
  const code = name.toLowerCase().replace(/ /g, '-');
  const id = [`role-${code}`, `admin-${code}`, `holder-${code}`].find(find);
  return id ? format(id, {}) : name;
}

/** Roles in the chosen language. */
export const roles = (names: readonly string[]): string => list(names.map(role));

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
export const day = (moment: string): string => show(moment, { dateStyle: 'long' });

/** A day and time in the chosen language. */
export function dayAndTime(moment: string): string {
  return show(moment, { dateStyle: 'long', timeStyle: 'short' });
}

/** A time of the day in the chosen language. */
export const timeOfDay = (moment: string): string => show(moment, { timeStyle: 'short' });

function show(moment: string, style: Intl.DateTimeFormatOptions): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return moment;
  return new Intl.DateTimeFormat(locale(), style).format(date);
}

/** A language by its name within a sentence of the chosen one; its tag when the system has no name for it. */
export function languageName(tag: string): string {
  const bare = tag.split('-')[0] ?? tag;
  return new Intl.DisplayNames(locale(), { type: 'language' }).of(bare) ?? tag;
}

/** A text as it begins a line. */
export const capitalised = (text: string): string =>
  text.charAt(0).toLocaleUpperCase(locale()) + text.slice(1);

/** Without the marks that keep names apart, for the clipboard. */
export const plain = (text: string): string => text.replace(/[\u2068\u2069]/g, '');

/** A name as it stands in a sentence. */
export const isolated = (name: string): string => MARKS[0] + shown(name) + MARKS[1];

/** Several names, one after the other, as the chosen language does it. */
export const list = (names: string[]): string =>
  new Intl.ListFormat(locale(), { type: 'conjunction' }).format(names);

/** A day in the chosen language, as short as it stands in a table. */
export const shortDay = (moment: string): string => show(moment, { dateStyle: 'medium' });

/** How long something lasts, in the chosen language: in seconds, in minutes, or in hours. */
export function lasting(seconds: number): string {
  if (seconds < 1) return say('less-than-a-second');
  const unit = seconds < 60 ? 'second' : seconds < 5400 ? 'minute' : 'hour';
  const value = seconds / { second: 1, minute: 60, hour: 3600 }[unit];
  const style = { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(locale(), style).format(value);
}
