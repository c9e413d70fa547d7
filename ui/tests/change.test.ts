import { describe, expect, it, vi } from 'vitest';
import type { ChangeView, ProgressUpdate, PlanView } from '../src/host/contract';
import { Change } from '../src/state/change.svelte';
import { ScriptedHost, later, plan, problem, result } from './scripted-host';

const remedy = {
  remedy: 'keep-one-address',
  guest: 'guest-1',
  searched: 'pieter@northwindtraders.com',
  group: null,
} as const;
const change = (more: Partial<ChangeView> = {}): ChangeView => ({
  id: 'change-1',
  kind: 'keep-one-address',
  guestName: 'Pieter Jansen',
  searched: 'pieter@northwindtraders.com',
  steps: [{ kind: 'compare', state: 'running', parts: null }],
  result: null,
  ...more,
});

/** A host whose running change gives these news, one after the other. */
function running(...news: ProgressUpdate[]): ScriptedHost {
  let next = 0;
  return new ScriptedHost()
    .answers('preview', plan())
    .answers('confirm', { change: 'change-1' })
    .answers('cancel', {})
    .answers('watch', () => news[Math.min(next++, news.length - 1)] as ProgressUpdate);
}

describe('A change', () => {
  it('confirms the plan that was shown, and nothing else', async () => {
    const host = running({ sequence: 1, change: change({ result: result() }) });
    const it = new Change(host);
    await it.open(remedy);
    it.reason = '  ticket 4711 ';
    await it.confirm();
    expect(host.asks('confirm')).toEqual([{ plan: 'plan-1', typed: null, reason: 'ticket 4711' }]);
    expect(it.phase).toBe('result');
  });

  it('makes a new plan for each choice, and meanwhile confirms none', async () => {
    const second = later<PlanView>();
    const host = running();
    const it = new Change(host);
    await it.open(remedy);
    host.answers('preview', () => second.promise);
    const choosing = it.choose({ address: 'pieter.jansen@northwindtraders.example' });
    expect(it.ready).toBe(false);
    await it.confirm();
    expect(host.asks('confirm')).toEqual([]);
    second.give(plan({ id: 'plan-2' }));
    await choosing;
    expect(it.ready).toBe(true);
    expect(it.plan?.id).toBe('plan-2');
    expect(host.asks('preview')[1]?.choices.address).toBe('pieter.jansen@northwindtraders.example');
  });

  it('gives up addresses only in the plan that was asked for with it', async () => {
    const host = running();
    const it = new Change(host);
    await it.open(remedy);
    expect(host.asks('preview')[0]?.choices.withoutTaken).toBe(false);
    await it.choose({ withoutTaken: true });
    expect(host.asks('preview')[1]?.choices.withoutTaken).toBe(true);
    await it.open(remedy);
    expect(host.asks('preview')[2]?.choices.withoutTaken).toBe(false);
  });

  it('keeps the plan of the newest choice, and stops the older question', async () => {
    const slow = later<PlanView>();
    const host = new ScriptedHost().answers('cancel', {});
    host.answers('preview', (ask) => (ask.choices.address === null ? slow.promise : plan({ id: 'newest' })));
    const it = new Change(host);
    const opening = it.open(remedy);
    await it.choose({ address: 'pieter@northwindtraders.com' });
    slow.give(plan({ id: 'older' }));
    await opening;
    expect(it.plan?.id).toBe('newest');
    expect(host.asks('cancel')[0]?.ticket).toBe(host.asks('preview')[0]?.ticket);
  });

  it('cannot be confirmed while a choice is missing', async () => {
    const it = new Change(new ScriptedHost().answers('preview', plan({ id: null, missing: 'address' })));
    await it.open(remedy);
    expect(it.ready).toBe(false);
  });

  it('cannot be confirmed before something is typed, where the plan asks for it', async () => {
    const host = running({ sequence: 1, change: change({ result: result() }) });
    host.answers('preview', plan({ confirmText: 'pieter@northwindtraders.com' }));
    const it = new Change(host);
    await it.open(remedy);
    expect(it.ready).toBe(false);
    it.typed = ' pieter@northwindtraders.com ';
    expect(it.ready).toBe(true);
    await it.confirm();
    expect(host.asks('confirm')[0]?.typed).toBe('pieter@northwindtraders.com');
  });

  it('stays in the preview when it is refused, with what was typed', async () => {
    const host = running().refuses(
      'confirm',
      problem('typed-text-differs', { expected: 'pieter@northwindtraders.com' }),
    );
    host.answers('preview', plan({ confirmText: 'pieter@northwindtraders.com' }));
    const it = new Change(host);
    await it.open(remedy);
    it.typed = 'something else';
    await it.confirm();
    expect([it.phase, it.problem?.code, it.typed]).toEqual([
      'preview',
      'typed-text-differs',
      'something else',
    ]);
    expect(it.ready).toBe(true);
  });

  it('follows the news of its own run only, from where it was', async () => {
    const host = running(
      { sequence: 4, change: change({ id: 'an-older-one', result: result({ outcome: 'refused' }) }) },
      { sequence: 5, change: change() },
      { sequence: 6, change: change({ result: result() }) },
    );
    const it = new Change(host);
    await it.open(remedy);
    await it.confirm();
    expect(host.asks('watch').map((ask) => ask.after)).toEqual([0, 4, 5]);
    expect(it.result?.outcome).toBe('done');
  });

  it('is stopped by its id, and cannot be left while it runs', async () => {
    const end = later<ProgressUpdate>();
    const host = running().answers('watch', () => end.promise);
    const it = new Change(host);
    await it.open(remedy);
    const run = it.confirm();
    await vi.waitFor(() => expect(it.phase).toBe('running'));
    it.close();
    expect(it.phase).toBe('running');
    await it.stop();
    expect(host.asks('cancel')).toEqual([{ ticket: 'change-1' }]);
    end.give({ sequence: 2, change: change({ result: result({ outcome: 'interrupted' }) }) });
    await run;
    expect(it.result?.outcome).toBe('interrupted');
  });

  it('can be watched again after the connection was lost', async () => {
    const host = running().refuses('watch', problem('unreachable', { kind: 'unreachable' }));
    const it = new Change(host);
    await it.open(remedy);
    await it.confirm();
    expect([it.phase, it.problem?.code]).toEqual(['running', 'unreachable']);
    host.answers('watch', { sequence: 9, change: change({ result: result() }) });
    await it.watch();
    expect([it.phase, it.problem]).toEqual(['result', null]);
  });

  it.each([
    ['undo', 'preview_undo'],
    ['continue', 'preview_continue'],
    ['put-back', 'preview_put_back'],
  ] as const)('is followed up by %s with a plan of its own', async (followUp, command) => {
    const host = new ScriptedHost().answers(command, plan({ id: 'back' }));
    const it = new Change(host);
    await it.open({ followUp, change: 'change-1' });
    expect(host.asks(command)).toEqual([{ change: 'change-1' }]);
    expect(it.plan?.id).toBe('back');
  });
});
