import type { HandOverContents, HandOverView, HistoryEntry, Problem } from '../host/contract';
import { nothing, type Host } from '../host/host';
import type { Groups } from './groups.svelte';
import { Request } from './request.svelte';
import type { SearchState } from './search-state.svelte';

/**
 * The most of a file that is read, in bytes: more than the program takes, so that it is the program that refuses; a film
 * that was chosen by mistake is not read as a whole.
 */
const READ_AT_MOST = 512 * 1024;

/** A file that somebody handed over, and what is found today. */
export class HandOver {
  readonly opening: Request<HandOverView>;
  /** What the file says, before anything is asked of the directory. */
  readonly reading: Request<HandOverContents>;
  /** Which of its guests is open or being opened. */
  nth = $state.raw<number | null>(null);
  /** Which of them were opened. */
  opened = $state.raw<readonly number[]>([]);
  #text = '';
  readonly #host: Host;
  readonly #search: SearchState;
  readonly #groups: Groups;

  constructor(host: Host, search: SearchState, groups: Groups) {
    this.#host = host;
    this.#search = search;
    this.#groups = groups;
    this.opening = new Request(host);
    this.reading = new Request(host);
  }

  /** The file, as long as the guest it is about is on screen, or being looked up again. */
  get view(): HandOverView | null {
    const view = this.opening.data;
    const { report } = this.#search;
    return view && (report === null || report.searched === view.report.searched) ? view : null;
  }

  /** A file about several guests; nothing while there is none. */
  get several(): HandOverContents | null {
    const contents = this.reading.data;
    return contents && contents.guests.length > 1 ? contents : null;
  }

  /** There is something to show: a file, one that is being opened, or why one was refused. */
  get shown(): boolean {
    return this.opening.pending || this.problem !== null || this.view !== null;
  }

  get problem(): Problem | null {
    return this.reading.problem ?? this.opening.problem;
  }

  /** Opens a file. */
  async open(file: Blob): Promise<void> {
    await this.openText(await file.slice(0, READ_AT_MOST).text());
  }

  /** The same with the text of one. Of several guests one says who; of one everything is read afresh at once. */
  async openText(text: string): Promise<void> {
    this.close();
    this.#text = text;
    const contents = await this.reading.run(() => this.#host.call('read_hand_over', { text }));
    if (contents?.guests.length === 1) await this.openGuest(0);
    else if (contents) this.#search.clear();
  }

  /** Opens this guest of the file: everything is read afresh. */
  async openGuest(nth: number): Promise<void> {
    const ask = { text: this.#text, guest: nth };
    this.nth = nth;
    const view = await this.opening.run((ticket) => this.#host.call('open_hand_over', { ...ask, ticket }));
    if (!view) return;
    if (!this.opened.includes(nth)) this.opened = [...this.opened, nth];
    this.#search.take(view.report, this.#knownGroup(view.group));
  }

  /** Back to the guests of the file. */
  toList(): void {
    this.opening.abandon();
    this.opening.data = null;
    this.opening.problem = null;
    this.#search.clear();
  }

  close(): void {
    for (const request of [this.opening, this.reading]) {
      request.abandon();
      request.data = null;
      request.problem = null;
    }
    this.#text = '';
    this.nth = null;
    this.opened = [];
  }

  /** What was done for this guest since the file was read here; nothing when that cannot be read. */
  async done(): Promise<HistoryEntry[]> {
    const { view } = this;
    if (!view) return [];
    const { entries } = await this.#host.call('history', nothing);
    const { searched } = view.report;
    // Two moments as texts are in no order: one of them may have parts of a second.
    const since = Date.parse(view.readAt);
    return entries.filter((entry) => entry.address === searched && Date.parse(entry.at) >= since);
  }

  /** A group that is not among those one may choose is not chosen. */
  #knownGroup(group: string | null): string | null {
    return this.#groups.list.some((known) => known.id === group) ? group : null;
  }
}
