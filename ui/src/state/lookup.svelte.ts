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

  /** What is on screen is no longer so: it is looked up again, whatever was typed since. */
  async again(): Promise<void> {
    if (this.report) await this.#seek(this.report.searched, null);
  }

  async #seek(address: string, guest: string | null): Promise<void> {
    const ticket = freshTicket();
    this.#ticket = ticket;
    this.seeking = address.trim();
    this.problem = null;
    this.report = null;
    this.ticked = [];
    try {
      const ask = { address, group: this.group, guest, ticket };
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
    this.report = report;
    this.problem = null;
    this.ticked = [];
    if (this.address.trim() === '') this.address = report.searched;
  }

  /** Somebody else signed in: what was found is no longer his to see; what was typed stays. */
  forget(): void {
    this.#ticket = null;
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
