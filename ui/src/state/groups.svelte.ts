import type { Commands, GroupChoice } from '../host/contract';
import { nothing, type Host } from '../host/host';
import { Request } from './request.svelte';

/** The groups a guest can be looked up for, and the one that is chosen. */
export class Groups {
  chosen = $state<string | null>(null);
  #also = $state.raw<GroupChoice | null>(null);
  readonly #host: Host;
  readonly #request: Request<Commands['groups']['answer']>;

  constructor(host: Host) {
    this.#host = host;
    this.#request = new Request(host);
  }

  get list(): GroupChoice[] {
    const listed = this.#request.data?.groups ?? [];
    const also = this.#also;
    return also && !listed.some((group) => group.id === also.id) ? [...listed, also] : listed;
  }

  /** This one, which may be none of those that are listed: of very many groups not all are. */
  choose(group: GroupChoice): void {
    this.#also = group;
    this.chosen = group.id;
  }

  /** They could not be read. One can search without. */
  get missing(): boolean {
    return this.#request.problem !== null;
  }

  async load(): Promise<void> {
    const answer = await this.#request.run(() => this.#host.call('groups', nothing));
    if (this.missing) this.forget();
    if ((answer || this.missing) && !this.list.some((group) => group.id === this.chosen)) this.chosen = null;
  }

  /** Those of whoever was signed in are no longer shown. */
  forget(): void {
    this.#request.data = null;
    this.#also = null;
  }
}
