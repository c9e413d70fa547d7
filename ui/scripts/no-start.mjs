// What the page says in every language when its own words cannot be had: written into it when it is built.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, visitor } from './fluent.mjs';
import { languages, locales } from './languages.mjs';

const PLACE = '<!-- no-start -->';

/** The sentence and what follows it, by their names: neither is asked for by the page itself. */
const NAMES = ['no-start', 'no-start.what'];

/** The texts of these names in the Fluent of one language. */
function texts(language) {
  const { body } = parse(readFileSync(join(locales, language, 'app.ftl'), 'utf8'));
  return NAMES.map((name) => {
    const [id, attribute] = name.split('.');
    const message = body.find((it) => it.type === 'Message' && it.id.name === id);
    const one = attribute ? message?.attributes.find((it) => it.id.name === attribute) : message;
    if (!one?.value) throw new Error(`${language}/app.ftl has no ${name}`);
    return escaped(visitor(one.value).text);
  });
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The page with a paragraph for each language. */
export function withNoStart(page) {
  if (!page.includes(PLACE)) throw new Error(`the page has no ${PLACE}`);
  const paragraphs = languages().languages.map((language) => {
    const [what, more] = texts(language);
    return `<p lang="${language}"><strong>${what}</strong> ${more}</p>`;
  });
  return page.replace(PLACE, paragraphs.join('\n      '));
}
