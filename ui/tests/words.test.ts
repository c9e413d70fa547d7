import { readFileSync, readdirSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { OwnerKind } from '../src/host/contract';
import { parse, visitor } from '../scripts/fluent.mjs';
import { languages } from '../src/words/languages';
import {
  language,
  learn,
  permission,
  plain,
  property,
  roles,
  say,
  speak,
  translateCode,
} from '../src/words/words.svelte';
import { wordsOf } from './scripted-host';

type Loose = (id: string, variables?: Record<string, string | number>) => string;
const loosely = say as unknown as Loose;

for (const it of languages) learn(it, wordsOf(it));
beforeEach(() => speak('en'));

/** Every sentence of a language with its variables, read by another parser than the window's. */
function sentences(folder: string): [id: string, variables: string[]][] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ftl') && name !== 'documents.ftl');
  return files.flatMap((file) =>
    parse(readFileSync(`${folder}/${file}`, 'utf8')).body.flatMap((entry) => {
      if (entry.type !== 'Message') return [];
      const own: [string, string[]][] = entry.value
        ? [[entry.id.name, [...visitor(entry.value).variables]]]
        : [];
      const more = entry.attributes.map((it): [string, string[]] => [
        `${entry.id.name}.${it.id.name}`,
        [...visitor(it.value).variables],
      ]);
      return [...own, ...more];
    }),
  );
}

describe.each(languages)('the words in %s', (chosen) => {
  const all = sentences(`locales/${chosen}`);

  it('are many, so that an empty folder is noticed', () => {
    expect(all.length).toBeGreaterThan(400);
  });

  it.each(all)('%s renders with its variables', (id, variables) => {
    speak(chosen);
    const given = Object.fromEntries(variables.map((name) => [name, `«${name}»`]));
    const text = loosely(id, given);
    expect(text.trim()).not.toBe('');
    expect(text).not.toContain(id);
    // Fluent writes what it lacks in braces.
    expect(text).not.toMatch(/[{}]/);
  });
});

describe('A sentence', () => {
  it('keeps a name apart, so that a right-to-left name does not scramble it', () => {
    expect(say('welcome-start', { name: 'נועה' })).toBe('Start as \u2068נועה\u2069');
    expect(plain(say('welcome-start', { name: 'נועה' }))).toBe('Start as נועה');
  });

  it('counts as its language counts', () => {
    const oldest = { guest: 'Jan', when: '22 November' };
    expect(plain(say('unfinished-banner', { count: 1, ...oldest }))).toContain('The change for Jan');
    expect(plain(say('unfinished-banner', { count: 3, ...oldest }))).toContain('3 changes were');
  });

  it('from the bridge says less where there is nothing to name', () => {
    const conflict = { code: 'address-conflict', address: 'a@contoso.nl' } as const;
    expect(translateCode('problem', { ...conflict, owner: null }, '.what')).toContain('another one has it');
    expect(plain(translateCode('problem', { ...conflict, owner: 'Inkoop' }, '.what'))).toContain(
      'Inkoop has it',
    );
  });

  it('names roles in the chosen language', () => {
    speak('nl');
    const roles = ['User Administrator', 'Helpdesk Administrator', 'Cloud Device Administrator'];
    expect(plain(translateCode('remedy-why', { code: 'not-you', roles } as const))).toContain(
      'Gebruikersbeheerder, Helpdeskbeheerder en Cloud Device Administrator',
    );
  });

  it('names several things one after the other, as its language does', () => {
    const addresses = ['a@contoso.nl', 'b@contoso.nl', 'c@contoso.nl'];
    const note = { code: 'sharepoint-removed-address', addresses } as const;
    expect(plain(translateCode('plan-note', note))).toContain('a@contoso.nl, b@contoso.nl and c@contoso.nl');
    speak('nl');
    expect(plain(translateCode('plan-note', note))).toContain('a@contoso.nl, b@contoso.nl en c@contoso.nl');
  });

  it('formats a day in the chosen language', () => {
    const pending = { code: 'pending', since: '2026-05-03T09:00:00Z' } as const;
    expect(plain(translateCode('cause', pending))).toContain('3 May 2026');
    speak('nl');
    expect(plain(translateCode('cause', pending))).toContain('3 mei 2026');
    expect(language()).toBe('nl');
  });

  it('calls a property without a word of its own by its name in Microsoft Graph', () => {
    expect(property('otherMails')).toBe('Other addresses');
    expect(property('faxNumber')).toBe('faxNumber');
  });

  it('names the field of a file and the purpose of a permission, and says nothing where it knows nothing', () => {
    const invalid = { code: 'organisation-invalid', field: 'clientId' } as const;
    expect(plain(translateCode('problem', invalid, '.what'))).toContain('Application (client) ID');
    expect(permission('User.ReadWrite.All')).toBe('Change the accounts of people');
    expect(permission('Sites.FullControl.All')).toBe('');
  });

  it('tells how far a clock is off, where that is known', () => {
    const clock = { code: 'wrong-clock' } as const;
    expect(plain(translateCode('problem', { ...clock, minutes: 12 }, '.what'))).toContain('by 12 minutes');
    expect(plain(translateCode('problem', { ...clock, minutes: null }, '.what'))).toContain('too much');
  });

  it('without words is an error and never shows its id', () => {
    expect(() => loosely('no-such-sentence')).toThrow('no words');
  });
});

describe('Who cannot be named', () => {
  const id = '0f0c7c63-5d1c-4f3a-9c53-1f6d0b3a0c11';
  it.each([
    ['en', `something whose name this sign-in cannot read (id ${id})`],
    ['nl', `iets waarvan deze aanmelding de naam niet kan lezen (id ${id})`],
  ] as const)('is said to be that, with the id for an admin, in %s', (chosen, said) => {
    speak(chosen);
    const about = { owner: id, address: 'jan@fabrikam.nl' };
    expect(
      plain(translateCode('problem', { code: 'address-conflict' as const, ...about }, '.what')),
    ).toContain(said);
    expect(
      plain(translateCode('problem', { code: 'invitation-refused' as const, ...about }, '.what')),
    ).toContain(said);
    const named = { ...about, owner: 'Purchasing' };
    expect(
      plain(translateCode('problem', { code: 'invitation-refused' as const, ...named }, '.what')),
    ).toContain('Purchasing');
  });

  it.each(languages)('is not taken for a group, and no kind of owner for another, in %s', (chosen) => {
    speak(chosen);
    const kinds = ['contact', 'synced-contact', 'user', 'guest', 'group', 'unseen'] satisfies OwnerKind[];
    const about = { code: 'conflict' as const, owner: 'Purchasing', address: 'jan@fabrikam.nl' };
    const said = kinds.map((kind) => translateCode('cause', { ...about, kind }));
    expect(new Set(said).size).toBe(kinds.length);
  });

  it('and who can without a role of the organisation has words too', () => {
    const unit = ['Administrator of the unit', 'Global Administrator', 'Teams Administrator'];
    speak('nl');
    expect(plain(roles(unit))).toBe(
      'een beheerder van de beschermde eenheid van de gast (beheereenheid), Globale beheerder en Teams-beheerder',
    );
  });
});
