import type { AskView, Language, SavedView } from '../host/contract';
import type { Host } from '../host/host';
import { language } from '../words/words.svelte';
import { Request } from './request.svelte';
import type { SearchState } from './search-state.svelte';

/** What is asked of an admin: one's own words, the admin's language, a mail, a file. */
export abstract class Letter {
  /** What whoever asks noticed, in their own words. It stays when the panel is closed. */
  note = $state('');
  /** The admin's language. */
  language = $state.raw<Language>(language());
  readonly mailing: Request<object>;
  readonly saving: Request<SavedView>;
  protected readonly host: Host;

  constructor(host: Host) {
    this.host = host;
    this.mailing = new Request(host);
    this.saving = new Request(host);
  }

  /** Opens the mail program with the text. Sending it is the person's. */
  async mail(subject: string, body: string): Promise<void> {
    await this.mailing.run(() => this.host.call('ask_by_mail', { subject, body }));
  }

  /** Saves a file; everybody in it is looked at afresh for it. */
  abstract save(): Promise<void>;

  protected forgetAnswers(): void {
    for (const request of [this.mailing, this.saving]) {
      request.abandon();
      request.data = null;
      request.problem = null;
    }
  }
}

/** Asking an admin for what one may not do oneself. */
export class Asking extends Letter {
  #opened = $state.raw<number | null>(null);
  /** Whom the note is about: the address that was searched for. */
  #about: string | null = null;
  /** What is asked for where the report itself asks for nothing. */
  besides = $state.raw<AskView | null>(null);
  readonly #search: SearchState;

  constructor(host: Host, search: SearchState) {
    super(host);
    this.#search = search;
  }

  /** Whether the panel is open, for the search that is on screen. */
  get opened(): boolean {
    return this.#opened === this.#search.begun;
  }

  /** Opens the panel: about what the report says is to be asked for, or about something else that one went to do. */
  open(besides: AskView | null = null): void {
    this.besides = besides;
    const about = this.#search.report?.searched ?? null;
    if (about !== this.#about) this.note = '';
    this.#about = about;
    this.language = language();
    this.forgetAnswers();
    this.#opened = this.#search.begun;
  }

  close(): void {
    this.#opened = null;
  }

  async save(): Promise<void> {
    const asked = this.#search.same();
    if (!asked) return;
    const ask = { ...asked, note: this.note.trim() || null, language: this.language };
    await this.saving.run((ticket) => this.host.call('save_hand_over', { ...ask, ticket }));
  }

  /** Somebody else signed in. */
  forget(): void {
    this.close();
    this.note = '';
    this.#about = null;
    this.forgetAnswers();
  }
}
