import { createContext } from 'svelte';
import type { GuestReport, OwnerView } from '../host/contract';
import type { Host } from '../host/host';
import { Change } from './change.svelte';
import { Journal } from './journal.svelte';
import { Lookup } from './lookup.svelte';
import { Session } from './session.svelte';

/** Everything the window knows, and what joins its parts. */
export class Doctor {
  readonly session: Session;
  readonly lookup: Lookup;
  readonly change: Change;
  readonly journal: Journal;
  /** Whose ownership of an address is being explained. */
  conflict = $state.raw<OwnerView | null>(null);

  constructor(readonly host: Host) {
    this.session = new Session(host);
    this.lookup = new Lookup(host);
    this.change = new Change(host);
    this.journal = new Journal(host);
  }

  async start(): Promise<void> {
    if (await this.session.start()) await this.#arrive(true);
  }

  async signIn(persona: string): Promise<void> {
    if (await this.session.signIn(persona)) await this.#arrive(true);
  }

  async signOut(): Promise<void> {
    if (await this.session.signOut()) this.lookup.forget();
  }

  async startOver(): Promise<boolean> {
    if (!(await this.session.startOver())) return false;
    this.lookup.forget();
    await this.#arrive(false);
    return true;
  }

  async #arrive(launch: boolean): Promise<void> {
    if (!this.session.account) return;
    // The address of the launch is for the first look; what was typed since comes before it.
    const address = launch && this.lookup.address === '' ? this.session.status?.find : null;
    if (address) this.lookup.address = address;
    const groups = this.lookup.loadGroups();
    if (address) await this.lookup.find();
    await groups;
    if (this.session.screen === 'history') await this.journal.load();
  }

  show(screen: 'guest' | 'history'): void {
    this.session.screen = screen;
    if (screen === 'history') void this.journal.load();
  }

  /** The change dialog is left: what the screens show may be old now. */
  leaveChange(): void {
    const { change } = this;
    const ended = change.phase === 'result';
    const fromGuest = change.source !== null && 'remedy' in change.source;
    const report = change.result?.report ?? null;
    const problem = change.result?.problem ?? null;
    change.close();
    if (change.phase !== 'closed' || !ended) return;
    if (report && (fromGuest || this.#isAbout(report))) this.lookup.accept(report);
    // It ended without a diagnosis: what is on screen may have been changed, by this or by somebody else.
    else if (problem && (problem.changed !== 'no' || problem.kind === 'conflict')) void this.lookup.again();
    void this.session.refresh();
    if (this.session.screen === 'history') void this.journal.load();
  }

  #isAbout(report: GuestReport): boolean {
    const shown = this.lookup.report;
    return (
      shown === null ||
      shown.searched === report.searched ||
      (shown.subject !== null && shown.subject.id === report.subject?.id)
    );
  }
}

export const [useDoctor, setDoctor] = createContext<Doctor>();
