// Somebody with forty tickets a day: recent searches, keys and pastes from anywhere, copies for the ticket; and an owner
// who asks about several guests at once.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { by, find, lookedAtIn, misfits, shown, startApp, violations } from './harness.mjs';

const PIETER = 'pieter@northwindtraders.com';
const JAN = 'jan@fabrikam.nl';
const plain = (text) =>
  text
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
const words = async (page, id) => plain(await by(page, id).first().innerText());
const focused = (page, id) => page.waitForFunction((it) => document.activeElement?.dataset.testid === it, id);

async function start(t, persona, options = [], more = {}) {
  const app = await startApp(t, { options: [`--practice=${persona}`, ...options], ...more });
  const page = await app.open();
  await shown(page, 'guest-address');
  return page;
}

/** As the system would: what is pasted, where the keyboard is. */
const paste = (page, text) =>
  page.evaluate((it) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', it);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    (document.activeElement ?? document.body).dispatchEvent(event);
  }, text);

for (const language of lookedAtIn) {
  describe(`with forty tickets a day, in ${language}`, () => {
    test('recent searches look again with one press, stay only if that is switched on, and are removed with one', async (t) => {
      const page = await start(t, 'user-admin', ['--lang', language]);
      assert.equal(await by(page, 'recent').count(), 0);
      assert.equal(await find(page, PIETER), 'misconfigured');
      assert.equal(await find(page, JAN), 'conflict');
      const summary = by(page, 'recent').locator('summary');
      await summary.focus();
      await page.keyboard.press('Enter');
      // The list is asked for anew once somebody was found.
      await by(page, 'recent-search').nth(1).waitFor();
      assert.equal(await by(page, 'recent-search').count(), 2);
      assert.match(plain(await by(page, 'recent-search').first().innerText()), /^jan@fabrikam\.nl /);
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(await misfits(page), []);
      await by(page, 'recent-search').nth(1).press('Enter');
      await page.locator('[data-testid=verdict][data-verdict=misconfigured]').waitFor();
      assert.equal(await by(page, 'guest-address').inputValue(), PIETER);
      await page.waitForFunction(() => document.activeElement?.tagName === 'H1');

      await summary.click();
      assert.equal(await by(page, 'recent-keep').isChecked(), false);
      await by(page, 'recent-keep').check();
      await page.reload();
      await shown(page, 'recent');
      assert.equal(await by(page, 'recent-keep').isChecked(), true);
      await by(page, 'recent-remove').click();
      await by(page, 'recent-search').first().waitFor({ state: 'detached' });
      // With it off and nobody in it the list is gone at once, the tick with it.
      await by(page, 'recent-keep').click();
      await by(page, 'recent').waitFor({ state: 'detached' });
    });

    test('keys lead to the search, to History, to another look and to their own list, and none past a preview', async (t) => {
      const page = await start(t, 'user-admin', ['--lang', language]);
      await find(page, PIETER);
      await page.locator('[data-testid=verdict] h1').focus();
      await page.keyboard.press('Control+h');
      await shown(page, 'history');
      await paste(page, ` ${JAN}\n`);
      await focused(page, 'guest-address');
      assert.equal(await by(page, 'guest-address').inputValue(), JAN);
      assert.equal(
        await by(page, 'verdict').getAttribute('data-verdict'),
        'misconfigured',
        'it waits for Enter',
      );
      await page.keyboard.press('Enter');
      await page.locator('[data-testid=verdict][data-verdict=conflict]').waitFor();
      await page.keyboard.press('F5');
      await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
      await page.keyboard.press('F3');
      await focused(page, 'guest-address');
      // From the field, where one is after a search, and back to it.
      await page.keyboard.press('Control+h');
      await shown(page, 'history');
      await page.keyboard.press('F3');
      await focused(page, 'guest-address');

      await page.keyboard.press('F1');
      await shown(page, 'shortcuts');
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(await misfits(page), []);
      await page.keyboard.press('Escape');
      await by(page, 'shortcuts').waitFor({ state: 'detached' });
      await shown(page, 'guest-address');

      await find(page, PIETER);
      await by(page, 'remedy-set-mail').click();
      await shown(page, 'preview');
      await paste(page, JAN);
      for (const key of ['F1', 'F3', 'F5', 'Control+h']) await page.keyboard.press(key);
      await shown(page, 'preview');
      assert.equal(await by(page, 'shortcuts').count(), 0);
      assert.equal(await by(page, 'guest-address').inputValue(), PIETER);
    });

    test('what was found, and what was done, is copied for the ticket', async (t) => {
      const page = await start(t, 'user-admin', ['--lang', language]);
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      const copied = () => page.evaluate(() => navigator.clipboard.readText());
      await find(page, PIETER);
      await by(page, 'copy-for-ticket').getByRole('button').nth(1).click();
      await page.waitForFunction(async () => (await navigator.clipboard.readText()).startsWith('**'));
      assert.ok((await copied()).includes('pieter\\@northwindtraders\\.com'));
      await by(page, 'remedy-set-mail').click();
      await by(page, 'confirm').click();
      const done = by(page, 'result').locator('[data-testid=copy-for-ticket]');
      await done.getByRole('button').first().click();
      await page.waitForFunction(async () => !(await navigator.clipboard.readText()).startsWith('**'));
      assert.match(await copied(), /Anna Bakker/);
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(await misfits(page), []);
    });
  });
}

/** Becomes somebody else of the practice organisation. */
async function become(page, persona) {
  await by(page, 'account').click();
  await by(page, 'sign-out').click();
  if (!(await by(page, `persona-${persona}`).isVisible())) await by(page, 'practice').click();
  await by(page, `persona-${persona}`).click();
  await by(page, 'sign-in').click();
  await by(page, 'guest-address').waitFor();
}

for (const language of lookedAtIn) {
  test(`an owner asks about several guests at once, and an admin opens them one by one, in ${language}`, async (t) => {
    const page = await start(t, 'owner', ['--lang', language]);
    await by(page, 'nav-groups').click();
    await by(page, 'groups-again').waitFor();
    await page.locator('[data-testid=my-group]', { hasText: 'Sales NL' }).click();
    await by(page, 'guests-ask').click();
    assert.equal(await by(page, 'ask-ticked').getAttribute('aria-disabled'), 'true');
    // By keyboard: one stop for the list, arrows in it, space ticks.
    const rows = by(page, 'guest-row');
    await rows.first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    assert.equal(await rows.nth(1).getAttribute('role'), 'checkbox');
    assert.equal(await rows.nth(1).getAttribute('aria-checked'), 'true');
    await page.keyboard.press('Space');
    assert.equal(await rows.nth(1).getAttribute('aria-checked'), 'false');
    await by(page, 'show-no-mail').click();
    await by(page, 'tick-shown').click();
    assert.match(await words(page, 'guests-ticked'), /^5 /);
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await misfits(page), []);

    await by(page, 'ask-ticked').click();
    await shown(page, 'ask-several');
    await by(page, 'ask-note').fill('All since October.');
    const letter = await words(page, 'letter');
    for (const part of ['Jan de Vries', PIETER, 'Sales NL', 'All since October.', 'Bram Visser'])
      assert.ok(letter.includes(part), letter);
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await misfits(page), []);
    await by(page, 'ask-save').click();
    const file = await readFile(await by(page, 'saved-path').innerText(), 'utf8');
    assert.equal(JSON.parse(file).guests.length, 5);

    await become(page, 'user-admin');
    await by(page, 'open-hand-over').setInputFiles({
      name: 'ask.guesthandover',
      mimeType: 'application/json',
      buffer: Buffer.from(file),
    });
    await shown(page, 'hand-over-list');
    assert.equal(await by(page, 'handed-guest').count(), 5);
    assert.equal(await by(page, 'verdict').count(), 0);
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await misfits(page), []);
    await page.locator('[data-testid=handed-guest]', { hasText: PIETER }).press('Enter');
    await page.locator('[data-testid=remedy-set-mail][data-recommended=true]').waitFor();
    await shown(page, 'hand-over-changed');
    assert.deepEqual(await misfits(page), []);
    await by(page, 'back-to-file').click();
    await shown(page, 'hand-over-list');
    assert.equal(await by(page, 'handed-opened').count(), 1);
    // Whoever searches for somebody else finds the way back as well.
    await find(page, JAN);
    await by(page, 'back-to-file').click();
    await by(page, 'hand-over-close').click();
    await by(page, 'open-hand-over').waitFor({ state: 'attached' });
    assert.equal(await by(page, 'back-to-file').count(), 0);
  });
}

test('a file about several with names that are markup shows them as text, and one that is damaged is refused', async (t) => {
  const page = await start(t, 'user-admin');
  const status = await page.evaluate(async () => {
    const token = document.querySelector('meta[name=host-token]').content;
    const headers = { 'content-type': 'application/json', 'x-host-token': token };
    return (await fetch('/command/status', { method: 'POST', headers, body: '{}' })).json();
  });
  const markup = '<img src=x onerror=alert(1)>\u202e';
  const one = { guest: { typed: markup }, found: { verdict: 'conflict', properties: {} } };
  const file = {
    version: 2,
    kind: 'hand-over',
    madeAt: '2026-11-25T22:40:00Z',
    organisation: { tenant: status.account.tenantId, name: markup, cloud: 'global' },
    from: { name: markup, address: markup },
    group: { id: '22222222-aaaa-4aaa-8aaa-111111111111', name: markup },
    guests: [one, { ...one, guest: { typed: JAN } }],
    language: 'nl',
    note: markup,
  };
  const open = (it) =>
    by(page, 'open-hand-over').setInputFiles({
      name: 'ask.guesthandover',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(it)),
    });
  await open(file);
  await shown(page, 'hand-over-list');
  assert.equal(await page.locator('img').count(), 0);
  assert.match(await words(page, 'handed-guest'), /<img src=x onerror=alert\(1\)>\uFFFD/);
  // What leads to nobody is said, and the list is still there.
  await by(page, 'handed-guest').first().click();
  await shown(page, 'problem');
  await by(page, 'back-to-file').click();
  await by(page, 'handed-guest').nth(1).click();
  await shown(page, 'verdict');
  await by(page, 'back-to-file').click();
  await by(page, 'hand-over-close').click();
  await open({ ...file, guests: Array(21).fill(one) });
  assert.equal(await by(page, 'problem').getAttribute('data-code'), 'hand-over-unreadable');
});
