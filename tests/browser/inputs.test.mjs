// What people type and paste: nothing of it breaks anything, all of it is answered, none of it is lost.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, by, find, startApp, shown } from './harness.mjs';

const inputs = [
  ['nothing', '', 'address-empty'],
  ['blanks', '   ', 'address-empty'],
  ['no address', 'jan', 'address-absent'],
  ['a name', 'Jan de Vries', 'address-absent'],
  ['an accent', 'ján@fabrikam.nl', 'address-accented'],
  ["nobody's user name", 'nobody_x.example#EXT#@contoso.onmicrosoft.com', 'user-name-unknown'],
  ["nobody's object id", '00000000-0000-4000-8000-000000000000', 'id-unknown'],
  ['half an address', 'jan@', 'address-malformed'],
  ['ten thousand characters', `${'a'.repeat(9_990)}@x.example`, 'address-too-long'],
  ['two addresses', 'jan@fabrikam.nl; pieter@northwindtraders.com', 'address-several'],
  ['markup', '<img src=x onerror=alert(1)>', 'address-absent'],
];

test('what is no address is answered with what to do, and stays in its field', async (t) => {
  const app = await startApp(t);
  const page = await app.open();
  await shown(page, 'guest-address');
  for (const [name, typed, code] of inputs) {
    await t.test(name, async () => {
      assert.equal(await find(page, typed), code);
      assert.equal(await by(page, 'problem').getAttribute('data-kind'), 'bad-input');
      assert.equal(await by(page, 'guest-address').inputValue(), typed);
      assert.equal(await page.locator('main img').count(), 0);
    });
  }
});

test('an address is understood as people paste it', async (t) => {
  const app = await startApp(t);
  const page = await app.open();
  await shown(page, 'guest-address');
  for (const typed of [
    '  jan@fabrikam.nl ',
    'JAN@FABRIKAM.NL',
    'Jan de Vries <jan@fabrikam.nl>',
    '[Jan](mailto:jan@fabrikam.nl)',
    'jan_fabrikam.nl#EXT#@contoso.onmicrosoft.com',
  ]) {
    assert.equal(await find(page, typed), 'conflict', typed);
  }
});

test('what was typed outlives a change of language and a problem', async (t) => {
  const app = await startApp(t);
  const page = await app.open();
  await shown(page, 'guest-address');
  await find(page, 'jan@fabrikam.nl');
  await by(page, 'guest-address').fill('pieter@north');
  await by(page, 'account').click();
  await by(page, 'language').selectOption('nl');
  await page.locator('html[lang=nl]').waitFor();
  assert.equal(await by(page, 'guest-address').inputValue(), 'pieter@north');
  assert.equal(await by(page, 'verdict').getAttribute('data-verdict'), 'conflict');
});

test('a question with a field that does not exist is refused', async (t) => {
  const app = await startApp(t);
  const page = await app.open();
  await shown(page, 'guest-address');
  for (const [command, question] of [
    ['status', { more: 1 }],
    ['confirm', { plan: 'x', typed: null, reason: null, requests: [] }],
    ['open', { place: 'url', url: 'https://example.com/' }],
    ['open', { place: 'entra-guest', guest: '../../evil' }],
    ['find', 'jan@fabrikam.nl'],
    ['sign_in', { persona: 'nobody' }],
  ]) {
    const { status, body } = await ask(page, command, question);
    assert.equal(status, 422, command);
    assert.equal(body.changed, 'no', command);
  }
  assert.deepEqual(app.opened, []);
});

test('a link names a place; the page it leads to is built in Rust', async (t) => {
  const app = await startApp(t);
  const page = await app.open();
  await shown(page, 'guest-address');
  await find(page, 'jan@fabrikam.nl');
  await by(page, 'why').click();
  await by(page, 'findings')
    .getByRole('button', { name: /article/ })
    .click();
  for (let tries = 0; tries < 400 && app.opened.length === 0; tries += 1) await page.waitForTimeout(25);
  assert.deepEqual(
    app.opened.map((link) => new URL(link).origin),
    ['https://support.microsoft.com'],
  );
});

test('of the practice organisation nothing leads to what cannot exist, neither a button nor past it', async (t) => {
  const app = await startApp(t);
  const page = await app.open();
  await shown(page, 'guest-address');
  for (const address of ['jan@fabrikam.nl', 'pieter@northwindtraders.com', 'niemand@litwareinc.com']) {
    await find(page, address);
    assert.equal(await by(page, 'open-entra').count(), 0, address);
    assert.equal(await by(page, 'open-exchange').count(), 0, address);
  }
  await find(page, 'jan@fabrikam.nl');
  assert.match(await by(page, 'no-entra').innerText(), /practice organisation/);
  await by(page, 'remedy-resolve-conflict').click();
  await shown(page, 'practise');
  assert.equal(await by(page, 'open-exchange').count(), 0);
  const guest = '87d349ed-44d7-43e1-9a83-5f2406dee5bd';
  for (const [command, question] of [
    ['open', { place: 'entra-guest', guest }],
    ['open', { place: 'exchange', page: 'contacts' }],
    ['ask_by_mail', { subject: 'Jan', body: 'Hello' }],
  ]) {
    const { status, body } = await ask(page, command, question);
    assert.deepEqual([status, body.code], [422, 'not-in-practice'], command);
  }
  assert.deepEqual([app.opened, app.mails], [[], []]);
});

test('the right mouse button offers something in a field and for what is selected, and nothing elsewhere', async (t) => {
  const app = await startApp(t);
  const page = await app.open();
  await shown(page, 'guest-address');
  await find(page, 'jan@fabrikam.nl');
  await page.evaluate(() => {
    window.menus = [];
    addEventListener('contextmenu', (event) => window.menus.push(!event.defaultPrevented));
  });
  const offered = async (act) => {
    await act();
    // It would lie over what is pressed next.
    await page.keyboard.press('Escape');
    return page.evaluate(() => window.menus.splice(0));
  };
  const right = (id) => () => by(page, id).first().click({ button: 'right' });
  assert.deepEqual(await offered(right('cause')), [false]);
  assert.deepEqual(await offered(right('account')), [false]);
  assert.deepEqual(await offered(right('guest-address')), [true]);
  // The key of the menu is no other.
  await by(page, 'account').focus();
  assert.deepEqual(await offered(() => page.keyboard.press('ContextMenu')), [false]);
  await by(page, 'guest-address').focus();
  assert.deepEqual(await offered(() => page.keyboard.press('ContextMenu')), [true]);
  await by(page, 'cause').selectText();
  assert.deepEqual(await offered(right('cause')), [true]);
});

test('a persona that does not exist is said so, and those that do are offered', async (t) => {
  const app = await startApp(t, { options: ['--practice=root'] });
  const page = await app.open();
  await shown(page, 'problem');
  assert.equal(await by(page, 'problem').getAttribute('data-code'), 'persona-unknown');
  await by(page, 'practice').click();
  await by(page, 'sign-in').click();
  await shown(page, 'guest-address');
  assert.equal(await by(page, 'problem').count(), 0);
});

test('a group that is chosen is looked at at once, and belongs to the guest it was chosen for', async (t) => {
  const app = await startApp(t);
  const page = await app.open();
  await shown(page, 'guest-address');
  const verdict = (word) => page.locator(`[data-testid=verdict][data-verdict=${word}]`).waitFor();
  const group = () => by(page, 'group').locator('option:checked').innerText();
  const press = async () => {
    await by(page, 'find').click();
    await by(page, 'seeking').waitFor({ state: 'detached' });
  };
  const choose = (label) => by(page, 'group').selectOption({ label });
  assert.equal(await find(page, 'jan@fabrikam.nl'), 'conflict');
  assert.equal(await group(), 'No group chosen');

  await by(page, 'group').focus();
  await choose('Project Nieuwbouw Utrecht');
  await verdict('not-member');
  assert.ok(await by(page, 'group').evaluate((field) => field === document.activeElement), 'and stays there');
  // The same guest once more: the group is still meant.
  await press();
  await verdict('not-member');
  assert.equal(await group(), 'Project Nieuwbouw Utrecht');

  // The next guest has nothing to do with it.
  await by(page, 'guest-address').fill('pieter@northwindtraders.com');
  await press();
  await verdict('misconfigured');
  assert.equal(await group(), 'No group chosen');

  // But for a group that was chosen for that guest: then nothing is looked up before one asks.
  await by(page, 'guest-address').fill('jan@fabrikam.nl');
  await choose('Project Nieuwbouw Utrecht');
  await page.waitForTimeout(200);
  await verdict('misconfigured');
  await press();
  await verdict('not-member');
  assert.equal(await group(), 'Project Nieuwbouw Utrecht');
  await choose('No group chosen');
  await verdict('conflict');
});
