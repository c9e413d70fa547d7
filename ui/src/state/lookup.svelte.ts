import type { CheckKind, Destination, GroupChoice, GuestReport, Problem } from '../host/contract';
import { asProblem, freshTicket, nothing, type Host } from '../host/host';

/** The Guest screen: what was typed, and what was found. What was typed is never lost. */
export class Lookup {
  address = $state('');
  group = $state<string | null>(null);
  groups = $state<GroupChoice[]>([]);
  groupsMissing = $state(false);
  report = $state.raw<GuestReport | null>(null);
  problem = $state<Problem | null>(null);
  /** The address being looked for, while it is. */
  seeking = $state<string | null>(null);
  /** What the person asked the guest about. */
  ticked = $state<CheckKind[]>([]);
  #ticket: string | null = null;
  #asked: { address: string; group: string | null; guest: string | null } | null = null;
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  async loadGroups(): Promise<void> {
    try {
      this.groups = (await this.#host.call('groups', nothing)).groups;
      this.groupsMissing = false;
    } catch {
      this.groups = [];
      this.groupsMissing = true;
    }
    if (!this.groups.some((group) => group.id === this.group)) this.group = null;
  }

  find(guest: string | null = null): Promise<void> {
    return this.#seek(this.address, guest);
  }

  /** The last question once more, as it was. */
  async repeat(): Promise<void> {
    if (this.#asked) await this.#seek(this.#asked.address, this.#asked.guest, this.#asked.group);
    if (this.groupsMissing) await this.loadGroups();
  }

  /** What may be done is another now, what was found is not: it stays on screen until the new report is there. */
  async renew(): Promise<void> {
    const { report } = this;
    if (!report?.subject || this.#ticket !== null) return;
    const ticket = freshTicket();
    this.#ticket = ticket;
    const ask = { address: report.searched, group: this.group, guest: report.subject.id, ticket };
    try {
      const fresh = await this.#host.call('find', ask);
      if (this.#ticket === ticket) this.report = fresh;
    } catch {
      // What is on screen is as true as it was.
    } finally {
      if (this.#ticket === ticket) this.#ticket = null;
    }
  }

  /** What is on screen is no longer so: it is looked up again, whatever was typed since. */
  async again(): Promise<void> {
    if (this.report) await this.#seek(this.report.searched, null);
  }

  async #seek(address: string, guest: string | null, group = this.group): Promise<void> {
    const ticket = freshTicket();
    this.#ticket = ticket;
    this.#asked = { address, group, guest };
    this.seeking = address.trim();
    this.problem = null;
    this.report = null;
    this.ticked = [];
    try {
      const ask = { address, group, guest, ticket };
      const report = await this.#host.call('find', ask);
      if (this.#ticket === ticket) this.report = report;
    } catch (thrown) {
      if (this.#ticket === ticket) this.problem = asProblem(thrown);
    } finally {
      if (this.#ticket === ticket) {
        this.#ticket = null;
        this.seeking = null;
      }
    }
  }

  /** Asks the search to stop; its own answer then says that it did. */
  async cancel(): Promise<void> {
    if (this.#ticket === null) return;
    try {
      await this.#host.call('cancel', { ticket: this.#ticket });
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
  }

  /** The diagnosis made after a change replaces the one on screen. */
  accept(report: GuestReport): void {
    this.#ticket = null;
    this.seeking = null;
    this.report = report;
    this.problem = null;
    this.ticked = [];
    if (this.address.trim() === '') this.address = report.searched;
  }

  /** Somebody else signed in: what was found is no longer his to see; what was typed stays. */
  forget(): void {
    this.#ticket = null;
    this.#asked = null;
    this.seeking = null;
    this.report = null;
    this.problem = null;
    this.groups = [];
    this.ticked = [];
  }

  async open(destination: Destination): Promise<void> {
    try {
      await this.#host.call('open', destination);
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
  }

  tick(kind: CheckKind, done: boolean): void {
    const others = this.ticked.filter((it) => it !== kind);
    this.ticked = done ? [...others, kind] : others;
  }
}
