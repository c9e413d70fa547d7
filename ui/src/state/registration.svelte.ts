import type { MicrosoftCloud, Problem, RegistrationView, ScriptKind } from '../host/contract';
import { nothing, type Host } from '../host/host';
import { Request } from './request.svelte';

/** How the app is registered at Microsoft: by hand, or by a script. */
export class Registration {
  readonly #host: Host;
  readonly #values: Request<RegistrationView>;
  readonly #script: Request<{ kind: ScriptKind; text: string }>;

  constructor(host: Host) {
    this.#host = host;
    this.#values = new Request(host);
    this.#script = new Request(host);
  }

  get values(): RegistrationView | null {
    return this.#values.data;
  }

  get script(): { kind: ScriptKind; text: string } | null {
    return this.#script.data;
  }

  get pending(): boolean {
    return this.#values.pending || this.#script.pending;
  }

  get problem(): Problem | null {
    return this.#script.problem ?? this.#values.problem;
  }

  forgetProblem(): void {
    this.#values.problem = null;
    this.#script.problem = null;
  }

  /** What is registered by hand; read once. */
  async load(): Promise<void> {
    if (this.values) return;
    this.forgetProblem();
    await this.#values.run(() => this.#host.call('registration', nothing));
  }

  async loadScript(kind: ScriptKind, cloud: MicrosoftCloud): Promise<void> {
    this.forgetProblem();
    this.#script.data = null;
    await this.#script.run(async () => {
      const { text } = await this.#host.call('registration_script', { kind, cloud });
      return { kind, text };
    });
  }
}
