import type { GuestReport, Problem } from '../host/contract';
import type { Host } from '../host/host';
import { Checks } from './checks.svelte';
import type { Groups } from './groups.svelte';
import { Request } from './request.svelte';

interface Asked {
  address: string;
  group: string | null;
  guest: string | null;
}

/** The Guest screen: what was typed, and what was found. What was typed is never lost. */
export class SearchState {
  address = $state('');
  report = $state.raw<GuestReport | null>(null);
  /** What was asked about the guest on screen. */
  readonly checks = new Checks();
  #asked = $state.raw<Asked | null>(null);
  readonly #host: Host;
  readonly #groups: Groups;
  readonly #search: Request<GuestReport>;
  readonly #renewal: Request<GuestReport>;

  constructor(host: Host, groups: Groups) {
    this.#host = host;
    this.#groups = groups;
    this.#search = new Request(host);
    this.#renewal = new Request(host);
  }

  /** The address being looked for, while it is. */
  get loading(): string | null {
    return this.#search.pending ? (this.#asked?.address.trim() ?? null) : null;
  }

  get problem(): Problem | null {
    return this.#search.problem;
  }

  set problem(problem: Problem | null) {
    this.#search.problem = problem;
  }

  find(guest: string | null = null): Promise<void> {
    return this.#run({ address: this.address, group: this.#groups.chosen, guest });
  }

  /** The last question once more, as it was. */
  async repeat(): Promise<void> {
    if (this.#asked) await this.#run(this.#asked);
    if (this.#groups.missing) await this.#groups.load();
  }

  /** What is on screen is no longer so: it is looked up again, whatever was typed since. */
  async again(): Promise<void> {
    if (!this.report) return;
    await this.#run({ address: this.report.searched, group: this.#groups.chosen, guest: null });
  }

  /** This guest is looked for, whatever was typed since. */
  async look(address: string, guest: string | null): Promise<void> {
    if (this.address.trim() === '') this.address = address;
    await this.#run({ address, group: this.#groups.chosen, guest });
  }

  async #run(asked: Asked): Promise<void> {
    this.#renewal.abandon();
    this.#asked = asked;
    this.report = null;
    this.checks.clear();
    const report = await this.#search.run((ticket) => this.#host.call('find', { ...asked, ticket }));
    if (report) this.report = report;
  }

  /** What may be done is another now, what was found is not: it stays on screen until the new report is there. */
  async renew(): Promise<void> {
    const { report } = this;
    if (!report?.subject || this.#search.pending || this.#renewal.pending) return;
    const ask = { address: report.searched, group: this.#groups.chosen, guest: report.subject.id };
    const fresh = await this.#renewal.run((ticket) => this.#host.call('find', { ...ask, ticket }));
    // Without an answer, what is on screen is as true as it was.
    if (fresh) this.report = fresh;
  }

  /** Asks the search to stop; its own answer then says that it did. */
  cancel(): Promise<void> {
    return this.#search.cancel();
  }

  /** The diagnosis made after a change replaces the one on screen. */
  accept(report: GuestReport): void {
    this.#show(report);
    if (this.address.trim() === '') this.address = report.searched;
  }

  /** Somebody else signed in: what one person found is not another's to see. What was typed stays. */
  forget(): void {
    this.#asked = null;
    this.#show(null);
    this.#groups.forget();
  }

  #show(report: GuestReport | null): void {
    this.#search.abandon();
    this.#renewal.abandon();
    this.report = report;
    this.problem = null;
    this.checks.clear();
  }
}
