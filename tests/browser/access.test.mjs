// Seen and reachable by everybody: what axe does not look at. docs/accessibility.md says which criterion each holds.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { by, find, misfits, shown, startApp } from './harness.mjs';
import { atSearch, cutOff, faint, faintChoices, focusOn, lostFocus, outOfReach, plant } from './reach.mjs';
import { JAN, PIETER, screens } from './screens.mjs';

describe('boxes and circles', () => {
  for (const colorScheme of ['light', 'dark']) {
    test(`are seen, chosen or not, in a ${colorScheme} window`, async (t) => {
      const app = await startApp(t, { options: [], context: { colorScheme } });
      const page = await app.open();
      await by(page, 'practice').click();
      await shown(page, 'persona-user-admin');
      assert.deepEqual(await faintChoices(page), []);
      // The ring that was there before, 205 on white.
      const mend = await plant(page, 'input { border-color: rgb(205 205 205 / 40%) !important }');
      assert.ok((await faintChoices(page)).length > 3, 'an edge that is too light is noticed');
      await mend();

      await by(page, 'sign-in').click();
      await shown(page, 'guest-address');
      await find(page, JAN);
      const ticks = by(page, 'checklist').locator('input');
      await ticks.first().check();
      await ticks.first().scrollIntoViewIfNeeded();
      assert.deepEqual(await faintChoices(page), []);
      await plant(page, 'input::before { display: none }');
      assert.match((await faintChoices(page)).join(), /^the sign in /, 'a tick that is missing is noticed');
    });
  }
});

describe('colours that the person chose', () => {
  test('leave every icon to be seen on every screen', async (t) => {
    // High enough for all of a screen to be in the picture.
    const viewport = { width: 1180, height: 1700 };
    const context = { forcedColors: 'active', viewport };
    const app = await startApp(t, { options: ['--lang', 'en'], context });
    const page = await app.open();
    for (const { name, go, is } of screens) {
      await t.test(name, async () => {
        await go(page);
        await is(page);
        assert.deepEqual(await faint(page, 'svg.icon, input[type=checkbox], input[type=radio]'), []);
      });
    }
    await plant(page, 'svg.icon.icon.icon { color: Canvas !important }');
    assert.ok((await faint(page, 'svg.icon')).length > 3, 'icons that are gone are noticed');
  });

  test('say by an edge what is recommended, chosen and the cause, and by grey what cannot be pressed', async (t) => {
    const { page } = await atSearch(t, { context: { forcedColors: 'active' } });
    await find(page, JAN);
    await by(page, 'checklist').locator('input').first().check();
    const system = (name) =>
      page.evaluate((color) => {
        const probe = document.createElement('i');
        probe.style.color = color;
        document.body.append(probe);
        const said = getComputedStyle(probe).color;
        probe.remove();
        return said;
      }, name);
    const style = (locator, property) =>
      locator.first().evaluate((it, name) => getComputedStyle(it)[name], property);
    const [highlight, grey, text] = [
      await system('Highlight'),
      await system('GrayText'),
      await system('CanvasText'),
    ];

    const recommended = page.locator('[data-recommended=true]');
    assert.equal(await style(recommended, 'borderTopColor'), highlight);
    assert.equal(await style(recommended, 'borderTopWidth'), '2px');
    const cause = by(page, 'property-contact').locator('th');
    assert.equal(await style(cause, 'borderLeftWidth'), '6px');
    const pressed = page.locator('.toggle [aria-pressed=true]');
    assert.equal(await style(pressed, 'borderTopColor'), highlight);
    const box = by(page, 'checklist').locator('input');
    assert.equal(await style(box, 'backgroundColor'), highlight);

    const disabled = page.locator('[data-availability=disabled]');
    assert.equal(await style(disabled.locator('strong'), 'color'), grey);
    assert.equal(await style(disabled.locator('svg'), 'color'), grey);
    assert.equal(await style(disabled.locator('.note'), 'color'), text, 'why not is still read');
  });
});

/** The spacing that WCAG 1.4.12 names. */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;

describe('text of twice the size, and a window of 320 pixels', () => {
  test('cut nothing off, hide nothing and leave everything large enough to press', async (t) => {
    const viewport = { width: 640, height: 430 };
    // German has the longest words.
    const context = { viewport, deviceScaleFactor: 2 };
    const app = await startApp(t, { options: ['--lang', 'de'], context });
    const page = await app.open();
    for (const { name, go, is } of screens) {
      await t.test(name, async () => {
        await page.setViewportSize(viewport);
        await go(page);
        await is(page);
        assert.deepEqual(await cutOff(page), [], 'at 200 %');
        const closer = await plant(page, SPACED);
        assert.deepEqual(await cutOff(page), [], 'with more space between lines, words and letters');
        await closer();
        await page.setViewportSize({ width: 320, height: 640 });
        assert.deepEqual(await cutOff(page), [], 'at 320 pixels');
        assert.deepEqual(await outOfReach(page), [], 'at 320 pixels');
        const low = await page
          .locator('header .header-button')
          .evaluateAll((all) =>
            all.map((it) => it.getBoundingClientRect().height).filter((height) => height < 40),
          );
        assert.deepEqual(low, [], 'the header is for fingers');
      });
    }
    await by(page, 'practice').click();
    await shown(page, 'sign-in');
    const cut = await plant(
      page,
      'strong { display: block; width: 30px; overflow: hidden; white-space: nowrap }',
    );
    assert.ok((await cutOff(page)).length > 0, 'text that is cut off is noticed');
    await cut();
    const small = await plant(
      page,
      '.button { width: 18px !important; min-width: 0 !important; padding: 0 }',
    );
    assert.match((await outOfReach(page)).join(), /is 18 by /, 'a target of 18 pixels is noticed');
    await small();
    await plant(page, 'main { position: fixed !important; inset: 0; z-index: 2 }');
    assert.match((await outOfReach(page)).join(), /lies under/, 'a button under something else is noticed');
    await plant(page, 'main > * { min-width: 400px }');
    assert.match(
      (await misfits(page)).join(),
      /320x640: main is 4\d\d pixels wide/,
      'what is too wide is noticed',
    );
  });

  test('have what one can do before what was found, for the keyboard as well', async (t) => {
    const { page } = await atSearch(t, { context: { viewport: { width: 640, height: 480 } } });
    await find(page, JAN);
    const before = () =>
      page.evaluate(() => {
        const table = document.querySelector('[data-testid=property-table]');
        const act = document.querySelector('[data-testid=remedy-resolve-conflict]');
        const first = act.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING;
        const above = act.getBoundingClientRect().bottom <= table.getBoundingClientRect().top;
        return { first: first !== 0, above };
      });
    assert.deepEqual(await before(), { first: true, above: true });
    // A window that is drawn wider takes nothing from whoever is there.
    await by(page, 'remedy-resolve-conflict').focus();
    await page.setViewportSize({ width: 1180, height: 860 });
    assert.equal(await lostFocus(page), false);
    assert.ok(await focusOn(page, 'remedy-resolve-conflict'));
    assert.equal((await before()).first, false);
  });
});

test('nothing moves for whoever wants no motion', async (t) => {
  for (const [reducedMotion, moves] of [
    ['no-preference', true],
    ['reduce', false],
  ]) {
    const { page } = await atSearch(t, { context: { reducedMotion } });
    await page.route('**/command/find', async (route) => {
      await new Promise((done) => setTimeout(done, 700));
      await route.continue();
    });
    await by(page, 'guest-address').fill(JAN);
    await by(page, 'find').click();
    await shown(page, 'seeking');
    const moving = await page.evaluate(
      () => document.getAnimations().filter((it) => it.playState === 'running').length,
    );
    assert.equal(moving > 0, moves, reducedMotion);
    await shown(page, 'verdict');
    // What comes moves once, and so does a row that says something else now.
    await page.evaluate(() => {
      window.moved = [];
      addEventListener('animationstart', ({ target }) => window.moved.push(target.localName));
    });
    const moved = (what) => page.evaluate((name) => window.moved.includes(name), what);
    await by(page, 'why').click();
    await shown(page, 'findings');
    await page.waitForTimeout(100);
    assert.equal(await moved('section'), moves, 'a panel');
    await page.keyboard.press('Escape');
    await by(page, 'guest-address').fill(PIETER);
    await by(page, 'find').click();
    await by(page, 'remedy-set-mail').click();
    await shown(page, 'preview');
    await page.waitForTimeout(100);
    assert.equal(await moved('dialog'), moves, 'a dialog');
    assert.equal(await moved('tr'), false, 'what was found for the first time has not changed');
    await page.locator(`[data-testid=choice][value="${PIETER}"]`).check();
    await by(page, 'confirm').click();
    await shown(page, 'result');
    await by(page, 'close').click();
    await page.locator('[data-testid=verdict][data-verdict=healthy]').waitFor();
    await page.waitForTimeout(100);
    assert.equal(await moved('tr'), moves, 'a row that changed');
  }
});

test('the page about it names every criterion, and tests that there are', () => {
  const root = new URL('../../', import.meta.url);
  const page = readFileSync(new URL('docs/accessibility.md', root), 'utf8');
  const criteria = [...page.matchAll(/^\| (\d\.\d\.\d+) [^|]+\| (A{1,2}) \| (.+) \|$/gm)];
  const count = (level) => criteria.filter(([, , it]) => it === level).length;
  // Those of WCAG 2.2; 4.1.1 is none any more.
  assert.deepEqual([count('A'), count('AA')], [31, 24]);
  assert.equal(new Set(criteria.map(([, number]) => number)).size, 55);
  // What is said once, above the table.
  const terms = page
    .split('\n')
    .filter((line) => /^\*[a-z ]+\* /.test(line))
    .map((line) => ['above the table', line]);
  const folders = { mjs: 'tests/browser', ts: 'ui/tests', rs: 'tests/window/tests' };
  let named = 0;
  for (const [number, reason] of [...criteria.map(([, it, , why]) => [it, why]), ...terms]) {
    for (const [, file, names] of reason.matchAll(
      /`([\w-]+\.(?:test\.mjs|test\.ts|rs))`:? ?((?:(?:, )?“[^”]+”)*)/g,
    )) {
      const path = `${folders[file.split('.').at(-1)]}/${file}`;
      const text = readFileSync(new URL(path, root), 'utf8');
      for (const [, name] of names.matchAll(/“([^”]+)”/g)) {
        named += 1;
        assert.ok(text.includes(name), `${number}: ${file} has no test “${name}”`);
      }
    }
  }
  assert.ok(named > 20);
});
