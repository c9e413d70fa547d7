import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import App from '../src/App.svelte';
import type { GuestReport, Status } from '../src/host/contract';
import {
  ScriptedHost,
  later,
  pieter,
  plan,
  problem,
  result,
  settle,
  signedIn,
  signedInForReal,
} from './scripted-host';

const see = (id: string) => screen.getByTestId(id);
const seen = (id: string) => screen.queryByTestId(id) !== null;
const press = async (id: string) => {
  await fireEvent.click(see(id));
  await settle();
};
/** Setting the main address lacks a permission. */
function lacking(): GuestReport {
  const report = pieter();
  report.remedies = report.remedies.map((it) =>
    it.kind === 'set-mail' ? { ...it, permissions: ['User.ReadWrite.All'] } : it,
  );
  return report;
}
const inside = () =>
  new ScriptedHost()
    .answers('status', signedInForReal())
    .answers('groups', { groups: [] })
    .answers('find', lacking())
    .answers('preview', plan());
async function look(host: ScriptedHost): Promise<void> {
  render(App, { host });
  await settle();
  await fireEvent.input(see('guest-address'), { target: { value: 'pieter@northwindtraders.com' } });
  await press('find');
}
const moreProof = problem('more-proof', { kind: 'refused' });

describe('A remedy that lacks a permission', () => {
  it('asks Microsoft for it, explained, and leads on to the preview', async () => {
    const answer = later<Status>();
    const host = inside().answers('permit', () => answer.promise);
    await look(host);
    expect(see('remedy-set-mail').textContent).toContain('Asks Microsoft for permission first');
    await press('remedy-set-mail');
    expect(host.asks('preview')).toEqual([]);
    expect(see('permission').textContent).toContain('Set the main address');
    expect(see('permission').textContent).toContain('Change the accounts of people User.ReadWrite.All');
    await press('permit');
    expect(see('waiting')).toBeTruthy();
    host.answers('find', pieter());
    answer.give(signedInForReal());
    await settle();
    expect(host.asks('permit')[0]?.remedy).toBe('set-mail');
    expect(host.asks('preview').map((ask) => ask.remedy)).toEqual(['set-mail']);
    expect(see('preview')).toBeTruthy();
    expect(seen('permission')).toBe(false);
    expect(see('remedy-set-mail').textContent).not.toContain('permission first');
  });

  it('left before or while Microsoft is asked changes nothing', async () => {
    const answer = later<Status>();
    const host = inside()
      .answers('permit', () => answer.promise)
      .answers('cancel', () => {
        answer.refuse(problem('cancelled', { kind: 'cancelled' }));
        return {};
      });
    await look(host);
    await press('remedy-set-mail');
    await press('cancel');
    expect(seen('permission')).toBe(false);
    await press('remedy-set-mail');
    await press('permit');
    await press('cancel');
    expect(host.asks('cancel')[0]?.ticket).toBe(host.asks('permit')[0]?.ticket);
    expect(see('permission')).toBeTruthy();
    expect(seen('problem')).toBe(false);
    expect(document.activeElement).toBe(see('permit'));
    expect(host.asks('preview')).toEqual([]);
  });

  it('that an admin has to permit first says who, and can be asked again', async () => {
    const host = inside().refuses(
      'permit',
      problem('sign-in-refused', { kind: 'refused', reason: 'admin-consent-needed' }),
    );
    await look(host);
    await press('remedy-set-mail');
    await press('permit');
    expect(see('problem').textContent).toContain('An admin has to agree first');
    expect(see('who').textContent).toContain('Global Administrator');
    expect(see('permit')).toBeTruthy();
  });

  it('found out by the preview is asked for there, for a way back as well', async () => {
    const missing = problem('permission-missing', {
      kind: 'refused',
      permissions: ['User.ReadWrite.All'],
      remedy: 'set-mail',
    });
    const host = inside().answers('permit', signedInForReal()).refuses('preview', missing);
    await look(host);
    await press('remedy-keep-one-address');
    expect(see('problem').textContent).toContain('User.ReadWrite.All');
    host.answers('preview', plan());
    await press('permit');
    expect(host.asks('permit')[0]?.remedy).toBe('set-mail');
    expect(host.asks('preview').map((ask) => ask.remedy)).toEqual(['keep-one-address', 'keep-one-address']);
    expect(seen('problem')).toBe(false);
    expect((see('confirm') as HTMLButtonElement).disabled).toBe(false);
  });
});

describe('When Microsoft wants a fresh confirmation', () => {
  it('a search is repeated after it, as it was', async () => {
    const host = inside().refuses('find', moreProof).answers('prove', signedInForReal());
    await look(host);
    expect(see('problem').textContent).toContain('One more step');
    await fireEvent.input(see('guest-address'), { target: { value: 'typed meanwhile' } });
    host.answers('find', pieter());
    await press('prove');
    const asks = host.asks('find');
    expect(asks.map((ask) => ask.address)).toEqual([
      'pieter@northwindtraders.com',
      'pieter@northwindtraders.com',
    ]);
    expect(seen('problem')).toBe(false);
    expect(see('verdict').dataset['verdict']).toBe('misconfigured');
    expect((see('guest-address') as HTMLInputElement).value).toBe('typed meanwhile');
  });

  it('a change goes back to its preview, with what was typed, and is not confirmed by itself', async () => {
    const host = inside()
      .answers('prove', signedInForReal())
      .answers('confirm', { change: 'c' })
      .answers('watch', {
        sequence: 1,
        change: {
          id: 'c',
          kind: 'keep-one-address',
          guestName: 'Pieter Jansen',
          steps: [],
          result: result({
            outcome: 'refused',
            report: null,
            problem: moreProof,
            changes: [],
            canUndo: false,
          }),
        },
      });
    await look(host);
    await press('remedy-keep-one-address');
    await fireEvent.input(see('reason'), { target: { value: 'ticket 4711' } });
    await press('confirm');
    expect(see('result')).toBeTruthy();
    host.answers('preview', plan({ id: 'plan-2' }));
    await press('prove');
    expect(see('preview')).toBeTruthy();
    expect((see('reason') as HTMLInputElement).value).toBe('ticket 4711');
    expect(host.asks('confirm')).toHaveLength(1);
    await press('confirm');
    expect(host.asks('confirm')[1]?.plan).toBe('plan-2');
  });

  it('that fails says why, and can be tried again', async () => {
    const host = inside()
      .refuses('find', moreProof)
      .refuses('prove', problem('other-person', { kind: 'refused' }));
    await look(host);
    await press('prove');
    expect(see('problem').textContent).toContain('Somebody else answered');
    expect(host.asks('find')).toHaveLength(1);
    expect(document.activeElement).toBe(see('prove'));
  });

  it('and the preview was left meanwhile, it does not come back', async () => {
    const answer = later<Status>();
    const host = inside()
      .refuses('preview', moreProof)
      .answers('prove', () => answer.promise)
      .answers('cancel', {});
    await look(host);
    await press('remedy-keep-one-address');
    await press('prove');
    await fireEvent.keyDown(see('preview'), { key: 'Escape' });
    await settle();
    expect(host.asks('cancel')).toContainEqual(host.asks('prove')[0]);
    answer.give(signedInForReal());
    await settle();
    expect(seen('preview')).toBe(false);
    expect(host.asks('preview')).toHaveLength(1);
  });

  it('nothing is offered where nobody can be asked', async () => {
    const expired = problem('sign-in-expired', { kind: 'not-signed-in' });
    const host = inside().answers('status', signedIn()).refuses('find', expired);
    await look(host);
    expect(see('problem').textContent).toContain('Your sign-in is over');
    expect(seen('prove')).toBe(false);
  });

  it('a sign-in that is over is renewed in place', async () => {
    const host = inside()
      .refuses('find', problem('sign-in-expired', { kind: 'not-signed-in' }))
      .answers('prove', signedInForReal());
    await look(host);
    expect(see('prove').textContent).toContain('Sign in again');
    host.answers('find', pieter());
    await press('prove');
    expect(see('verdict')).toBeTruthy();
  });
});
