import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contract } from '../scripts/contract.mjs';
import { parse, visitor } from '../scripts/fluent.mjs';
import { compareWithCodes, type Family, type Sentence } from '../scripts/sentences.mjs';

/** As the generator writes it: a union with data, a flattened one, a closed vocabulary. */
const types = `
export type Kind = "contact" | "group";
export type Cause = { "code": "conflict", kind: Kind, owner: string | null, } | { "code": "blocked" } |
  { "code": "several", count: number, known: boolean, addresses: Array<string>, };
export type Problem = { changed: Kind, } & ({ "code": "lost" } | { "code": "refused", reason: Kind, });
`;
const families: Record<string, Family> = {
  cause: { type: 'Cause' },
  problem: { type: 'Problem', without: ['refused'] },
  owner: { type: 'Kind' },
};
const right = `
cause-conflict = { $kind ->
        [contact] { $owner ->
            [none] A contact
           *[other] The contact { $owner }
        }
       *[group] A group
    } has the address.
cause-blocked = Blocked.
cause-several = { $count ->
        [one] One address
       *[other] { $count } addresses
    }: { $addresses }
problem-lost = Lost
    .what = { $changed ->
        [contact] A contact was changed.
       *[other] It was changed.
    }
owner-contact = contact
owner-group = group
owner-title = Owned by
free = Any { $name }
`;

function sentences(text: string): Map<string, Sentence> {
  const found = new Map<string, Sentence>();
  for (const entry of parse(text).body) {
    if (entry.type !== 'Message') continue;
    if (entry.value) found.set(entry.id.name, visitor(entry.value));
    for (const it of entry.attributes) found.set(`${entry.id.name}.${it.id.name}`, visitor(it.value));
  }
  return found;
}
const compare = (text: string, wanted = families) =>
  compareWithCodes(sentences(text), contract(types), new Set(['owner-title']), wanted);
const complaints = (text: string) => compare(text).complaints;
const planted = (was: string, is: string) => {
  expect(right).toContain(was);
  return complaints(right.replace(was, is));
};

describe('The check of the words against the contract', () => {
  it('has nothing to say of sentences that fit', () => {
    expect(complaints(right)).toEqual([]);
  });

  it.each([
    ['a code without a sentence', 'cause-blocked = Blocked.\n', '', 'cause-blocked is missing'],
    [
      'a sentence without a code',
      'cause-blocked =',
      'cause-gone = Gone\ncause-blocked =',
      'cause-gone has no code',
    ],
    ['a variable that does not come', 'Blocked.', 'Blocked { $owner }.', '$owner, which does not come'],
    ['a variable of another code', 'Lost\n', 'Lost { $reason }\n', '$reason, which does not come'],
    ['a kind there is not', '[contact] {', '[guest] {', 'chooses [guest], which never comes'],
    ['a choice on what always comes', '[one] One', '[none] No', 'chooses [none], which never comes'],
    ['a rest where none is left', '*[group] A group', '*[other] Some\n        [group] A group', '[other]'],
    ['what may be nothing', '[none] A contact\n', '[some] A contact\n', 'without choosing on [none]'],
  ])('finds %s', (_, was, is, expected) => {
    expect(planted(was, is).join('\n')).toContain(expected);
  });

  it('finds a code that is to be without words and does not exist', () => {
    const wanted = { ...families, problem: { type: 'Problem', without: ['refused', 'gone'] } };
    const found = compare(right, wanted).complaints;
    expect(found).toEqual(['Problem has no code gone to be without words']);
  });

  it('knows which sentences belong to a code; one that belongs to none is for the page to use', () => {
    const { belonging } = compare(right);
    expect(belonging('problem-lost.what')?.family).toBe('problem');
    expect(belonging('cause-unheard-of')).toBeNull();
  });
});

describe('The contract as it is', () => {
  const real = contract(readFileSync('src/host/contract.ts', 'utf8'));

  it('says of a problem what comes with it, and nothing of its frame that no sentence could say', () => {
    const problems = real.codes('Problem');
    expect([...(problems.get('address-malformed') ?? [])].map(([name]) => name)).toContain('typed');
    expect(problems.get('wrong-clock')?.get('minutes')).toEqual({ kind: 'number', none: true });
    expect(problems.get('internal')?.has('reference')).toBe(false);
  });

  it('has a type for every name it is asked for', () => {
    expect(() => real.codes('NoSuchType')).toThrow('the contract has no NoSuchType');
  });
});
