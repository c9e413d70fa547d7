import type { Problem } from './contract';
import type { Host } from './host';

const noAnswer = (changed: Problem['changed']): Problem => ({
  kind: 'unreachable',
  code: 'unreachable',
  changed,
  reference: null,
});

/** The development host of the browser tests. Never part of the shell's build. */
export const host: Host = {
  async call(name, ask) {
    const token = document.querySelector<HTMLMetaElement>('meta[name="host-token"]')?.content ?? '';
    let answer: Response;
    try {
      answer = await fetch(`/command/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-host-token': token },
        body: JSON.stringify(ask),
      });
    } catch {
      throw noAnswer(name === 'confirm' ? 'unknown' : 'no');
    }
    if (answer.ok || answer.status === 422) {
      const body: unknown = await answer.json();
      if (answer.ok) return body as never;
      throw body;
    }
    throw new Error(`${answer.status} ${answer.statusText}`);
  },
};
