// A page to sign in at that no browser shows: it is opened again, or by its link.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { by, misfits, shown, violations } from './harness.mjs';
import { startAppWithServer } from './sign-in-server.mjs';

const words = async (page, id) => (await by(page, id).innerText()).replace(/\s+/g, ' ');

describe('a page one signs in at', () => {
  for (const [language, said] of [
    ['en', /browser did not open/],
    ['nl', /browser ging niet open/],
  ]) {
    test(`that no browser opened is told, and its link signs in, in ${language}`, async (t) => {
      const app = await startAppWithServer(t, { options: ['--no-browser', '--lang', language] });
      const page = await app.open();
      await by(page, 'sign-in-browser').click();
      await shown(page, 'sign-in-link');
      assert.match(await words(page, 'waiting'), said);
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(await misfits(page), []);
      // Asking again says the same, and takes nothing away.
      await by(page, 'open-again').click();
      await shown(page, 'browser-not-opened');
      await app.signInAt(await by(page, 'sign-in-link').inputValue());
      await shown(page, 'guest-address');
      assert.equal(await by(page, 'sign-in-link').count(), 0);
    });
  }

  test('is opened again, the same, and its link can be copied while nobody answered', async (t) => {
    const app = await startAppWithServer(t);
    const page = await app.open();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await by(page, 'sign-in-browser').click();
    await shown(page, 'sign-in-page');
    assert.equal(await by(page, 'sign-in-link').count(), 0);
    assert.deepEqual(await violations(page), []);
    await by(page, 'open-again').click();
    assert.equal(await app.openedSignIn(1), await app.openedSignIn(0));
    await by(page, 'sign-in-page').getByRole('button', { name: 'Copy the link' }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, app.signIns[0]);
    await app.signIn(1);
    await shown(page, 'guest-address');
  });
});
