// Checks the words of all languages against each other and against the contract, and writes src/words/ids.ts: every id with its variables, as types.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contract } from './contract.mjs';
import { parse, visitor } from './fluent.mjs';
import { languages as listed, locales } from './languages.mjs';
import { compareWithCodes } from './sentences.mjs';
import { misused, unwanted } from './usage.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** Sentences of documents are made in Rust; the window does not carry them. */
const documents = 'documents.ftl';

const { languages, complaints } = listed();
const complain = (text) => complaints.push(text);

/** Ids (and `id.attribute`) of one language, each with its variables and plain text. */
function read(language, wanted) {
  const folder = join(locales, language);
  const found = new Map();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ftl') && wanted(name))) {
    const resource = parse(readFileSync(join(folder, file), 'utf8'));
    for (const entry of resource.body) {
      if (entry.type === 'Junk') complain(`${language}/${file}: cannot be read: ${entry.content.trim()}`);
      if (entry.type !== 'Message') continue;
      const put = (id, pattern) => {
        if (found.has(id)) complain(`${language}: ${id} stands twice`);
        found.set(id, { ...visitor(pattern), file });
      };
      if (entry.value) put(entry.id.name, entry.value);
      for (const attribute of entry.attributes) put(`${entry.id.name}.${attribute.id.name}`, attribute.value);
    }
  }
  return found;
}

const style = readFileSync(join(root, '../docs/style.md'), 'utf8');

function compare(all, onScreen = true) {
  const [first, ...others] = languages;
  for (const other of others) {
    for (const [id, words] of all[first]) {
      const twin = all[other].get(id);
      if (!twin) complain(`${other}: ${id} is missing`);
      else if ([...words.variables].sort().join() !== [...twin.variables].sort().join()) {
        complain(
          `${id}: different variables: ${first} {${[...words.variables]}} ${other} {${[...twin.variables]}}`,
        );
      }
    }
    for (const id of all[other].keys()) if (!all[first].has(id)) complain(`${first}: ${id} is missing`);
  }
  for (const language of languages) {
    const words = unwanted(style, language);
    if (!words) complain(`${language}: docs/style.md has no banned words`);
    misused(all[language], words ?? [], onScreen).forEach((it) => complain(`${language}: ${it}`));
  }
}

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return ['.ts', '.svelte'].includes(extname(entry.name)) &&
      entry.name !== 'ids.ts' &&
      entry.name !== 'contract.ts'
      ? [readFileSync(path, 'utf8')]
      : [];
  });
}

/** What the page asks for: sentences by their whole id, and families of sentences that a code completes. */
function asked() {
  const inPage = readFileSync(join(root, 'scripts/no-start.mjs'), 'utf8');
  const code = [...sources(join(root, 'src')), inPage].join('\n');
  const patterns = [...code.matchAll(/`([a-z][\w-]*-)\$\{[^}]*\}((?:\.[a-z]+|-[a-z]+)?)`/gi)].map(
    (hit) => new RegExp(`^${hit[1]}[\\w-]+${(hit[2] ?? '').replace('.', '\\.')}$`),
  );
  // `translateCode('cause', ...)`: which parts of its sentences there are is a matter of types.
  const told = new Set([...code.matchAll(/\btranslateCode\(\s*'([\w-]+)'/g)].map((hit) => hit[1]));
  return {
    named: new Set([...code.matchAll(/['"`]([a-z][\w.-]*)['"`]/gi)].map((hit) => hit[1])),
    completes: (id, family) => patterns.some((pattern) => pattern.test(id)) || told.has(family),
  };
}

const screen = Object.fromEntries(languages.map((it) => [it, read(it, (name) => name !== documents)]));
compare(screen);
compare(Object.fromEntries(languages.map((it) => [it, read(it, (name) => name === documents)])), false);
const types = contract(readFileSync(join(root, 'src/host/contract.ts'), 'utf8'));
const page = asked();
for (const language of languages) {
  const { complaints: found, belonging } = compareWithCodes(screen[language], types, page.named);
  found.forEach((it) => complain(`${language}: ${it}`));
  if (language !== languages[0]) continue;
  for (const id of screen[language].keys()) {
    if (!page.named.has(id) && !page.completes(id, belonging(id)?.family)) complain(`${id} is used nowhere`);
  }
}

const lines = [...screen[languages[0]]]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([id, { variables }]) => {
    const names = [...variables].sort();
    return `  '${id}': ${names.length === 0 ? 'never' : names.map((name) => `'${name}'`).join(' | ')};`;
  });
writeFileSync(
  join(root, 'src/words/ids.ts'),
  `// Made by scripts/words.mjs from locales. Do not edit.\n
/** Every sentence on screen, with the names of its variables. */
export interface Words {\n${lines.join('\n')}\n}\n`,
);
if (complaints.length > 0) {
  process.stderr.write(`${complaints.join('\n')}\n${complaints.length} complaints about words\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(`${lines.length} sentences in ${languages.join(', ')}\n`);
}
