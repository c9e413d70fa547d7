import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type {
  ConflictView,
  DoorView,
  GuestReport,
  OwnerView,
  RemedyView,
  ConflictState,
} from '../src/host/contract';
import { ScriptedHost, healthy, later, pieter, problem, signedIn, signedInForReal } from './scripted-host';
import { plain } from '../src/words/words.svelte';
import { button, buttons, open, press, problem as shownProblem, search } from './user';

const owner: OwnerView = {
  kind: 'contact',
  id: '5f4b8f5e-0000-4000-8000-000000000001',
  displayName: 'J. de Vries (Fabrikam)',
  address: 'jan@fabrikam.nl',
};
const lists = [
  { id: 'l1', name: 'Nieuwsbrief Klanten', mail: 'nieuwsbrief@contoso.nl', synced: false },
  { id: 'l2', name: 'Facilitaire Meldingen', mail: 'meldingen@contoso.nl', synced: false },
];
const door = (kind: DoorView['kind'], more: Partial<DoorView> = {}): DoorView => ({
  kind,
  cost: { code: 'lists-lose-them', lists: 2 },
  back: 'kept-in-attribute',
  path: 'contacts',
  script: true,
  parks: true,
  ...more,
});
const ways: ConflictView = {
  ask: null,
  contact: { synced: false, lists, x500: ['X500:/o=ExchangeLabs/cn=jan'] },
  parking: 'parked-5f4b8f5e@contoso.onmicrosoft.com',
  doors: [
    door('another-address'),
    door('another-address-hidden', { cost: { code: 'lists-lose-them-and-hidden', lists: 2 } }),
    door('remove', { cost: { code: 'off-lists-and-old-mail', lists: 2 }, back: 'none', parks: false }),
  ],
};
const resolve: RemedyView = {
  kind: 'resolve-conflict',
  recommended: true,
  availability: 'ready',
  impossible: false,
  why: { code: 'resolve-conflict', resolution: 'remove-contact' },
  option: null,
  permissions: [],
  behind: 'nothing',
};
const conflict = (more: Partial<GuestReport> = {}): GuestReport =>
  pieter({
    verdict: 'conflict',
    cause: { code: 'conflict', kind: 'contact', owner: owner.displayName, address: owner.address },
    owner,
    conflict: ways,
    remedies: [resolve],
    ...more,
  });
const checked = (standing: ConflictState, report: GuestReport, mainSet = false) => ({
  report,
  standing,
  next: standing === 'gone' && !mainSet ? ('set-mail' as const) : null,
  mainSet,
  at: '2026-11-26T21:40:00Z',
});
const scripts = { text: 'Set-MailContact', lists: 'Add-DistributionGroupMember' };

let clipboard: string[] = [];
beforeEach(() => {
  clipboard = [];
  const writeText = (text: string) => Promise.resolve(void clipboard.push(text));
  vi.stubGlobal('navigator', { ...navigator, language: 'en', clipboard: { writeText } });
});

const inPractice = (report = conflict()) =>
  new ScriptedHost()
    .answers('status', signedIn())
    .answers('groups', { groups: [] })
    .answers('find', report)
    .answers('exchange_script', scripts);
const forReal = (report = conflict()) => inPractice(report).answers('status', signedInForReal());

async function opened(host: ScriptedHost) {
  await open(host);
  await search();
  await press(/Resolve the conflict first/);
  return within(await screen.findByTestId('conflict'));
}
const expanded = () =>
  screen.queryAllByRole('button', { expanded: true }).map((it) => it.querySelector('strong')?.textContent);

describe('The conflict', () => {
  it('is a panel with three doors, the gentlest first and open, and what hangs on the contact', async () => {
    const panel = await opened(forReal());
    expect(document.activeElement?.textContent).toBe('Resolve the conflict');
    expect(panel.getAllByRole('heading', { level: 4 })).toHaveLength(3);
    expect(expanded()).toEqual(['Give the contact another address']);
    expect(panel.getByTestId('contact-lists').textContent).toContain('Nieuwsbrief Klanten');
    expect(panel.getByTestId('contact-x500').textContent).toContain('X500:/o=ExchangeLabs/cn=jan');
    expect(panel.getByTestId('parking').textContent).toContain('parked-5f4b8f5e@contoso.onmicrosoft.com');
    // What a closed door costs can be compared without opening it.
    expect(plain(panel.getByTestId('door-remove').textContent)).toContain('Off its 2 lists');
    expect(panel.getByTestId('door-remove').textContent).toContain('No way back.');
  });

  it('has one door open at a time, each with its own script', async () => {
    const host = forReal();
    const panel = await opened(host);
    await press(/Remove the contact/, panel);
    expect(expanded()).toEqual(['Remove the contact']);
    expect(panel.queryByTestId('parking')).toBeNull();
    await press(/Remove the contact/, panel);
    expect(expanded()).toEqual([]);
    expect(host.asks('exchange_script')).toEqual([
      { owner, door: 'another-address', lists },
      { owner, door: 'remove', lists },
    ]);
  });

  it('opens the page of the Exchange admin center, and copies the name to look for', async () => {
    const host = forReal().answers('open', {});
    const panel = await opened(host);
    await press('Open Exchange admin center', panel);
    expect(host.asks('open')).toEqual([{ place: 'exchange', page: 'contacts' }]);
    await press('Copy the name', panel);
    await press('Copy the new address', panel);
    expect(clipboard).toEqual([owner.displayName, ways.parking]);
    expect(panel.queryByTestId('practise')).toBeNull();
  });

  it('shows, copies and saves each script', async () => {
    const host = forReal().answers('save_script', { path: 'Documents/x.ps1', text: 'Set-MailContact' });
    const panel = await opened(host);
    await press('Read: The same as a script', panel);
    expect(panel.getByTestId('exchange-script').textContent).toBe('Set-MailContact');
    await press('Copy: Then put the guest on the lists', panel);
    expect(clipboard).toEqual(['Add-DistributionGroupMember']);
    await press('Save as .ps1: The same as a script', panel);
    expect((await panel.findByTestId('saved-exchange-script')).textContent).toBe('Documents/x.ps1');
    const script = { owner, door: 'another-address', lists };
    expect(host.asks('save_script')).toEqual([{ script, part: 'door' }]);
  });

  it('says why there is no script', async () => {
    const host = forReal().refuses('exchange_script', problem('internal', { kind: 'internal' }));
    const panel = await opened(host);
    expect((await shownProblem()).dataset['code']).toBe('internal');
    expect(panel.queryByText('The same as a script')).toBeNull();
  });

  it('is answered each time it is checked, also when nothing changed', async () => {
    const host = forReal().answers('check_conflict', checked('still-there', conflict()));
    const panel = await opened(host);
    expect(panel.getByTestId('standing').textContent).toContain('Not checked yet.');
    for (const times of [1, 2]) {
      const answer = later<ReturnType<typeof checked>>();
      host.answers('check_conflict', () => answer.promise);
      await press('Check again', panel);
      expect(panel.getByTestId('standing').textContent.trim()).toBe('');
      answer.give(checked('still-there', conflict()));
      await waitFor(() =>
        expect(panel.getByTestId('standing').textContent).toMatch(
          /^\s*Looked at .* still owns the address\.\s*$/,
        ),
      );
      expect(panel.getByTestId('standing').getAttribute('role')).toBe('status');
      expect(host.asks('check_conflict')).toHaveLength(times);
    }
    expect(host.asks('check_conflict')[0]).toMatchObject({ owner, address: 'pieter@northwindtraders.com' });
  });

  it('leads on when it is gone, and is done when the address is set', async () => {
    const host = inPractice()
      .answers('practise_admin_act', {})
      .answers('check_conflict', checked('gone', pieter()));
    const panel = await opened(host);
    await press('Do what the Exchange admin would do', panel);
    await panel.findByText('Done in the practice organisation. Check again now.');
    await press('Check again', panel);
    await panel.findByText('The conflict is gone');
    expect(button('Set the main address…').className).toContain('primary');
    // Put back while nobody has the address.
    host.answers('check_conflict', checked('still-there', conflict()));
    await press('Put back', panel);
    await waitFor(() => expect(expanded()).toEqual(['Give the contact another address']));
    expect(button('Do what the Exchange admin would do').className).toContain('primary');
    expect(host.asks('practise_admin_act')).toEqual([
      { owner, act: { does: 'door', door: 'another-address' } },
      { owner, act: { does: 'put-back' } },
    ]);
    host.answers('check_conflict', checked('gone', healthy(), true));
    await press('Check again', panel);
    await waitFor(() => expect(panel.getByTestId('step-main').dataset['done']).toBe('true'));
    await press('Put the guest on them, as the Exchange admin would', panel);
    await waitFor(() => expect(panel.getByTestId('step-lists').dataset['done']).toBe('true'));
    expect(host.asks('practise_admin_act').at(-1)).toEqual({
      owner,
      act: { does: 'lists', lists: ['l1', 'l2'] },
    });
    expect(buttons('Put back')).toHaveLength(0);
  });

  it('is not said to be gone while something could not be seen, and turns to whoever owns the address now', async () => {
    const host = forReal().answers('check_conflict', checked('cannot-tell', pieter()));
    const panel = await opened(host);
    await press('Check again', panel);
    await panel.findByText(/not everything could be seen/);
    expect(panel.queryByTestId('resolved')).toBeNull();
    const other = { ...owner, id: 'other', kind: 'group' as const, displayName: 'Inkoop' };
    const group = {
      ask: null,
      contact: null,
      parking: null,
      doors: [door('take-off', { path: 'groups', parks: false })],
    };
    host.answers('check_conflict', checked('another-one', conflict({ owner: other, conflict: group })));
    await press('Check again', panel);
    await panel.findByText(/now .*Inkoop.* owns the address/);
    expect(expanded()).toEqual(['Take the address off']);
  });

  it('says what went wrong when it could not be looked at, and keeps what was there', async () => {
    const host = forReal().refuses('check_conflict', problem('unreachable', { kind: 'unreachable' }));
    const panel = await opened(host);
    await press('Check again', panel);
    expect((await shownProblem()).dataset['code']).toBe('unreachable');
    expect(panel.getAllByRole('heading', { level: 4 })).toHaveLength(3);
  });

  it('is left by Escape to the row it was opened from, and closes when somebody else is looked for', async () => {
    await opened(forReal());
    await fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
    await waitFor(() => expect(document.activeElement).toBe(button(/Resolve the conflict first/)));
    await press(/Resolve the conflict first/);
    await screen.findByTestId('conflict');
    await search('somebody@fabrikam.nl');
    expect(screen.queryByTestId('conflict')).toBeNull();
    await screen.findByRole('button', { name: /Resolve the conflict first/ });
  });

  it('asks somebody who may, with the whole text, and leads back to the doors', async () => {
    const ask = { remedy: 'resolve-conflict' as const, roles: ['Exchange Administrator'] };
    const panel = await opened(forReal(conflict({ conflict: { ...ways, ask } })));
    await press('Ask an admin…', panel);
    const asking = within(await screen.findByTestId('ask-panel'));
    expect(asking.getByTestId('letter').textContent).toMatch(/Resolve the conflict/);
    expect(asking.getByText('Which roles can do this?')).toBeTruthy();
    expect(screen.queryByTestId('conflict')).toBeNull();
    await fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
    const again = within(await screen.findByTestId('conflict'));
    await waitFor(() => expect(document.activeElement).toBe(again.getByTestId('ask-one')));
  });

  it('asks nobody else where one may resolve it', async () => {
    const panel = await opened(forReal());
    expect(panel.queryByTestId('ask-one')).toBeNull();
  });

  it('with what was not read says so, and never that there is none', async () => {
    const unread = { ...ways, parking: null, contact: { synced: false, lists: null, x500: null } };
    const panel = await opened(forReal(conflict({ conflict: unread })));
    expect(panel.getByTestId('contact-lists').textContent).toContain('not read');
    expect(panel.getByTestId('contact-facts').textContent).toContain('could not be read');
    expect(panel.queryByTestId('parking')).toBeNull();
  });

  it('between two guests has steps and no door, and asks for no script', async () => {
    const guest = { ...owner, kind: 'guest' as const };
    const none = { ask: null, contact: null, parking: null, doors: [] };
    const host = forReal(conflict({ owner: guest, conflict: none }));
    const panel = await opened(host);
    expect(panel.getAllByRole('listitem')).toHaveLength(3);
    expect(panel.queryByText(/script/i)).toBeNull();
    expect(host.asks('exchange_script')).toHaveLength(0);
  });

  it('is copied with the report, with what hangs on the contact', async () => {
    await open(forReal());
    await search();
    await press('Copy as text');
    await waitFor(() => expect(clipboard).toHaveLength(1));
    expect(clipboard[0]).toContain('Nieuwsbrief Klanten and Facilitaire Meldingen');
    expect(clipboard[0]).toContain('X500:/o=ExchangeLabs/cn=jan');
  });
});
