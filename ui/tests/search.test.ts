import { describe, expect, it } from 'vitest';
import type { GuestReport } from '../src/host/contract';
import { Groups } from '../src/state/groups.svelte';
import { SearchState } from '../src/state/search-state.svelte';
import { ScriptedHost, healthy, later, pieter, problem } from './scripted-host';

/** A search, and the groups it can be about. */
function searching(host: ScriptedHost) {
  const groups = new Groups(host);
  return { groups, search: new SearchState(host, groups) };
}

describe('Looking somebody up', () => {
  it('asks with what was typed, the chosen group and a fresh ticket', async () => {
    const host = new ScriptedHost().answers('find', pieter());
    const { search, groups } = searching(host);
    search.address = ' Pieter <pieter@northwindtraders.com>; ';
    groups.chosen = 'group-1';
    await search.find();
    await search.find();
    const [first, second] = host.asks('find');
    expect(first).toMatchObject({ address: search.address, group: 'group-1', guest: null });
    expect(first?.ticket).not.toBe(second?.ticket);
    expect(search.report?.verdict).toBe('misconfigured');
  });

  it('keeps what was typed when it was no address', async () => {
    const { search } = searching(
      new ScriptedHost().refuses('find', problem('address-malformed', { typed: 'geen adres' })),
    );
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
    const { search } = searching(host);
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
    const { search } = searching(host);
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
    const host = new ScriptedHost().answers('find', () => answer.promise).answers('cancel', {});
    const { search } = searching(host);
    search.address = 'jan@fabrikam.nl';
    const finding = search.find();
    search.forget();
    answer.give(pieter());
    await finding;
    expect([search.report, search.loading, search.address]).toEqual([null, null, 'jan@fabrikam.nl']);
  });

  it('keeps what was asked about a guest, for them and nobody else, until somebody else signs in', async () => {
    const { search } = searching(new ScriptedHost().answers('find', pieter()));
    await search.find();
    search.checks.set('guest-1', 'junk-folder', true);
    await search.lookAgain();
    expect(search.checks.has('guest-1', 'junk-folder')).toBe(true);
    expect(search.checks.has('guest-2', 'junk-folder')).toBe(false);
    search.forget();
    expect(search.checks.has('guest-1', 'junk-folder')).toBe(false);
  });

  it('keeps what was typed when a change was diagnosed meanwhile', () => {
    const { search } = searching(new ScriptedHost());
    search.address = 'typed meanwhile';
    search.accept(pieter());
    expect([search.address, search.report?.verdict]).toEqual(['typed meanwhile', 'misconfigured']);
  });

  it('is not replaced by what an older question found, once a change was diagnosed', async () => {
    const answer = later<GuestReport>();
    const { search } = searching(new ScriptedHost().answers('find', () => answer.promise));
    const finding = search.find();
    search.accept(healthy());
    answer.give(pieter());
    await finding;
    expect([search.report?.verdict, search.address]).toEqual(['healthy', 'pieter@northwindtraders.com']);
  });

  it('looks again at whoever was asked for by id, and not at whoever has their address', async () => {
    const id = '7d1f0000-0000-4000-8000-00000000000a';
    const found = pieter({ chosen: id });
    if (found.subject) found.subject.id = id;
    const host = new ScriptedHost().answers('find', found);
    const { search } = searching(host);
    search.address = id;
    await search.find();
    await search.lookAgain();
    await search.lookAgain();
    await search.chooseGroup('group-1');
    const asked = host.asks('find').map((it) => [it.address, it.guest, it.group]);
    expect(asked).toEqual([
      [id, null, null],
      ['pieter@northwindtraders.com', id, null],
      ['pieter@northwindtraders.com', id, null],
      ['pieter@northwindtraders.com', id, 'group-1'],
    ]);
    // Somebody else, by address: nobody is chosen any more.
    host.answers('find', pieter({ chosen: null }));
    search.address = 'jan@fabrikam.nl';
    await search.find();
    await search.lookAgain();
    expect(host.asks('find').at(-1)?.guest).toBeNull();
  });

  it('repeats the last question as it was, whatever was typed and chosen since', async () => {
    const host = new ScriptedHost().answers('find', pieter());
    const { search, groups } = searching(host);
    search.address = 'jan@fabrikam.nl';
    await search.find('guest-2');
    search.address = 'typed meanwhile';
    groups.chosen = 'group-1';
    await search.repeat();
    const [first, second] = host.asks('find');
    expect(second).toEqual({ ...first, ticket: second?.ticket });
  });
});

describe('Choosing a group', () => {
  /** Pieter is on screen, without a group. */
  async function found() {
    const host = new ScriptedHost().answers('find', ({ guest }) => pieter({ chosen: guest }));
    const { search, groups } = searching(host);
    search.address = 'Pieter <pieter@northwindtraders.com>';
    await search.find();
    return { host, search, groups };
  }

  it('looks at whoever is on screen again, and not when it is chosen already', async () => {
    const { host, search } = await found();
    await search.chooseGroup('group-1');
    await search.chooseGroup('group-1');
    expect(host.asks('find').map((it) => it.group)).toEqual([null, 'group-1']);
  });

  it('keeps it for the same guest, however written, and for whom was chosen of several', async () => {
    const { host, search, groups } = await found();
    await search.find('guest-1');
    await search.chooseGroup('group-1');
    search.address = ' PIETER@northwindtraders.com ';
    await search.find();
    await search.lookAgain();
    expect(host.asks('find').map((it) => [it.group, it.guest])).toEqual([
      [null, null],
      [null, 'guest-1'],
      ['group-1', 'guest-1'],
      ['group-1', null],
      ['group-1', null],
    ]);
    expect(groups.chosen).toBe('group-1');
  });

  it('is over with the next guest, unless it was chosen for them', async () => {
    const { host, search, groups } = await found();
    await search.chooseGroup('group-1');
    search.address = 'jan@fabrikam.nl';
    host.answers('find', pieter({ searched: 'jan@fabrikam.nl' }));
    await search.find();
    expect([groups.chosen, host.asks('find').at(-1)?.group]).toEqual([null, null]);
    search.address = 'sofie@tailspintoys.com';
    await search.chooseGroup('group-2');
    expect(host.asks('find')).toHaveLength(3);
    await search.find();
    expect(host.asks('find').at(-1)?.group).toBe('group-2');
  });

  it('outlives an address that was none', async () => {
    const host = new ScriptedHost().refuses('find', problem('address-malformed', { typed: 'jan@' }));
    const { search } = searching(host);
    await search.chooseGroup('group-1');
    search.address = 'jan@';
    await search.find();
    search.address = 'jan@fabrikam.nl';
    host.answers('find', pieter({ searched: 'jan@fabrikam.nl' }));
    await search.find();
    expect(host.asks('find').map((it) => it.group)).toEqual(['group-1', 'group-1']);
  });

  it('counts for a search under way too, and a change is made for the group on screen', async () => {
    const old = later<GuestReport>();
    const host = new ScriptedHost().answers('find', () => old.promise).answers('cancel', {});
    const { search } = searching(host);
    search.address = 'jan@fabrikam.nl';
    const finding = search.find();
    host.answers('find', pieter({ searched: 'jan@fabrikam.nl' }));
    await search.chooseGroup('group-1');
    old.give(healthy());
    await finding;
    expect([search.report?.verdict, search.group]).toEqual(['misconfigured', 'group-1']);
    search.address = 'somebody else';
    await search.chooseGroup('group-2');
    expect(search.group).toBe('group-1');
  });
});

describe('Renewing what is on screen', () => {
  it('leaves it there until the new report comes, with what was asked about the guest', async () => {
    const answer = later<GuestReport>();
    const host = new ScriptedHost().answers('find', pieter());
    const { search } = searching(host);
    await search.find();
    search.checks.set('guest-1', 'junk-folder', true);
    host.answers('find', () => answer.promise);
    const renewing = search.renew();
    expect([search.report?.verdict, search.loading]).toEqual(['misconfigured', null]);
    answer.give(healthy());
    await renewing;
    expect([search.report?.verdict, search.checks.has('guest-1', 'junk-folder')]).toEqual(['healthy', true]);
    expect(host.asks('find')[1]?.guest).toBe('guest-1');
  });

  it('that fails says nothing: what is on screen is as true as it was', async () => {
    const host = new ScriptedHost().answers('find', pieter());
    const { search } = searching(host);
    await search.find();
    host.refuses('find', problem('unreachable'));
    await search.renew();
    expect([search.report?.verdict, search.problem]).toEqual(['misconfigured', null]);
  });

  it('gives way to a search', async () => {
    const answer = later<GuestReport>();
    const host = new ScriptedHost().answers('find', pieter()).answers('cancel', {});
    const { search } = searching(host);
    await search.find();
    host.answers('find', () => answer.promise);
    const renewing = search.renew();
    host.answers('find', healthy());
    await search.find();
    answer.give(pieter());
    await renewing;
    expect(search.report?.verdict).toBe('healthy');
  });
});

describe('The groups to choose from', () => {
  it('that cannot be read leave one to search without', async () => {
    const host = new ScriptedHost().refuses(
      'groups',
      problem('missing-right', { kind: 'refused', why: 'not-known' }),
    );
    const { search, groups } = searching(host);
    groups.chosen = 'group-1';
    await groups.load();
    expect([groups.missing, groups.list, groups.chosen, search.problem]).toEqual([true, [], null, null]);
  });

  it('are read again with a repeated search, and the choice outlives it where the group is still there', async () => {
    const host = new ScriptedHost()
      .refuses('groups', problem('unreachable', { kind: 'unreachable' }))
      .answers('find', pieter());
    const { search, groups } = searching(host);
    await groups.load();
    host.answers('groups', { groups: [{ id: 'group-1', displayName: 'Sales NL', mail: null }] });
    await search.find();
    await search.repeat();
    expect([groups.missing, groups.list.map((it) => it.id)]).toEqual([false, ['group-1']]);
    groups.chosen = 'group-1';
    await groups.load();
    expect(groups.chosen).toBe('group-1');
  });
});
