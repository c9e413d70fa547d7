import { screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { ScriptedHost, pieter, signedIn, signedInForReal } from './scripted-host';
import { button, open, press, search } from './user';

const host = (status = signedIn()) =>
  new ScriptedHost().answers('status', status).answers('groups', { groups: [] }).answers('find', pieter());

describe('Before anybody was looked up', () => {
  it('suggests people of the practice organisation, and looks one up at once', async () => {
    const asked = host();
    await open(asked);
    await press(/pieter@northwindtraders\.com.*two steps/);
    await screen.findByTestId('verdict');
    expect(asked.asks('find').map((ask) => ask.address)).toEqual(['pieter@northwindtraders.com']);
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/Pieter Jansen/));
  });

  it('suggests nobody in an organisation of one’s own', async () => {
    await open(host(signedInForReal()));
    await screen.findByText('Or begin elsewhere');
    expect(screen.queryByText('Try one of these')).toBeNull();
  });

  it('leads to one’s groups, and to a file', async () => {
    await open(host());
    expect(screen.getByLabelText(/Open a file from a colleague/).getAttribute('type')).toBe('file');
    await press(/Groups.*you own/);
    await screen.findByRole('heading', { level: 1, name: /groups/i });
  });
});

describe('What is blue', () => {
  it('is Find until there is an answer, and then what can be done about it', async () => {
    await open(host());
    expect(button('Find').classList).toContain('primary');
    await search();
    expect(button('Find').classList).not.toContain('primary');
  });
});
