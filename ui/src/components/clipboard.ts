import { plain } from '../words/words.svelte';

/** Puts a text on the clipboard; `place` is an element on screen. Answers whether it is there. */
export async function copy(text: string, place: Element): Promise<boolean> {
  const clean = plain(text);
  try {
    await navigator.clipboard.writeText(clean);
    return true;
  } catch {
    return copyBySelection(clean, place);
  }
}

/** Some webviews give the page no clipboard, but do let it copy what is selected. */
function copyBySelection(text: string, place: Element): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'unseen';
  const focused = document.activeElement;
  // Behind an open dialog nothing can be selected: so it stands where the button is.
  place.append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
