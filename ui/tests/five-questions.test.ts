import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const english = 'locales/en';
const sentences = readdirSync(english)
  .map((file) => readFileSync(`${english}/${file}`, 'utf8'))
  .join('\n')
  .replace(/\s+/g, ' ');
const page = readFileSync('../docs/style.md', 'utf8');
const rows = page
  .slice(page.indexOf('## Five questions'))
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| screen'))
  .map((line) => line.slice(2, -2).split(' | '));

describe('The five questions of docs/style.md', () => {
  it('are answered for every screen about a guest or a change, each of them', () => {
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows)
      expect(
        row.filter((cell) => cell.trim() !== ''),
        row[0],
      ).toHaveLength(6);
  });

  it.each(rows.map(([screen = '', ...answers]) => [screen, answers.join(' ')] as const))(
    'quote what the app says: %s',
    (_, answers) => {
      const said = [...answers.matchAll(/“([^”]+)”/g)].map(([, words]) => words ?? '');
      expect(said.filter((words) => !sentences.includes(words))).toEqual([]);
    },
  );
});
