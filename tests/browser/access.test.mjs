// Seen and reachable by everybody: what axe does not look at. docs/accessibility.md says which criterion each holds.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ask, by, find, misfits, shown, startApp } from './harness.mjs';
import { cutOff, faint, faintChoices, lostFocus, outOfReach, walk } from './reach.mjs';
import { JAN, PIETER, screens } from './screens.mjs';

const SOFIE = 'sofie.lindqvist@tailspintoys.com';
const languages = ['en', 'nl', 'de', 'fr'];

/** A fault on purpose: the check has to see it. Answers how to take it away. */
async function plant(page, css) {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, css);
  return () => page.evaluate(() => void (document.adoptedStyleSheets = []));
}

const focusOn = (page, id) =>
  by(page, id)
    .first()
    .evaluate((it) => it === document.activeElement);
const onHeading = (page) => page.evaluate(() => /^H[1-6]$/.test(document.activeElement?.tagName ?? ''));

/** Opens the app where one searches. */
async function atSearch(t, settings = {}) {
  const app = await startApp(t, settings);
  const page = await app.open();
  await shown(page, 'guest-address');
  return { app, page };
}

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
  for (const colorScheme of ['light', 'dark']) {
    test(`leave every icon to be seen on every screen, on a ${colorScheme} ground`, async (t) => {
      // High enough for all of a screen to be in the picture.
      const viewport = { width: 1180, height: 1700 };
      const context = { forcedColors: 'active', colorScheme, viewport };
      const app = await startApp(t, { options: ['--lang', 'en'], context });
      const page = await app.open();
      for (const { name, go, is } of screens) {
        await t.test(name, async () => {
          await go(page);
          await is(page);
          assert.deepEqual(await faint(page, 'svg.icon, input[type=checkbox], input[type=radio]'), []);
        });
      }
      await plant(page, 'svg.icon { color: Canvas !important }');
      assert.ok((await faint(page, 'svg.icon')).length > 3, 'icons that are gone are noticed');
    });
  }

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
    const small = await plant(page, '.button { width: 18px; min-width: 0 !important; padding: 0 }');
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

describe('a dialog', () => {
  const ways = {
    'a removal, to be typed': async (page) => {
      await find(page, SOFIE);
      await by(page, 'remedy-remove-and-invite').click();
      await shown(page, 'confirm-text');
      await by(page, 'confirm-text').fill(SOFIE);
      await page.locator('[data-testid=confirm]:enabled').waitFor();
    },
    'an invitation, with all its fields': async (page) => {
      await find(page, 'niemand@litwareinc.com');
      await by(page, 'remedy-invite').click();
      await shown(page, 'new-guest');
      await page.locator('[data-testid=confirm]:enabled').waitFor();
    },
  };
  for (const size of [
    { width: 640, height: 480 },
    { width: 1024, height: 600 },
  ]) {
    test(`hides nothing that has the focus at ${size.width} by ${size.height}`, async (t) => {
      const { page } = await atSearch(t, {
        options: ['--practice', '--lang', 'nl'],
        context: { viewport: size },
      });
      for (const [name, open] of Object.entries(ways)) {
        await t.test(name, async () => {
          await open(page);
          const { came, hidden } = await walk(page);
          assert.ok(came.includes('confirm') && came.length >= 6, came.join());
          assert.deepEqual(hidden, []);
          const over =
            'position: fixed !important; left: 0; right: 0; bottom: 0; height: 45vh; background: red';
          const mend = await plant(page, `.dialog-foot { ${over} }`);
          assert.ok((await walk(page)).hidden.length > 0, 'buttons that lie over the rest are noticed');
          await mend();
          await page.keyboard.press('Escape');
          await by(page, 'preview').waitFor({ state: 'detached' });
        });
      }
    });
  }

  test('keeps what cancels and what acts beside each other, in every language', async (t) => {
    const { page } = await atSearch(t);
    for (const language of languages) {
      await ask(page, 'set_language', { language });
      await page.reload();
      await shown(page, 'guest-address');
      await ways['a removal, to be typed'](page);
      const top = (id) =>
        by(page, 'preview')
          .locator(`[data-testid=${id}]`)
          .evaluate((it) => it.offsetTop);
      assert.equal(await top('cancel'), await top('confirm'), language);
      await page.keyboard.press('Escape');
    }
  });

  test('says what is wrong above its buttons, at the field that it is about', async (t) => {
    const { page } = await atSearch(t);
    await ways['a removal, to be typed'](page);
    await by(page, 'confirm-text').fill('somebody.else@tailspintoys.com');
    await by(page, 'confirm').click();
    await shown(page, 'problem');
    assert.equal(await lostFocus(page), false);
    assert.ok(await focusOn(page, 'confirm-text'), 'reading goes on at the field');
    const field = by(page, 'confirm-text');
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    const described = await field.evaluate((it) =>
      it.ownerDocument
        .getElementById(it.getAttribute('aria-describedby'))
        .contains(it.ownerDocument.querySelector('[data-testid=problem]')),
    );
    assert.ok(described);
    const edge = async (id, side) => (await by(page, id).boundingBox())[side];
    const problem = await by(page, 'problem').boundingBox();
    assert.ok(problem.y + problem.height <= (await edge('confirm', 'y')) + 1, 'above the buttons');
  });
});

describe('focus', () => {
  test('goes on at a heading or the next control after every act on the guest', async (t) => {
    const { page } = await atSearch(t);
    /** One act, and where reading has to go on after it. */
    const after = (name, act, where = null) =>
      t.test(name, async () => {
        await act();
        assert.equal(await lostFocus(page), false, 'the focus is on nothing');
        if (where) assert.ok(await where(), 'the focus is elsewhere');
      });
    const press = async (id) => {
      const button = by(page, id).first();
      await button.focus();
      await page.keyboard.press('Enter');
    };

    await after(
      'a notice that is closed',
      async () => {
        await find(page, 'no address');
        const close = page.locator('[data-testid=problem] > button');
        await close.focus();
        await close.press('Enter');
      },
      () => focusOn(page, 'guest-address'),
    );
    await after(
      'one of two addresses that were pasted',
      async () => {
        await find(page, `${PIETER} ${SOFIE}`);
        const first = by(page, 'search-instead').locator('button').first();
        await first.focus();
        await first.press('Enter');
        await shown(page, 'verdict');
      },
      () => onHeading(page),
    );
    await after(
      'recent searches that are removed',
      async () => {
        await by(page, 'recent').locator('summary').click();
        await press('recent-remove');
        await by(page, 'recent-remove').waitFor({ state: 'detached' });
      },
      () => focusOn(page, 'guest-address'),
    );
    await after(
      'the way back from a result',
      async () => {
        await find(page, PIETER);
        await press('remedy-keep-one-address');
        await page.locator(`[data-testid=choice][value="${PIETER}"]`).check();
        await page.locator('[data-testid=confirm]:enabled').waitFor();
        await press('confirm');
        await shown(page, 'still-missing');
        await press('undo');
        await shown(page, 'preview');
      },
      () => onHeading(page),
    );
    await after(
      'a result',
      async () => {
        await page.locator('[data-testid=confirm]:enabled').waitFor();
        await press('confirm');
        await shown(page, 'result');
      },
      () => onHeading(page),
    );
    await after(
      'a result that is left',
      async () => press('close'),
      () => onHeading(page),
    );
    await after(
      'the repair that comes next',
      async () => {
        await press('remedy-keep-one-address');
        await page.locator(`[data-testid=choice][value="${PIETER}"]`).check();
        await page.locator('[data-testid=confirm]:enabled').waitFor();
        await press('confirm');
        await shown(page, 'still-missing');
        await press('set-mail-next');
        await shown(page, 'preview');
      },
      () => onHeading(page),
    );
    await after(
      'stopping after this step',
      async () => {
        await page.route('**/command/watch', async (route) => {
          await new Promise((done) => setTimeout(done, 1500));
          await route.continue();
        });
        await page.locator('[data-testid=confirm]:enabled').waitFor();
        await press('confirm');
        await shown(page, 'progress');
        await by(page, 'progress').locator('[data-testid=cancel]').press('Enter');
      },
      () =>
        by(page, 'progress')
          .locator('[data-testid=cancel]')
          .evaluate((it) => it === document.activeElement),
    );
    await page.unroute('**/command/watch');
    await shown(page, 'result');
    await after('an answer about the test message', async () => press('test-not-yet'));
    await after('the dialog that is closed then', async () => press('close'));
    await after(
      'a plan that became void, and is made again',
      async () => {
        await find(page, SOFIE);
        await press('remedy-remove-and-invite');
        await by(page, 'confirm-text').fill(SOFIE);
        await page.locator('[data-testid=confirm]:enabled').waitFor();
        const guest = await ask(page, 'find', {
          address: PIETER,
          group: null,
          guest: null,
          ticket: crypto.randomUUID(),
        });
        const choices = { address: PIETER, groups: null, invitationLanguage: null, sendInvitation: null };
        await ask(page, 'preview', {
          guest: guest.body.subject.id,
          searched: PIETER,
          group: null,
          remedy: 'keep-one-address',
          choices,
          ticket: crypto.randomUUID(),
        });
        await press('confirm');
        await shown(page, 'plan-again');
        await press('plan-again');
        await by(page, 'plan-again').waitFor({ state: 'detached' });
      },
      () => onHeading(page),
    );
    await page.keyboard.press('Escape');
    await after('a question that is left with Escape', async () => {
      await press('account');
      await press('start-over');
      await shown(page, 'start-over-confirm');
      await page.keyboard.press('Escape');
    });
    await after('starting over', async () => {
      await press('account');
      await press('start-over');
      await press('start-over-confirm');
      await by(page, 'start-over-dialog').waitFor({ state: 'detached' });
    });
    await after(
      'an organisation that is forgotten',
      async () => {
        await press('account');
        await press('menu-organisation');
        await press('set-up-step-values');
        await by(page, 'field-name').fill('Contoso');
        await by(page, 'field-tenant').fill('contoso.onmicrosoft.com');
        await by(page, 'field-clientId').fill('5d1f6f0a-7c1e-4a52-9c36-0b1a7d3e2c41');
        await press('make');
        await press('forget');
        await press('forget-confirm');
        await by(page, 'forget').waitFor({ state: 'detached' });
      },
      () => onHeading(page),
    );
  });

  test('stays in the list of one’s groups, whatever comes and goes there', async (t) => {
    const { page } = await atSearch(t, { options: ['--practice=owner'] });
    await by(page, 'nav-groups').click();
    await by(page, 'groups-again').waitFor();
    const press = async (id) => {
      await by(page, id).first().focus();
      await page.keyboard.press('Enter');
    };
    const acts = {
      'several guests are chosen': () => press('guests-ask'),
      'and are not': () => press('cancel-ticking'),
      'everybody is shown again': async () => {
        await by(page, 'guests-filter').fill('nobody at all');
        await press('guests-show-all');
      },
      'the groups are read again': async () => {
        await press('groups-again');
        await by(page, 'groups-again').waitFor();
      },
    };
    for (const [name, act] of Object.entries(acts)) {
      await act();
      assert.equal(await lostFocus(page), false, name);
    }
    // With the one that watches over it blinded, the same act loses it: the check can fail.
    await page.evaluate(() => {
      addEventListener('focusin', (event) => event.stopImmediatePropagation(), { capture: true });
    });
    await by(page, 'guests-filter').fill('nobody at all');
    await press('guests-show-all');
    assert.equal(await lostFocus(page), true, 'focus that is lost is noticed');
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
  }
});
