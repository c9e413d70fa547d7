import type { GuestReport, PropertyView, ThenRow, ValueView } from '../../host/contract';

/** A property as it was when somebody asked, and as it is now. */
export interface Compared {
  name: string;
  /** What stood there, as the file says; nothing where the file does not speak of it, or spoke of it a row above. */
  then: ValueView | null;
  /** What is found now; nothing where nothing has this row any more. */
  now: PropertyView | null;
  changed: boolean;
}

/** All rows of a report, and behind them what a file that was handed over names and no row has now. */
export function compared(report: GuestReport, file: readonly ThenRow[]): Compared[] {
  const rows = report.properties;
  const of = (name: string) => rows.filter((row) => row.name === name);
  const found = rows.map((now): Compared => {
    const said = file.find((row) => row.name === now.name);
    const all = of(now.name);
    const then = said && all[0] === now ? said.value : null;
    return { name: now.name, then, now, changed: said !== undefined && differs(said.value, all) };
  });
  const gone = file.filter((row) => of(row.name).length === 0);
  return [...found, ...gone.map(({ name, value }) => ({ name, then: value, now: null, changed: true }))];
}

/** What could not be read now has not changed. */
function differs(then: ValueView, now: PropertyView[]): boolean {
  if (now.some((row) => row.value.is === 'unknown')) return false;
  const [one, ...others] = now.map((row) => row.value);
  return JSON.stringify(others.length === 0 ? one : namesOf(now)) !== JSON.stringify(then);
}

/** As the program gives what a file says of several rows. */
function namesOf(rows: PropertyView[]): ValueView {
  const name = ({ value }: PropertyView) => (value.is === 'owner' ? value.owner.displayName : '');
  return { is: 'texts', texts: rows.map(name) };
}
