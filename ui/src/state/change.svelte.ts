import type {
  ChangeView,
  SelectionsView,
  Commands,
  FollowUp,
  GuestReport,
  PlanView,
  Problem,
  RemedyKind,
  ResultView,
} from '../host/contract';
import type { Host } from '../host/host';
import { Request, stopQuietly } from './request.svelte';

export type Phase = 'closed' | 'preview' | 'running' | 'result';

/** What a plan is asked for: a remedy for a guest, or what follows a recorded change. */
export type Source =
  | { remedy: RemedyKind; guest: string | null; searched: string; group: string | null }
  | { followUp: FollowUp; change: string };

const noChoices: SelectionsView = {
  address: null,
  groups: null,
  invitationLanguage: null,
  sendInvitation: null,
  name: null,
  message: null,
  sponsors: [],
  insist: false,
  withoutTaken: false,
};
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
/**
 * Between two questions when nothing is new, in milliseconds. The host answers late by itself; this only guards against
 * one that does not.
 */
const PAUSE = 200;

/** How long typing rests before the preview follows it, in milliseconds. */
const REST = 500;

/** One change: preview, progress, result. Nothing is sent but the id of the plan the person saw. */
export class Change {
  phase = $state<Phase>('closed');
  source = $state<Source | null>(null);
  choices = $state<SelectionsView>({ ...noChoices });
  typed = $state('');
  reason = $state('');
  stopping = $state(false);
  /** Something was typed that the preview does not show yet. */
  writing = $state(false);
  #rest: ReturnType<typeof setTimeout> | undefined;
  view = $state.raw<ChangeView | null>(null);
  /** The id of the change that was begun. */
  #begun: string | null = null;
  readonly #host: Host;
  readonly #preview: Request<PlanView>;
  readonly #confirmation: Request<Commands['confirm']['answer']>;
  readonly #progress: Request<null>;

  constructor(host: Host) {
    this.#host = host;
    this.#preview = new Request(host);
    this.#confirmation = new Request(host);
    this.#progress = new Request(host);
  }

  get plan(): PlanView | null {
    return this.#preview.data;
  }

  /** A preview is being made: the one on screen is void. */
  get planning(): boolean {
    return this.#preview.pending;
  }

  /** The confirmation was sent and not answered yet. */
  get sending(): boolean {
    return this.#confirmation.pending;
  }

  get problem(): Problem | null {
    return this.#preview.problem ?? this.#confirmation.problem ?? this.#progress.problem;
  }

  get result(): ResultView | null {
    return this.view?.result ?? null;
  }

  /** Whether the plan on screen can be confirmed now. */
  get ready(): boolean {
    const { plan } = this;
    if (!plan?.id || plan.missing || this.planning || this.sending || this.writing) return false;
    return plan.confirmText === null || this.typed.trim() !== '';
  }

  open(source: Source): Promise<void> {
    this.source = source;
    this.choices = { ...noChoices };
    this.typed = '';
    this.reason = '';
    return this.#begin();
  }

  /** The same once more, from its preview: what was chosen and typed stays. */
  reopen(): Promise<void> {
    if (this.phase === 'running') return Promise.resolve();
    return this.#begin();
  }

  #begin(): Promise<void> {
    this.#begun = null;
    this.#preview.data = null;
    this.view = null;
    this.stopping = false;
    this.phase = 'preview';
    return this.preview();
  }

  openNext(remedy: RemedyKind, report: GuestReport, group: string | null): Promise<void> | undefined {
    if (!report.subject) return undefined;
    return this.open({ remedy, guest: report.subject.id, searched: report.searched, group });
  }

  choose(choice: Partial<SelectionsView>): Promise<void> {
    // Whoever chooses something else insists on nothing yet.
    this.choices = { ...this.choices, insist: false, ...choice };
    return this.preview();
  }

  /** A new plan for the choices as they are. */
  async preview(): Promise<void> {
    const { source } = this;
    this.#rested();
    if (!source) return;
    this.#forgetProblems();
    await this.#preview.run((ticket) => this.#ask(source, ticket));
  }

  /** What is being typed is kept at once, and the preview follows when the typing rests. */
  write(choice: Partial<SelectionsView>): void {
    this.#rested();
    this.choices = { ...this.choices, ...choice };
    this.writing = true;
    this.#rest = setTimeout(() => void this.preview(), REST);
  }

  /** The typing has ended: the preview follows now. */
  async settle(): Promise<void> {
    if (this.writing) await this.preview();
  }

  #rested(): void {
    clearTimeout(this.#rest);
    this.writing = false;
  }

  #ask(source: Source, ticket: string): Promise<PlanView> {
    if ('remedy' in source) {
      return this.#host.call('preview', { ...source, choices: $state.snapshot(this.choices), ticket });
    }
    const { change } = source;
    switch (source.followUp) {
      case 'undo':
        return this.#host.call('preview_undo', { change });
      case 'continue':
        return this.#host.call('preview_continue', { change });
      case 'put-back':
        return this.#host.call('preview_put_back', { change });
    }
  }

  async confirm(): Promise<void> {
    const { plan } = this;
    if (!this.ready || !plan?.id) return;
    this.#forgetProblems();
    const ask = {
      plan: plan.id,
      typed: plan.confirmText === null ? null : this.typed.trim(),
      reason: this.reason.trim() || null,
    };
    const begun = await this.#confirmation.run(() => this.#host.call('confirm', ask));
    if (!begun) return;
    this.#begun = begun.change;
    this.phase = 'running';
    await this.watch();
  }

  /** Follows the running change until it has ended. */
  async watch(): Promise<void> {
    const begun = this.#begun;
    if (begun === null) return;
    this.#forgetProblems();
    await this.#progress.run(() => this.#follow(begun));
  }

  async #follow(begun: string): Promise<null> {
    let after = 0;
    while (this.#begun === begun && this.phase === 'running') {
      const news = await this.#host.call('watch', { after });
      const fresh = news.sequence !== after;
      after = news.sequence;
      if (news.change?.id === begun) this.view = news.change;
      if (this.result) this.phase = 'result';
      else if (!fresh) await pause(PAUSE);
    }
    return null;
  }

  /** Asks the running change to stop between two steps. */
  async stop(): Promise<void> {
    if (this.#begun === null || this.phase !== 'running') return;
    this.stopping = true;
    await stopQuietly(this.#host, this.#begun);
  }

  /** Leaves the preview or the result. A running change is followed to its end, or until it is stopped. */
  close(): void {
    if (this.phase === 'running' || this.sending) return;
    this.#rested();
    this.#preview.abandon();
    this.#preview.data = null;
    this.#begun = null;
    this.phase = 'closed';
    this.source = null;
    this.view = null;
    this.#forgetProblems();
  }

  #forgetProblems(): void {
    for (const request of [this.#preview, this.#confirmation, this.#progress]) request.problem = null;
  }
}
