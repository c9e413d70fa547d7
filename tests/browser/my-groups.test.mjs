// Somebody who owns groups: which of the guests in them get no mail, seen, filtered, opened, come back from, saved.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { hostileOrganisation, MARK, misleading } from './hostile.mjs';
import { by, find, misfits, shown, startApp, violations } from './harness.mjs';

const contoso = JSON.parse(
  readFileSync(new URL('../../crates/practice/scenarios/contoso.json', import.meta.url), 'utf8'),
);
const idOf = (name) => contoso.groups.find((group) => group.displayName === name).id;
const SALES = idOf('Sales NL');

const plain = (text) =>
  text
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
const words = async (locator) => plain(await locator.innerText());

/** Opens the practice organisation as an owner, and the groups they own. */
async function atGroups(t, { options = [], ...more } = {}) {
  const app = await startApp(t, { options: ['--practice=owner', ...options], ...more });
  const page = await app.open();
  await shown(page, 'guest-address');
  await by(page, 'nav-groups').click();
  await shown(page, 'my-groups');
  await by(page, 'groups-again').waitFor();
  return { app, page };
}

const group = (page, id) => page.locator(`[data-testid=my-group][data-group="${id}"]`);
const names = (page) =>
  page
    .locator('[data-testid=guest-row] strong')
    .allInnerTexts()
    .then((all) => all.map(plain));
const focused = (page) => page.evaluate(() => document.activeElement?.getAttribute('data-guest'));

describe('an owner', () => {
  test('sees the groups as they are now, after somebody was added to one', async (t) => {
    const { page } = await atGroups(t);
    const building = group(page, idOf('Project Nieuwbouw Utrecht'));
    assert.match(await words(building), / 9 guests /);
    await by(page, 'nav-guest').click();
    assert.equal(await find(page, 'jan@fabrikam.nl', idOf('Project Nieuwbouw Utrecht')), 'not-member');
    await by(page, 'remedy-add-to-group').click();
    await by(page, 'preview').locator('[data-testid=confirm]:enabled').click();
    await by(page, 'result').locator('[data-testid=close]').click();
    await by(page, 'nav-groups').click();
    await building.filter({ hasText: /10.* guests/ }).waitFor();
  });

  test('sees the worst first, filters, opens a guest, and comes back to the same row', async (t) => {
    const { page } = await atGroups(t);
    assert.equal(await by(page, 'my-group').count(), 5);
    assert.match(await words(group(page, SALES)), /^Sales NL 13 guests 5 get no mail$/);
    await group(page, SALES).click();
    assert.deepEqual((await names(page)).slice(0, 3), ['Jan de Vries', 'Marek Nowak', 'Pieter Jansen']);
    assert.equal(
      await words(by(page, 'guest-row').first()),
      'Jan de Vries jan@fabrikam.nl Gets no mail Address in use',
    );

    await by(page, 'show-attention').click();
    assert.deepEqual(await names(page), ['Ahmed Yılmaz', 'Dirk Scholten']);
    await by(page, 'show-all').click();
    await by(page, 'guests-filter').fill('zoe');
    assert.deepEqual(await names(page), ['Zoë van den Berg']);
    await by(page, 'guests-filter').fill('nobody at all');
    await shown(page, 'guests-no-match');
    await by(page, 'guests-show-all').click();
    assert.equal((await names(page)).length, 13);

    // Everything by keyboard from here: down to the third, open it, come back.
    await by(page, 'guest-row').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const third = await focused(page);
    await page.keyboard.press('Enter');
    await shown(page, 'verdict');
    assert.equal(await by(page, 'verdict').getAttribute('data-verdict'), 'misconfigured');
    assert.equal(await by(page, 'group').inputValue(), SALES);
    assert.equal(await by(page, 'guest-address').inputValue(), 'pieter@northwindtraders.com');
    for (const back of ['Escape', 'Alt+ArrowLeft']) {
      await page.keyboard.press(back);
      await shown(page, 'my-groups');
      await page.waitForFunction((id) => document.activeElement?.getAttribute('data-guest') === id, third);
      await page.keyboard.press('Enter');
      await shown(page, 'verdict');
    }
    // What is open over the screen is closed first.
    await by(page, 'account').click();
    await page.keyboard.press('Escape');
    await page.waitForTimeout(200);
    await shown(page, 'verdict');
    await by(page, 'back-to-groups').click();
    await shown(page, 'my-groups');
    // From the rail there is nothing to come back to.
    await by(page, 'nav-guest').click();
    await shown(page, 'guest-address');
    assert.equal(await by(page, 'back-to-groups').count(), 0);
  });

  test('goes through the groups by arrow', async (t) => {
    const { page } = await atGroups(t);
    await by(page, 'my-group').first().focus();
    await page.keyboard.press('End');
    assert.match(await words(by(page, 'guests').locator('h2')), /Team Duurzaamheid/);
    await page.keyboard.press('ArrowUp');
    assert.match(await words(by(page, 'guests').locator('h2')), /Sales NL/);
  });

  test('saves the table, in Dutch', async (t) => {
    const { page } = await atGroups(t, { options: ['--lang', 'nl'] });
    await group(page, SALES).click();
    assert.match(await words(group(page, SALES)), /5 krijgen geen mail/);
    await by(page, 'guests-export').click();
    const path = await words(by(page, 'saved-path'));
    const lines = readFileSync(path, 'utf8').split('\r\n');
    assert.match(lines[0], /^\uFEFF"Gast";"E‑mailadres";/);
    assert.match(
      lines[1],
      /^"Jan de Vries";"jan@fabrikam.nl";"Krijgt geen mail";"Adres in gebruik";"Sales NL";/,
    );
    assert.equal(lines.length, 15, 'a head, thirteen guests, and the end of the last line');
    // Another group was not saved.
    await by(page, 'my-group').first().click();
    assert.equal(await by(page, 'saved-path').count(), 0);
  });

  test('is told of a group that could not be read, and reads it once more', async (t) => {
    const path = `/groups/${SALES}/members/microsoft.graph.user`;
    const fault = { method: 'GET', path, nth: 1, do: 'status', status: 403 };
    const app = await startApp(t, { options: ['--practice=owner'], faults: [fault] });
    const page = await app.open();
    await by(page, 'nav-groups').click();
    await by(page, 'groups-again').waitFor();
    assert.match(await words(group(page, SALES)), /not to be seen/);
    await group(page, SALES).click();
    await shown(page, 'problem');
    assert.equal(await by(page, 'guests-none').count(), 0);
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await misfits(page), []);
    await by(page, 'guests-check').click();
    await shown(page, 'guest-row');
    assert.equal((await names(page)).length, 13);
  });

  test('stops, and goes on from there', async (t) => {
    // The organisation asks to be left alone for a while: there is time to press.
    const fault = { method: 'POST', path: '/$batch', nth: 1, do: 'status', status: 429, retryAfter: '20' };
    const app = await startApp(t, { options: ['--practice=owner'], faults: [fault] });
    const page = await app.open();
    await by(page, 'nav-groups').click();
    await shown(page, 'my-group');
    assert.match(await words(by(page, 'groups-progress')), /^0 of 5 groups checked$/);
    await by(page, 'groups-stop').click();
    await by(page, 'groups-go-on').waitFor();
    assert.match(await words(by(page, 'groups-progress')), /^Stopped after 0 of 5$/);
    assert.match(await words(by(page, 'my-group').first()), /not checked$/);
    assert.equal(await by(page, 'guests-none').count(), 0, 'nothing is known, and none is said to be there');
    assert.equal(await by(page, 'problem').count(), 0, 'stopped is no failure');
    assert.deepEqual(await violations(page), []);
    await by(page, 'groups-go-on').click();
    await by(page, 'groups-again').waitFor();
    assert.equal(await by(page, 'guest-row').count(), 11);
  });

  // Colours do not hang on words: each language once, in turns light and dark.
  for (const [lang, colorScheme] of [
    ['en', 'light'],
    ['nl', 'dark'],
    ['de', 'light'],
  ]) {
    test(`has a screen without a flaw, in ${lang}, ${colorScheme}`, async (t) => {
      const { page } = await atGroups(t, { options: ['--lang', lang], context: { colorScheme } });
      await group(page, SALES).click();
      await by(page, 'guests-export').click();
      await shown(page, 'saved-path');
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(await misfits(page), []);
      await by(page, 'guest-row').first().click();
      await shown(page, 'back-to-groups');
      await shown(page, 'verdict');
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(await misfits(page), []);
    });
  }
});

test('a hostile directory misleads nobody in a list, and its guests can be opened', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'guest-mail-doctor-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'organisation.json');
  writeFileSync(file, JSON.stringify(hostileOrganisation()));
  const { page } = await atGroups(t, { options: ['--tenant', file] });
  await group(page, SALES).click();
  const texts = await by(page, 'my-groups').locator('button, h2, p, span').allTextContents();
  assert.ok(texts.some((text) => text.includes(MARK)));
  assert.deepEqual(
    texts.flatMap((text) => misleading(text)),
    [],
  );
  assert.equal(await page.locator('img, b.hostile, [onerror], [onmouseover]').count(), 0);
  assert.deepEqual(await misfits(page), []);
  await by(page, 'guest-row').first().click();
  await shown(page, 'verdict');
});

test('whoever owns no group has a way on, and a guest has no such screen', async (t) => {
  const admin = await startApp(t, { options: ['--practice=user-admin'] });
  const page = await admin.open();
  await by(page, 'nav-groups').click();
  await shown(page, 'groups-none');
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(await misfits(page), []);
  const guest = await startApp(t, { options: ['--practice=guest'] });
  const theirs = await guest.open();
  await shown(theirs, 'guest-address');
  assert.equal(await by(theirs, 'nav-groups').count(), 0);
});
