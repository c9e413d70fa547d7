import type { SurveyCause, SurveyView } from '../../host/contract';
import { causes } from '../../state/found-guests';
import { labelled } from '../../words/in-line';
import { day, dayAndTime, lasting, plain, say } from '../../words/words.svelte';

/** What a summary tells beside how the survey stands. */
export interface Summed {
  readonly organisation: string;
  readonly count: number;
  readonly causes: ReadonlyMap<SurveyCause, number>;
  /** How many of them were repaired since. */
  readonly repaired: number;
  /** How many can be repaired together with others. */
  readonly together: number;
}

/** The first line. */
export const summaryTitle = ({ organisation }: Summed): string =>
  plain(say('summary-title', { organisation }));

/** For whoever is responsible: numbers, and no names. */
export function summaryText(view: SurveyView, summed: Summed): string {
  const { count, together } = summed;
  const when = dayAndTime(view.seenAt ?? view.startedAt);
  const checked = say('summary-checked', { when, duration: lasting(view.seconds) });
  const { since } = view;
  const lines = [
    summaryTitle(summed),
    '',
    view.phase === 'done' ? checked : say('summary-stopped', { when }),
    ...(view.way ? [say(`survey-way-${view.way}`)] : []),
    say('summary-count', { count, total: view.total ?? 0 }),
    ...(summed.repaired > 0 ? [say('summary-repaired', { count: summed.repaired })] : []),
    ...(since
      ? [say('summary-since', { day: day(since.at), new: since.new, repaired: since.repaired })]
      : []),
    ...(count > 0 ? ['', say('summary-causes')] : []),
    ...causes.flatMap((cause) => {
      const number = summed.causes.get(cause) ?? 0;
      return number > 0 ? [`- ${labelled(say(`survey-cause-${cause}`), String(number))}`] : [];
    }),
    ...(together > 0 ? ['', say('summary-together', { count: together })] : []),
    '',
    say('summary-caveat'),
  ];
  return plain(lines.join('\n'));
}
