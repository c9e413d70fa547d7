import type { AppState } from './app-state.svelte';

/** A result did not show what became of it: it is left, and the guest looked for again. */
export function lookAfterChange(app: AppState): void {
  const { view, result } = app.change;
  app.leaveChange();
  app.session.screen = 'guest';
  if (view) void app.search.look(view.searched, result?.report?.subject?.id ?? null);
}
