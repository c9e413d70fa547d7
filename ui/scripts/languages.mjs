// Reads the one list of languages and holds it against the folders of sentences beside it.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const locales = join(dirname(fileURLToPath(import.meta.url)), '../locales');

/** The tags of a list, in its order, and what is wrong between it and the folders there are. */
export function compareWithFolders(list, folders) {
  const tags = Object.keys(list);
  return {
    languages: tags.filter((tag) => folders.includes(tag)),
    complaints: [
      ...tags.filter((tag) => !folders.includes(tag)).map((tag) => `${tag}: there is no locales/${tag}`),
      ...folders
        .filter((folder) => !tags.includes(folder))
        .map((folder) => `${folder}: has no line in languages.json`),
    ],
  };
}

/** The languages there are, and what is wrong with them. */
export function languages() {
  const entries = readdirSync(locales, { withFileTypes: true });
  const folders = entries.filter((it) => it.isDirectory()).map(({ name }) => name);
  return compareWithFolders(JSON.parse(readFileSync(join(locales, 'languages.json'), 'utf8')), folders);
}
