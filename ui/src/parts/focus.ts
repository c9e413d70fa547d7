import { tick } from 'svelte';

/** What was focused is gone: reading goes on at the verdict, or at the search when there is none. */
export async function focusAnswer(): Promise<void> {
  await tick();
  const place = document.getElementById('headline') ?? document.getElementById('guest-address');
  place?.focus();
}

/** A screen begins: at its heading, and looking somebody up at the search. */
export async function focusPlace(place: string): Promise<void> {
  if (place === 'guest') return focusAnswer();
  await tick();
  document.querySelector<HTMLElement>('main h1')?.focus();
}
