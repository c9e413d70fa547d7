import type { TestMessage } from '../host/contract';
import type { AppState } from './app-state.svelte';

/** Whether the test message after a change arrived. One that did not leads on. */
export async function answerTest(
  app: AppState,
  change: string,
  searched: string,
  test: TestMessage,
): Promise<void> {
  if (!(await app.testMessages.note(change, test))) return;
  if (test === 'missing') await tryNext(app, searched);
  else if (app.session.screen === 'history') await app.journal.load();
}

/** What to try next, after a test message that did not arrive. */
export async function tryNext(app: AppState, searched: string): Promise<void> {
  if (app.change.phase !== 'closed') app.leaveChange();
  app.show('guest');
  await app.testMessages.tryNext(searched);
}
