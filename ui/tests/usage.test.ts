import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, visitor } from '../scripts/fluent.mjs';
import { misused, unwanted } from '../scripts/usage.mjs';
import { languages } from '../src/words/languages';

const style = `
\`\`\`banned-nl
sorry
adreslijst* | door-hide document-script
eigen omgeving
\`\`\`
`;
const words = unwanted(style, 'nl') ?? [];

function complaints(text: string, screen = true): string[] {
  const sentences = new Map(
    parse(text).body.flatMap((entry) =>
      entry.type === 'Message' && entry.value
        ? [[entry.id.name, { text: visitor(entry.value).text }] as const]
        : [],
    ),
  );
  return misused(sentences, words, screen);
}
const allowed = 'door-hide = Verberg in adreslijsten.\n';

describe('The check of each sentence by itself', () => {
  it('finds nothing in sentences that are as they should be', () => {
    expect(complaints(`${allowed}one = Typ het e‑mailadres van de gast’s mailserver.`)).toEqual([]);
  });

  it.each([
    ['a word that is not used', 'one = Dat lukt niet, Sorry.', 'one says "sorry"'],
    ['two words', 'one = In de eigen omgeving.', 'one says "eigen omgeving"'],
    ['whatever begins so', 'one = Staat in de adreslijsten.', 'one says "adreslijst*"'],
    ['a word in one choice of many', 'one = { $n ->\n [one] Een\n *[other] Sorry\n }', 'one says "sorry"'],
    ['e-mail that breaks', 'one = Typ een E-mailadres.', expect.stringMatching(/^one says "e-mail"/)],
    ['a straight apostrophe', "one = Die id's.", expect.stringMatching(/^one has a straight apostrophe/)],
  ])('finds %s', (_, sentence, complaint) => {
    expect(complaints(`${allowed}${sentence}`)).toEqual([complaint]);
  });

  it('lets a word be part of another', () => {
    expect(complaints(`${allowed}one = Sorrywoord, on-sorry.`)).toEqual([]);
  });

  it('knows who may say it, and that they are there', () => {
    expect(complaints('other = Niets.')).toEqual(['door-hide may say "adreslijst*" and is not there']);
  });

  it('leaves the apostrophes of a script alone, and nothing else', () => {
    expect(complaints("one = Die id's, met e-mail.", false)).toEqual([
      expect.stringMatching(/^one says "e-mail"/),
    ]);
  });

  it('has a list for each language in docs/style.md, and none for another', () => {
    const ours = readFileSync('../docs/style.md', 'utf8');
    for (const language of languages) expect(unwanted(ours, language)?.length).toBeGreaterThan(20);
    expect(unwanted(ours, 'xx')).toBeNull();
  });
});
