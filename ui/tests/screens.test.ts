import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import App from '../src/App.svelte';
import {
  ScriptedHost,
  healthy,
  pieter,
  plan,
  problem,
  result,
  settle,
  signedIn,
  status,
} from './scripted-host';

const see = (id: string) => screen.getByTestId(id);
const press = async (id: string) => {
  await fireEvent.click(see(id));
  await settle();
};
const type = (id: string, text: string) => fireEvent.input(see(id), { target: { value: text } });

async function open(host: ScriptedHost): Promise<void> {
  render(App, { host });
  await settle();
}
async function look(address = 'pieter@northwindtraders.com'): Promise<void> {
  await type('guest-address', address);
  await press('find');
}
const atWork = () =>
  new ScriptedHost()
    .answers('status', signedIn())
    .answers('groups', { groups: [{ id: 'g', displayName: 'Sales NL', mail: null }] })
    .answers('find', pieter());

describe('Welcome', () => {
  it('offers the practice organisation, with the user administrator picked beforehand', async () => {
    const host = atWork().answers('status', status()).answers('sign_in', signedIn());
    await open(host);
    await press('practice');
    expect((see('persona-user-admin') as HTMLInputElement).checked).toBe(true);
    await press('sign-in');
    expect(host.asks('sign_in')).toEqual([{ persona: 'user-admin' }]);
    expect(see('account').textContent).toContain('Anna Bakker');
    expect(document.body.textContent).toContain('Practice organisation');
  });

  it('looks an address of the launch up at once', async () => {
    const host = atWork().answers('status', signedIn({ find: 'jan@fabrikam.nl' }));
    await open(host);
    expect(host.asks('find')[0]?.address).toBe('jan@fabrikam.nl');
    expect((see('guest-address') as HTMLInputElement).value).toBe('jan@fabrikam.nl');
  });

  it('leads to History when something was not finished', async () => {
    const host = atWork()
      .answers('status', signedIn({ unfinished: 1 }))
      .answers('history', { entries: [] });
    await open(host);
    await fireEvent.click(within(see('unfinished')).getByRole('button'));
    await settle();
    expect(see('history')).toBeTruthy();
  });
});

describe('The Guest screen', () => {
  it('says the verdict, the cause and each property with its state', async () => {
    await open(atWork());
    await look();
    expect(see('verdict').dataset['verdict']).toBe('misconfigured');
    expect(see('verdict').textContent).toContain('has no main e-mail address');
    expect(see('cause').textContent).toContain('2');
    const mail = see('property-mail');
    expect(mail.dataset['severity']).toBe('error');
    expect(within(mail).getByRole('rowheader').textContent).toContain('Main address');
    expect(mail.textContent).toContain('empty');
    expect(mail.textContent).toContain('Wrong');
    const heard = screen.getAllByRole('status').map((it) => it.textContent);
    expect(heard).toContainEqual(expect.stringContaining('has no main e-mail address'));
  });

  it('shows everything when asked, and what could not be read is not called empty', async () => {
    await open(atWork());
    await look();
    expect(screen.queryByTestId('property-faxNumber')).toBeNull();
    await press('everything');
    expect(see('property-faxNumber').textContent).toContain('could not be read');
    expect(see('property-faxNumber').textContent).not.toContain('empty');
  });

  it('recommends one remedy; one that cannot is seen with its reason and does nothing', async () => {
    const host = atWork();
    await open(host);
    await look();
    expect(see('remedy-set-mail').dataset['recommended']).toBe('true');
    expect(document.querySelectorAll('[data-recommended]')).toHaveLength(1);
    const disabled = see('remedy-remove-and-invite');
    expect(disabled.getAttribute('aria-disabled')).toBe('true');
    expect(disabled.textContent).toContain('Global Administrator');
    await press('remedy-remove-and-invite');
    expect(host.asks('preview')).toEqual([]);
  });

  it('keeps what was typed through a problem and another language', async () => {
    const host = atWork()
      .refuses('find', problem('address-malformed', { typed: 'geen adres' }))
      .answers('set_language', signedIn({ language: 'nl' }));
    await open(host);
    await look('geen adres');
    expect(see('problem').getAttribute('role')).toBe('alert');
    expect(see('problem').textContent).toContain('does not look like an e-mail address');
    await press('language');
    expect(see('problem').textContent).toContain('Dat lijkt geen e-mailadres');
    expect((see('guest-address') as HTMLInputElement).value).toBe('geen adres');
    expect(document.documentElement.lang).toBe('nl');
  });

  it('says refused and not failed, that nothing was changed, and what to quote', async () => {
    const reference = {
      status: 403,
      code: 'Authorization_RequestDenied',
      message: 'No.',
      requestId: 'r-1',
      correlationId: null,
      at: null,
    };
    await open(atWork().refuses('find', problem('guests-may-not-search', { kind: 'refused', reference })));
    await look();
    const notice = see('problem');
    expect(notice.textContent).toContain('Refused');
    expect(within(notice).getByTestId('changed').textContent).toBe('Nothing was changed.');
    expect(notice.textContent).toContain('r-1');
    expect(notice.querySelector('blockquote')?.textContent).toBe('No.');
  });

  it('lets one choose among several guests', async () => {
    const several = pieter({
      verdict: 'ambiguous',
      subject: null,
      cause: { code: 'ambiguous', count: 2 },
      candidates: [{ id: 'b', displayName: 'Lotte Vermeer', userName: 'l', mail: null, created: null }],
    });
    const host = atWork().answers('find', (ask) => (ask.guest === 'b' ? healthy() : several));
    await open(host);
    await look();
    await press('candidate');
    expect(see('verdict').dataset['verdict']).toBe('healthy');
  });
});

describe('Keeping one address', () => {
  it('ends with the honest word that the main address is still missing, and leads on', async () => {
    const host = atWork().answers('preview', plan()).answers('confirm', { change: 'c' });
    host.answers('watch', {
      sequence: 1,
      change: {
        id: 'c',
        kind: 'keep-one-address',
        guestName: 'Pieter Jansen',
        steps: [],
        result: result({ report: pieter() }),
      },
    });
    await open(host);
    await look();
    await press('remedy-keep-one-address');
    expect(see('preview').textContent).toContain('goes away');
    expect(see('confirm').textContent).toBe('Keep this address');
    await press('confirm');
    expect(see('still-missing').textContent).toContain('The main address is still missing');
    expect(screen.queryByTestId('directory-right')).toBeNull();
    await press('set-mail-next');
    expect(host.asks('preview').at(-1)?.remedy).toBe('set-mail');
  });

  it('says why it cannot be confirmed yet', async () => {
    await open(atWork().answers('preview', plan({ id: null, missing: 'address' })));
    await look();
    await press('remedy-keep-one-address');
    expect((see('confirm') as HTMLButtonElement).disabled).toBe(true);
    expect(see('preview').textContent).toContain('Choose an address first.');
  });
});

describe('History', () => {
  it('says what to do when it is empty', async () => {
    await open(atWork().answers('history', { entries: [] }));
    await press('nav-history');
    expect(see('history').textContent).toContain('Nothing was changed yet');
  });
});
