import type {
  AccountView,
  RoleKind,
  SavedView,
  SurveyDepth,
  SurveyForm,
  SurveyNews,
  SurveyView,
} from '../host/contract';
import { asProblem, nothing, type Host } from '../host/host';
import type { Problem } from '../host/contract';
import { Request } from './request.svelte';
import { SurveyList } from './survey-list.svelte';

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
/**
 * Between two questions when nothing is new, in milliseconds. The host answers late by itself; this only guards against
 * one that does not.
 */
const PAUSE = 200;

/**
 * Who looks after guests of the whole organisation: whoever owns groups has theirs, a guest looks at nobody. A member may
 * have a role that does not show, and reads all guests with or without one.
 */
const looksAfterAll: Record<RoleKind, boolean> = {
  'global-administrator': true,
  'user-administrator': true,
  'guest-inviter': true,
  reader: true,
  other: true,
  'group-owner': false,
  member: true,
  guest: false,
};

/** Whether somebody has the screen of all guests. */
export const hasAllGuests = (account: AccountView | null): boolean =>
  account !== null && looksAfterAll[account.role.kind];

/** The check of all guests. In the code it is a survey: a check is a question of the article. */
export class Survey {
  view = $state.raw<SurveyView | null>(null);
  /** It was asked how it stands, and answered. */
  known = $state(false);
  /** Why there is no news. */
  problem = $state.raw<Problem | null>(null);
  /** How deep the next one looks. */
  depth = $state<SurveyDepth>('quick');
  /** Another one is about to be begun, in place of what is on screen. */
  choosing = $state(false);
  /** The summary lies open. */
  summing = $state(false);
  /** Where one is in the list, and whom one went to look at from it: reading goes on there. */
  at = $state.raw<string | null>(null);
  /** One is at the guest's own screen, and can come back from it. */
  away = $state(false);
  readonly list = new SurveyList();
  readonly acting: Request<object>;
  readonly saving: Request<SavedView>;
  #after = 0;
  /** Who listens: whoever listened before hears nothing any more. */
  #listening: object | null = null;
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    this.acting = new Request(host);
    this.saving = new Request(host);
  }

  /** Listens from now on, whatever screen one is at. */
  open(): void {
    if (this.#listening) return;
    const mine = {};
    this.#listening = mine;
    this.problem = null;
    void this.#listen(mine);
  }

  async #listen(mine: object): Promise<void> {
    try {
      while (this.#listening === mine) {
        const after = this.#after;
        const news = await this.#newsSince(after);
        if (this.#listening !== mine) return;
        if (news) this.#take(news);
        if (!news || (news.sequence === after && !news.more)) await pause(PAUSE);
      }
    } catch (thrown) {
      if (this.#listening !== mine) return;
      this.#listening = null;
      this.problem = asProblem(thrown);
    }
  }

  /** The news; none where the question ended with a sign-in that another took the place of, as after a permission. */
  async #newsSince(after: number): Promise<SurveyNews | null> {
    try {
      return await this.#host.call('survey', { id: this.view?.id ?? null, after });
    } catch (thrown) {
      if (asProblem(thrown).kind === 'cancelled') return null;
      throw thrown;
    }
  }

  #take({ sequence, survey, guests, more }: SurveyNews): void {
    if (survey?.id !== this.view?.id) {
      this.list.clear();
      this.at = null;
      this.choosing = false;
      this.summing = false;
    }
    this.#after = sequence;
    this.view = survey;
    this.known = true;
    this.list.settled = !more && (survey?.phase === 'done' || survey?.phase === 'stopped');
    this.list.take(guests, more);
  }

  /** Looks at all guests. What was found before is replaced when the first news of it comes. */
  start(): Promise<void> {
    const { depth } = this;
    return this.#act(() => this.#host.call('start_survey', { depth }));
  }

  pause(): Promise<void> {
    return this.#act(() => this.#host.call('pause_survey', nothing));
  }

  resume(): Promise<void> {
    return this.#act(() => this.#host.call('resume_survey', nothing));
  }

  /** Ends it with what was read. */
  stop(): Promise<void> {
    return this.#act(() => this.#host.call('stop_survey', nothing));
  }

  /** Removes from this computer what was found. */
  remove(): Promise<void> {
    return this.#act(() => this.#host.call('forget_survey', nothing));
  }

  async #act(question: () => Promise<object>): Promise<void> {
    if (this.acting.pending) return;
    await this.acting.run(question);
    // Without news nobody would see what came of it.
    this.open();
  }

  /** Saves these guests, in this order. */
  async save(form: SurveyForm, guests: string[]): Promise<void> {
    if (this.saving.pending) return;
    this.saving.data = null;
    await this.saving.run(() => this.#host.call('save_survey', { guests, form }));
  }

  /** Why what was asked for last was not done is no longer told. */
  forgetProblems(): void {
    this.acting.problem = null;
    this.saving.problem = null;
  }

  /** Somebody else signed in: what one person found is not another's to see. */
  forget(): void {
    this.#listening = null;
    this.#after = 0;
    for (const request of [this.acting, this.saving]) {
      request.abandon();
      request.data = null;
      request.problem = null;
    }
    this.view = null;
    this.known = false;
    this.problem = null;
    this.choosing = false;
    this.summing = false;
    this.at = null;
    this.away = false;
    this.list.clear();
    this.list.showAll();
  }
}
