import { fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { GuestReport, TraceConclusion, TraceView } from '../src/host/contract';
import { ScriptedHost, pieter, problem, signedIn, signedInForReal } from './scripted-host';
import { dialog, drained, open, press, search } from './user';

const GROUP = 'b0000000-0000-4000-8000-000000000001';
const inSales = (permissions: string[] = []): GuestReport =>
  pieter({ group: 'Sales NL', trace: { permissions } });
const traced = (conclusion: TraceConclusion, more: Partial<TraceView> = {}): TraceView => ({
  group: 'Sales NL',
  groupAddress: 'sales-nl@contoso.nl',
  guestAddresses: ['pieter@northwindtraders.com'],
  at: '2026-11-27T10:00:00Z',
  days: 10,
  conclusion,
  messages: [{ at: '2026-11-25T08:00:00Z', fate: 'left-out' }],
  complete: true,
  ...more,
});
const atWork = (report = inSales(), status = signedIn()) =>
  new ScriptedHost()
    .answers('status', status)
    .answers('groups', { groups: [{ id: GROUP, displayName: 'Sales NL', mail: null }] })
    .answers('find', report);

async function searched(host: ScriptedHost): Promise<void> {
  await open(host);
  await search();
  const choice = await screen.findByRole<HTMLSelectElement>('combobox', { name: /group/i });
  await fireEvent.change(choice, { target: { value: GROUP } });
  await expect.poll(() => host.asks('find')).toHaveLength(2);
  await drained();
  await screen.findByRole('heading', { name: 'Follow the mail' });
}

describe('Following the mail', () => {
  it('says what became of the messages, with the addresses and the moment it was asked', async () => {
    const host = atWork().answers('trace_messages', traced('not-sent-to-them'));
    await searched(host);
    await press('Look up the messages');
    await screen.findByText(/does not send to/);
    screen.getByText('Sent to the other members, not to the guest');
    screen.getByText(/from .*sales-nl@contoso\.nl.* to .*pieter@northwindtraders\.com/);
    expect(host.asks('trace_messages')).toMatchObject([{ guest: 'guest-1', group: GROUP }]);
  });

  it('shows ten messages, and says how many there are besides and that not all were read', async () => {
    const messages = Array.from({ length: 12 }, (_, day) => ({
      at: `2026-11-${String(25 - day)}T08:00:00Z`,
      fate: 'delivered' as const,
    }));
    const host = atWork().answers('trace_messages', traced('at-the-guests', { messages, complete: false }));
    await searched(host);
    await press('Look up the messages');
    await screen.findByText(/And .*2.* older messages/);
    screen.getByText('There were more messages than were read.');
    expect(screen.getAllByText('Handed to the guest’s mail server')).toHaveLength(10);
  });

  it('asks for the permission first, and looks when it was given', async () => {
    const host = atWork(inSales(['ExchangeMessageTrace.Read.All']), signedInForReal())
      .answers('trace_messages', traced('no-messages', { messages: [] }))
      .answers('permit_trace', signedInForReal());
    await searched(host);
    await press('Look up the messages');
    const asked = within(await dialog('Permission comes first'));
    asked.getByText(/Read what became of messages/);
    expect(host.asks('trace_messages')).toEqual([]);
    host.answers('find', inSales());
    await press('Ask Microsoft', asked);
    await screen.findByText(/^Nobody wrote to/);
    expect(host.asks('permit_trace')).toHaveLength(1);
  });

  it('says why where it is not set up, and what an admin does', async () => {
    const host = atWork().refuses('trace_messages', problem('tracing-not-set-up', { kind: 'refused' }));
    await searched(host);
    await press('Look up the messages');
    await screen.findByText('Following mail is not set up in your organisation');
    screen.getByText(/New-MgServicePrincipal/);
  });

  it('is there only where a group is chosen and whoever looks may', async () => {
    await open(atWork(pieter()));
    await search();
    await screen.findByRole('heading', { name: 'Also checked' }).catch(() => null);
    expect(screen.queryByRole('heading', { name: 'Follow the mail' })).toBeNull();
  });

  it('lets a colleague write in practice only, and looks again', async () => {
    const host = atWork()
      .answers('trace_messages', traced('not-sent-to-them'))
      .answers('practise_message', {});
    await searched(host);
    expect(screen.queryByRole('button', { name: 'Write to the group as a colleague' })).toBeNull();
    await press('Look up the messages');
    await screen.findByText(/does not send to/);
    await press('Write to the group as a colleague');
    await expect.poll(() => host.asks('trace_messages')).toHaveLength(2);
    expect(host.asks('practise_message')).toEqual([{ group: GROUP }]);
  });
});
