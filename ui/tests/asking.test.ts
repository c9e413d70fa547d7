import { describe, expect, it } from 'vitest';
import { AppState } from '../src/state/app-state.svelte';
import { ScriptedHost, healthy, pieter, signedIn } from './scripted-host';

/** Somebody looked Pieter up, and wrote a note about them to their admin. */
async function noted(): Promise<AppState> {
  const host = new ScriptedHost()
    .answers('status', signedIn())
    .answers('groups', { groups: [] })
    .answers('find', pieter());
  const app = new AppState(host);
  await app.start();
  app.search.address = 'pieter@northwindtraders.com';
  await app.search.find();
  app.asking.open();
  app.asking.note = 'Nothing since October.';
  return app;
}

describe('A note to an admin', () => {
  it('stays when the panel is closed, and is not sent along about somebody else', async () => {
    const app = await noted();
    app.asking.close();
    app.asking.open();
    expect(app.asking.note).toBe('Nothing since October.');
    app.search.accept({ ...healthy(), searched: 'somebody@else.example' });
    app.asking.open();
    expect(app.asking.note).toBe('');
  });

  it('is not seen by whoever signs in next', async () => {
    const app = await noted();
    const status = signedIn();
    await app.settle({ ...status, account: status.account && { ...status.account, userName: 'anna' } });
    expect(app.asking.note).toBe('');
    expect(app.asking.opened).toBe(false);
  });
});
