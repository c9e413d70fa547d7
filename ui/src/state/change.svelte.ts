import type {
  ChangeView,
  Choices,
  GuestReport,
  PlanView,
  Problem,
  RemedyKindView,
  ResultView,
} from '../host/contract';
import { asProblem, freshTicket, type Host } from '../host/host';

export type WayBack = 'undo' | 'continue' | 'put-back';
export type Phase = 'closed' | 'preview' | 'running' | 'result';

/** What a plan is asked for: a remedy for a guest, or a way back of a recorded change. */
export type Source =
  | { remedy: RemedyKindView; guest: string; searched: string; group: string | null }
  | { way: WayBack; change: string };

const noChoices: Choices = { address: null, groups: null, invitationLanguage: null, sendInvitation: null };
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
/** Between two looks when nothing is new: the host answers late by itself, this only guards against one that does not. */
const BREATH = 200;

/** One change: preview, progress, result. Nothing is sent but the id of the plan the person saw. */
export class Change {
  phase = $state<Phase>('closed');
  source = $state<Source | null>(null);
  plan = $state.raw<PlanView | null>(null);
  choices = $state<Choices>({ ...noChoices });
  /** A preview is being made: the one on screen is void. */
  planning = $state(false);
  typed = $state('');
  reason = $state('');
  /** `confirm` was sent and not answered yet. */
  sending = $state(false);
  stopping = $state(false);
  view = $state.raw<ChangeView | null>(null);
  problem = $state<Problem | null>(null);
  #ticket: string | null = null;
  #run: string | null = null;
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  get result(): ResultView | null {
    return this.view?.result ?? null;
  }

  /** Whether the plan on screen can be confirmed now. */
  get ready(): boolean {
    const { plan } = this;
    if (!plan?.id || plan.missing || this.planning || this.sending) return false;
    return plan.confirmText === null || this.typed.trim() !== '';
  }

  open(source: Source): Promise<void> {
    this.source = source;
    this.plan = null;
    this.view = null;
    this.choices = { ...noChoices };
    this.typed = '';
    this.reason = '';
    this.stopping = false;
    this.phase = 'preview';
    return this.preview();
  }

  /** The same once more, from its preview: what was chosen and typed stays. */
  reopen(): Promise<void> {
    if (this.phase === 'running') return Promise.resolve();
    this.#run = null;
    this.plan = null;
    this.view = null;
    this.stopping = false;
    this.phase = 'preview';
    return this.preview();
  }

  openNext(remedy: RemedyKindView, report: GuestReport, group: string | null): Promise<void> | undefined {
    if (!report.subject) return undefined;
    return this.open({ remedy, guest: report.subject.id, searched: report.searched, group });
  }

  choose(choice: Partial<Choices>): Promise<void> {
    this.choices = { ...this.choices, ...choice };
    return this.preview();
  }

  /** A new plan for the choices as they are; the newest answer counts. */
  async preview(): Promise<void> {
    const { source } = this;
    if (!source) return;
    const old = this.#ticket;
    const ticket = freshTicket();
    this.#ticket = ticket;
    this.planning = true;
    this.problem = null;
    if (old !== null) void this.#cancel(old);
    try {
      const plan = await this.#ask(source, ticket);
      if (this.#ticket === ticket) this.plan = plan;
    } catch (thrown) {
      if (this.#ticket === ticket) this.problem = asProblem(thrown);
    } finally {
      if (this.#ticket === ticket) {
        this.#ticket = null;
        this.planning = false;
      }
    }
  }

  #ask(source: Source, ticket: string): Promise<PlanView> {
    if ('remedy' in source) {
      return this.#host.call('preview', { ...source, choices: { ...this.choices }, ticket });
    }
    const { change } = source;
    switch (source.way) {
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
    this.sending = true;
    this.problem = null;
    try {
      const typed = plan.confirmText === null ? null : this.typed.trim();
      const begun = await this.#host.call('confirm', {
        plan: plan.id,
        typed,
        reason: this.reason.trim() || null,
      });
      this.#run = begun.change;
      this.phase = 'running';
    } catch (thrown) {
      this.problem = asProblem(thrown);
      return;
    } finally {
      this.sending = false;
    }
    await this.watch();
  }

  /** Reads news of the running change until it has ended. */
  async watch(): Promise<void> {
    const run = this.#run;
    if (run === null) return;
    this.problem = null;
    let after = 0;
    try {
      while (this.#run === run && this.phase === 'running') {
        const news = await this.#host.call('watch', { after });
        const fresh = news.sequence !== after;
        after = news.sequence;
        if (news.change?.id === run) this.view = news.change;
        if (this.result) this.phase = 'result';
        else if (!fresh) await pause(BREATH);
      }
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
  }

  /** Asks the running change to stop between two steps. */
  async stop(): Promise<void> {
    if (this.#run === null || this.phase !== 'running') return;
    this.stopping = true;
    await this.#cancel(this.#run);
  }

  /** Leaves the preview or the result. A running change is watched to its end, or until it is stopped. */
  close(): void {
    if (this.phase === 'running' || this.sending) return;
    if (this.#ticket !== null) void this.#cancel(this.#ticket);
    this.#ticket = null;
    this.#run = null;
    this.planning = false;
    this.phase = 'closed';
    this.source = null;
    this.plan = null;
    this.view = null;
    this.problem = null;
  }

  async #cancel(ticket: string): Promise<void> {
    try {
      await this.#host.call('cancel', { ticket });
    } catch {
      // It had ended already: then there is nothing to stop.
    }
  }
}
