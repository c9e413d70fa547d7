// History: a change and its undo are one entry, found and filtered; a refusal says that nothing was done, and why; what
// is filtered is saved.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { ask, by, misfits, shown, startApp, violations } from './harness.mjs';

const PIETER = 'pieter@northwindtraders.com';
const NADIA = 'nadia.osei@fabrikam.com';
const WOUTER = 'wouter@vandijk-security.example';

/** What is said in an element, without the marks that keep names apart. */
const words = async (page, id) =>
  (await by(page, id).first().innerText()).replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ');

/** Makes a change past the buttons, and waits for its end. */
async function change(page, command, question) {
  const { body: plan } = await ask(page, command, question);
  const { body: begun } = await ask(page, 'confirm', { plan: plan.id, typed: null, reason: 'INC-20418' });
  for (let after = 0, tries = 0; tries < 200; tries += 1) {
    const { body } = await ask(page, 'watch', { after });
    after = body.sequence;
    if (body.change?.result) return begun.change;
  }
  throw new Error('the change does not end');
}

/** Pieter and Nadia keep one address each, Wouter is refused, and then Pieter's is undone in History. */
async function withHistory(t, { options = [], ...more } = {}) {
  const app = await startApp(t, { options: ['--practice=user-admin', ...options], ...more });
  const page = await app.open();
  await shown(page, 'guest-address');
  for (const [address, remedy] of [
    [PIETER, 'keep-one-address'],
    [NADIA, 'keep-one-address'],
    [WOUTER, 'set-mail'],
  ]) {
    const searched = { address, group: null, guest: null, ticket: randomUUID() };
    const { body: report } = await ask(page, 'find', searched);
    const choices = {
      address,
      groups: null,
      invitationLanguage: null,
      sendInvitation: null,
      name: null,
      message: null,
    };
    const guest = report.subject.id;
    await change(page, 'preview', {
      guest,
      searched: address,
      group: null,
      remedy,
      choices,
      ticket: randomUUID(),
    });
  }
  await by(page, 'nav-history').click();
  await shown(page, 'history-story');
  await row(page, PIETER).click();
  await by(page, 'undo').click();
  await page.locator('[data-testid=confirm]:enabled').click();
  await page.locator('[data-testid=result] [data-outcome]').waitFor();
  await by(page, 'close').click();
  await page.locator('[data-testid=history-act][data-kind=undo]').waitFor();
  return { app, page };
}

const NAMES = { [PIETER]: 'Pieter Jansen', [NADIA]: 'Nadia Osei', [WOUTER]: 'Wouter van Dijk' };
const row = (page, address) => by(page, 'history-open').filter({ hasText: NAMES[address] });
const focused = (page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at.closest('[data-testid]')?.dataset.testid + (at.tagName === 'H2' ? ' h2' : '');
  });

describe('history', () => {
  test('has one entry for a change and its undo, is searched and filtered, and says by what', async (t) => {
    const { page } = await withHistory(t);
    assert.equal(await by(page, 'history-entry').count(), 3);
    assert.equal(await words(page, 'filter-all'), 'All 3');
    assert.match(
      await words(page, 'history-stands'),
      /Undone\. It is as it was before\. We checked\..*nothing left/,
    );
    assert.equal(await by(page, 'undo').count(), 0);
    assert.notEqual(await focused(page), 'undefined', 'the undo button went, and reading goes on');
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await misfits(page), []);

    await by(page, 'filter-not-done').click();
    assert.equal(await by(page, 'history-entry').count(), 1);
    assert.match(
      await words(page, 'history-entry'),
      /Wouter van Dijk Not done .*Nothing was changed\. Only the admins of a protected unit may change this guest/,
    );
    assert.equal(await words(page, 'history-filtered'), '1 of 3: Not done');
    assert.doesNotMatch(await words(page, 'history-story'), /\bAfter\b/);
    await by(page, 'history-requests').locator('summary').click();
    assert.match(await words(page, 'history-requests'), /refused 403 .*request [0-9a-f-]{8,}/);
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await misfits(page), []);

    await by(page, 'history-search').fill('nobody at all');
    await shown(page, 'history-no-match');
    assert.deepEqual(await violations(page), []);
    await by(page, 'history-show-all').click();
    assert.equal(await by(page, 'history-entry').count(), 3);
  });

  test('goes with the arrows; Enter leads into the story and Escape back to its row', async (t) => {
    const { page } = await withHistory(t);
    await by(page, 'history-open').first().focus();
    for (const key of ['ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
    assert.equal(await by(page, 'history-open').nth(2).getAttribute('aria-current'), 'true');
    assert.equal(await focused(page), 'history-open');
    await page.keyboard.press('Enter');
    assert.equal(await focused(page), 'history-story h2');
    await page.keyboard.press('Escape');
    assert.ok(
      await by(page, 'history-open')
        .nth(2)
        .evaluate((it) => it === document.activeElement),
    );
    // An answer takes its buttons away; one stays where one was.
    await by(page, 'test-arrived').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-testid=test-message][data-state=arrived]').waitFor();
    assert.equal(await focused(page), 'history-open');
  });

  test('saves what is filtered, and nothing else', async (t) => {
    const { page } = await withHistory(t);
    await by(page, 'history-search').fill('pieter');
    await by(page, 'history-export').click();
    await by(page, 'export-json-lines').click();
    await shown(page, 'saved-path');
    const lines = readFileSync(await by(page, 'saved-path').innerText(), 'utf8')
      .trimEnd()
      .split('\n');
    const told = lines.map((line) => JSON.parse(line));
    assert.deepEqual(
      told.map(({ guest, what }) => [guest, what]),
      [
        ['Pieter Jansen', 'keep-one-address'],
        ['Pieter Jansen', 'undo'],
      ],
    );
    assert.equal(told[1].takesBack, told[0].change);
    await by(page, 'history-export').click();
    await by(page, 'export-csv').click();
    await page.locator('[data-testid=saved-path]', { hasText: '.csv' }).waitFor();
    const table = readFileSync(await by(page, 'saved-path').innerText(), 'utf8');
    assert.equal(table.trimEnd().split('\r\n').length, 3);
    assert.doesNotMatch(table, /Nadia|Wouter/);
  });

  for (const [lang, colorScheme, width, height] of [
    ['nl', 'dark', 1024, 700],
    ['de', 'light', 640, 480],
    ['fr', 'light', 320, 640],
  ]) {
    test(`fits and is sound at ${width} in ${lang}, ${colorScheme}`, async (t) => {
      const { page } = await withHistory(t, {
        options: ['--lang', lang],
        context: { colorScheme },
      });
      await page.setViewportSize({ width, height });
      await by(page, 'history-export').click();
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(await misfits(page), []);
      await page.keyboard.press('Escape');
      await row(page, WOUTER).click();
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(await misfits(page), []);
    });
  }
});
