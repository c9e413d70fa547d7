import { misleading } from './misleading';

type Kind = (typeof misleading)[number][2];

/** Any character of the table: most texts hold none, and are shown as they are. */
const any = new RegExp(
  `[${misleading.map(([first, last]) => `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`).join('')}]`,
  'u',
);
/** What stands for the end of a line, and for whatever else misleads. */
const lineEnd = '↵';
const replacement = '\uFFFD';
/** Makes a key of the letter before it: the one case in which a selector belongs to ASCII. */
const keycap = '\u20E3';

/** Why a character misleads; nothing when it does not. */
export function kind(character: string): Kind | undefined {
  const point = character.codePointAt(0) ?? 0;
  return misleading.find(([first, last]) => first <= point && point <= last)?.[2];
}

/** Whether a joiner or a selector may stand behind this: not behind ASCII, which it could only disguise. */
const belongs = (before: string): boolean =>
  before > '\u007F' && before !== replacement && before !== lineEnd && kind(before) === undefined;

/**
 * A text on one line, as it can be read: the end of a line is shown, whatever else misleads is replaced. A joiner or a
 * selector stays where it belongs to the spelling. The same as `plain_text::shown`, held to the same examples.
 */
export function shown(text: string): string {
  if (!any.test(text)) return text;
  const characters = [...text.replace(/\r\n/g, '\n')];
  const put: string[] = [];
  for (const [at, character] of characters.entries()) {
    const before = put.at(-1) ?? '';
    put.push(asShown(character, before, characters[at + 1]));
  }
  return put.join('');
}

function asShown(character: string, before: string, after: string | undefined): string {
  switch (kind(character)) {
    case undefined:
      return character;
    case 'line-end':
      return lineEnd;
    case 'selector':
      return belongs(before) || after === keycap ? character : replacement;
    case 'joiner':
      // An emoji may be joined to the next behind its selector.
      return belongs(before) || kind(before) === 'selector' ? character : replacement;
    case 'control':
    case 'bidi-control':
    case 'invisible':
      return replacement;
  }
}

/** The same for a document of ours: its lines stay lines. */
export const shownLines = (text: string): string => text.split('\n').map(shown).join('\n');
