import { createContext } from 'svelte';
import type { AccountView, GuestReport, OwnerView, Problem, RemedyView, Status } from '../host/contract';
import type { Host } from '../host/host';
import { Change } from './change.svelte';
import { Door, type Way } from './door.svelte';
import { Journal } from './journal.svelte';
import { Lookup } from './lookup.svelte';
import { Permission } from './permission.svelte';
import { Session, type Screen } from './session.svelte';
import { Setup } from './setup.svelte';

const who = (account: AccountView | null) => account && `${account.tenantId} ${account.userName}`;

/** Everything the window knows, and what joins its parts. */
export class Doctor {
  readonly session: Session;
  readonly lookup: Lookup;
  readonly change: Change;
  readonly journal: Journal;
  readonly door: Door;
  readonly permission: Permission;
  readonly setup: Setup;
  /** Whose ownership of an address is being explained. */
  conflict = $state.raw<OwnerView | null>(null);

  constructor(readonly host: Host) {
    this.session = new Session(host);
    this.lookup = new Lookup(host);
    this.change = new Change(host);
    this.journal = new Journal(host);
    this.door = new Door(host);
    this.permission = new Permission(host);
    this.setup = new Setup(host);
  }

  async start(): Promise<void> {
    if (!(await this.session.start())) return;
    const { status } = this.session;
    if (status?.stored && !status.account) await this.enter('resume', this.session.problem);
    else await this.#arrive(true);
  }

  async signIn(persona: string): Promise<void> {
    this.door.errand.problem = null;
    if (await this.session.signIn(persona)) await this.#arrive(true);
  }

  /** Signs in to a real organisation. From the set-up one comes back to the set-up. */
  async enter(way: Way, problem: Problem | null = null): Promise<void> {
    this.session.problem = problem;
    const status = await this.door.enter(way);
    if (status) await this.settle(status);
    // Whether there is still something to go on with is not guessed.
    else if (way === 'resume') await this.session.refresh();
  }

  /** Takes over who is signed in now. What one person found is not another's to see. */
  async settle(status: Status): Promise<void> {
    const before = who(this.session.account);
    this.session.take(status);
    if (who(this.session.account) === before) return;
    this.lookup.forget();
    await this.#arrive(true);
  }

  async signOut(): Promise<void> {
    if (!(await this.session.signOut())) return;
    this.lookup.forget();
    this.session.screen = 'guest';
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

  show(screen: Screen): void {
    this.session.screen = screen;
    if (screen === 'history') void this.journal.load();
  }

  /** A remedy is pressed. What lacks a permission is asked for it first, and then leads on to the preview. */
  press(remedy: RemedyView, report: GuestReport): void {
    if (remedy.availability === 'disabled') return;
    if (remedy.kind === 'resolve-conflict') {
      this.conflict = report.owner;
      return;
    }
    if (!report.subject) return;
    const source = {
      remedy: remedy.kind,
      guest: report.subject.id,
      searched: report.searched,
      group: this.lookup.group,
    };
    if (remedy.permissions.length > 0) this.permission.want(remedy.permissions, source);
    else void this.change.open(source);
  }

  async permit(): Promise<void> {
    const granted = await this.permission.ask();
    if (!granted) return;
    this.session.take(granted.status);
    const previewing = this.change.open(granted.source);
    await this.lookup.renew();
    await previewing;
  }

  /** A change that Microsoft wanted a confirmation for goes back to its preview. */
  async changeAgain(): Promise<void> {
    const changed = this.change.result?.problem?.changed ?? 'no';
    const previewing = this.change.reopen();
    void this.session.refresh();
    if (changed !== 'no') await this.lookup.renew();
    await previewing;
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
