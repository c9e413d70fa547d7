import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { GroupFate, PlanView, SponsorView } from '../src/host/contract';
import { ScriptedHost, later, pieter, plan, signedIn } from './scripted-host';
import { button, field, open, press, search } from './user';

const NOBODY = 'niemand@litwareinc.com';

const nobody = () =>
  pieter({
    searched: NOBODY,
    verdict: 'not-found',
    subject: null,
    cause: { code: 'not-found', address: NOBODY, owner: null },
    remedies: [
      {
        kind: 'invite',
        recommended: false,
        availability: 'ready',
        impossible: false,
        why: { code: 'nobody-has-the-address' },
        permissions: [],
        option: null,
        behind: 'nothing',
      },
    ],
  });

const group = (name: string, chosen = false): GroupFate => ({
  id: name,
  displayName: name,
  restorable: true,
  chosen,
  why: null,
});

const invitation = (more: Partial<PlanView> = {}, sponsors: SponsorView[] = []): PlanView =>
  plan({
    kind: 'invite',
    guestName: NOBODY,
    question: null,
    addresses: [],
    changes: [],
    notes: [{ code: 'inviter-is-sponsor' }],
    undo: 'partial',
    invitationLanguage: 'en-US',
    sendInvitation: true,
    newGuest: { name: '', message: '', sponsors },
    ...more,
  });

async function previewing(host: ScriptedHost): Promise<void> {
  await open(host);
  await search(NOBODY);
  await press(/^Invite the guest/);
  await screen.findByLabelText('Name of the guest (optional)');
}

const host = () =>
  new ScriptedHost()
    .answers('status', signedIn())
    .answers('groups', { groups: [] })
    .answers('find', nobody())
    .answers('preview', invitation());

describe('Invite', () => {
  it('asks by the address alone, with nothing chosen', async () => {
    const asked = host();
    await previewing(asked);
    const { guest, searched, remedy, choices } = asked.asks('preview')[0] ?? {};
    expect([guest, searched, remedy]).toEqual([null, NOBODY, 'invite']);
    expect(choices).toMatchObject({ name: null, message: null, sponsors: [], groups: null });
  });

  it('cannot be confirmed while what was typed is not in the preview, and keeps it', async () => {
    const asked = host();
    await previewing(asked);
    const name = field('Name of the guest (optional)');
    await fireEvent.input(name, { target: { value: 'Niek Mand' } });
    expect(button('Invite the guest')).toHaveProperty('disabled', true);
    const answer = later<PlanView>();
    asked.answers('preview', () => answer.promise);
    await fireEvent.change(name);
    await waitFor(() => expect(asked.asks('preview').at(-1)?.choices.name).toBe('Niek Mand'));
    expect(button('Invite the guest')).toHaveProperty('disabled', true);
    answer.give(invitation());
    await waitFor(() => expect(button('Invite the guest')).toHaveProperty('disabled', false));
    expect(name).toHaveProperty('value', 'Niek Mand');
  });

  it('follows the typing by itself once it rests', async () => {
    const asked = host();
    await previewing(asked);
    await fireEvent.input(screen.getByLabelText('Your own message (optional)'), {
      target: { value: 'Welcome.' },
    });
    expect(asked.asks('preview')).toHaveLength(1);
    await waitFor(() => expect(asked.asks('preview').at(-1)?.choices.message).toBe('Welcome.'), {
      timeout: 2000,
    });
  });

  it('says beside a sponsor why nobody is found, and gives the address back to be changed', async () => {
    const asked = host();
    await previewing(asked);
    const missing = invitation({ id: null, missing: 'sponsor' }, [
      { typed: 'joris@contoso.nl', displayName: null, why: 'nobody' },
    ]);
    asked.answers('preview', missing);
    const sponsor = field('Sponsors (optional)');
    await fireEvent.input(sponsor, { target: { value: 'joris@contoso.nl' } });
    await fireEvent.keyDown(sponsor, { key: 'Enter' });
    await screen.findByText('Nobody in this organisation has this address.');
    expect(asked.asks('preview').at(-1)?.choices.sponsors).toEqual(['joris@contoso.nl']);
    expect(sponsor).toHaveProperty('value', '');
    expect(button('Invite the guest')).toHaveProperty('disabled', true);
    asked.answers('preview', invitation());
    await press(/^Change/);
    await waitFor(() => expect(asked.asks('preview').at(-1)?.choices.sponsors).toEqual([]));
    expect(sponsor).toHaveProperty('value', 'joris@contoso.nl');
  });

  it('shows what is chosen and a few groups, and finds the others by a part of their name', async () => {
    const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'Sales NL'];
    const groups = [group('Chosen', true), ...names.map((name) => group(name))];
    await previewing(host().answers('preview', invitation({ groups })));
    const shown = () => {
      const ticks = screen.getByTestId('join-groups').querySelectorAll('label.tick');
      return [...ticks].map((it) => it.textContent.trim());
    };
    expect(shown()).toEqual(['Chosen', 'A', 'B', 'C', 'D', 'E', 'F']);
    expect(screen.getByText(/more groups/)).toBeTruthy();
    await fireEvent.input(field('Part of the name of a group'), { target: { value: 'sales' } });
    await waitFor(() => expect(shown()).toEqual(['Chosen', 'Sales NL']));
  });
});
