// Checks each sentence of a language by itself: words that docs/style.md does not want, and how what stays is spelled.

const boundary = '[\\p{L}-]';
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * The words that are not used in a language, out of docs/style.md. A line is a word or several; `*` at its end: and
 * whatever begins so; after `|` the sentences that may say it all the same. Null where there is no list.
 */
export function unwanted(style, language) {
  const block = new RegExp('```banned-' + language + '\\n([^`]*)```').exec(style);
  return (
    block &&
    block[1]
      .trim()
      .split('\n')
      .map((line) => {
        const [word = '', ids = ''] = line.split('|').map((it) => it.trim());
        const stem = word.endsWith('*');
        const end = stem ? '' : `(?!${boundary})`;
        const begin = `(?<!${boundary})${escaped(stem ? word.slice(0, -1) : word)}`;
        return { word, pattern: new RegExp(begin + end, 'iu'), ids: ids.split(/\s+/).filter(Boolean) };
      })
  );
}

/** How a word is spelled wherever it stands; `screen`: a script may have reasons of its own. */
const spellings = [
  { wrong: /(?<!\p{L})e-mail/iu, why: 'says "e-mail" with a hyphen at which it breaks: U+2011 does not' },
  { wrong: /\p{L}'/u, why: 'has a straight apostrophe, and not ’', screen: true },
];

/** What is wrong with the sentences of a language: id → its plain text. */
export function misused(sentences, words, screen = true) {
  const complaints = [];
  for (const { word, ids } of words) {
    for (const id of screen ? ids : []) {
      if (!sentences.has(id) && !id.startsWith('document-'))
        complaints.push(`${id} may say "${word}" and is not there`);
    }
  }
  for (const [id, { text }] of sentences) {
    for (const { word, pattern, ids } of words) {
      if (pattern.test(text) && !ids.includes(id)) complaints.push(`${id} says "${word}"`);
    }
    for (const { wrong, why, screen: only } of spellings) {
      if ((screen || !only) && wrong.test(text)) complaints.push(`${id} ${why}`);
    }
  }
  return complaints;
}
