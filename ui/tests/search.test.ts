import { describe, expect, it } from 'vitest';
import type { GuestReport } from '../src/host/contract';
import { SearchState } from '../src/state/search-state.svelte';
import { ScriptedHost, healthy, later, pieter, problem, settle } from './scripted-host';

describe('Looking somebody up', () => {
  it('asks with what was typed, the chosen group and a fresh ticket', async () => {
    const host = new ScriptedHost().answers('find', pieter());
    const search = new SearchState(host);
    search.address = ' Pieter <pieter@northwindtraders.com>; ';
    search.group = 'group-1';
    await search.find();
    await search.find();
    const [first, second] = host.asks('find');
    expect(first).toMatchObject({ address: search.address, group: 'group-1', guest: null });
    expect(first?.ticket).not.toBe(second?.ticket);
    expect(search.report?.verdict).toBe('misconfigured');
  });

  it('keeps what was typed when it was no address', async () => {
    const search = new SearchState(new ScriptedHost().refuses('find', problem('address-malformed')));
    search.address = 'geen adres';
    await search.find();
    expect(search.address).toBe('geen adres');
    expect(search.problem?.code).toBe('address-malformed');
    expect(search.loading).toBeNull();
  });

  it('stops by its ticket, and then says that it was stopped', async () => {
    const answer = later<GuestReport>();
    const host = new ScriptedHost().answers('find', () => answer.promise);
    host.answers('cancel', () => {
      answer.refuse(problem('cancelled', { kind: 'cancelled' }));
      return {};
    });
    const search = new SearchState(host);
    search.address = 'jan@fabrikam.nl';
    const finding = search.find();
    expect(search.loading).toBe('jan@fabrikam.nl');
    await search.cancel();
    await finding;
    expect(host.asks('cancel')[0]?.ticket).toBe(host.asks('find')[0]?.ticket);
    expect(search.problem?.kind).toBe('cancelled');
    expect(search.address).toBe('jan@fabrikam.nl');
  });

  it('shows the answer to the newest question, however late an older one comes', async () => {
    const old = later<GuestReport>();
    const host = new ScriptedHost().answers('find', (ask) =>
      ask.address === 'old' ? old.promise : healthy(),
    );
    const search = new SearchState(host);
    search.address = 'old';
    const finding = search.find();
    search.address = 'new';
    await search.find();
    old.give(pieter());
    await finding;
    expect(search.report?.verdict).toBe('healthy');
  });

  it('does not show one person what another one found', async () => {
    const answer = later<GuestReport>();
    const search = new SearchState(new ScriptedHost().answers('find', () => answer.promise));
    search.address = 'jan@fabrikam.nl';
    void search.find();
    search.forget();
    answer.give(pieter());
    await settle();
    expect(search.report).toBeNull();
    expect(search.address).toBe('jan@fabrikam.nl');
  });

  it('lets one search when the groups cannot be read', async () => {
    const host = new ScriptedHost().refuses('groups', problem('missing-right', { kind: 'refused' }));
    const search = new SearchState(host);
    await search.loadGroups();
    expect(search.groupsMissing).toBe(true);
    expect(search.problem).toBeNull();
  });
});
