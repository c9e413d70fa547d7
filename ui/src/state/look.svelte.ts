import type { Appearance, Theme, ZoomStep } from '../host/contract';
import type { Host } from '../host/host';
import { Request } from './request.svelte';
import type { Session } from './session.svelte';

/** In milliseconds. One turn of a wheel is many events on a touchpad: one step of them is enough. */
const TURN = 150;

/** How the window looks: light or dark, and how large. The program keeps it, and zooms the window. */
export class Look {
  readonly #host: Host;
  readonly #session: Session;
  readonly #changing: Request<Appearance>;
  #turned = -TURN;
  /** What was asked last. Commands overtake one another, and two steps at once would be one, or end at either's. */
  #asked: Promise<void> = Promise.resolve();

  constructor(host: Host, session: Session) {
    this.#host = host;
    this.#session = session;
    this.#changing = new Request(host);
  }

  get theme(): Theme {
    return this.#session.status?.appearance.theme ?? 'system';
  }

  /** In per cent. */
  get percent(): number {
    return this.#session.status?.appearance.zoom ?? 100;
  }

  /** Seen at once; that the choice is kept may come later. */
  async setTheme(theme: Theme): Promise<void> {
    const { status } = this.#session;
    if (status) status.appearance.theme = theme;
    await this.#inTurn(() => this.#host.call('set_theme', { theme }));
  }

  async zoom(step: ZoomStep): Promise<void> {
    await this.#inTurn(() => this.#host.call('zoom', { step }));
  }

  /** With Ctrl, the wheel zooms. */
  readonly turn = (event: WheelEvent): void => {
    if (!event.ctrlKey || event.deltaY === 0) return;
    event.preventDefault();
    if (event.timeStamp - this.#turned < TURN) return;
    this.#turned = event.timeStamp;
    void this.zoom(event.deltaY < 0 ? 'larger' : 'smaller');
  };

  #inTurn(question: () => Promise<Appearance>): Promise<void> {
    this.#asked = this.#asked.then(() => this.#take(question));
    return this.#asked;
  }

  async #take(question: () => Promise<Appearance>): Promise<void> {
    const appearance = await this.#changing.run(question);
    const { status } = this.#session;
    if (appearance && status) status.appearance = appearance;
    else if (this.#changing.problem) this.#session.problem = this.#changing.problem;
  }
}
