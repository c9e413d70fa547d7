// A build plugin: the words of both languages as one text, each sentence beside its twin. What is beside each other
// packs well: the twins share their ids and their shape, and the script stays within its budget.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const MODULE = 'virtual:words';
const languages = ['en', 'nl'];

/** Sentences of one file by id, without comments, indented by one blank. */
function sentences(text) {
  const found = new Map();
  let id = null;
  for (const line of text.split('\n')) {
    const head = /^([a-z][\w-]*) =(.*)$/i.exec(line);
    if (head) {
      id = head[1];
      found.set(id, head[2]);
    } else if (line.trim() === '' || line.startsWith('#')) id = null;
    else if (id !== null) found.set(id, `${found.get(id)}\n ${line.trim()}`);
  }
  return found;
}

/** `id = en` and, after an empty line, ` = nl`; then the next. */
export function together(folder) {
  const files = readdirSync(join(folder, languages[0])).filter(
    (name) => name.endsWith('.ftl') && name !== 'documents.ftl',
  );
  return files
    .flatMap((file) => {
      const [en, nl] = languages.map((it) => sentences(readFileSync(join(folder, it, file), 'utf8')));
      return [...en].flatMap(([id, text]) => [`${id} =${text}`, `=${nl.get(id) ?? ''}`]);
    })
    .join('\n\n')
    .replace(/\{ (\$\w+) \}/g, '{$1}');
}

export function bundleWords(folder) {
  return {
    name: 'bundle-words',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
    load(id) {
      if (id !== `\0${MODULE}`) return null;
      for (const language of languages) {
        for (const file of readdirSync(join(folder, language)))
          this.addWatchFile(join(folder, language, file));
      }
      return `export default ${JSON.stringify(together(folder))};`;
    },
  };
}
