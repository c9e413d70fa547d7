import { createContext } from 'svelte';
import type {
  AccountView,
  Destination,
  GuestReport,
  PracticeAnswer,
  Problem,
  RemedyView,
  Status,
} from '../host/contract';
import type { Host } from '../host/host';
import { readable } from '../host/readable';
import { Asking } from './asking.svelte';
import { Batch } from './batch.svelte';
import { Change } from './change.svelte';
import { Conflict } from './conflict.svelte';
import { Dialogs } from './dialogs.svelte';
import { Focus } from './focus';
import { Groups } from './groups.svelte';
import { HandedOver } from './handed.svelte';
import { HandOver } from './hand-over.svelte';
import { Help } from './help.svelte';
import { Journal } from './journal.svelte';
import { Keys } from './keys.svelte';
import { MyGroups } from './my-groups.svelte';
import { MessageTrace } from './message-trace.svelte';
import { PermissionRequest } from './permission-request.svelte';
import { Recent } from './recent.svelte';
import { Request } from './request.svelte';
import { SearchState } from './search-state.svelte';
import { Session, type Screen } from './session.svelte';
import { Setup, type Step } from './setup.svelte';
import { SignInFlow, type SignInChoice } from './sign-in-flow.svelte';
import { Survey, hasAllGuests } from './survey.svelte';
import { TestMessages } from './test-messages.svelte';

const who = (account: AccountView | null) => account && `${account.tenantId} ${account.userName}`;

/** Everything the window knows, and what joins its parts. */
export class AppState {
  readonly session: Session;
  readonly groups: Groups;
  readonly search: SearchState;
  readonly change: Change;
  readonly journal: Journal;
  readonly myGroups: MyGroups;
  readonly survey: Survey;
  readonly batch: Batch;
  readonly signInFlow: SignInFlow;
  readonly permission: PermissionRequest;
  readonly setup: Setup;
  readonly focus = new Focus(() => this.search.report !== null);
  readonly dialogs = new Dialogs(this);
  readonly handed = new HandedOver(this);
  readonly keys = new Keys(this);
  readonly help = new Help(this);
  readonly recent: Recent;
  readonly conflict: Conflict;
  readonly asking: Asking;
  readonly handOver: HandOver;
  readonly testMessages: TestMessages;
  readonly messageTrace: MessageTrace;
  readonly host: Host;

  constructor(asked: Host) {
    const host = readable(asked);
    this.host = host;
    this.session = new Session(host);
    this.groups = new Groups(host);
    this.search = new SearchState(host, this.groups);
    this.conflict = new Conflict(host, this.search);
    this.asking = new Asking(host, this.search);
    this.handOver = new HandOver(host, this.search, this.groups);
    this.testMessages = new TestMessages(host, this.search);
    this.messageTrace = new MessageTrace(host, this.search);
    this.change = new Change(host);
    this.journal = new Journal(host);
    this.myGroups = new MyGroups(host);
    this.survey = new Survey(host);
    this.batch = new Batch(host);
    this.signInFlow = new SignInFlow(host);
    this.permission = new PermissionRequest(host, this.messageTrace);
    this.setup = new Setup(host);
    this.recent = new Recent(this);
  }

  async start(): Promise<void> {
    const begun = await this.session.start();
    if (!this.session.wordless) void this.handed.listen();
    if (!begun) return;
    const { status } = this.session;
    if (status?.account) void this.batch.resume();
    if (status?.stored && !status.account) await this.signIn('resume', this.session.problem);
    else await this.#arrive(true);
  }

  /** Signs in to the practice organisation. */
  async practise(persona: string): Promise<void> {
    this.signInFlow.task.problem = null;
    if (await this.session.signIn(persona)) await this.#arrive(true);
  }

  /** Signs in to a real organisation. From the set-up one comes back to the set-up. */
  async signIn(method: SignInChoice, problem: Problem | null = null): Promise<void> {
    this.session.problem = problem;
    const status = await this.signInFlow.run(method);
    if (status) await this.settle(status);
    // Whether there is still something to go on with is not guessed.
    else if (method === 'resume') await this.session.refresh();
  }

  /** Takes over who is signed in now. What one person found is not another's to see. */
  async settle(status: Status): Promise<void> {
    const before = who(this.session.account);
    this.session.take(status);
    if (who(this.session.account) === before) return;
    this.#forgetGuest();
    await this.#arrive(true);
  }

  async signOut(): Promise<void> {
    if (!(await this.session.signOut())) return;
    this.#forgetGuest();
    // What could not be removed is said on the screen one comes to.
    const { problem } = this.session;
    this.#forgetProblems();
    this.session.problem = problem;
    this.session.screen = 'guest';
  }

  async startOver(): Promise<boolean> {
    if (!(await this.session.startOver())) return false;
    this.#forgetGuest();
    await this.#arrive(false);
    return true;
  }

  async #arrive(launch: boolean): Promise<void> {
    if (!this.session.account) return;
    // The address of the launch is for the first search; what was typed since comes before it.
    const address = launch && this.search.address === '' ? this.session.status?.find : null;
    if (address) this.search.address = address;
    const groups = this.groups.load();
    if (address) await this.search.find();
    await groups;
    if (this.session.screen === 'history') await this.journal.load();
    if (this.session.screen === 'groups') await this.myGroups.open();
    if (this.session.screen === 'all-guests') this.show('all-guests');
  }

  show(asked: Screen): void {
    // Somebody else may have come, who has no such screen.
    const screen = asked === 'all-guests' && !hasAllGuests(this.session.account) ? 'guest' : asked;
    if (screen !== this.session.screen) this.#forgetProblems();
    this.session.screen = screen;
    this.help.leave();
    this.myGroups.away = false;
    this.survey.away = false;
    if (screen === 'history') void this.journal.load();
    if (screen === 'groups') void this.myGroups.open();
    if (screen === 'all-guests') this.survey.open();
  }

  /** Another step of the set-up; it begins like a screen. */
  showStep(step: Step): void {
    if (step !== this.setup.step) this.#forgetProblems();
    this.setup.go(step);
  }

  /** What one person found, asked or was asked is not another's to see. */
  #forgetGuest(): void {
    const { search, asking, testMessages, messageTrace, journal, myGroups, survey, recent } = this;
    const all = [search, asking, testMessages, messageTrace, journal, myGroups, survey, recent];
    all.forEach((it) => it.forget());
    this.handOver.close();
  }

  /** A problem belongs to the act it came of, and ends with the screen of that act. */
  #forgetProblems(): void {
    const places = [this.session, this.search, this.journal, this.signInFlow.task, this.myGroups.saving];
    for (const place of places) place.problem = null;
    this.survey.forgetProblems();
    this.setup.forgetProblems();
  }

  /** Opens a page in the browser. Why it could not be opened is said where the link stands. */
  async open(destination: Destination, place: { problem: Problem | null } = this.session): Promise<void> {
    const opening = new Request<object>(this.host);
    await opening.run(() => this.host.call('open', destination));
    if (opening.problem) place.problem = opening.problem;
  }

  /** A remedy is chosen. What lacks a permission is asked for it first, and then leads on to the preview. */
  choose(remedy: RemedyView, report: GuestReport): void {
    if (remedy.availability === 'disabled') return;
    if (remedy.kind === 'resolve-conflict') return this.conflict.open(report);
    // Somebody new is invited by the address alone.
    if (!report.subject && remedy.kind !== 'invite') return;
    const source = {
      remedy: remedy.kind,
      guest: report.subject?.id ?? null,
      searched: report.searched,
      group: this.search.group,
    };
    if (remedy.permissions.length > 0) this.permission.explain(remedy.permissions, source);
    else void this.change.open(source);
  }

  async requestPermission(practice: PracticeAnswer | null = null): Promise<void> {
    const granted = await this.permission.run(practice);
    if (!granted) return;
    this.session.take(granted.status);
    const leading = granted.source === 'trace' ? this.messageTrace.look() : this.change.open(granted.source);
    await this.search.renew();
    await leading;
  }

  /** A change that Microsoft wanted a confirmation for goes back to its preview. */
  async changeAgain(): Promise<void> {
    const changed = this.change.result?.problem?.changed ?? 'no';
    const previewing = this.change.reopen();
    void this.session.refresh();
    if (changed !== 'no') await this.search.renew();
    await previewing;
  }

  /** The change dialog is left: what the screens show may be old now. */
  leaveChange(): void {
    const { change } = this;
    const ended = change.phase === 'result';
    // A preview may have seen that a way back is gone.
    const refused = change.phase === 'preview' && change.problem !== null;
    const fromGuest = change.source !== null && 'remedy' in change.source;
    const { report, problem } = change.result ?? { report: null, problem: null };
    if (change.result) this.myGroups.changed(change.result.outcome);
    change.close();
    if (refused && this.session.screen === 'history') void this.journal.load();
    if (change.phase !== 'closed' || !ended) return;
    if (report && (fromGuest || this.search.isAbout(report))) this.search.accept(report);
    // It ended without a diagnosis: what is on screen may have been changed, by this or by somebody else.
    else if (problem?.outdatesReport) void this.search.lookAgain();
    void this.session.refresh();
    if (this.session.screen === 'history') void this.journal.load();
  }
}

export const [useAppState, provideAppState] = createContext<AppState>();
