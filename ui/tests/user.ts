import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import App from '../src/App.svelte';
import type { Language } from '../src/host/contract';
import type { ScriptedHost } from './scripted-host';

type Name = string | RegExp;
type Place = Pick<typeof screen, 'findByRole'>;

/** Opens the app and waits for its first heading, and for what the app reads while somebody types. */
export async function open(host: ScriptedHost): Promise<void> {
  render(App, { host });
  await screen.findByRole('heading', { level: 1 });
  await import('../src/screens/guest/Found.svelte');
  await import('../src/screens/history/History.svelte');
}

/** Presses a button, once it is there. */
export async function press(name: Name, place: Place = screen): Promise<void> {
  await fireEvent.click(await place.findByRole('button', { name }));
}

/** Types into a field, in place of what was there. */
export async function type(label: Name, text: string): Promise<void> {
  await fireEvent.input(field(label), { target: { value: text } });
}

export const field = (name: Name) => screen.getByRole<HTMLInputElement>('textbox', { name });
export const button = (name: Name) => screen.getByRole<HTMLButtonElement>('button', { name });
export const buttons = (name: Name) => screen.queryAllByRole('button', { name });
/** The dialog on screen with this title, once it is there. */
export const dialog = (name: Name) => screen.findByRole('dialog', { name });
export const problem = () => screen.findByRole('alert');
/** What a screen reader was told. */
export const announced = () => screen.getAllByRole('status').map((it) => it.textContent);

const address = 'Guest’s e‑mail address';
export const searchBox = () => field(address);

/** Looks a guest up, and waits until there is an answer. */
export async function search(text = 'pieter@northwindtraders.com'): Promise<void> {
  await type(address, text);
  await press('Find');
  await waitFor(() => {
    if (button('Find').getAttribute('aria-disabled') === 'true') throw new Error('still looking');
  });
  await drained();
}

/** Chooses the language of the app: in the account menu, or in the header before anybody signed in. */
export async function speak(language: Language): Promise<void> {
  if (!screen.queryByTestId('language')) await fireEvent.click(screen.getByTestId('account'));
  await fireEvent.change(await screen.findByTestId('language'), { target: { value: language } });
}

/** The one entry of a list that has this in it. */
export function entry(text: Name): HTMLElement {
  const found = screen.getAllByRole('listitem').filter((it) => within(it).queryAllByText(text).length > 0);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} entries have ${text}`);
  return found[0];
}

/** Lets everything go on that can: for what must not happen. What must happen is waited for. */
export const drained = () => new Promise((done) => setTimeout(done, 0));
