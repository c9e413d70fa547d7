// What the page shows, an answer says: each of these changes with a field of it, and with nothing else.
import { screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { PlanView, Problem, ResultView } from '../src/host/contract';
import { ScriptedHost, pieter, plan, problem, result, signedIn } from './scripted-host';
import { plain } from '../src/words/words.svelte';
import { button, dialog, open, press, search } from './user';

const atWork = () =>
  new ScriptedHost()
    .answers('status', signedIn())
    .answers('groups', { groups: [] })
    .answers('find', pieter());

async function previewed(shown: PlanView) {
  await open(atWork().answers('preview', shown));
  await search();
  await press(/^Keep one address/);
  const preview = within(await dialog('Keep one address'));
  await preview.findByRole('button', { name: 'Keep this address' });
  return preview;
}

async function ended(shown: ResultView) {
  const host = atWork()
    .answers('preview', plan())
    .answers('confirm', { change: 'c' })
    .answers('watch', {
      sequence: 1,
      change: {
        id: 'c',
        kind: 'keep-one-address',
        guestName: 'Pieter Jansen',
        searched: 'pieter@northwindtraders.com',
        steps: [],
        result: shown,
      },
    });
  await open(host);
  await search();
  await press(/^Keep one address/);
  const preview = within(await dialog('Keep one address'));
  await preview.findByText(/\(goes away\)/);
  await press('Keep this address', preview);
  await screen.findByTestId('close');
  return host;
}

describe('A remedy', () => {
  it.each([true, false])('is said to be impossible: %s', async (impossible) => {
    const report = pieter();
    report.remedies = report.remedies.map((it) => ({ ...it, availability: 'disabled', impossible }));
    await open(atWork().answers('find', report));
    await search();
    expect(screen.queryAllByText('Not possible:')).toHaveLength(impossible ? report.remedies.length : 0);
  });
});

describe('A plan', () => {
  it.each([
    ['main', 'Which address should be the main one for Pieter?'],
    ['keep', 'Which address does Pieter use?'],
    ['invite', 'At which address should Pieter be invited?'],
  ] as const)('asks %s', async (question, words) => {
    const preview = await previewed(plan({ question }));
    preview.getByRole('group', { name: (name) => plain(name) === words });
  });

  it('asks nothing where there is nothing to choose', async () => {
    const preview = await previewed(plan({ question: null, addresses: [] }));
    expect(preview.queryByTestId('choice')).toBeNull();
  });

  it.each([true, false])('that deletes is confirmed by a button of another colour: %s', async (deletes) => {
    const preview = await previewed(plan({ deletes }));
    const confirm = preview.getByRole('button', { name: 'Keep this address' });
    expect(confirm.classList.contains('danger')).toBe(deletes);
  });

  it.each([true, false])('is made again after a problem that voids it: %s', async (voidsPlan) => {
    const stale: Problem = problem('plan-stale', { kind: 'refused', voidsPlan });
    await open(atWork().answers('preview', plan()).refuses('confirm', stale));
    await search();
    await press(/^Keep one address/);
    const preview = within(await dialog('Keep one address'));
    await preview.findByText(/\(goes away\)/);
    await press('Keep this address', preview);
    await preview.findByRole('alert');
    expect(preview.queryByTestId('plan-again') !== null).toBe(voidsPlan);
  });
});

describe('A result', () => {
  it('has the buttons of its actions, in their order, and one of them stands out', async () => {
    await ended(result({ actions: ['put-back', 'continue', 'close'], primary: 'put-back' }));
    const ids = ['put-back', 'resume', 'close'];
    const shown = screen.getByTestId('close').parentElement?.querySelectorAll('button') ?? [];
    expect([...shown].map((it) => it.dataset['testid'])).toEqual(ids);
    expect([...shown].map((it) => it.classList.contains('primary'))).toEqual([true, false, false]);
  });

  it('that was not seen is not called right, says what was accepted, and looks again', async () => {
    const unseen = { outcome: 'not-yet-visible', made: 'not-seen-yet', conclusion: 'not-seen-yet' } as const;
    const host = await ended(result({ ...unseen, actions: ['close', 'look-again'], primary: 'look-again' }));
    expect(screen.queryByTestId('directory-right')).toBeNull();
    screen.getByText('Accepted, not seen yet');
    expect(screen.queryByText(/\(goes away\)/)).toBeNull();
    await press('Look again');
    await screen.findByTestId('verdict');
    const asked = { address: 'pieter@northwindtraders.com', guest: pieter().subject?.id };
    expect(host.asks('find').at(-1)).toMatchObject(asked);
  });

  it('names groups where it says so', async () => {
    await ended(result({ memberships: ['Sales NL', 'Projects'] }));
    expect(screen.getByTestId('memberships-now').textContent).toContain('Sales NL and Projects');
  });

  it('shows the link of an invitation to copy, or says that it is not known any more', async () => {
    const link = 'https://login.microsoftonline.com/redeem?rd=x';
    await ended(result({ changes: [], redeemLink: { link } }));
    const shown = within(await screen.findByTestId('redeem-link'));
    expect(shown.getByTestId('link').textContent).toBe(link);
    expect(shown.queryByRole('link')).toBeNull();
    shown.getByRole('button', { name: /Copy the link/ });
    screen.getByText(/the account is as it was/);
  });

  it('says that a link is not known any more', async () => {
    await ended(result({ redeemLink: { link: null } }));
    const shown = within(await screen.findByTestId('redeem-link'));
    shown.getByText(/not known any more/);
    expect(shown.queryByTestId('link')).toBeNull();
  });

  it.each([true, false])(
    'has the guest looked up again where it outdates the report: %s',
    async (outdates) => {
      const stopped = problem('internal', { kind: 'internal', outdatesReport: outdates });
      const host = await ended(
        result({ outcome: 'failed', report: null, problem: stopped, actions: ['close'] }),
      );
      await press('Close');
      await screen.findByRole('heading', { level: 1 });
      expect(button(/^Keep one address/)).toBeTruthy();
      expect(host.asks('find')).toHaveLength(outdates ? 2 : 1);
    },
  );
});
