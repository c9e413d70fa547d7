import type {
  CloudView,
  Problem,
  RegistrationView,
  OrganisationView,
  SavedView,
  ScriptKind,
  Status,
  TestedPermission,
} from '../host/contract';
import { asProblem, nothing, type Host } from '../host/host';
import { Errand } from './errand.svelte';

export const steps = ['register', 'values', 'consent', 'test', 'hand-out'] as const;
export type Step = (typeof steps)[number];
/** What the file calls its values; a problem names the one it is about. */
export const fields = ['name', 'tenant', 'clientId', 'help'] as const;
export type Field = (typeof fields)[number];
/** The largest organisation file, as Rust has it: a bigger one is not even read. */
const LARGEST = 64 * 1024;

/** Preparing an organisation. Every step can be seen again, and nothing typed is lost. */
export class Setup {
  step = $state<Step>('register');
  values = $state<Record<Field, string>>({ name: '', tenant: '', clientId: '', help: '' });
  cloud = $state<Exclude<CloudView, 'custom'>>('global');
  /** A command is under way. */
  busy = $state(false);
  /** What is wrong with the opened file. */
  fileProblem = $state<Problem | null>(null);
  /** What is wrong with the step on screen. */
  problem = $state<Problem | null>(null);
  registration = $state.raw<RegistrationView | null>(null);
  script = $state.raw<{ kind: ScriptKind; text: string } | null>(null);
  link = $state<string | null>(null);
  /** The link is being made: Microsoft says where it leads. */
  linking = $state(false);
  consented = $state(false);
  tested = $state.raw<TestedPermission[] | null>(null);
  saved = $state.raw<SavedView | null>(null);
  #wanted: ScriptKind | null = null;
  readonly errand: Errand;
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    this.errand = new Errand(host);
  }

  /** An organisation that was chosen here can be made better: its values are there to begin with. */
  begin(organisation: OrganisationView | null): void {
    if (organisation?.source !== 'chosen' || fields.some((field) => this.values[field] !== '')) return;
    const { name, tenant, clientId, help, cloud } = organisation;
    this.values = { name, tenant, clientId, help: help ?? '' };
    if (cloud !== 'custom') this.cloud = cloud;
  }

  go(step: Step): void {
    this.step = step;
    this.problem = null;
    this.errand.problem = null;
  }

  /** The field the problem is about; that one is said beside it. */
  get wrong(): Field | null {
    const { problem } = this;
    if (problem?.kind !== 'bad-input' || !('field' in problem)) return null;
    return fields.find((field) => field === problem.field) ?? null;
  }

  async loadRegistration(): Promise<void> {
    if (this.registration) return;
    this.registration = await this.#try(() => this.#host.call('registration', nothing));
  }

  async loadScript(kind: ScriptKind): Promise<void> {
    this.script = null;
    const { cloud } = this;
    this.#wanted = kind;
    const made = await this.#try(() => this.#host.call('registration_script', { kind, cloud }));
    // The newest question counts.
    if (made && this.#wanted === kind && this.cloud === cloud) this.script = { kind, text: made.text };
  }

  async openFile(file: File): Promise<Status | null> {
    this.fileProblem = null;
    if (file.size > LARGEST) {
      this.fileProblem = {
        kind: 'bad-input',
        code: 'organisation-unreadable',
        what: 'too-large',
        changed: 'no',
        reference: null,
      };
      return null;
    }
    this.busy = true;
    try {
      return this.#took(await this.#host.call('open_organisation', { text: await file.text() }));
    } catch (thrown) {
      this.fileProblem = asProblem(thrown);
      return null;
    } finally {
      this.busy = false;
    }
  }

  async make(): Promise<Status | null> {
    if (this.busy) return null;
    const { name, tenant, clientId, help } = this.values;
    const ask = { name, tenant, clientId, cloud: this.cloud, help: help.trim() === '' ? null : help };
    const status = await this.#try(() => this.#host.call('make_organisation', ask));
    if (!status) return null;
    return this.#took(status);
  }

  async forget(): Promise<Status | null> {
    if (this.busy) return null;
    const status = await this.#try(() => this.#host.call('forget_organisation', nothing));
    return status && this.#took(status);
  }

  /** Another organisation: what was found out about the one before says nothing about it. */
  #took(status: Status): Status {
    this.link = null;
    this.consented = false;
    this.tested = null;
    this.saved = null;
    return status;
  }

  async showLink(): Promise<void> {
    this.link = null;
    this.linking = true;
    const made = await this.errand.ask((ticket) => this.#host.call('consent_link', { ticket }));
    this.linking = false;
    this.link = made?.text ?? null;
  }

  async askConsent(): Promise<void> {
    this.consented = false;
    const given = await this.errand.ask((ticket) => this.#host.call('ask_consent', { ticket }));
    this.consented = given !== null;
  }

  async test(): Promise<void> {
    const tested = await this.errand.ask((ticket) => this.#host.call('test_permissions', { ticket }));
    if (tested) this.tested = tested.permissions;
  }

  async save(): Promise<void> {
    if (this.busy) return;
    this.saved = await this.#try(() => this.#host.call('save_organisation', nothing));
  }

  async #try<T>(question: () => Promise<T>): Promise<T | null> {
    this.busy = true;
    this.problem = null;
    try {
      return await question();
    } catch (thrown) {
      this.problem = asProblem(thrown);
      return null;
    } finally {
      this.busy = false;
    }
  }
}
