import { describe, expect, it } from 'vitest';
import type { GuestReport } from '../src/host/contract';
import { Lookup } from '../src/state/lookup.svelte';
import { ScriptedHost, healthy, later, pieter, problem, settle } from './scripted-host';

describe('Looking somebody up', () => {
  it('asks with what was typed, the chosen group and a fresh ticket', async () => {
    const host = new ScriptedHost().answers('find', pieter());
    const lookup = new Lookup(host);
    lookup.address = ' Pieter <pieter@northwindtraders.com>; ';
    lookup.group = 'group-1';
    await lookup.find();
    await lookup.find();
    const [first, second] = host.asks('find');
    expect(first).toMatchObject({ address: lookup.address, group: 'group-1', guest: null });
    expect(first?.ticket).not.toBe(second?.ticket);
    expect(lookup.report?.verdict).toBe('misconfigured');
  });

  it('keeps what was typed when it was no address', async () => {
    const lookup = new Lookup(
      new ScriptedHost().refuses('find', problem('address-malformed', { typed: 'geen adres' })),
    );
    lookup.address = 'geen adres';
    await lookup.find();
    expect(lookup.address).toBe('geen adres');
    expect(lookup.problem?.code).toBe('address-malformed');
    expect(lookup.seeking).toBeNull();
  });

  it('stops by its ticket, and then says that it was stopped', async () => {
    const answer = later<GuestReport>();
    const host = new ScriptedHost().answers('find', () => answer.promise);
    host.answers('cancel', () => {
      answer.refuse(problem('cancelled', { kind: 'cancelled' }));
      return {};
    });
    const lookup = new Lookup(host);
    lookup.address = 'jan@fabrikam.nl';
    const finding = lookup.find();
    expect(lookup.seeking).toBe('jan@fabrikam.nl');
    await lookup.cancel();
    await finding;
    expect(host.asks('cancel')[0]?.ticket).toBe(host.asks('find')[0]?.ticket);
    expect(lookup.problem?.kind).toBe('cancelled');
    expect(lookup.address).toBe('jan@fabrikam.nl');
  });

  it('shows the answer to the newest question, however late an older one comes', async () => {
    const old = later<GuestReport>();
    const host = new ScriptedHost().answers('find', (ask) =>
      ask.address === 'old' ? old.promise : healthy(),
    );
    const lookup = new Lookup(host);
    lookup.address = 'old';
    const finding = lookup.find();
    lookup.address = 'new';
    await lookup.find();
    old.give(pieter());
    await finding;
    expect(lookup.report?.verdict).toBe('healthy');
  });

  it('does not show one person what another one found', async () => {
    const answer = later<GuestReport>();
    const lookup = new Lookup(new ScriptedHost().answers('find', () => answer.promise));
    lookup.address = 'jan@fabrikam.nl';
    void lookup.find();
    lookup.forget();
    answer.give(pieter());
    await settle();
    expect(lookup.report).toBeNull();
    expect(lookup.address).toBe('jan@fabrikam.nl');
  });

  it('lets one search when the groups cannot be read', async () => {
    const host = new ScriptedHost().refuses('groups', problem('missing-right', { kind: 'refused' }));
    const lookup = new Lookup(host);
    await lookup.loadGroups();
    expect(lookup.groupsMissing).toBe(true);
    expect(lookup.problem).toBeNull();
  });
});
