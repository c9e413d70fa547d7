import type { AppState } from './app-state.svelte';

/** The dialog about many guests is left: any of them may stand otherwise now. */
export function leaveBatch(app: AppState): void {
  const { batch } = app;
  const ended = batch.stage === 'ended';
  batch.close();
  if (batch.stage !== 'closed' || !ended) return;
  app.myGroups.changed('done');
  void app.session.refresh();
}
