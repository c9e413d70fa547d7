import type { PlanNote, PlanView } from '../../host/contract';
import { list, say } from '../../words/words.svelte';

/** The way back, in words of its own where there is something better to say than that there is none. */
export const wayBack = ({ undo, kind }: PlanView): string =>
  undo === 'impossible' ? say('undo-impossible', { kind }) : say(`undo-${undo}`);

/** What there is to know beside it: what the way back says already is said once. */
export const notesOf = ({ notes, undo }: Pick<PlanView, 'notes' | 'undo'>): PlanNote[] =>
  undo === 'impossible' ? notes.filter(({ code }) => code !== 'mail-cannot-be-emptied') : notes;

/** The addresses a note is about. */
export function addressed(note: PlanNote): string | null {
  if ('addresses' in note) return list(note.addresses);
  return 'address' in note ? note.address : null;
}
