import type { Host } from './host';

/** The development host of the browser tests. Never part of the shell's build. */
export const host: Host = {
  async call(name, ask) {
    // The host wrote it into the page it served.
    const token = document.querySelector<HTMLMetaElement>('meta[name="host-token"]')?.content ?? '';
    const answer = await fetch(`/command/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-host-token': token },
      body: JSON.stringify(ask),
    });
    if (answer.ok || answer.status === 422) {
      const body: unknown = await answer.json();
      if (answer.ok) return body as never;
      throw body;
    }
    throw new Error(`${answer.status} ${answer.statusText}`);
  },
};
