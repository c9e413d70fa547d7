import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Commands, PropertyView } from '../src/host/contract';
import { readable } from '../src/host/readable';
import { asText } from '../src/screens/guest/value';
import { languages } from '../src/words/languages';
import { kind, shown, shownLines } from '../src/words/shown';
import { isolated, learn, plain, say, speak, translateCode } from '../src/words/words.svelte';
import { problem, ScriptedHost, wordsOf } from './scripted-host';

for (const it of languages) learn(it, wordsOf(it));

interface Example {
  what: string;
  text: string;
  shown: string;
}
const examples = JSON.parse(readFileSync('../crates/plain-text/tests/shown.json', 'utf8')) as Example[];
type Loose = (family: string, about: { code: string } & Record<string, unknown>, part?: string) => string;
/** The types know which variables come with which code; here each stands in the same list. */
const translate = translateCode as unknown as Loose;
/** Leaves its isolation, turns what follows around, and begins a row of its own. */
const hostile = 'Jan\u2069\u202E\nmail (mail): boss@evil.example [In order]';
const misleads = /[\p{Cc}\p{Zl}\p{Zp}\p{DI}\p{Bidi_Control}]|[\uFFF9-\uFFFB\u2800]/u;

/** How deep in isolations a text ends; with what it leaves open, or ends without having begun it. */
function depths(text: string): number[] {
  let deep = 0;
  const below: number[] = [];
  for (const character of text) {
    if (/[\u2066-\u2068]/.test(character)) deep += 1;
    if (character === '\u2069') deep -= 1;
    if (deep < 0) below.push(deep);
  }
  return [...below, deep];
}

describe('What is shown of a text', () => {
  it.each(examples)('$what, as in Rust', ({ text, shown: expected }) => {
    expect(shown(text)).toBe(expected);
    expect(shown(expected)).toBe(expected);
  });

  it('knows every character that Unicode says is not seen, controls or turns around', () => {
    const different: string[] = [];
    for (let point = 0; point <= 0x10ffff; point += 1) {
      if (point >= 0xd800 && point <= 0xdfff) continue;
      const character = String.fromCodePoint(point);
      if (misleads.test(character) !== (kind(character) !== undefined)) different.push(point.toString(16));
    }
    expect(different).toEqual([]);
  });

  it('leaves the lines of a document of ours', () => {
    expect(shownLines('one\n  two\u202E\r\n')).toBe('one\n  two\uFFFD↵\n');
  });
});

describe.each(languages)('In %s', (chosen) => {
  /** Every sentence that chooses on whether there is something to name, about a name of that spelling. */
  const said = (name: string): string[] => {
    speak(chosen);
    const about = { owner: name, address: 'a@contoso.nl' };
    return [
      translate('problem', { code: 'address-conflict', ...about }, '.what'),
      translate('problem', { code: 'invitation-refused', ...about }, '.what'),
      translate('problem', { code: 'permission-fixed', permissions: [name] }, '.what'),
      translate('problem', { code: 'permission-missing', permissions: [name] }, '.what'),
      translate('finding', { code: 'address-owned', owner: name }),
      translate('finding', { code: 'conflict', owner: name }),
      translate('finding', { code: 'address-shared', owner: name }),
      translate('finding', { code: 'address-refused', owner: name }),
      translate('finding', { code: 'user-name-taken', owner: name }),
      translate('cause', { code: 'not-found', address: 'a@contoso.nl', owner: name }),
      translate('cause', { code: 'own-domain', address: 'a@contoso.nl', contact: name }),
      translate('cause', { code: 'not-a-guest', deleted: name, userName: false }),
      translate('cause', { code: 'not-member', rule: name, dynamic: true, group: 'g', name: 'n' }),
    ].map(plain);
  };

  it('a guest, group or contact whose name is "none" changes no sentence', () => {
    expect(said('none')).toEqual(said('Inkoop').map((it) => it.replaceAll('Inkoop', 'none')));
  });

  it('what is absent is another sentence than any name', () => {
    speak(chosen);
    const nobody = translate('finding', { code: 'conflict', owner: null });
    expect(plain(nobody)).not.toBe(plain(translate('finding', { code: 'conflict', owner: 'none' })));
    expect(nobody).not.toContain('none');
  });

  it('no name leaves its place in a sentence, or begins another line', () => {
    speak(chosen);
    const text = translate('finding', { code: 'conflict', owner: hostile });
    expect(text).toContain(isolated(hostile));
    expect(depths(text)).toEqual([0]);
    // Of two names, the second stands where it stood.
    expect(
      depths(say('value-owner', { owner: hostile, kind: say('welcome-start', { name: hostile }) })),
    ).toEqual([0]);
    expect(text).not.toMatch(/[\u202E\n]/);
    expect(say('welcome-start', { name: '{ $name } {"\\u202E"} <b>' })).toContain(
      '{ $name } {"\\u202E"} <b>',
    );
  });
});

describe('Text that is copied', () => {
  it('has one row for each property, whatever its values hold', () => {
    speak('en');
    const value = { is: 'texts', texts: [hostile, 'x\r\ny', 'a\u2028b'] } as const;
    const row = { name: 'displayName', value, state: 'fine', meaning: null } as unknown as PropertyView;
    const text = asText([row, row]);
    expect(text.split(/[\n\r\u2028\u2029\u0085\v\f]/)).toHaveLength(2);
    expect(text).not.toMatch(/[\u2066-\u2069\u202A-\u202E]/);
    expect(text).toContain('Jan\uFFFD\uFFFD↵mail (mail)');
  });
});

describe('What comes in', () => {
  it('can be read in every field of every answer and refusal, and a document keeps its lines', async () => {
    const answer = { groups: [{ id: hostile, displayName: hostile, deep: [[hostile]] }], at: null, n: 3 };
    const scripted = new ScriptedHost()
      .answers('groups', answer as unknown as Commands['groups']['answer'])
      .answers('exchange_script', {
        text: `one\n${hostile}`,
        is: 'x',
      } as unknown as Commands['exchange_script']['answer'])
      .refuses('find', { ...problem('address-conflict', { owner: hostile, address: hostile }) });
    const host = readable(scripted);
    const groups = JSON.stringify(await host.call('groups', {}));
    expect(groups).not.toMatch(misleads);
    expect(groups).not.toContain('\\n');
    expect(JSON.parse(groups)).toMatchObject({ at: null, n: 3, groups: [{ deep: [[shown(hostile)]] }] });
    const script = await host.call('exchange_script', {} as Commands['exchange_script']['ask']);
    expect(script).toMatchObject({ text: `one\nJan\uFFFD\uFFFD\nmail (mail): boss@evil.example [In order]` });
    const refusal: unknown = await host
      .call('find', {} as Commands['find']['ask'])
      .catch((thrown: unknown) => thrown);
    expect(refusal).toMatchObject({ code: 'address-conflict', owner: shown(hostile) });
  });

  it('that is a fault of the page stays the fault it is', async () => {
    const host = readable(new ScriptedHost());
    await expect(host.call('history', {})).rejects.toThrow('no answer to history');
  });
});
