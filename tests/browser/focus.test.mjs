// Where the keyboard and the screen reader are: never on nothing, and never under something.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ask, by, find, shown } from './harness.mjs';
import { atSearch, focusOn, lostFocus, plant, walk } from './reach.mjs';
import { PIETER } from './screens.mjs';

const SOFIE = 'sofie.lindqvist@tailspintoys.com';
const languages = ['en', 'nl', 'de', 'fr'];

const onHeading = (page) => page.evaluate(() => /^H[1-6]$/.test(document.activeElement?.tagName ?? ''));

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
    await shown(page, 'result');
    await page.unroute('**/command/watch');
    await after('what was stopped, and is left', async () => press('close'));
    // Whether it was stopped in time or not: there is something to repair again.
    await ask(page, 'start_over', {});
    await find(page, PIETER);
    await after('an answer about the test message', async () => {
      await press('remedy-set-mail');
      await page.locator('[data-testid=confirm]:enabled').waitFor();
      await press('confirm');
      await shown(page, 'test-not-yet');
      await press('test-not-yet');
      await by(page, 'test-not-yet').waitFor({ state: 'detached' });
    });
    await page.keyboard.press('Escape');
    await by(page, 'result').waitFor({ state: 'detached' });
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
