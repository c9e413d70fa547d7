import type {
  MicrosoftCloud,
  OrganisationView,
  Problem,
  SavedView,
  Status,
  TestedPermission,
} from '../host/contract';
import { nothing, type Host } from '../host/host';
import { PendingTask } from './pending-task.svelte';
import { Registration } from './registration.svelte';
import { Request, type Question } from './request.svelte';

export const steps = ['register', 'values', 'consent', 'test', 'hand-out'] as const;
export type Step = (typeof steps)[number];
/** What the file calls its values; a problem names the one it is about. */
export const fields = ['name', 'tenant', 'clientId', 'help'] as const;
export type Field = (typeof fields)[number];
/**
 * The most of a file that is read, in bytes. No limit on organisation files, which the program sets and which is far
 * below: a film that was chosen by mistake is not read as a whole only to be refused.
 */
const READ_AT_MOST = 128 * 1024;

/** Preparing an organisation. Every step can be seen again, and nothing typed is lost. */
export class Setup {
  step = $state<Step>('register');
  values = $state<Record<Field, string>>({ name: '', tenant: '', clientId: '', help: '' });
  cloud = $state<MicrosoftCloud>('global');
  link = $state<string | null>(null);
  /** The link is being made: Microsoft says where it leads. */
  linking = $state(false);
  consented = $state(false);
  tested = $state.raw<TestedPermission[] | null>(null);
  readonly registration: Registration;
  readonly task: PendingTask;
  readonly #host: Host;
  readonly #command: Request<Status>;
  readonly #saving: Request<SavedView>;
  readonly #file: Request<Status>;

  constructor(host: Host) {
    this.#host = host;
    this.registration = new Registration(host);
    this.task = new PendingTask(host);
    this.#command = new Request(host);
    this.#saving = new Request(host);
    this.#file = new Request(host);
  }

  /** A command is under way. */
  get busy(): boolean {
    const { registration } = this;
    return [this.#command, this.#saving, this.#file, registration].some((it) => it.pending);
  }

  /** What is wrong with the step on screen. */
  get problem(): Problem | null {
    return this.#command.problem ?? this.#saving.problem ?? this.registration.problem;
  }

  /** What is wrong with the opened file. */
  get fileProblem(): Problem | null {
    return this.#file.problem;
  }

  set fileProblem(problem: Problem | null) {
    this.#file.problem = problem;
  }

  get saved(): SavedView | null {
    return this.#saving.data;
  }

  /** An organisation that was chosen here can be made better: its values are there to begin with. */
  begin(organisation: OrganisationView | null): void {
    if (organisation?.source !== 'chosen' || fields.some((field) => this.values[field] !== '')) return;
    const { name, tenant, clientId, help, cloud } = organisation;
    this.values = { name, tenant, clientId, help: help ?? '' };
    if (cloud !== null) this.cloud = cloud;
  }

  go(step: Step): void {
    this.step = step;
    this.#forgetProblems();
    this.task.problem = null;
  }

  /** The set-up was left: nothing that went wrong in it stands there when one comes back. */
  forgetProblems(): void {
    this.#forgetProblems();
    this.task.problem = null;
    this.fileProblem = null;
  }

  /** The field the problem is about; that one is said beside it. */
  get wrong(): Field | null {
    const named = this.#wrong;
    return fields.find((field) => field === named) ?? null;
  }

  get cloudWrong(): boolean {
    return this.#wrong === 'cloud';
  }

  get #wrong(): string | null {
    const { problem } = this;
    return problem?.kind === 'bad-input' && 'field' in problem ? problem.field : null;
  }

  async openFile(file: File): Promise<Status | null> {
    return this.#took(
      await this.#file.run(async () => {
        const text = await file.slice(0, READ_AT_MOST).text();
        return this.#host.call('open_organisation', { text });
      }),
    );
  }

  async make(): Promise<Status | null> {
    const { name, tenant, clientId, help } = this.values;
    const ask = { name, tenant, clientId, cloud: this.cloud, help: help.trim() === '' ? null : help };
    return this.#run(() => this.#host.call('make_organisation', ask));
  }

  forget(): Promise<Status | null> {
    return this.#run(() => this.#host.call('forget_organisation', nothing));
  }

  async #run(question: Question<Status>): Promise<Status | null> {
    if (this.busy) return null;
    this.#forgetProblems();
    return this.#took(await this.#command.run(question));
  }

  /** Another organisation: what was found out about the one before says nothing about it. */
  #took(status: Status | null): Status | null {
    if (!status) return null;
    this.link = null;
    this.consented = false;
    this.tested = null;
    this.#saving.data = null;
    return status;
  }

  async showLink(): Promise<void> {
    this.link = null;
    this.linking = true;
    const made = await this.task.run((ticket) => this.#host.call('consent_link', { ticket }));
    this.linking = false;
    this.link = made?.text ?? null;
  }

  async askConsent(): Promise<void> {
    this.consented = false;
    const given = await this.task.run((ticket) => this.#host.call('ask_consent', { ticket }));
    this.consented = given !== null;
  }

  async test(): Promise<void> {
    const tested = await this.task.run((ticket) => this.#host.call('test_permissions', { ticket }));
    if (tested) this.tested = tested.permissions;
  }

  async save(): Promise<void> {
    if (this.busy) return;
    this.#forgetProblems();
    const saved = await this.#saving.run(() => this.#host.call('save_organisation', nothing));
    if (!saved) this.#saving.data = null;
  }

  #forgetProblems(): void {
    this.#command.problem = null;
    this.#saving.problem = null;
    this.registration.forgetProblem();
  }
}
