import type { SurveyNews, SurveyView, SurveyedGuest } from '../src/host/contract';
import { ScriptedHost, signedIn } from './scripted-host';

/** A survey that is done, of two guests unless the story says otherwise. */
export const view = (more: Partial<SurveyView> = {}): SurveyView => ({
  id: 's1',
  depth: 'quick',
  phase: 'done',
  way: 'candidates',
  startedAt: '2026-11-22T21:39:00Z',
  seenAt: '2026-11-22T21:40:00Z',
  seconds: 41,
  total: 1284,
  read: 52,
  found: 52,
  examined: 52,
  secondsLeft: null,
  wait: null,
  problem: null,
  since: null,
  ...more,
});

/** Somebody who was found, by their name. */
export const found = (name: string, more: Partial<SurveyedGuest> = {}): SurveyedGuest => ({
  id: name.toLowerCase(),
  displayName: name,
  address: `${name.toLowerCase()}@fabrikam.nl`,
  typed: `${name.toLowerCase()}@fabrikam.nl`,
  cause: 'main-address-missing',
  inTheWay: null,
  groups: ['Sales NL'],
  guestSince: '2025-02-20T10:00:00Z',
  new: false,
  together: 'set-mail',
  repaired: false,
  ...more,
});

/** Somebody whose address a contact has. */
export const conflict = (name: string, more: Partial<SurveyedGuest> = {}): SurveyedGuest =>
  found(name, { cause: 'owned-by-contact', inTheWay: `${name} (contact)`, together: null, ...more });

/** A host whose news of the survey come when the story says so; what it was asked is remembered. */
export class SurveyHost extends ScriptedHost {
  #news: SurveyNews[] = [];
  #waiting: ((news: SurveyNews) => void) | null = null;
  #sequence = 0;

  constructor(account = signedIn()) {
    super();
    this.answers('status', account)
      .answers('groups', { groups: [] })
      .answers('cancel', {})
      .answers('survey', () => this.#next());
    for (const act of [
      'start_survey',
      'pause_survey',
      'resume_survey',
      'stop_survey',
      'forget_survey',
    ] as const)
      this.answers(act, {});
  }

  #next(): SurveyNews | Promise<SurveyNews> {
    const first = this.#news.shift();
    if (first) return first;
    return new Promise((resolve) => (this.#waiting = resolve));
  }

  /** There is news. */
  tells(survey: SurveyView | null, guests: SurveyedGuest[] = [], more = false): this {
    this.#sequence += 1;
    const news = { sequence: this.#sequence, survey, guests, more };
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting) waiting(news);
    else this.#news.push(news);
    return this;
  }
}
