// An owner asks an admin, with a text and with a file; an admin opens the file.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { by, find, misfits, shown, startApp, violations } from './harness.mjs';
import { BRAM, consented, startAppWithServer } from './sign-in-server.mjs';

const PIETER = 'pieter@northwindtraders.com';

/** What is said in an element, without the marks that keep names apart. */
const words = async (page, id) =>
  (await by(page, id).innerText()).replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ');

async function practising(t, persona, options = []) {
  const app = await startApp(t, { options: [`--practice=${persona}`, ...options] });
  const page = await app.open();
  await shown(page, 'guest-address');
  return page;
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

const opening = (page, text, name = 'ask.guesthandover') =>
  by(page, 'open-hand-over').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

describe('asking an admin', () => {
  test('shows what is sent, in the language of the admin, with one’s own words as a quotation', async (t) => {
    const page = await practising(t, 'owner');
    await find(page, PIETER);
    await by(page, 'ask-open').click();
    await shown(page, 'ask-panel');
    const heading = page.getByRole('heading', { name: 'An admin has to do this' });
    assert.ok(await heading.evaluate((it) => it === document.activeElement));
    await by(page, 'ask-note').fill('Nothing since October.');
    assert.match(await words(page, 'letter'), /has no main e‑mail address “Nothing since October\.”/);
    await by(page, 'ask-panel').getByRole('button', { name: 'Nederlands' }).click();
    await by(page, 'letter').getByText('heeft geen hoofdadres').first().waitFor();
    assert.equal(await by(page, 'letter').getAttribute('lang'), 'nl');
    assert.match(await words(page, 'letter'), /“Nothing since October\.”/);
    // The app itself still speaks the reader's language.
    assert.match(await words(page, 'ask-panel'), /What do you notice\?/);
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await misfits(page), []);
    // Escape leads back, and what was typed is there when it is opened again.
    await page.keyboard.press('Escape');
    await by(page, 'ask').waitFor();
    assert.ok(await by(page, 'ask-open').evaluate((it) => it === document.activeElement));
    await by(page, 'ask-open').click();
    assert.equal(await by(page, 'ask-note').inputValue(), 'Nothing since October.');
  });

  test('opens the mail program with the text, to whom the organisation names', async (t) => {
    const app = await startAppWithServer(t, {
      plan: consented(),
      help: 'hulp@contoso.nl',
      options: ['--lang', 'nl'],
    });
    const page = await app.open();
    await by(page, 'sign-in-browser').click();
    await app.signIn(0, BRAM);
    await shown(page, 'guest-address');
    await find(page, PIETER);
    await by(page, 'ask-open').click();
    await by(page, 'ask-mail').click();
    // The host writes what it opens as soon as it is asked, on a line of its own.
    for (let tries = 0; tries < 400 && app.mails.length === 0; tries += 1) await page.waitForTimeout(25);
    const [link] = app.mails;
    const url = new URL(link);
    assert.equal(url.pathname, 'hulp@contoso.nl');
    assert.match(url.searchParams.get('subject'), /^Pieter Jansen heeft geen hoofdadres$/);
    assert.match(url.searchParams.get('body'), /Wat nodig is: Hoofdadres instellen\./);
    assert.ok(link.length <= 2_000, `${link.length} characters`);
  });
});

describe('a file that was handed over', () => {
  test('leads an admin from who asks to the repair, and to the answer', async (t) => {
    const page = await practising(t, 'owner', ['--lang', 'nl']);
    await find(page, PIETER);
    await by(page, 'ask-open').click();
    await by(page, 'ask-note').fill('Sinds oktober niets.');
    await by(page, 'ask-save').click();
    const path = await by(page, 'saved-path').innerText();
    const text = await readFile(path, 'utf8');
    await become(page, 'user-admin');
    await opening(page, text);
    await shown(page, 'hand-over-changed');
    const said = await words(page, 'hand-over');
    assert.match(said, /Bram Visser vraagt hulp voor Pieter Jansen/);
    assert.match(said, /Een account van uw organisatie\./);
    assert.match(said, /Van wat er toen gevonden is, is niets veranderd\./);
    assert.equal(await by(page, 'hand-over-note').innerText(), 'Sinds oktober niets.');
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await misfits(page), []);
    assert.equal(
      await page.locator('[data-recommended=true]').getAttribute('data-testid'),
      'remedy-set-mail',
    );
    await by(page, 'hand-over-close').click();
    assert.equal(await by(page, 'hand-over').count(), 0);
  });

  for (const [what, text, words_] of [
    ['no file of this kind', '{"name":"Contoso"}', /This is not a file that asks for help/],
    ['half of one', '{"version":1,"kind":"hand-o', /This is not a file that asks for help/],
    ['of a newer version', '{"version":3,"kind":"hand-over"}', /This file is of a newer version/],
    ['far too large', `{"version":1,"kind":"hand-over"}${' '.repeat(300_000)}`, /much too large/],
    ['empty', '', /This is not a file that asks for help/],
  ]) {
    test(`${what} is refused in words, alone on its card`, async (t) => {
      const page = await practising(t, 'user-admin');
      await opening(page, text);
      await by(page, 'hand-over').getByText(words_).first().waitFor();
      assert.equal(await by(page, 'verdict').count(), 0);
      assert.deepEqual(await violations(page), []);
    });
  }

  test('with names that are markup shows them as text', async (t) => {
    const page = await practising(t, 'owner');
    await find(page, PIETER);
    await by(page, 'ask-open').click();
    await by(page, 'ask-save').click();
    const file = JSON.parse(await readFile(await by(page, 'saved-path').innerText(), 'utf8'));
    file.from.name = '<img src=x onerror=alert(1)>\u202Egnp.exe';
    file.note = '{ $name } <script>alert(1)</script>';
    await become(page, 'user-admin');
    await opening(page, JSON.stringify(file));
    await shown(page, 'hand-over-note');
    assert.equal(await by(page, 'hand-over').locator('img, script').count(), 0);
    assert.match(await words(page, 'hand-over'), /<img src=x onerror=alert\(1\)>/);
    assert.doesNotMatch(await words(page, 'hand-over'), /\u202E/);
  });
});
