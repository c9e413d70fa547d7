import { describe, expect, it, vi } from 'vitest';
import { PendingTask } from '../src/state/pending-task.svelte';
import { Request } from '../src/state/request.svelte';
import { ScriptedHost, later, problem } from './scripted-host';

const stopped = problem('cancelled', { kind: 'cancelled' });

describe('A request', () => {
  it('is pending until its answer is there', async () => {
    const answer = later<string>();
    const request = new Request<string>(new ScriptedHost());
    const running = request.run(() => answer.promise);
    expect([request.pending, request.data]).toEqual([true, null]);
    answer.give('here');
    expect(await running).toBe('here');
    expect([request.pending, request.data, request.problem]).toEqual([false, 'here', null]);
  });

  it('keeps what it knows while it is asked again, and after it was refused', async () => {
    const request = new Request<string>(new ScriptedHost());
    await request.run(async () => 'first');
    expect(await request.run(() => Promise.reject(problem('unreachable')))).toBeNull();
    expect([request.data, request.problem?.code, request.pending]).toEqual(['first', 'unreachable', false]);
    await request.run(async () => 'second');
    expect([request.data, request.problem]).toEqual(['second', null]);
  });

  it.each(['answers', 'is refused'])(
    'that is newer counts, also when the older %s after it',
    async (what) => {
      const old = later<string>();
      const request = new Request<string>(new ScriptedHost().answers('cancel', {}));
      const older = request.run(() => old.promise);
      await request.run(async () => 'new');
      if (what === 'answers') old.give('old');
      else old.refuse(problem('unreachable'));
      expect(await older).toBeNull();
      expect([request.data, request.problem, request.pending]).toEqual(['new', null, false]);
    },
  );

  it('that is newer stays pending when the older one ends', async () => {
    const [old, fresh] = [later<string>(), later<string>()];
    const request = new Request<string>(new ScriptedHost());
    const older = request.run(() => old.promise);
    const newer = request.run(() => fresh.promise);
    old.give('old');
    await older;
    expect([request.pending, request.data]).toEqual([true, null]);
    fresh.give('new');
    await newer;
    expect(request.data).toBe('new');
  });

  it('stops what it replaces by its ticket, if that took one', async () => {
    const host = new ScriptedHost().answers('cancel', {});
    const request = new Request<string>(host);
    const tickets: string[] = [];
    void request.run((ticket) => {
      tickets.push(ticket);
      return later<string>().promise;
    });
    void request.run(() => later<string>().promise);
    await request.run(async () => 'last');
    expect(host.asks('cancel')).toEqual([{ ticket: tickets[0] }]);
  });

  it('that is cancelled says what its own answer says', async () => {
    const answer = later<string>();
    const host = new ScriptedHost().answers('cancel', () => {
      answer.refuse(stopped);
      return {};
    });
    const request = new Request<string>(host);
    const running = request.run((ticket) => answer.promise.then((it) => it + ticket));
    const cancelling = request.cancel();
    expect(request.stopping).toBe(true);
    await Promise.all([running, cancelling]);
    expect([request.problem?.code, request.pending, request.stopping]).toEqual(['cancelled', false, false]);
  });

  it('that was answered in the moment it was cancelled is answered', async () => {
    const answer = later<string>();
    const request = new Request<string>(new ScriptedHost().answers('cancel', {}));
    const running = request.run((ticket) => answer.promise.then((it) => it + ticket.slice(0, 0)));
    await request.cancel();
    answer.give('in time');
    expect(await running).toBe('in time');
    expect([request.data, request.problem]).toEqual(['in time', null]);
  });

  it('that cannot be cancelled says why, and can be asked to stop once more', async () => {
    const host = new ScriptedHost().refuses('cancel', problem('unreachable'));
    const request = new Request<string>(host);
    void request.run((ticket) => later<string>().promise.then((it) => it + ticket));
    await request.cancel();
    expect([request.problem?.code, request.stopping, request.pending]).toEqual(['unreachable', false, true]);
    await request.cancel();
    expect(host.asks('cancel')).toHaveLength(2);
  });

  it('that was answered before it could not be cancelled has no problem', async () => {
    const [answer, cancelling] = [later<string>(), later<Record<string, never>>()];
    const request = new Request<string>(new ScriptedHost().answers('cancel', () => cancelling.promise));
    const running = request.run((ticket) => answer.promise.then((it) => it + ticket.slice(0, 0)));
    const cancelled = request.cancel();
    answer.give('in time');
    await running;
    cancelling.refuse(problem('unreachable'));
    await cancelled;
    expect([request.data, request.problem]).toEqual(['in time', null]);
  });

  it('asks to stop once, and not at all where there is nothing to stop', async () => {
    const host = new ScriptedHost().answers('cancel', {});
    const request = new Request<string>(host);
    await request.cancel();
    void request.run(() => later<string>().promise);
    await request.cancel();
    expect(host.asks('cancel')).toEqual([]);
    void request.run((ticket) => later<string>().promise.then((it) => it + ticket));
    await request.cancel();
    await request.cancel();
    expect(host.asks('cancel')).toHaveLength(1);
  });

  it('that is abandoned is not heard any more, whatever comes', async () => {
    const answer = later<string>();
    const request = new Request<string>(new ScriptedHost().refuses('cancel', problem('unreachable')));
    const running = request.run((ticket) => answer.promise.then((it) => it + ticket));
    request.abandon();
    expect(request.pending).toBe(false);
    answer.give('too late');
    expect(await running).toBeNull();
    expect([request.data, request.problem]).toEqual([null, null]);
  });

  it('takes what is no problem of the bridge for a fault of the app, of unknown effect', async () => {
    const request = new Request<string>(new ScriptedHost());
    await request.run(() => Promise.reject(new Error('no such thing')));
    expect(request.problem).toMatchObject({
      code: 'internal',
      changed: 'unknown',
      reference: { message: 'no such thing' },
      voidsPlan: false,
      outdatesReport: true,
      searchInstead: [],
    });
  });
});

describe('A pending task', () => {
  it('is not begun twice: the person answers one question', async () => {
    const answer = later<string>();
    const task = new PendingTask(new ScriptedHost());
    const second = vi.fn(async () => 'second');
    const first = task.run(() => answer.promise);
    expect(await task.run(second)).toBeNull();
    expect(second).not.toHaveBeenCalled();
    answer.give('first');
    expect(await first).toBe('first');
  });

  it('does not translateCode whoever stopped it that it was stopped', async () => {
    const answer = later<string>();
    const host = new ScriptedHost().answers('cancel', () => {
      answer.refuse(stopped);
      return {};
    });
    const task = new PendingTask(host);
    const running = task.run((ticket) => answer.promise.then((it) => it + ticket));
    await task.cancel();
    expect(await running).toBeNull();
    expect([task.problem, task.pending]).toEqual([null, false]);
  });

  it.each([
    ['stopped by somebody else', false, stopped],
    [
      'refused while it was being stopped',
      true,
      problem('sign-in-refused', { kind: 'refused', reason: 'access-blocked' }),
    ],
  ])('that is %s says so', async (_, stopping, why) => {
    const answer = later<string>();
    const task = new PendingTask(new ScriptedHost().answers('cancel', {}));
    const running = task.run((ticket) => answer.promise.then((it) => it + ticket));
    if (stopping) await task.cancel();
    answer.refuse(why);
    await running;
    expect(task.problem?.code).toBe(why.code);
  });
});
