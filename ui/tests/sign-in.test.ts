import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import App from '../src/App.svelte';
import type { CodeView, Status } from '../src/host/contract';
import {
  ScriptedHost,
  contoso,
  later,
  pieter,
  problem,
  settle,
  signedInForReal,
  status,
} from './scripted-host';

const see = (id: string) => screen.getByTestId(id);
const seen = (id: string) => screen.queryByTestId(id) !== null;
const press = async (id: string) => {
  await fireEvent.click(see(id));
  await settle();
};
async function open(host: ScriptedHost): Promise<void> {
  render(App, { host });
  await settle();
}
const outside = (more: Partial<Status> = {}) =>
  new ScriptedHost()
    .answers('status', status({ organisation: contoso(), ...more }))
    .answers('groups', { groups: [] });
const cancelled = problem('cancelled', { kind: 'cancelled' });

describe('Welcome offers', () => {
  const ways = [
    'sign-in-browser',
    'sign-in-code',
    'sign-in-azure-cli',
    'set-up',
    'another-organisation',
    'practice',
  ];
  it.each<[string, Partial<Status>, string[]]>([
    [
      'set-up, Azure CLI and practice without an organisation',
      { organisation: null },
      ['sign-in-azure-cli', 'set-up', 'practice'],
    ],
    [
      'all ways with one that was chosen here',
      {},
      ['sign-in-browser', 'sign-in-code', 'sign-in-azure-cli', 'another-organisation', 'practice'],
    ],
    [
      'no other organisation where the computer is managed',
      { organisation: contoso({ source: 'managed' }) },
      ['sign-in-browser', 'sign-in-code', 'sign-in-azure-cli', 'practice'],
    ],
  ])('%s', async (_, more, expected) => {
    await open(outside(more));
    expect(ways.filter(seen)).toEqual(expected);
  });

  it('an organisation by its name, cloud and help, and says that codes are often blocked', async () => {
    await open(outside());
    const card = see('organisation-card').textContent;
    for (const text of ['Contoso', 'contoso.onmicrosoft.com', 'worldwide', 'servicedesk@contoso.nl']) {
      expect(card).toContain(text);
    }
    expect(seen('custom-hosts')).toBe(false);
    expect(see('sign-in-code').textContent).toContain('many organisations block this');
    expect(see('sign-in-azure-cli').textContent).toContain('cannot ask for permissions');
  });

  it('hosts of its own only with a warning that names them', async () => {
    const organisation = contoso({
      cloud: 'custom',
      source: 'launch',
      loginHost: 'login.contoso.test',
      graphHost: 'graph.contoso.test',
    });
    await open(outside({ organisation }));
    const warning = see('custom-hosts').textContent;
    expect(warning).toContain('login.contoso.test');
    expect(warning).toContain('graph.contoso.test');
  });

  it('a word about the next time where nothing can be kept, and none where it can or is not known', async () => {
    await open(outside({ keeping: 'no-keyring' }));
    expect(see('keeping').textContent).toContain('no keyring');
    document.body.innerHTML = '';
    await open(outside({ keeping: null }));
    expect(seen('keeping')).toBe(false);
  });
});

describe('Signing in with the browser', () => {
  it('waits, and then shows in which organisation one is', async () => {
    const answer = later<Status>();
    await open(outside().answers('sign_in_browser', () => answer.promise));
    await press('sign-in-browser');
    expect(see('waiting').textContent).toContain('Your browser is open at Microsoft');
    expect(seen('practice')).toBe(false);
    expect(document.activeElement?.textContent).toContain('Your browser is open');
    answer.give(signedInForReal());
    await settle();
    expect(see('organisation-name').title).toBe('tenant-1');
    expect(see('organisation-name').textContent).toContain('Contoso');
    expect(document.body.textContent).not.toContain('Practice organisation');
    expect(document.activeElement).toBe(see('guest-address'));
  });

  it('is stopped by its own ticket, quietly, and leads back to the button', async () => {
    const answer = later<Status>();
    const host = outside()
      .answers('sign_in_browser', () => answer.promise)
      .answers('cancel', () => {
        answer.refuse(cancelled);
        return {};
      });
    await open(host);
    await press('sign-in-browser');
    await press('cancel');
    expect(host.asks('cancel')).toEqual(host.asks('sign_in_browser'));
    expect(seen('waiting')).toBe(false);
    expect(seen('problem')).toBe(false);
    expect(document.activeElement).toBe(see('sign-in-browser'));
  });

  it('that came through in the moment of stopping is not thrown away', async () => {
    const answer = later<Status>();
    await open(
      outside()
        .answers('sign_in_browser', () => answer.promise)
        .answers('cancel', {}),
    );
    await press('sign-in-browser');
    await press('cancel');
    expect((see('cancel') as HTMLButtonElement).disabled).toBe(true);
    answer.give(signedInForReal());
    await settle();
    expect(see('account').textContent).toContain('Anna Bakker');
  });

  it('that Microsoft refuses says why, what to do, who can, and the correlation id to copy', async () => {
    const refused = problem('sign-in-refused', {
      kind: 'refused',
      reason: 'access-blocked',
      reference: {
        status: null,
        code: 'AADSTS53003',
        message: 'Access has been blocked.',
        requestId: null,
        correlationId: 'c-1',
        at: null,
      },
    });
    await open(outside().refuses('sign_in_browser', refused));
    await press('sign-in-browser');
    const notice = see('problem');
    expect(notice.dataset['reason']).toBe('access-blocked');
    expect(notice.textContent).toContain('A rule of the organisation blocks this sign-in');
    expect(notice.textContent).toContain('sign in with the browser instead');
    expect(see('who').textContent).toContain('Conditional Access Administrator');
    expect(see('correlation').textContent).toBe('c-1');
    expect(within(notice).getByRole('button', { name: 'Copy the correlation ID' })).toBeTruthy();
    expect(document.activeElement).toBe(see('sign-in-browser'));
  });
});

describe('A code on another device', () => {
  afterEach(() => void vi.useRealTimers());
  const code: CodeView = { userCode: 'HX7K2PQRM', page: 'https://login.contoso.test/device', seconds: 62 };

  it('is shown big, counts down, and says once that a minute is left', async () => {
    vi.useFakeTimers();
    const answer = later<Status>();
    const host = outside()
      .answers('sign_in_code', code)
      .answers('sign_in_code_wait', () => answer.promise)
      .answers('open', {});
    render(App, { host });
    await vi.advanceTimersByTimeAsync(10);
    await fireEvent.click(see('sign-in-code'));
    await vi.advanceTimersByTimeAsync(10);
    expect(see('device-code').textContent).toBe('HX7K2PQRM');
    expect(see('waiting').textContent).toContain('https://login.contoso.test/device');
    expect(see('countdown').textContent).toContain('01:02');
    const heard = () => screen.getAllByRole('status').map((it) => it.textContent);
    expect(heard()).not.toContain('The code is good for one more minute.');
    await vi.advanceTimersByTimeAsync(2000);
    expect(see('countdown').textContent).toContain('01:00');
    expect(heard()).toContain('The code is good for one more minute.');
    await vi.advanceTimersByTimeAsync(90_000);
    expect(see('countdown').textContent).toContain('00:00');
    await fireEvent.click(see('open-code-page'));
    expect(host.asks('open')).toEqual([{ place: 'code-page' }]);
    expect(host.asks('sign_in_code_wait')).toEqual(host.asks('sign_in_code'));
    answer.refuse(problem('code-expired', { kind: 'not-signed-in' }));
    await vi.advanceTimersByTimeAsync(10);
    expect(see('problem').textContent).toContain('The code has expired');
  });
});

describe('Signing out', () => {
  it('says what it removes, and that something could not be removed', async () => {
    const host = new ScriptedHost().answers('status', signedInForReal()).answers('groups', { groups: [] });
    await open(host);
    expect(see('sign-out').textContent).toContain('the kept file and its key in the keyring');
    host
      .refuses('sign_out', problem('sign-out-incomplete', { kind: 'internal', what: 'file' }))
      .answers('status', status({ organisation: contoso() }));
    await press('sign-out');
    expect(see('problem').textContent).toContain('the kept file could not be removed');
    expect(see('sign-in-browser')).toBeTruthy();
    expect(seen('account')).toBe(false);
  });
});

describe('An organisation that switched repairs off', () => {
  it('says so once, and each repair says why it cannot be pressed', async () => {
    const report = pieter();
    report.remedies = report.remedies.map((it) => ({
      ...it,
      recommended: false,
      availability: 'disabled',
      why: { code: 'switched-off', args: {} },
    }));
    const host = new ScriptedHost()
      .answers('status', signedInForReal({ readOnly: true }))
      .answers('groups', { groups: [] })
      .answers('find', report);
    await open(host);
    await fireEvent.input(see('guest-address'), { target: { value: 'pieter@northwindtraders.com' } });
    await press('find');
    expect(see('read-only').textContent).toContain('switched repairs off');
    expect(see('remedy-set-mail').getAttribute('aria-disabled')).toBe('true');
    expect(see('remedy-set-mail').textContent).toContain('switched repairs off');
    expect(see('remedy-set-mail').textContent).not.toContain('Not possible');
  });
});
