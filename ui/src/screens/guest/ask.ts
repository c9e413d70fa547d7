import type { AccountView, AskView, GuestReport } from '../../host/contract';
import { fullName } from '../../components/people';
import { day, plain, roles, say, translateCode } from '../../words/words.svelte';
import { headline } from './headline';
import { asText } from './value';

/** What is needed and who can do it; of several one after the other. */
function needed(asks: AskView[]): string[] {
  const who = (ask: AskView) =>
    ask.roles.length > 0 ? [say('ask-text-roles', { roles: roles(ask.roles) })] : [];
  const named = (ask: AskView) => say(`remedy-${ask.remedy}`);
  const [first, ...others] = asks;
  if (first === undefined) return [];
  if (others.length === 0) return [say('ask-text-needed', { remedy: named(first) }), ...who(first)];
  const steps = asks.flatMap((ask, index) => [
    say('ask-text-step', { number: String(index + 1), remedy: named(ask) }),
    ...who(ask),
  ]);
  return [say('ask-text-needed-all'), ...steps];
}

/** What can be done outside the app, where nothing in it is recommended. */
function outside({ advice }: GuestReport): string[] {
  const said = advice.map((code) => say(`advice-${code}`));
  return said.length > 0 ? [say('ask-text-advice'), ...said] : [];
}

const section = (lines: string[]): string[] => (lines.length > 0 ? ['', ...lines] : []);

/** What whoever asks adds to it. */
interface Added {
  /** What they noticed, in their own words: a quotation, never run together with ours. */
  note?: string;
  /** With the table; what is sent with a file does without. */
  rows?: boolean;
  /** A file comes with it. */
  file?: boolean;
}

/**
 * The text for whoever is asked: what was found, what is needed and by whom. Enough to act on without a second
 * question.
 */
export function askText(
  report: GuestReport,
  account: AccountView | null,
  { note = '', rows = true, file = false }: Added = {},
): string {
  const name = fullName(report);
  const also = report.also.map((fault) => say(`also-${fault}`, { name }));
  const lines = [
    headline(report),
    ...(note === '' ? [] : [say('ask-text-note', { note })]),
    [translateCode('cause', report.cause), ...(also.length > 0 ? [say('also-title'), ...also] : [])].join(
      ' ',
    ),
    ...section(needed(report.asks)),
    ...section(report.asks.length > 0 ? [] : outside(report)),
    '',
    say('ask-text-guest', { name, address: report.searched }),
    ...(report.subject ? [say('ask-text-id', { id: report.subject.id })] : []),
    ...(report.group === null ? [] : [say('ask-text-group', { group: report.group })]),
    ...(account === null
      ? []
      : [
          say('ask-text-from', {
            name: account.displayName,
            account: account.userName,
            organisation: account.organisation,
            date: day(new Date().toISOString()),
          }),
        ]),
    ...(rows ? ['', asText(report.properties.filter((row) => row.matters))] : []),
    ...(file ? ['', say('ask-text-file')] : []),
  ];
  return plain(lines.join('\n'));
}
