// All guests at once: who else gets no mail, as the organisation itself has it; many of them repaired with one look and
// one confirmation; and what is kept of it. Each language and each width has these screens in `screens.mjs`.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { by, misfits, shown, startApp, violations } from './harness.mjs';
import { lostFocus, walk } from './reach.mjs';

const contoso = JSON.parse(
  readFileSync(new URL('../../crates/practice/scenarios/contoso.json', import.meta.url), 'utf8'),
);
const plain = (text) =>
  text
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
const words = async (locator) => plain(await locator.first().innerText());
const row = (page, name) => by(page, 'guest-row').filter({ hasText: name });
const head = (page, cause) => page.locator(`[data-testid=group-head][data-group="${cause}"]`);
const repair = (page, remedy) => page.locator(`[data-testid=repair-many][data-remedy="${remedy}"]`);
const ended = (page) => page.locator('[data-testid=all-guests][data-phase=done]').waitFor();
/** The names of whom is on screen, from the first row that is drawn on. */
const names = (page) =>
  page
    .locator('[data-testid=guest-row] strong')
    .allInnerTexts()
    .then((all) => all.map(plain));
const number = (text) => Number(/\d+/.exec(text)[0]);
const flawless = async (page) => {
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(await misfits(page), []);
};

/** Opens the practice organisation on All guests, before the first check. */
async function atAllGuests(t, { persona = 'user-admin', options = [], ...more } = {}) {
  // High enough for every row to be drawn.
  const context = { viewport: { width: 1180, height: 1700 } };
  const app = await startApp(t, { options: [`--practice=${persona}`, ...options], context, ...more });
  const page = await app.open();
  await shown(page, 'guest-address');
  await by(page, 'nav-all-guests').click();
  await shown(page, 'check-start');
  return { app, page };
}

async function check(page) {
  await by(page, 'check-start').click();
  await ended(page);
  await shown(page, 'guest-row');
}

/** Saves in this form, and reads what was saved. */
async function saved(page, opener, form) {
  await by(page, opener).click();
  await page.locator(`.menu:not([hidden]) [data-testid=export-${form}]`).click();
  await page.locator('[data-testid=saved-path]', { hasText: `.${form}` }).waitFor();
  return readFileSync(await by(page, 'saved-path').innerText(), 'utf8');
}

describe('all guests', () => {
  test('are those whom the organisation itself has without an address, found, sifted, opened and saved', async (t) => {
    const { app, page } = await atAllGuests(t, { options: ['--tenant-endpoint'] });
    await flawless(page);
    await check(page);
    const { value: users } = await app.readTenant(
      '/users?$top=999&$select=id,displayName,userPrincipalName,mail,proxyAddresses',
    );
    const lacking = users.filter(
      ({ userPrincipalName, mail, proxyAddresses }) =>
        userPrincipalName.includes('#EXT#@') && (mail === null || proxyAddresses.length === 0),
    );
    assert.ok(lacking.length > 15);
    assert.equal(await words(by(page, 'check-count')), `${lacking.length} guests`);
    const listed = await by(page, 'guest-row').evaluateAll((all) => all.map((it) => it.dataset.guest));
    assert.deepEqual(listed.sort(), lacking.map(({ id }) => id).sort());
    // The causes, by what was written beside each guest by hand.
    const conflicts = lacking.filter(
      ({ id }) => contoso.users.find((user) => user.id === id).practice.expected === 'conflict',
    );
    const causes = await by(page, 'cause-chart').locator('button').allInnerTexts();
    const sum = (some) => some.reduce((so, text) => so + number(plain(text)), 0);
    assert.equal(sum(causes.filter((text) => text.startsWith('Address owned'))), conflicts.length);
    assert.equal(sum(causes), lacking.length);
    await flawless(page);

    // Sifted, sorted, with other columns, put together otherwise.
    await by(page, 'cause-owned-by-contact').click();
    assert.deepEqual(await names(page), ['Hannah Schmidt', 'Jan de Vries', 'Marek Nowak']);
    assert.match(
      await words(row(page, 'Jan de Vries')),
      /jan@fabrikam\.nl J\. de Vries \(Fabrikam\) Marketing/,
    );
    await by(page, 'sort-address').click();
    assert.deepEqual(await names(page), ['Hannah Schmidt', 'Jan de Vries', 'Marek Nowak']);
    await by(page, 'sort-address').click();
    assert.deepEqual(await names(page), ['Marek Nowak', 'Jan de Vries', 'Hannah Schmidt']);
    await by(page, 'columns').click();
    await by(page, 'column-inTheWay').uncheck();
    assert.equal(await by(page, 'sort-inTheWay').count(), 0);
    await by(page, 'column-inTheWay').check();
    await page.keyboard.press('Escape');
    await by(page, 'column-inTheWay').waitFor({ state: 'hidden' });
    assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), 'columns');
    await by(page, 'columns').click();
    await by(page, 'check-sentence').click();
    await by(page, 'column-inTheWay').waitFor({ state: 'hidden' });
    const filter = by(page, 'all-guests-filter');
    await filter.fill('nobody at all');
    await shown(page, 'guests-no-match');
    await by(page, 'guests-show-all').click();
    await filter.fill('sorensen');
    assert.deepEqual(await names(page), ['Henrik Sørensen']);
    await filter.fill('');
    await by(page, 'grouped-by').selectOption('none');
    assert.equal(await by(page, 'group-head').count(), 0);
    await by(page, 'grouped-by').selectOption('cause');

    // The guest’s own screen, and back to the same row.
    await row(page, 'Jan de Vries').click();
    await shown(page, 'verdict');
    assert.equal(await by(page, 'verdict').getAttribute('data-verdict'), 'conflict');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.activeElement?.textContent.includes('Jan de Vries'));

    // What is listed is saved, all of it and in its order.
    const table = (await saved(page, 'export', 'csv')).trimEnd().split('\r\n');
    assert.equal(table.length, lacking.length + 1);
    const json = JSON.parse(await saved(page, 'export', 'json'));
    const of = (all) => all.map(({ displayName }) => displayName).sort();
    assert.deepEqual(of(json.guests), of(lacking));
  });

  test('are repaired together, and what stands after it is told: one undone, and what a second check says', async (t) => {
    const { app, page } = await atAllGuests(t, { options: ['--tenant-endpoint'] });
    await check(page);
    await head(page, 'main-address-missing').locator('input').check();
    assert.deepEqual(
      await by(page, 'repair-many').evaluateAll((all) => all.map((it) => it.dataset.remedy)),
      ['set-mail', 'keep-one-address'],
      'a main address first: keeping one address fills none',
    );

    // One who is chosen is no longer there.
    const tom = contoso.users.find(({ displayName }) => displayName === 'Tom Verbeek').id;
    await app.changeTenant('DELETE', `/users/${tom}`);
    const chosen = number(await words(repair(page, 'set-mail')));
    await repair(page, 'set-mail').click();
    await shown(page, 'confirm');
    const planned = by(page, 'planned').filter({ hasText: 'Olga Petrova' });
    assert.equal(await words(planned), 'Olga Petrova empty olga.petrova@proseware.com');
    assert.equal(await words(by(page, 'left-out')), 'Tom Verbeek no longer in the directory');
    assert.equal(await by(page, 'planned').count(), chosen - 1);
    assert.equal(await by(page, 'confirm-number').count(), 0, 'up to ten there is no number to type');
    await flawless(page);
    assert.deepEqual((await walk(page)).hidden, []);
    await by(page, 'confirm').click();
    await shown(page, 'batch-end');
    assert.equal(await words(page.locator('dialog[open] h2')), `${chosen - 1} of ${chosen - 1} changed`);
    await flawless(page);
    await by(page, 'close').click();
    const olga = await app.readTenant(`/users/${await row(page, 'Olga Petrova').getAttribute('data-guest')}`);
    assert.equal(olga.mail, 'olga.petrova@proseware.com');
    // (Of one the invitation is still open, which a quick check does not look for.)
    for (const name of ['Priya Raman', 'Olga Petrova'])
      await row(page, name).and(page.locator('[data-repaired=true]')).waitFor();

    // One address each is kept; one is taken back, from the one entry that opens into its guests.
    await repair(page, 'keep-one-address').click();
    await by(page, 'confirm').click();
    await shown(page, 'batch-end');
    await by(page, 'batch-history').click();
    await shown(page, 'history-batch');
    assert.equal(await by(page, 'history-batch').count(), 2);
    assert.equal(await by(page, 'history-entry').count(), 0, 'each batch is one entry');
    await by(page, 'history-batch-open').first().click();
    const guest = by(page, 'history-batch-guest').filter({ hasText: 'Pieter Jansen' });
    await guest.click();
    await by(page, 'undo').click();
    await page.locator('[data-testid=confirm]:enabled').click();
    await page.locator('[data-testid=result] [data-outcome=done]').waitFor();
    await by(page, 'close').click();
    await flawless(page);

    await by(page, 'nav-all-guests').click();
    await by(page, 'check-again').click();
    await by(page, 'check-start').click();
    await by(page, 'check-since').waitFor();
    assert.match(await words(by(page, 'check-since')), new RegExp(`^0 new ${chosen - 1} repaired since`));
    assert.equal(await row(page, 'Olga Petrova').count(), 0);
    assert.equal(await row(page, 'Pieter Jansen').count(), 1);
  });

  test('more than ten are repaired by the keyboard alone: three in a row fail, it asks, and goes on', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'guest-mail-doctor-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    const tenant = join(folder, 'organisation.json');
    writeFileSync(tenant, JSON.stringify({ ...contoso, guests: { count: 40, faulty: 30, seed: 3 } }));
    const refused = [2, 3, 4].map((nth) => ({
      ...{ method: 'PATCH', path: '/users/*', nth },
      ...{ do: 'status', status: 403 },
    }));
    const app = await startApp(t, {
      options: ['--practice=user-admin', '--lang', 'nl', '--tenant', tenant],
      faults: refused,
      context: { colorScheme: 'dark' },
    });
    const page = await app.open();
    await shown(page, 'guest-address');
    const { keyboard } = page;
    /** Goes on with Tab to what is called so. */
    const tabTo = async (id, backwards = false) => {
      const there = () => page.evaluate(() => document.activeElement?.dataset.testid);
      for (let steps = 0; steps < 60 && (await there()) !== id; steps += 1)
        await keyboard.press(backwards ? 'Shift+Tab' : 'Tab');
      assert.equal(await there(), id);
    };
    await tabTo('nav-all-guests', true);
    await keyboard.press('Enter');
    await shown(page, 'check-begin');
    await tabTo('check-start');
    await keyboard.press('Enter');
    await ended(page);
    await shown(page, 'guest-row');
    assert.equal(await lostFocus(page), false, 'the button that began it is gone');

    await tabTo('group-head');
    await keyboard.press('ArrowDown');
    await keyboard.press('Space');
    assert.equal(await by(page, 'selection-bar').count(), 0, 'nobody who needs somebody to choose is chosen');
    for (let rows = 0; rows < 22; rows += 1) await keyboard.press('Shift+ArrowDown');
    const covered = await page.evaluate(() => {
      const { top, bottom } = document.activeElement.getBoundingClientRect();
      const bar = document.querySelector('[data-testid=selection-bar]').getBoundingClientRect();
      return bottom > bar.top && top < bar.bottom;
    });
    assert.equal(covered, false, 'the row that has the focus does not lie under the bar');
    await flawless(page);
    await tabTo('repair-many');
    const count = number(plain(await repair(page, 'set-mail').innerText()));
    assert.ok(count > 10);
    await keyboard.press('Enter');
    await shown(page, 'confirm-number');
    await flawless(page);
    await tabTo('reason');
    await keyboard.type('INC-20418');
    await keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), 'confirm-number');
    await keyboard.type(String(count + 1));
    assert.ok(await by(page, 'confirm').isDisabled());
    await keyboard.press('Backspace');
    await keyboard.press('Backspace');
    await keyboard.type(String(count));
    await keyboard.press('Enter');
    await keyboard.press('Enter');
    await shown(page, 'batch-asking');
    assert.equal(await page.locator('[data-outcome=refused]').count(), 3);
    assert.equal(await lostFocus(page), false);
    await flawless(page);

    // The window is loaded anew: what is under way is there again, by itself.
    await page.reload();
    await shown(page, 'batch-asking');
    assert.equal(await page.locator('[data-outcome=refused]').count(), 3);
    assert.equal(await lostFocus(page), false);
    await tabTo('batch-go-on');
    await keyboard.press('Enter');
    await shown(page, 'batch-end');
    assert.equal(await words(page.locator('dialog[open] h2')), `${count - 3} van ${count} veranderd`);
    assert.equal(await page.locator('[data-outcome=refused]').count(), 3, 'those who were refused are named');
    await flawless(page);
    await tabTo('close');
    await keyboard.press('Enter');
    await by(page, 'batch-end').waitFor({ state: 'detached' });
    assert.equal(await lostFocus(page), false);
  });

  test('are listed while a check runs; it is paused, and stopped', async (t) => {
    // The organisation asks to be left alone for a while: there is time to press.
    const fault = { method: 'POST', path: '/$batch', nth: 1, do: 'status', status: 429, retryAfter: '20' };
    const { page } = await atAllGuests(t, { faults: [fault] });
    await by(page, 'check-start').click();
    await shown(page, 'check-wait');
    await shown(page, 'guest-row');
    assert.equal(await page.locator('.grid input').count(), 0, 'boxes come when nobody is added any more');
    await flawless(page);
    await by(page, 'check-pause').click();
    await shown(page, 'check-resume');
    await flawless(page);
    await by(page, 'check-stop').click();
    await page.locator('[data-testid=all-guests][data-phase=stopped]').waitFor();
    assert.match(await words(by(page, 'check-sentence')), /^Stopped today .* There may be more/);
    await flawless(page);
  });
});

test('whoever has no role that shows, and owns nothing, is offered a check, and it finds the same guests', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'guest-mail-doctor-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const tenant = join(folder, 'organisation.json');
  const groups = contoso.groups.map((group) => ({ ...group, owners: [] }));
  writeFileSync(tenant, JSON.stringify({ ...contoso, groups }));
  const counted = [];
  for (const persona of ['user-admin', 'unseen-role']) {
    const { page } = await atAllGuests(t, { persona, options: ['--tenant', tenant] });
    await check(page);
    counted.push(await words(by(page, 'check-count')));
  }
  assert.equal(counted[1], counted[0]);
});

test('whoever may read no other guest is not offered a check', async (t) => {
  const app = await startApp(t, { options: ['--practice=guest'] });
  const page = await app.open();
  await shown(page, 'guest-address');
  assert.equal(await by(page, 'nav-all-guests').count(), 0);
});
