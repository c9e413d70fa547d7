// jsdom's files cannot be read.
import { File } from 'node:buffer';
import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import App from '../src/App.svelte';
import type { PermissionView, Status, TextView } from '../src/host/contract';
import { ScriptedHost, contoso, later, problem, settle, signedInForReal, status } from './scripted-host';

const see = (id: string) => screen.getByTestId(id);
const seen = (id: string) => screen.queryByTestId(id) !== null;
const press = async (id: string) => {
  await fireEvent.click(see(id));
  await settle();
};
const type = (id: string, text: string) => fireEvent.input(see(id), { target: { value: text } });
const valueOf = (id: string) => (see(id) as HTMLInputElement).value;
const permissions: PermissionView[] = [
  { name: 'User.Read.All', reading: true, repairs: [] },
  { name: 'User.ReadWrite.All', reading: false, repairs: ['set-mail', 'remove-and-invite'] },
  { name: 'User-Mail.ReadWrite.All', reading: false, repairs: ['keep-one-address'] },
];
const stage = (more: Partial<Status> = {}) =>
  new ScriptedHost()
    .answers('status', status(more))
    .answers('groups', { groups: [] })
    .answers('open', {})
    .answers('registration', { redirect: 'http://localhost', permissions });
async function setUp(host: ScriptedHost, step?: string): Promise<void> {
  render(App, { host });
  await settle();
  await press(seen('set-up') ? 'set-up' : seen('account') ? 'menu-organisation' : 'another-organisation');
  if (step) await press(`set-up-step-${step}`);
}
/** A file as the browser hands it over; jsdom cannot make a list of files otherwise. */
async function choose(file: File): Promise<void> {
  const input = see('open-organisation');
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  await fireEvent.change(input);
  await settle();
}

describe('Opening an organisation file', () => {
  it('hands its text over, and then the ways to sign in are there', async () => {
    const host = stage().answers('open_organisation', status({ organisation: contoso() }));
    await setUp(host);
    await choose(new File(['{"version":1}'], 'contoso.json'));
    expect(host.asks('open_organisation')).toEqual([{ text: '{"version":1}' }]);
    await press('to-sign-in');
    expect(see('sign-in-browser')).toBeTruthy();
  });

  it('does not even read one that is much too large', async () => {
    const host = stage();
    await setUp(host);
    await choose(new File(['x'.repeat(64 * 1024 + 1)], 'film.json'));
    expect(host.asks('open_organisation')).toEqual([]);
    expect(see('problem').textContent).toContain('much too large');
  });

  it('says what is wrong with one that was refused', async () => {
    const unknown = problem('organisation-unknown-field', { field: 'clientSecret' });
    await setUp(stage().refuses('open_organisation', unknown));
    await choose(new File(['{}'], 'contoso.json'));
    expect(see('problem').textContent).toContain('clientSecret');
    expect(see('problem').textContent).toContain('never belongs in it');
  });
});

describe('Making one', () => {
  it('shows each value to register, and the script for the chosen cloud', async () => {
    const host = stage().answers('registration_script', ({ kind, cloud }) => ({ text: `${kind} ${cloud}` }));
    await setUp(host);
    for (const text of ['http://localhost', ...permissions.map((it) => it.name)]) {
      expect(see('recipe').textContent).toContain(text);
    }
    await fireEvent.change(see('cloud'), { target: { value: 'china' } });
    await press('open-registrations');
    expect(host.asks('open')).toEqual([{ place: 'registrations', cloud: 'china' }]);
    await press('register-power-shell');
    expect(see('registration-script').textContent).toBe('power-shell china');
  });

  it('shows the script that was asked for last, whichever comes first', async () => {
    const slow = later<TextView>();
    const host = stage().answers('registration_script', ({ kind }) =>
      kind === 'azure-cli' ? slow.promise : { text: kind },
    );
    await setUp(host);
    await press('register-azure-cli');
    await press('register-power-shell');
    slow.give({ text: 'azure-cli' });
    await settle();
    expect(see('registration-script').textContent).toBe('power-shell');
  });

  it('keeps what was typed when it is refused, and says so beside the field', async () => {
    const host = stage().refuses('make_organisation', problem('organisation-invalid', { field: 'clientId' }));
    await setUp(host, 'values');
    await type('field-name', 'Contoso');
    await type('field-tenant', 'contoso.onmicrosoft.com');
    await type('field-clientId', '7d2b');
    await press('make');
    expect(host.asks('make_organisation')).toEqual([
      { name: 'Contoso', tenant: 'contoso.onmicrosoft.com', clientId: '7d2b', cloud: 'global', help: null },
    ]);
    expect(see('wrong-clientId').textContent).toContain('five groups');
    expect(see('field-clientId').getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(see('field-clientId'));
    await press('set-up-step-register');
    await press('set-up-step-values');
    expect(['field-name', 'field-tenant', 'field-clientId'].map(valueOf)).toEqual([
      'Contoso',
      'contoso.onmicrosoft.com',
      '7d2b',
    ]);
  });

  it('leads on from the values to the consent, and on to the test', async () => {
    const host = stage()
      .answers('make_organisation', status({ organisation: contoso() }))
      .answers('ask_consent', {})
      .answers('consent_link', { text: 'https://login.contoso.test/adminconsent' });
    await setUp(host, 'values');
    await type('field-name', 'Contoso');
    await press('make');
    expect(document.activeElement?.textContent).toBe('Let an admin agree');
    await press('consent-link');
    expect(see('link').textContent).toBe('https://login.contoso.test/adminconsent');
    await press('ask-consent');
    expect(see('consented').textContent).toContain('the admin agreed');
    await press('set-up-step-test');
    expect(see('sign-in-browser')).toBeTruthy();
  });

  it('says of each permission what was found, what it is for, and which repairs need it', async () => {
    const host = stage()
      .answers('status', signedInForReal())
      .answers('test_permissions', {
        permissions: permissions.map((permission, index) => ({
          permission,
          state: (['granted', 'not-granted', 'cannot-tell'] as const)[index] ?? 'granted',
        })),
      });
    await setUp(host, 'test');
    await press('test');
    expect(see('tested-User.Read.All').textContent).toMatch(/Needed to look guests up.*granted/s);
    const write = see('tested-User.ReadWrite.All');
    expect(write.dataset['state']).toBe('not-granted');
    expect(write.textContent).toContain('Set the main address');
    expect(write.textContent).toContain('Remove and invite again');
    expect(see('tested-User-Mail.ReadWrite.All').textContent).toContain('cannot tell');
  });

  it('stays in the set-up after signing in there', async () => {
    const host = stage({ organisation: contoso() }).answers('sign_in_browser', signedInForReal());
    await setUp(host, 'test');
    await press('sign-in-browser');
    expect(see('organisation')).toBeTruthy();
    expect(see('test')).toBeTruthy();
  });

  it('saves the file and says where', async () => {
    const host = stage({ organisation: contoso() }).answers('save_organisation', {
      path: '/home/anna/Documents/contoso.json',
      text: '{ "version": 1 }\n',
    });
    await setUp(host, 'hand-out');
    await press('save-organisation');
    expect(see('saved-path').textContent).toBe('/home/anna/Documents/contoso.json');
    expect(see('saved-text').textContent).toContain('"version": 1');
  });

  it('leaves what the computer’s managed settings chose alone', async () => {
    const managed = contoso({ source: 'managed' });
    await setUp(stage().answers('status', signedInForReal({ organisation: managed })), 'values');
    expect(seen('open-organisation')).toBe(false);
    expect(seen('make')).toBe(false);
    expect(seen('forget')).toBe(false);
    expect(see('organisation').textContent).toContain('Your organisation chose this');
  });
});

describe('Forgetting the organisation', () => {
  it('ends the sign-in to it, and leads back to the choice', async () => {
    const host = stage().answers('status', signedInForReal()).answers('forget_organisation', status());
    await setUp(host);
    await press('forget');
    expect(seen('account')).toBe(false);
    await press('back');
    expect(see('set-up')).toBeTruthy();
  });
});
