import type { BatchPlanView, BatchView, Commands, Problem, RemedyKind } from '../host/contract';
import type { Host } from '../host/host';
import { Request, stopQuietly } from './request.svelte';

export type BatchStage = 'closed' | 'preview' | 'running' | 'ended';

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
/**
 * Between two questions when nothing is new, in milliseconds. The host answers late by itself; this only guards against
 * one that does not.
 */
const PAUSE = 200;

/** The most guests of one batch; the program holds to it too. */
export const MOST_AT_ONCE = 500;

/** Many guests with one look and one confirmation. Nothing is sent but the id of the plan the person saw. */
export class Batch {
  stage = $state<BatchStage>('closed');
  remedy = $state.raw<RemedyKind | null>(null);
  /** The number that was typed to confirm. */
  typed = $state('');
  reason = $state('');
  /** Only guests of the preview with this in their name or address are shown. */
  filter = $state('');
  stopping = $state(false);
  /** How far the reading, or the batch, is. */
  view = $state.raw<BatchView | null>(null);
  #guests: readonly string[] = [];
  /** The batch that was begun. */
  #begun: string | null = null;
  readonly #host: Host;
  readonly #preview: Request<BatchPlanView>;
  readonly #confirmation: Request<Commands['confirm_batch']['answer']>;
  readonly #progress: Request<Commands['watch_batch']['answer'] | null>;
  readonly #going: Request<object>;

  constructor(host: Host) {
    this.#host = host;
    this.#preview = new Request(host);
    this.#confirmation = new Request(host);
    this.#progress = new Request(host);
    this.#going = new Request(host);
  }

  get plan(): BatchPlanView | null {
    return this.#preview.data;
  }

  /** The guests are being read. */
  get reading(): boolean {
    return this.#preview.pending;
  }

  /** The reading was asked to stop. */
  get stoppingToRead(): boolean {
    return this.#preview.stopping;
  }

  /** The confirmation was sent and not answered yet. */
  get sending(): boolean {
    return this.#confirmation.pending;
  }

  /** It was said that it is to go on, and not answered yet. */
  get goingOn(): boolean {
    return this.#going.pending;
  }

  get problem(): Problem | null {
    const all = [this.#preview, this.#confirmation, this.#progress, this.#going];
    return all.find((request) => request.problem !== null)?.problem ?? null;
  }

  /** Whether the number is the one that is asked for. The program compares it too. */
  get typedRight(): boolean {
    const asked = this.plan?.confirmNumber ?? null;
    return asked === null || this.typed.trim() === String(asked);
  }

  get ready(): boolean {
    return !!this.plan?.id && !this.reading && !this.sending && this.typedRight;
  }

  open(remedy: RemedyKind, guests: readonly string[]): Promise<void> {
    this.remedy = remedy;
    this.#guests = guests.slice(0, MOST_AT_ONCE);
    this.typed = '';
    this.reason = '';
    this.stage = 'preview';
    return this.preview();
  }

  /** Reads the guests, and shows how far that is. */
  async preview(): Promise<void> {
    const { remedy } = this;
    if (remedy === null) return;
    this.#forgetProblems();
    this.#preview.data = null;
    this.view = null;
    this.typed = '';
    this.filter = '';
    const guests = [...this.#guests];
    await this.#preview.run((ticket) => {
      const answer = this.#host.call('preview_batch', { remedy, guests, ticket });
      void this.#watchReading(ticket);
      return answer;
    });
  }

  /** How far it is. That it cannot be told is no reason to stop: the preview comes, or says why not. */
  async #watchReading(ticket: string): Promise<void> {
    let after = 0;
    try {
      while (this.reading) {
        const news = await this.#host.call('watch_batch', { after });
        if (!this.reading) return;
        if (news.batch?.id === ticket) this.view = news.batch;
        if (news.sequence === after) await pause(PAUSE);
        after = news.sequence;
      }
    } catch {
      this.view = null;
    }
  }

  /** Stops the reading; its own answer then says that it did. */
  stopReading(): Promise<void> {
    return this.#preview.cancel();
  }

  async confirm(): Promise<void> {
    const { plan } = this;
    if (!this.ready || !plan?.id) return;
    this.#forgetProblems();
    const ask = {
      plan: plan.id,
      typed: plan.confirmNumber === null ? null : this.typed.trim(),
      reason: this.reason.trim() || null,
    };
    const begun = await this.#confirmation.run(() => this.#host.call('confirm_batch', ask));
    if (!begun) return;
    this.#begun = begun.batch;
    this.view = null;
    this.stopping = false;
    this.stage = 'running';
    await this.watch();
  }

  /**
   * Comes back to the batch that is under way, if there is one: the window was loaded anew meanwhile. Where nobody can
   * tell, there is nothing to come back to; a second batch is refused as long as the first one runs.
   */
  async resume(): Promise<void> {
    const update = await this.#progress.run(() => this.#host.call('watch_batch', { after: 0 }));
    const batch = update?.batch;
    if (!batch || this.stage !== 'closed' || (batch.phase !== 'running' && batch.phase !== 'asking')) return;
    this.#begun = batch.id;
    this.remedy = batch.remedy;
    this.view = batch;
    this.stopping = false;
    this.stage = 'running';
    await this.watch();
  }

  /** Follows the batch until it has ended. */
  async watch(): Promise<void> {
    const begun = this.#begun;
    if (begun === null) return;
    this.#forgetProblems();
    await this.#progress.run(() => this.#follow(begun));
  }

  async #follow(begun: string): Promise<null> {
    let after = 0;
    while (this.#begun === begun && this.stage === 'running') {
      const news = await this.#host.call('watch_batch', { after });
      const fresh = news.sequence !== after;
      after = news.sequence;
      if (news.batch?.id === begun) this.view = news.batch;
      const phase = this.view?.phase;
      if (phase === 'done' || phase === 'stopped') this.stage = 'ended';
      else if (!fresh) await pause(PAUSE);
    }
    return null;
  }

  /** Asks it to stop between two guests. */
  async stop(): Promise<void> {
    if (this.#begun === null || this.stage !== 'running' || this.stopping) return;
    this.stopping = true;
    await stopQuietly(this.#host, this.#begun);
  }

  /** It stopped and asked: it goes on. */
  async goOn(): Promise<void> {
    const batch = this.#begun;
    if (batch === null || this.goingOn) return;
    await this.#going.run(() => this.#host.call('continue_batch', { batch }));
  }

  /** Leaves the preview or the end. A running batch is followed to its end, or until it is stopped. */
  close(): void {
    if (this.stage === 'running' || this.sending) return;
    this.#preview.abandon();
    this.#preview.data = null;
    this.#begun = null;
    this.#guests = [];
    this.remedy = null;
    this.view = null;
    this.stage = 'closed';
    this.#forgetProblems();
  }

  #forgetProblems(): void {
    for (const request of [this.#preview, this.#confirmation, this.#progress, this.#going])
      request.problem = null;
  }
}
