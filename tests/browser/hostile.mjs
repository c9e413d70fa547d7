// A hostile directory: Contoso, in which every text that people write is what an attacker would write. And what must
// hold wherever such a text comes to rest.

import { readFileSync } from 'node:fs';

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
/** What is sent, by its name; the Rust tests send the same. */
export const texts = read('../hostile/texts.json');
/** All of it in one name. */
export const everything = Object.values(texts).join(' ');
/** The beginning of each name, by which a screen is seen to show one. */
export const MARK = 'Mallory';

const contosoFile = '../../crates/practice/scenarios/contoso.json';
/** The id of a guest whose main address alone is missing. */
export const OLGA = read(contosoFile).users.find(({ displayName }) => displayName === 'Olga Petrova').id;

const written = [
  ...['displayName', 'givenName', 'surname', 'companyName', 'department', 'jobTitle', 'officeLocation'],
  ...['city', 'street', 'streetAddress', 'description', 'employeeId', 'faxNumber', 'mobilePhone'],
];
/** Values in the place of addresses. None is one, and the directory holds them. */
const addresses = [
  '"<img src=x onerror=alert(4)>"@evil.example',
  'a\u202E@evil.example',
  'b@evil.example\nFORGED (mail): c@evil.example',
  '{ $x }@evil.example',
];

/** The organisation, with `name` in every text; the guests keep the addresses they are found by. */
export function hostileOrganisation(name = everything) {
  const contoso = read(contosoFile);
  const spoil = (object) => {
    for (const field of written) if (typeof object[field] === 'string') object[field] = `${MARK} ${name}`;
  };
  spoil(contoso.organization);
  for (const kind of ['users', 'groups', 'contacts', 'deletedUsers']) contoso[kind].forEach(spoil);
  for (const user of contoso.users) {
    if (user.otherMails.length > 1) user.otherMails.push(...addresses);
  }
  return contoso;
}

/**
 * What of a text misleads whoever reads it: a line that was begun by somebody else, and a character that is not seen,
 * controls or turns around. `kept`: the marks of isolation that our own sentences have, each of which ends.
 */
export function misleading(text, kept = true) {
  const found = [];
  if (/[\n\r\u2028\u2029\u0085\v\f]\s*FORGED/.test(text)) found.push('a forged line');
  const hidden =
    /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u00AD\u115F\u1160\u200B\u200E\u200F\u2028-\u202E\u2060-\u2067\u206A-\u206F\u3164\uFEFF\uFFA0\u{E0000}-\u{E0FFF}]|[ -~][\u200C\u200D\uFE00-\uFE0F]/u;
  const at = hidden.exec(text);
  if (at) found.push(`U+${at[0].codePointAt(at[0].length - 1).toString(16)} in ${text.slice(0, 80)}`);
  let deep = 0;
  for (const character of text) {
    if (character === '\u2068') deep += 1;
    if (character === '\u2069') deep -= 1;
    if (deep < 0 || (!kept && deep > 0)) break;
  }
  if (deep !== 0) found.push('an isolation that is left, or never ends');
  return found;
}
