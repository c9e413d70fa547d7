import type { GuestReport, RoleView } from '../host/contract';
import { say } from '../words/words.svelte';

/** The first letters of the first and the last word of a name. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('');
}

/** The role in the chosen language; a role we do not explain keeps the directory's own name. */
export function roleName(role: RoleView): string {
  return role.kind === 'other' && role.name !== '' ? role.name : say(`role-${role.kind}`);
}

/** The full name of whom a report is about, or the address when it is about nobody. */
export function fullName(report: GuestReport): string {
  return report.subject?.displayName ?? report.cause.args['name'] ?? report.searched;
}

/** The name that makes a sentence friendlier. */
export function shortName(report: GuestReport): string {
  return report.subject?.givenName ?? fullName(report);
}
