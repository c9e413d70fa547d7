// Languages that are to come are longer than English. Nothing of the page breaks on that: no screen scrolls sideways, and
// no text is cut off or lies on another one.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { by, find, misfits, shown, startApp } from './harness.mjs';
import { longer, longerWords, speakLonger, unreadable } from './longer.mjs';
import { PIETER, screens } from './screens.mjs';

test('a sentence is made longer by two fifths, and keeps what is filled in and what it chooses by', () => {
  assert.equal(longer('Main address'), 'Määïïn ääddrééssø');
  assert.equal(longer('Why?'), 'Whÿÿø?');
  const source = [
    'guests = { $count ->',
    '    [one] { $count } guest',
    '   *[other] { $count } guests of { $group }',
    '}',
    '    .what = Open <{ $group }>',
    '',
  ].join('\n');
  const made = longerWords(source);
  assert.deepEqual(made.match(/\{ \$\w+( ->| \})/g), source.match(/\{ \$\w+( ->| \})/g));
  assert.match(made, /\[one\] \{ \$count \} güüéést\n/);
});

async function fits(page) {
  assert.deepEqual(await unreadable(page), []);
  assert.deepEqual(await misfits(page), []);
}

for (const width of [1180, 640, 320]) {
  test(`every screen has room for sentences two fifths longer, ${width} pixels wide`, async (t) => {
    const viewport = { width, height: 860 };
    const app = await startApp(t, { options: ['--lang', 'en'], context: { viewport } });
    await speakLonger(app);
    const page = await app.open();
    for (const { name, go, is } of screens) {
      await t.test(name, async () => {
        await go(page);
        await is(page);
        await fits(page);
      });
    }
  });

  test(`and so have an owner’s groups and what an admin is asked, ${width} pixels wide`, async (t) => {
    const viewport = { width, height: 860 };
    const app = await startApp(t, { options: ['--practice=owner', '--lang', 'en'], context: { viewport } });
    await speakLonger(app);
    const page = await app.open();
    await shown(page, 'guest-address');
    await find(page, PIETER);
    await fits(page);
    await by(page, 'ask-open').click();
    await shown(page, 'ask-panel');
    await fits(page);
    await by(page, 'ask-panel').locator('[data-testid=cancel]').click();
    await by(page, 'nav-groups').click();
    await shown(page, 'groups-again');
    await page.locator('[data-testid=my-group]', { hasText: 'Sales NL' }).click();
    await fits(page);
    await by(page, 'guests-ask').click();
    await by(page, 'guest-row').first().click();
    await fits(page);
    await by(page, 'ask-ticked').click();
    await shown(page, 'ask-several');
    await fits(page);
  });
}

test('a text that is cut off, sticks out or lies on another one is noticed', async (t) => {
  const app = await startApp(t);
  const page = await app.open();
  await shown(page, 'guest-address');
  assert.deepEqual(await unreadable(page), []);
  const planted = async (...lines) => {
    await page.evaluate((all) => {
      const box = document.createElement('div');
      box.dataset.testid = 'planted';
      for (const style of all) {
        const line = document.createElement('p');
        line.style.cssText = style;
        line.textContent = `planted words, ${style}`;
        box.append(line);
      }
      document.querySelector('main').prepend(box);
    }, lines);
    const found = await unreadable(page);
    await by(page, 'planted').evaluate((it) => it.remove());
    return found.join('\n');
  };
  const wide = 'width: 40px; white-space: nowrap;';
  assert.match(await planted(`${wide} overflow: hidden`), /planted words.* is wider/);
  assert.match(await planted(`${wide} border: 1px solid`), /planted words.* is wider/);
  assert.match(await planted('height: 5px; overflow: hidden'), /planted words.* is higher/);
  assert.match(await planted('height: 0', 'margin: 0'), /planted words.* lies on .*planted words/);
  assert.equal(await planted(`${wide} overflow: auto`), '', 'one can scroll to it');
});
