// Every screen, in every language, and both light and dark: it is the screen it should be, and everybody can use it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { by, find, misfits, violations, startApp, shown } from './harness.mjs';
import { JAN, PIETER, screens } from './screens.mjs';

const list = new URL('../../ui/locales/languages.json', import.meta.url);
// Colours do not hang on words: each language once, in turns light and dark, so that one more costs one round and not two.
for (const [index, lang] of Object.keys(JSON.parse(readFileSync(list, 'utf8'))).entries()) {
  const colorScheme = index % 2 === 0 ? 'light' : 'dark';
  describe(`in ${lang}, ${colorScheme}`, () => {
    test('every screen is the one it should be and has no flaw', async (t) => {
      const app = await startApp(t, { options: ['--lang', lang], context: { colorScheme } });
      const page = await app.open();
      for (const { name, go, is } of screens) {
        await t.test(name, async () => {
          await go(page);
          await is(page);
          assert.equal(await page.evaluate(() => document.documentElement.lang), lang);
          assert.deepEqual(await violations(page), []);
          assert.deepEqual(await misfits(page), []);
        });
      }
    });
  });
}

test('a flaw that was planted is found', async (t) => {
  const app = await startApp(t);
  const page = await app.open();
  await shown(page, 'guest-address');
  assert.deepEqual(await violations(page), []);
  await page.evaluate(() => document.querySelector('main').append(document.createElement('button')));
  const found = await violations(page);
  assert.ok(
    found.some((flaw) => flaw.startsWith('button-name')),
    found.join('\n'),
  );
});

test('a screen that was made too large is noticed', async (t) => {
  const app = await startApp(t);
  const page = await app.open();
  await shown(page, 'guest-address');
  assert.deepEqual(await misfits(page), []);
  await page.evaluate(() => {
    const far = document.createElement('p');
    far.style.cssText = 'position: absolute; top: 2000px; left: 0';
    far.textContent = 'far below';
    document.body.append(far);
  });
  assert.ok(
    (await misfits(page)).some((line) => /^1180x860: the document is 20\d\d pixels high$/.test(line)),
  );
});

test('the wheel and the keys scroll the content, and nothing but the content', async (t) => {
  const app = await startApp(t, { context: { viewport: { width: 640, height: 480 } } });
  const page = await app.open();
  await shown(page, 'guest-address');
  await find(page, JAN);
  await page.mouse.move(320, 240);
  for (let turns = 0; turns < 20; turns += 1) await page.mouse.wheel(0, 400);
  await page.waitForFunction(() => {
    const main = document.querySelector('main');
    return main.scrollTop > 0 && main.scrollTop + main.clientHeight >= main.scrollHeight - 1;
  });
  for (let turns = 0; turns < 5; turns += 1) await page.mouse.wheel(0, 400);
  await page.waitForTimeout(200);
  assert.equal(await page.evaluate(() => document.scrollingElement.scrollTop), 0);
  assert.equal(await page.evaluate(() => document.querySelector('header').getBoundingClientRect().top), 0);
});

test('a breach of the policy that was planted is noticed', async (t) => {
  const app = await startApp(t);
  const page = await app.open();
  await shown(page, 'guest-address');
  await page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'p { color: red }';
    document.head.append(style);
  });
  await page.waitForTimeout(100);
  const noticed = app.complaints.splice(0);
  assert.ok(
    noticed.some((complaint) => complaint.startsWith('policy: style-src')),
    noticed.join('\n'),
  );
});

test('how a conflict is resolved is said for its owner and its guest, with a script where one helps', async (t) => {
  const app = await startApp(t);
  const page = await app.open();
  await shown(page, 'guest-address');
  const told = async (address) => {
    await find(page, address);
    await by(page, 'remedy-resolve-conflict').click();
    await shown(page, 'check-again');
    const panel = by(page, 'conflict');
    const doors = await panel.locator('[data-testid^=open-door-] strong').allInnerTexts();
    let script = null;
    if (doors.length > 0) {
      await by(page, 'read-exchange-script').click();
      script = await by(page, 'exchange-script').innerText();
    }
    const said = await panel.innerText();
    assert.deepEqual(await misfits(page), []);
    await panel.locator('[data-testid=cancel]').click();
    return { doors, script, said };
  };

  const contact = await told(JAN);
  assert.equal(contact.doors.length, 3);
  assert.match(contact.script, /Set-MailContact/);
  assert.doesNotMatch(contact.script, /Remove-MailContact/, 'the gentlest door is open');

  const synced = await told('marek.nowak@proseware.com');
  assert.equal(synced.doors.length, 3);
  assert.match(synced.script, /Get-ADObject/);

  const guest = await told('lotte@vermeer-design.example');
  assert.match(guest.said, /both accounts/);
  assert.deepEqual([guest.doors, guest.script], [[], null]);

  const nobody = await told('verkoop@woodgrovebank.example');
  assert.equal(nobody.doors.length, 3);
  assert.doesNotMatch(nobody.said, /main address of the guest/);
});

test('the keyboard alone is enough to look somebody up and to leave a preview', async (t) => {
  const app = await startApp(t);
  const page = await app.open();
  await by(page, 'guest-address').focus();
  await page.keyboard.type(PIETER);
  await page.keyboard.press('Enter');
  await shown(page, 'verdict');
  await by(page, 'remedy-set-mail').focus();
  await page.keyboard.press('Enter');
  await by(page, 'preview').locator('[data-testid=confirm]').waitFor();
  await page.keyboard.press('Escape');
  await by(page, 'preview').waitFor({ state: 'detached' });
});
