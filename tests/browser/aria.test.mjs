// What each screen is to whoever does not see it: the roles, names and states that the browser computes, one file a screen
// in `aria`, read by a person and compared here. CONTRIBUTING.md says how they are written anew.

import { readdirSync } from 'node:fs';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shown, startApp } from './harness.mjs';
import { keptAs } from './kept.mjs';
import { screens } from './screens.mjs';

/** The name of a screen, as that of a file. */
const fileName = (name) =>
  `${name
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/-$/, '')}.yml`;

/** What is in front: a dialog that shuts out the rest, or else the content, and what is open over it. */
async function inFront(page) {
  const modal = page.locator('dialog[open]:modal');
  if ((await modal.count()) > 0) return modal.last().ariaSnapshot();
  const parts = [await page.locator('main#content').ariaSnapshot()];
  for (const open of await page.locator('[popover]:popover-open, dialog[open]').all())
    parts.push(await open.ariaSnapshot());
  return parts.join('\n');
}

/** What stands around every screen. */
const frame = async (page) =>
  `${await page.locator('header').ariaSnapshot()}\n${await page.locator('nav').ariaSnapshot()}`;

test('every screen is, to whoever listens, what was read and kept', async (t) => {
  const app = await startApp(t, { options: ['--lang', 'en'] });
  const page = await app.open();
  for (const { name, go, is } of screens) {
    await t.test(name, async () => {
      await go(page);
      await is(page);
      await keptAs('aria', fileName(name), () => inFront(page), app);
      if (name === 'Guest before the first search')
        await keptAs('aria', 'header-and-rail.yml', () => frame(page), app);
    });
  }
  const expected = [...screens.map(({ name }) => fileName(name)), 'header-and-rail.yml'];
  const there = readdirSync(new URL('aria', import.meta.url));
  assert.deepEqual(there.sort(), expected.sort(), 'one file a screen, and none of a screen that is no more');
});

test('a name that is lost is noticed', { skip: process.env['WRITE_KEPT'] !== undefined }, async (t) => {
  const app = await startApp(t, { options: ['--practice', '--lang', 'en'] });
  const page = await app.open();
  await shown(page, 'guest-address');
  await keptAs('aria', 'header-and-rail.yml', () => frame(page), app);
  await page.evaluate(() => document.querySelector('nav').removeAttribute('aria-label'));
  await assert.rejects(
    keptAs('aria', 'header-and-rail.yml', () => frame(page), app),
    /header-and-rail/,
  );
});
