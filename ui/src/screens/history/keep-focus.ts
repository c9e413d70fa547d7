import { tick } from 'svelte';

/**
 * What is in here is about to be drawn anew: when what has the focus goes with it, reading goes on at `next`. To be called
 * before the page is drawn.
 */
export async function keepFocus(
  inside: HTMLElement | undefined,
  next: () => HTMLElement | null | undefined,
): Promise<void> {
  const was = inside?.contains(document.activeElement) ?? false;
  await tick();
  if (was && document.activeElement === document.body) next()?.focus();
}
