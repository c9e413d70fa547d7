import { plain } from '../words/words.svelte';

/** Puts a text on the clipboard. Answers whether it is there. */
export async function copy(text: string): Promise<boolean> {
  const clean = plain(text);
  try {
    await navigator.clipboard.writeText(clean);
    return true;
  } catch {
    return copyBySelection(clean);
  }
}

/** Some webviews give the page no clipboard, but do let it copy what is selected. */
function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'unseen';
  const place = document.querySelector('dialog[open]') ?? document.body;
  const focused = document.activeElement;
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
