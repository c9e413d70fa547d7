// Texts that a person read once and that are kept beside the tests: what the app says now is compared with them.

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const MONTHS = ['en', 'nl'].flatMap((language) => {
  const { format } = new Intl.DateTimeFormat(language, { month: 'long' });
  return Array.from({ length: 12 }, (_, month) => format(new Date(2000, month, 1)));
});

/** What is another each time, and what stands for it. */
const CHANGES = [
  // The marks that keep an address readable inside right-to-left text: nobody hears them.
  [/[\u2066-\u2069]/g, ''],
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<id>'],
  [/\b\d{1,2}:\d{2}(?::\d{2})?(?: [AP]M)?\b/g, '<time>'],
  [new RegExp(`\\b\\d{1,2} (?:${MONTHS.join('|')}) 20\\d\\d\\b`, 'gi'), '<date>'],
  [/\b20\d\d-\d\d-\d\d\b/g, '<date>'],
  [/\b(in|na) (?:\d+ second(?:s|en|e)?|less than a second|minder dan een seconde)\b/g, '$1 <duration>'],
  [/(Guest Mail Doctor) \d+\.\d+\.\d+/g, '$1 <version>'],
  [/(system:) \w+ \w+/g, '$1 <system>'],
];

const constant = (text, folder) =>
  `${CHANGES.reduce((so, [what, stands]) => so.replace(what, stands), text.replaceAll(folder, '<folder>')).trimEnd()}\n`;

/**
 * Compares what `say` answers with the file of this name; what is still on its way has a moment. With `WRITE_KEPT` set, the
 * file is written anew, for somebody to read.
 */
export async function keptAs(folder, name, say, app) {
  const place = new URL(`${folder}/`, import.meta.url);
  const file = new URL(name, place);
  const said = async () => constant(await say(), app.folder);
  if (process.env['WRITE_KEPT']) {
    mkdirSync(place, { recursive: true });
    await pause(300);
    writeFileSync(file, await said());
    return;
  }
  assert.ok(existsSync(file), `${folder}/${name} is not there: CONTRIBUTING.md says how it is written`);
  const kept = readFileSync(file, 'utf8');
  let now = await said();
  for (let tries = 0; tries < 20 && now !== kept; tries += 1) {
    await pause(100);
    now = await said();
  }
  assert.equal(now, kept, `${folder}/${name}`);
}
