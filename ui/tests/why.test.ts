import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { ScriptedHost, pieter, signedInForReal } from './scripted-host';
import { button, open, press, search } from './user';

const why = 'How do we know?';
const signedIn = () =>
  new ScriptedHost()
    .answers('status', signedInForReal())
    .answers('groups', { groups: [] })
    .answers('find', pieter());

describe('How we know it', () => {
  it('opens a panel beside the table, not over it, at its heading', async () => {
    await open(signedIn());
    await search();
    expect(button(why).ariaExpanded ?? button(why).getAttribute('aria-expanded')).toBe('false');
    await press(why);
    const heading = await screen.findByRole('heading', { name: 'How we know' });
    expect(document.activeElement).toBe(heading);
    expect(button(why).getAttribute('aria-expanded')).toBe('true');
    const panel = screen.getByRole('region', { name: 'How we know' });
    expect(within(panel).getAllByRole('listitem')).toHaveLength(pieter().findings.length);
    // Nothing is dimmed or dead meanwhile: the table is read beside it.
    expect(document.querySelector('dialog[open]')).toBeNull();
    expect(screen.getByRole('table').closest('[inert]')).toBeNull();
  });

  it.each([
    ['Escape', () => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' })],
    ['its arrow', () => press('Back to what you can do')],
  ])('is left by %s, back to what opened it, and to what one can do', async (_, leave) => {
    await open(signedIn());
    await search();
    await press(why);
    await screen.findByRole('heading', { name: 'How we know' });
    expect(screen.queryByTestId('remedy-set-mail')).toBeNull();
    await leave();
    await waitFor(() => expect(document.activeElement).toBe(button(why)));
    expect(screen.queryByRole('heading', { name: 'How we know' })).toBeNull();
    screen.getByTestId('remedy-set-mail');
  });

  it('is about the search it was opened for, and not about the next', async () => {
    await open(signedIn());
    await search();
    await press(why);
    await screen.findByRole('heading', { name: 'How we know' });
    await search();
    expect(screen.queryByRole('heading', { name: 'How we know' })).toBeNull();
  });
});
