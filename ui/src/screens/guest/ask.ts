import type { AccountView, AskView, GuestReport } from '../../host/contract';
import { fullName } from '../../components/people';
import { day, plain, roles, say, translateCode } from '../../words/words.svelte';
import { headline } from './headline';
import { asText } from './value';

/**
 * The text for whoever is asked: what was found, what is needed and by whom. Enough to act on without a second
 * question.
 */
export function askText(report: GuestReport, ask: AskView, account: AccountView | null): string {
  const name = fullName(report);
  const also = report.also.map((fault) => say(`also-${fault}`, { name }));
  const lines = [
    headline(report),
    [translateCode('cause', report.cause), ...(also.length > 0 ? [say('also-title'), ...also] : [])].join(
      ' ',
    ),
    '',
    say('ask-text-needed', { remedy: say(`remedy-${ask.remedy}`) }),
    ...(ask.roles.length > 0 ? [say('ask-text-roles', { roles: roles(ask.roles) })] : []),
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
    '',
    asText(report.properties.filter((row) => row.matters)),
  ];
  return plain(lines.join('\n'));
}
