import type { GuestReport, Problem } from '../host/contract';
import type { Host } from '../host/host';
import { Checks } from './checks.svelte';
import type { Groups } from './groups.svelte';
import { Reasons } from './reasons.svelte';
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
  /** How many searches there were: what was opened for one is no longer about the next. */
  begun = $state(0);
  /** What was asked about the guest on screen. */
  readonly checks = new Checks();
  /** How we know it, beside it. */
  readonly reasons = new Reasons(this);
  #asked = $state.raw<Asked | null>(null);
  /** Whom the report is about: the address as it was typed, and as it was understood. */
  #shown: readonly string[] = [];
  /** Whom was asked for by id or user name, or chosen of several: looked at again by that id. */
  #chosen: string | null = null;
  /** Whom the chosen group was last looked at for; nothing while it is meant for whoever is looked up next. */
  #groupOf: readonly string[] | null = null;
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

  /** The group that what is on screen is about. */
  get group(): string | null {
    return this.#asked ? this.#asked.group : this.#groups.chosen;
  }

  /** The group that whoever has this address was last looked at for. */
  groupFor(address: string): string | null {
    return this.report?.searched === address ? this.group : null;
  }

  /** A group that was chosen for somebody else is let go of. */
  find(guest: string | null = null): Promise<void> {
    if (this.#groupOf !== null && !this.#isTyped(this.#groupOf)) this.#groups.chosen = null;
    return this.#run({ address: this.address, group: this.#groups.chosen, guest });
  }

  /** The last question once more, as it was. */
  async repeat(): Promise<void> {
    if (this.#asked) await this.#run(this.#asked);
    if (this.#groups.missing) await this.#groups.load();
  }

  /**
   * Another group: whoever is on screen, or being looked up, is looked at again for it. While somebody else is being
   * typed it waits for them.
   */
  async chooseGroup(group: string | null): Promise<void> {
    if (group === this.#groups.chosen) return;
    this.#groups.chosen = group;
    this.#groupOf = null;
    const asked = this.#asked;
    if (this.report && this.#isTyped(this.#shown))
      await this.#run(this.#same(this.report, group), this.#shown);
    else if (this.#search.pending && asked && this.#isTyped([asked.address]))
      await this.#run({ ...asked, group });
  }

  /** The same guest once more, whatever was typed since. */
  async lookAgain(): Promise<void> {
    if (this.report) await this.#run(this.#same(this.report, this.group), this.#shown);
  }

  /** What would be asked to look at the same once more; nothing while there is nothing on screen. */
  same(): Asked | null {
    return this.report && this.#same(this.report, this.group);
  }

  /**
   * What is asked about whom the report is about. Who was chosen of several stays chosen, and who was found by id or
   * user name: others may have their address.
   */
  #same(report: GuestReport, group: string | null): Asked {
    const chosen = this.#chosen;
    return { address: report.searched, group, guest: chosen && (report.subject?.id ?? chosen) };
  }

  /** Whether one of these is what is typed now. */
  #isTyped(addresses: readonly string[]): boolean {
    const plain = (address: string) => address.trim().toLowerCase();
    return addresses.some((address) => plain(address) === plain(this.address));
  }

  /** This guest is looked for, whatever was typed since. */
  async look(address: string, guest: string | null): Promise<void> {
    if (this.address.trim() === '') this.address = address;
    await this.#run({ address, group: this.#groups.chosen, guest });
  }

  /** A guest of a list is looked up, with its group chosen where it is the list of one: as if somebody had typed it. */
  async lookIn(address: string, group: string | null, guest: string): Promise<void> {
    this.address = address;
    await this.#run({ address, group, guest });
  }

  /** `typed`: as what whom it is about may stand in the field. */
  async #run(asked: Asked, typed: readonly string[] = [asked.address]): Promise<void> {
    this.#renewal.abandon();
    this.#asked = asked;
    this.begun += 1;
    this.report = null;
    const report = await this.#search.run((ticket) => this.#host.call('find', { ...asked, ticket }));
    if (!report) return;
    this.report = report;
    this.#chosen = report.chosen;
    // Until there is an answer the group is not used up: a mistyped address is no guest of its own.
    this.#shown = typed.includes(report.searched) ? typed : [...typed, report.searched];
    this.#groupOf = this.#shown;
  }

  /** What may be done is another now, what was found is not: it stays on screen until the new report is there. */
  async renew(): Promise<void> {
    const { report } = this;
    if (!report?.subject || this.#search.pending || this.#renewal.pending) return;
    const ask = { address: report.searched, group: this.group, guest: report.subject.id };
    const fresh = await this.#renewal.run((ticket) => this.#host.call('find', { ...ask, ticket }));
    // Without an answer, what is on screen is as true as it was.
    if (fresh) this.report = fresh;
  }

  /** Asks the search to stop; its own answer then says that it did. */
  cancel(): Promise<void> {
    return this.#search.cancel();
  }

  /** What was found for a file that somebody handed over is on screen now, as if it had been searched for. */
  take(report: GuestReport, group: string | null): void {
    this.#show(report);
    this.begun += 1;
    this.address = report.searched;
    this.#groups.chosen = group;
    this.#asked = { address: report.searched, group, guest: report.chosen };
    this.#chosen = report.chosen;
    this.#shown = [report.searched];
    this.#groupOf = this.#shown;
  }

  /** The diagnosis made after a change replaces the one on screen. */
  accept(report: GuestReport): void {
    this.#show(report);
    if (!this.#shown.includes(report.searched)) this.#shown = [report.searched];
    if (this.address.trim() === '') this.address = report.searched;
  }

  /** Whether a report is about whom is on screen, or would be. */
  isAbout(report: GuestReport): boolean {
    const shown = this.report;
    if (shown === null || shown.searched === report.searched) return true;
    return shown.subject !== null && shown.subject.id === report.subject?.id;
  }

  /** Nobody is on screen any more, and nobody typed: somebody is chosen from a list. */
  clear(): void {
    this.#asked = null;
    this.begun += 1;
    this.#show(null);
    this.address = '';
  }

  /** Somebody else signed in: what one person found is not another's to see. What was typed stays. */
  forget(): void {
    this.#asked = null;
    this.begun += 1;
    this.checks.clear();
    this.#show(null);
    this.#groups.forget();
  }

  #show(report: GuestReport | null): void {
    this.#search.abandon();
    this.#renewal.abandon();
    this.report = report;
    this.problem = null;
  }
}
