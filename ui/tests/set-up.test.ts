// jsdom's files cannot be read.
import { File } from 'node:buffer';
import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { PermissionView, Status, TextView } from '../src/host/contract';
import { ScriptedHost, contoso, later, problem, signedInForReal, status } from './scripted-host';
import { button, buttons, drained, entry, field, open, press, problem as shownProblem, type } from './user';

const permissions: PermissionView[] = [
  { name: 'User.Read.All', reading: true, repairs: [] },
  { name: 'User.ReadWrite.All', reading: false, repairs: ['set-mail', 'remove-and-invite'] },
  { name: 'User-Mail.ReadWrite.All', reading: false, repairs: ['keep-one-address'] },
];
const outside = (more: Partial<Status> = {}) =>
  new ScriptedHost()
    .answers('status', status(more))
    .answers('groups', { groups: [] })
    .answers('open', {})
    .answers('registration', { redirect: 'http://localhost', permissions });
/** The steps stand before everything that has the same name. */
async function go(step: string): Promise<void> {
  const [first] = buttons(step);
  if (!first) throw new Error(`there is no step ${step}`);
  await fireEvent.click(first);
  await screen.findByRole('heading', { level: 3, name: step });
}
async function setUp(host: ScriptedHost, step?: string): Promise<void> {
  await open(host);
  if (buttons(/^Account/).length > 0) {
    await press(/^Account/);
    await press('Your organisation');
  } else await press(/^Set up/);
  await screen.findByRole('heading', { level: 1, name: 'Your organisation' });
  if (step) await go(step);
}
/** A file as the browser hands it over; jsdom cannot make a list of files otherwise. */
async function choose(file: File): Promise<void> {
  const input = screen.getByLabelText('Choose the file…');
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  await fireEvent.change(input);
}
const withBrowser = /^Sign in with Microsoft/;
const script = () => screen.findByRole('region', { name: 'Script that registers the app' });

describe('Opening an organisation file', () => {
  it('hands its text over, and then the ways to sign in are there', async () => {
    const host = outside().answers('open_organisation', status({ organisation: contoso() }));
    await setUp(host);
    await choose(new File(['{"version":1}'], 'contoso.json'));
    await press('Go and sign in');
    await screen.findByRole('button', { name: withBrowser });
    expect(host.asks('open_organisation')).toEqual([{ text: '{"version":1}' }]);
  });

  it('reads no more of one that is much too large than is needed to refuse it', async () => {
    const host = outside().refuses(
      'open_organisation',
      problem('organisation-unreadable', { what: 'too-large' }),
    );
    await setUp(host);
    await choose(new File(['x'.repeat(1024 * 1024)], 'film.json'));
    expect((await shownProblem()).textContent).toContain('much too large');
    const read = host.asks('open_organisation')[0]?.text.length ?? 0;
    // The program takes 64 KiB.
    expect(read).toBeGreaterThan(64 * 1024);
    expect(read).toBeLessThan(256 * 1024);
  });

  it('says what is wrong with one that was refused', async () => {
    const unknown = problem('organisation-unknown-field', { field: 'clientSecret' });
    await setUp(outside().refuses('open_organisation', unknown));
    await choose(new File(['{}'], 'contoso.json'));
    const notice = await shownProblem();
    expect(notice.textContent).toContain('clientSecret');
    expect(notice.textContent).toContain('never belongs in it');
  });
});

describe('Making one', () => {
  it('shows each value to register, and the script for the chosen cloud', async () => {
    const host = outside().answers('registration_script', ({ kind, cloud }) => ({
      text: `${kind} ${cloud}`,
    }));
    await setUp(host);
    for (const text of ['http://localhost', ...permissions.map((it) => it.name)]) {
      await screen.findByText(text);
    }
    await fireEvent.change(screen.getByRole('combobox', { name: 'Cloud' }), { target: { value: 'china' } });
    await press('Open app registrations');
    expect(host.asks('open')).toEqual([{ place: 'registrations', cloud: 'china' }]);
    await press('PowerShell script');
    expect((await script()).textContent).toBe('power-shell china');
  });

  it('shows the script that was asked for last, whichever comes first', async () => {
    const slow = later<TextView>();
    const host = outside().answers('registration_script', ({ kind }) =>
      kind === 'azure-cli' ? slow.promise : { text: kind },
    );
    await setUp(host);
    await press('Azure CLI script');
    await press('PowerShell script');
    await script();
    slow.give({ text: 'azure-cli' });
    await drained();
    expect((await script()).textContent).toBe('power-shell');
  });

  it('says why there is no script', async () => {
    await setUp(outside().refuses('registration_script', problem('internal', { kind: 'internal' })));
    await press('Azure CLI script');
    expect((await shownProblem()).dataset['code']).toBe('internal');
  });

  it('keeps what was typed when it is refused, and says so beside the field', async () => {
    const host = outside().refuses(
      'make_organisation',
      problem('organisation-invalid', { field: 'clientId' }),
    );
    await setUp(host, 'Fill in the values');
    const typed = { 'Name of the organisation': 'Contoso', Tenant: 'contoso.onmicrosoft.com' };
    for (const [label, text] of Object.entries(typed)) await type(label, text);
    await type('Application (client) ID', '7d2b');
    await press('Use these values');
    expect((await screen.findByRole('alert')).textContent).toContain('five groups');
    expect(host.asks('make_organisation')).toEqual([
      { name: 'Contoso', tenant: 'contoso.onmicrosoft.com', clientId: '7d2b', cloud: 'global', help: null },
    ]);
    const wrong = field('Application (client) ID');
    expect(wrong.getAttribute('aria-invalid')).toBe('true');
    await waitFor(() => expect(document.activeElement).toBe(wrong));
    await go('Register the app');
    await go('Fill in the values');
    expect(field('Application (client) ID').value).toBe('7d2b');
    expect(Object.keys(typed).map((label) => field(label).value)).toEqual(Object.values(typed));
  });

  it('leads on from the values to the consent, and on to the test', async () => {
    const host = outside()
      .answers('make_organisation', status({ organisation: contoso() }))
      .answers('ask_consent', {})
      .answers('consent_link', { text: 'https://login.contoso.test/adminconsent' });
    await setUp(host, 'Fill in the values');
    await type('Name of the organisation', 'Contoso');
    await press('Use these values');
    const heading = await screen.findByRole('heading', { level: 3, name: 'Let an admin agree' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    await press('Show the link');
    await screen.findByText('https://login.contoso.test/adminconsent');
    await waitFor(() => expect(document.activeElement).toBe(button('Show the link')));
    await press('Ask Microsoft now');
    await screen.findByText(/the admin agreed/);
    await go('Sign in and test');
    await screen.findByRole('button', { name: withBrowser });
  });

  it('says of each permission what was found, what it is for, and which repairs need it', async () => {
    const host = outside()
      .answers('status', signedInForReal())
      .answers('test_permissions', {
        permissions: permissions.map((permission, index) => ({
          permission,
          state: (['granted', 'not-granted', 'cannot-tell'] as const)[index] ?? 'granted',
        })),
      });
    await setUp(host, 'Sign in and test');
    await press('Test now');
    await screen.findByText('User.Read.All');
    expect(entry('User.Read.All').textContent).toMatch(/Needed to look guests up.*granted/s);
    const write = entry('User.ReadWrite.All');
    expect(write.dataset['state']).toBe('not-granted');
    expect(write.textContent).toContain('Set the main address');
    expect(write.textContent).toContain('Remove and invite again');
    within(entry('User-Mail.ReadWrite.All')).getByText(/cannot tell/i);
  });

  it('stays in the set-up after signing in there', async () => {
    const host = outside({ organisation: contoso() }).answers('sign_in_browser', signedInForReal());
    await setUp(host, 'Sign in and test');
    await press(withBrowser);
    await screen.findByRole('button', { name: 'Test now' });
    expect(screen.getAllByRole('heading', { level: 1 }).map((it) => it.textContent)).toEqual([
      'Your organisation',
    ]);
  });

  it('saves the file and says where', async () => {
    const host = outside({ organisation: contoso() }).answers('save_organisation', {
      path: '/home/anna/Documents/contoso.json',
      text: '{ "version": 1 }\n',
    });
    await setUp(host, 'Save and hand out');
    await press('Save the file');
    await screen.findByText('/home/anna/Documents/contoso.json');
    screen.getByText(/"version": 1/);
    host.refuses('save_organisation', problem('internal', { kind: 'internal' }));
    await press('Save the file');
    await shownProblem();
    expect(screen.queryByText('/home/anna/Documents/contoso.json')).toBeNull();
  });

  it('leaves what the computer’s managed settings chose alone', async () => {
    const managed = contoso({ source: 'managed' });
    const host = outside().answers('status', signedInForReal({ organisation: managed }));
    await setUp(host, 'Fill in the values');
    expect(screen.queryByLabelText('Choose the file…')).toBeNull();
    expect(buttons(/Use these values|Forget this organisation/)).toEqual([]);
    expect(screen.getAllByText(/Your organisation chose this/)).toHaveLength(2);
  });
});

describe('Forgetting the organisation', () => {
  it('says first what is lost; kept, reading goes on where it was', async () => {
    await setUp(outside({ organisation: contoso() }));
    for (const leave of ['key', 'button']) {
      await press('Forget this organisation');
      const question = screen.getByRole('group', { name: /^Forget .?Contoso.?\?$/ });
      within(question).getByText(/your sign-in to it ends/);
      expect(document.activeElement).toBe(within(question).getByRole('heading'));
      if (leave === 'key') await fireEvent.keyDown(question, { key: 'Escape' });
      else await press('Keep it', within(question));
      await waitFor(() => expect(document.activeElement).toBe(button('Forget this organisation')));
      expect(screen.queryByRole('group', { name: /^Forget/ })).toBeNull();
    }
  });

  it('that is refused says why, and the organisation is still there', async () => {
    const host = outside({ organisation: contoso() });
    await setUp(host.refuses('forget_organisation', problem('internal', { kind: 'internal' })));
    await press('Forget this organisation');
    await press(/^Forget .?Contoso/);
    expect((await shownProblem()).dataset['code']).toBe('internal');
    await waitFor(() => expect(document.activeElement).toBe(button('Forget this organisation')));
  });

  it('ends the sign-in to it, and leads back to the choice', async () => {
    const host = outside().answers('status', signedInForReal()).answers('forget_organisation', status());
    await setUp(host);
    await press('Forget this organisation');
    expect(host.asks('forget_organisation')).toEqual([]);
    await press(/^Forget .?Contoso/);
    await waitFor(() => expect(buttons(/^Account/)).toEqual([]));
    const title = screen.getByRole('heading', { level: 1 });
    await waitFor(() => expect(document.activeElement).toBe(title));
    await press('Back');
    await screen.findByRole('button', { name: /^Set up your organisation/ });
  });
});
