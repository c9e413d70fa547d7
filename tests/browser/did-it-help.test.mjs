// Did it help? Asked after a repair, answered there or in History; a message that did not arrive leads on.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { by, find, shown, startApp, violations } from './harness.mjs';

const PIETER = 'pieter@northwindtraders.com';

/** Pieter's main address is set; the result is on screen. */
async function repaired(t, ...options) {
  const app = await startApp(t, { options: ['--practice=user-admin', ...options] });
  const page = await app.open();
  await shown(page, 'account');
  await find(page, PIETER);
  await by(page, 'remedy-set-mail').click();
  await by(page, 'confirm').click();
  await shown(page, 'test-message');
  return page;
}

const state = (page) => by(page, 'test-message').first().getAttribute('data-state');

describe('after a repair', () => {
  test('it is answered later, in History, and stays answered', async (t) => {
    const page = await repaired(t, '--lang', 'nl');
    assert.match(await by(page, 'result').innerText(), /Is het testbericht aangekomen\?/);
    await by(page, 'close').click();
    await by(page, 'nav-history').click();
    await shown(page, 'history-entry');
    assert.equal(await state(page), 'open');
    assert.deepEqual(await violations(page), []);
    await by(page, 'test-not-yet').click();
    await page.locator('[data-testid=test-message][data-state=put-off]').waitFor();
    // Left and opened again, it is as it was answered.
    await by(page, 'nav-guest').click();
    await by(page, 'nav-history').click();
    await page.locator('[data-testid=test-message][data-state=put-off]').waitFor();
  });

  test('no leads on to the guest as they are now, and to what they can look at themselves', async (t) => {
    const page = await repaired(t);
    await by(page, 'test-missing').click();
    await shown(page, 'next-to-try');
    const next = by(page, 'next-to-try');
    await next.locator('[data-try]').waitFor();
    assert.match(await next.innerText(), /The test message to .Pieter Jansen. did not arrive/);
    assert.equal(await by(page, 'verdict').getAttribute('data-verdict'), 'healthy');
    assert.ok(await next.locator('h2').evaluate((it) => it === document.activeElement));
    assert.deepEqual(await violations(page), []);
    // Whoever closes it goes on as after any search; History knows the answer, and leads there again.
    await by(page, 'next-close').click();
    assert.equal(await next.count(), 0);
    await by(page, 'nav-history').click();
    await page.locator('[data-testid=test-message][data-state=missing]').waitFor();
    await by(page, 'test-next').click();
    await next.locator('[data-try]').waitFor();
  });

  test('the text for the guest is in their language, whatever the app speaks', async (t) => {
    const page = await repaired(t);
    await by(page, 'close').click();
    const letter = by(page, 'guest-letter').last();
    await letter.locator('summary').click();
    for (const [language, begins] of [
      ['de', /^Guten Tag/],
      ['fr', /^Bonjour/],
      ['nl', /^Hallo/],
      ['en', /^Hello/],
    ]) {
      await letter.locator('select').selectOption(language);
      const text = await by(page, 'letter-text').last().innerText();
      assert.match(text, begins);
      assert.ok(text.includes(PIETER) && text.includes('Contoso'), text);
      assert.equal(await by(page, 'letter-text').last().getAttribute('lang'), language);
    }
    assert.deepEqual(await violations(page), []);
  });
});
