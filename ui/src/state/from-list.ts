import type { ListedGuest, OwnedGroup, SurveyedGuest } from '../host/contract';
import type { AppState } from './app-state.svelte';

/** From a list to the guest's own screen, with the group chosen. */
export function look(app: AppState, guest: ListedGuest, group: OwnedGroup): void {
  app.show('guest');
  app.myGroups.left = guest.id;
  app.myGroups.away = true;
  app.groups.choose(group);
  void app.search.lookIn(guest.typed, group.id, guest.id).then(() => app.focus.answer());
}

/** From the list of all guests to the guest's own screen: no group was asked about. */
export function lookFromAll(app: AppState, guest: SurveyedGuest): void {
  app.show('guest');
  app.survey.at = guest.id;
  app.survey.away = true;
  app.groups.chosen = null;
  void app.search.lookIn(guest.typed, null, guest.id).then(() => app.focus.answer());
}

/** From History to whom an entry is about, as they stand now: who was deleted since can be restored there. */
export function lookUp(app: AppState, address: string): void {
  app.show('guest');
  app.search.address = address;
  void app.search.find().then(() => app.focus.answer());
}
