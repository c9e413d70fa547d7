import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { GuestReport, Status } from '../src/host/contract';
import {
  ScriptedHost,
  later,
  pieter,
  plan,
  problem,
  result,
  signedIn,
  signedInForReal,
} from './scripted-host';
import {
  button,
  buttons,
  dialog,
  drained,
  field,
  open,
  press,
  problem as shownProblem,
  search,
  searchBox,
  type,
} from './user';

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
async function searched(host: ScriptedHost): Promise<void> {
  await open(host);
  await search();
}
const moreProof = problem('more-proof', { kind: 'refused' });
const setMail = /Set the main address/;
const keepOne = /^Keep one address/;
const request = () => dialog('Permission comes first');
const preview = () => dialog('Keep one address');
const confirm = async () =>
  within(await preview()).findByRole<HTMLButtonElement>('button', { name: 'Keep this address' });
const noProblem = () => waitFor(() => expect(screen.queryByRole('alert')).toBeNull());

describe('A remedy that lacks a permission', () => {
  it('asks Microsoft for it, explained, and leads on to the preview', async () => {
    const answer = later<Status>();
    const host = inside().answers('permit', () => answer.promise);
    await searched(host);
    expect(button(setMail).textContent).toContain('Asks Microsoft for permission first');
    await press(setMail);
    const asked = within(await request());
    expect(host.asks('preview')).toEqual([]);
    asked.getByText(setMail);
    expect(asked.getByRole('listitem').textContent).toContain(
      'Change the accounts of people User.ReadWrite.All',
    );
    await press('Ask Microsoft', asked);
    await asked.findByRole('heading', { name: 'Your browser is open at Microsoft' });
    host.answers('find', pieter());
    answer.give(signedInForReal());
    await dialog('Set the main address');
    await waitFor(() => expect(button(setMail).textContent).not.toContain('permission first'));
    expect(host.asks('permit')[0]?.remedy).toBe('set-mail');
    expect(host.asks('preview').map((ask) => ask.remedy)).toEqual(['set-mail']);
    expect(screen.queryByRole('dialog', { name: 'Permission comes first' })).toBeNull();
  });

  it('left before or while Microsoft is asked changes nothing', async () => {
    const answer = later<Status>();
    const host = inside()
      .answers('permit', () => answer.promise)
      .answers('cancel', () => {
        answer.refuse(problem('cancelled', { kind: 'cancelled' }));
        return {};
      });
    await searched(host);
    await press(setMail);
    await press('Cancel', within(await request()));
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Permission comes first' })).toBeNull());
    await press(setMail);
    await press('Ask Microsoft', within(await request()));
    await press('Cancel', within(await request()));
    const again = await within(await request()).findByRole('button', { name: 'Ask Microsoft' });
    await waitFor(() => expect(document.activeElement).toBe(again));
    expect(host.asks('cancel')[0]?.ticket).toBe(host.asks('permit')[0]?.ticket);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(host.asks('preview')).toEqual([]);
  });

  it('that an admin has to permit first says who, and can be asked again', async () => {
    const host = inside().refuses(
      'permit',
      problem('sign-in-refused', { kind: 'refused', reason: 'admin-consent-needed' }),
    );
    await searched(host);
    await press(setMail);
    await press('Ask Microsoft', within(await request()));
    const notice = within(await shownProblem());
    notice.getByText(/An admin has to agree first/);
    notice.getByText(/^Who can do this: .*Global Administrator/);
    expect(within(await request()).getAllByRole('button', { name: 'Ask Microsoft' })).toHaveLength(1);
  });

  it('found out by the preview is asked for there, for what follows a change as well', async () => {
    const missing = problem('permission-missing', {
      kind: 'refused',
      permissions: ['User.ReadWrite.All'],
      remedy: 'set-mail',
    });
    const host = inside().answers('permit', signedInForReal()).refuses('preview', missing);
    await searched(host);
    await press(keepOne);
    const notice = await shownProblem();
    expect(notice.textContent).toContain('User.ReadWrite.All');
    host.answers('preview', plan());
    await press('Ask Microsoft', within(notice));
    await noProblem();
    expect((await confirm()).disabled).toBe(false);
    expect(host.asks('permit')[0]?.remedy).toBe('set-mail');
    expect(host.asks('preview').map((ask) => ask.remedy)).toEqual(['keep-one-address', 'keep-one-address']);
  });
});

describe('In the practice organisation', () => {
  const practising = (account = signedIn()) => inside().answers('status', account);
  const answers = async () => within(await screen.findByTestId('practice-answers'));

  it('who practises chooses what happens on the page that would open, and it leads on to the preview', async () => {
    const host = practising().answers('permit', signedIn());
    await searched(host);
    await press(setMail);
    await press('Ask Microsoft', within(await request()));
    expect(host.asks('permit')).toEqual([]);
    host.answers('find', pieter());
    await press(/the permission is given/, await answers());
    await dialog('Set the main address');
    expect(host.asks('permit')[0]).toMatchObject({ remedy: 'set-mail', practice: 'given' });
    expect(host.asks('preview').map((ask) => ask.remedy)).toEqual(['set-mail']);
  });

  it('a no is said as for real, and can be asked again', async () => {
    const host = practising().refuses(
      'permit',
      problem('sign-in-refused', { kind: 'refused', reason: 'admin-consent-needed' }),
    );
    await searched(host);
    await press(setMail);
    await press('Ask Microsoft', within(await request()));
    await press('An admin has to agree first', await answers());
    within(await shownProblem()).getByText(/An admin has to agree first/);
    expect(host.asks('permit')[0]?.practice).toBe('admin-needed');
    expect(screen.queryByTestId('practice-answers')).toBeNull();
    const again = await within(await request()).findByRole('button', { name: 'Ask Microsoft' });
    await waitFor(() => expect(document.activeElement).toBe(again));
  });

  it('left while it is being chosen, nothing is asked, and it begins anew', async () => {
    const host = practising();
    await searched(host);
    await press(setMail);
    await press('Ask Microsoft', within(await request()));
    await press('Cancel', await answers());
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Permission comes first' })).toBeNull());
    await press(setMail);
    await within(await request()).findByRole('button', { name: 'Ask Microsoft' });
    expect(host.asks('permit')).toEqual([]);
  });

  it('what the preview finds missing is asked for there', async () => {
    const missing = problem('permission-missing', {
      kind: 'refused',
      permissions: ['User.ReadWrite.All'],
      remedy: 'set-mail',
    });
    const host = practising().answers('permit', signedIn()).refuses('preview', missing);
    await searched(host);
    await press(keepOne);
    const notice = await shownProblem();
    host.answers('preview', plan());
    await press('Ask Microsoft', within(notice));
    await press(/the permission is given/, await answers());
    await noProblem();
    expect((await confirm()).disabled).toBe(false);
    expect(host.asks('permit')[0]?.practice).toBe('given');
  });
});

describe('When Microsoft wants a fresh confirmation', () => {
  it('a search is repeated after it, as it was', async () => {
    const host = inside().refuses('find', moreProof).answers('prove', signedInForReal());
    await searched(host);
    expect((await shownProblem()).textContent).toContain('One more step');
    await type('Guest’s e‑mail address', 'typed meanwhile');
    host.answers('find', pieter());
    await press('Confirm with Microsoft');
    await screen.findByRole('region', { name: /has no main e‑mail address/ });
    expect(host.asks('find').map((ask) => ask.address)).toEqual([
      'pieter@northwindtraders.com',
      'pieter@northwindtraders.com',
    ]);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(searchBox().value).toBe('typed meanwhile');
  });

  it('a change goes back to its preview, with what was typed, and is not confirmed by itself', async () => {
    const host = inside()
      .answers('confirm', { change: 'c' })
      .answers('prove', signedInForReal())
      .answers('watch', {
        sequence: 1,
        change: {
          id: 'c',
          kind: 'keep-one-address',
          guestName: 'Pieter Jansen',
          searched: 'pieter@northwindtraders.com',
          steps: [],
          result: result({
            outcome: 'refused',
            report: null,
            problem: moreProof,
            changes: [],
            actions: ['close'],
            showsSteps: true,
          }),
        },
      });
    await searched(host);
    await press(keepOne);
    await confirm();
    await type('Reason or ticket number (optional)', 'ticket 4711');
    await fireEvent.click(await confirm());
    const ended = within(await dialog('Refused: nothing was changed'));
    host.answers('preview', plan({ id: 'plan-2' }));
    await press('Confirm with Microsoft', ended);
    await confirm();
    expect(field('Reason or ticket number (optional)').value).toBe('ticket 4711');
    expect(host.asks('confirm')).toHaveLength(1);
    await fireEvent.click(await confirm());
    await dialog('Refused: nothing was changed');
    expect(host.asks('confirm')[1]?.plan).toBe('plan-2');
  });

  it('that fails says why, and can be tried again', async () => {
    const host = inside()
      .refuses('find', moreProof)
      .refuses('prove', problem('other-person', { kind: 'refused' }));
    await searched(host);
    await press('Confirm with Microsoft');
    await screen.findByText(/Somebody else answered/);
    await waitFor(() => expect(document.activeElement).toBe(button('Confirm with Microsoft')));
    expect(host.asks('find')).toHaveLength(1);
  });

  it('and the preview was left meanwhile, it does not come back', async () => {
    const answer = later<Status>();
    const host = inside()
      .refuses('preview', moreProof)
      .answers('prove', () => answer.promise)
      .answers('cancel', {});
    await searched(host);
    await press(keepOne);
    await press('Confirm with Microsoft');
    await fireEvent.keyDown(await preview(), { key: 'Escape' });
    await waitFor(() => expect(host.asks('cancel')).toContainEqual(host.asks('prove')[0]));
    answer.give(signedInForReal());
    await drained();
    expect(screen.queryByRole('dialog', { name: 'Keep one address' })).toBeNull();
    expect(host.asks('preview')).toHaveLength(1);
  });

  it('nothing is offered where nobody can be asked', async () => {
    const expired = problem('sign-in-expired', { kind: 'not-signed-in' });
    await searched(inside().answers('status', signedIn()).refuses('find', expired));
    expect((await shownProblem()).textContent).toContain('Your sign-in is over');
    expect(buttons(/Microsoft|Sign in/)).toEqual([]);
  });

  it('a sign-in that is over is renewed in place', async () => {
    const host = inside()
      .refuses('find', problem('sign-in-expired', { kind: 'not-signed-in' }))
      .answers('prove', signedInForReal());
    await searched(host);
    host.answers('find', pieter());
    await press('Sign in again');
    await screen.findByRole('region', { name: /has no main e‑mail address/ });
    await noProblem();
  });
});
