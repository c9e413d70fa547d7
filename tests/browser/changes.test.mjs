// Changes: only what was previewed, only once, only by whom it may, and never behind anybody's back.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { ask, by, find, violations, startApp, shown } from './harness.mjs';

const PIETER = 'pieter@northwindtraders.com';
const SOFIE = 'sofie.lindqvist@tailspintoys.com';

/** The question for a preview, of whom is on screen. */
async function question(page, address, remedy, choices = {}) {
  const searched = { address, group: null, guest: null, ticket: randomUUID() };
  const { body: report } = await ask(page, 'find', searched);
  const all = { address: null, groups: null, invitationLanguage: null, sendInvitation: null, ...choices };
  return {
    guest: report.subject.id,
    searched: report.searched,
    group: null,
    remedy,
    choices: all,
    ticket: randomUUID(),
  };
}

const confirm = (page, plan, typed = null) => ask(page, 'confirm', { plan, typed, reason: null });

/** Waits for the end of the change under way. */
async function ended(page) {
  for (let after = 0, tries = 0; tries < 200; tries += 1) {
    const { body } = await ask(page, 'watch', { after });
    after = body.sequence;
    if (body.change?.result) return body.change.result;
  }
  throw new Error('the change does not end');
}

const historyLength = async (page) => (await ask(page, 'history', {})).body.entries.length;

describe('who may not repair', () => {
  for (const persona of ['reader', 'owner']) {
    test(`${persona} sees why, can press nothing, and is refused past the buttons`, async (t) => {
      const app = await startApp(t, { options: [`--practice=${persona}`] });
      const page = await app.open();
      await shown(page, 'account');
      assert.equal(await find(page, PIETER), 'misconfigured');
      for (const remedy of ['set-mail', 'keep-one-address', 'remove-and-invite']) {
        const button = by(page, `remedy-${remedy}`);
        assert.equal(await button.getAttribute('data-availability'), 'disabled', remedy);
        await button.dispatchEvent('click');
        assert.equal(await by(page, 'preview').count(), 0, remedy);

        const { status, body } = await ask(
          page,
          'preview',
          await question(page, PIETER, remedy, { address: PIETER }),
        );
        assert.equal(status, 422, remedy);
        assert.equal(body.kind, 'refused', remedy);
        assert.equal(body.changed, 'no', remedy);
      }
      assert.equal(await historyLength(page), 0);
    });
  }

  test('a guest may not even search, and is told so', async (t) => {
    const app = await startApp(t, { options: ['--practice=guest'] });
    const page = await app.open();
    await shown(page, 'account');
    assert.equal(await find(page, PIETER), 'guests-may-not-search');
    assert.equal(await by(page, 'problem').getAttribute('data-kind'), 'refused');
  });
});

describe('a plan', () => {
  test('is carried out once, and a second time is refused', async (t) => {
    const app = await startApp(t);
    const page = await app.open();
    await shown(page, 'account');
    const asked = await question(page, PIETER, 'set-mail', { address: PIETER });
    const { body: plan } = await ask(page, 'preview', asked);
    assert.equal((await confirm(page, plan.id)).status, 200);
    assert.equal((await ended(page)).outcome, 'done');
    const again = await confirm(page, plan.id);
    assert.equal(again.status, 422);
    assert.equal(again.body.code, 'plan-used');
    assert.equal(again.body.changed, 'no');
    assert.equal(await historyLength(page), 1);
  });

  test('is void as soon as another is made, and one that was never made does not exist', async (t) => {
    const app = await startApp(t);
    const page = await app.open();
    await shown(page, 'account');
    const first = await ask(page, 'preview', await question(page, PIETER, 'set-mail', { address: PIETER }));
    await ask(page, 'preview', await question(page, PIETER, 'keep-one-address', { address: PIETER }));
    for (const id of [first.body.id, randomUUID()]) {
      const { status, body } = await confirm(page, id);
      assert.equal(status, 422);
      assert.equal(body.code, 'plan-stale');
    }
    assert.equal(await historyLength(page), 0);
  });

  test('that deletes needs the address typed, exactly', async (t) => {
    const app = await startApp(t);
    const page = await app.open();
    await shown(page, 'account');
    await find(page, SOFIE);
    await by(page, 'remedy-remove-and-invite').click();
    await by(page, 'confirm-text').fill(SOFIE.replace('sofie', 'sophie'));
    await by(page, 'confirm').click();
    await shown(page, 'problem');
    assert.equal(await by(page, 'problem').getAttribute('data-code'), 'typed-text-differs');
    assert.equal(await by(page, 'changed').count(), 0, 'nothing was changed, and nothing is said of it');
    assert.equal(await by(page, 'confirm-text').inputValue(), SOFIE.replace('sofie', 'sophie'));
    assert.equal(await historyLength(page), 0);
  });

  test('made in one tab is void when another tab makes its own, and says so there', async (t) => {
    const app = await startApp(t);
    const one = await app.open();
    await shown(one, 'account');
    await find(one, PIETER);
    await by(one, 'remedy-set-mail').click();
    await one.locator(`[data-testid=choice][value="${PIETER}"]`).check();
    await one.locator('[data-testid=confirm]:enabled').waitFor();

    const other = await app.open();
    await shown(other, 'account');
    await find(other, SOFIE);
    await by(other, 'remedy-remove-and-invite').click();
    await shown(other, 'confirm-text');

    await by(one, 'confirm').click();
    await shown(one, 'problem');
    assert.equal(await by(one, 'problem').getAttribute('data-code'), 'plan-stale');
    await by(one, 'plan-again').click();
    await one.locator('[data-testid=confirm]:enabled').waitFor();
    await by(one, 'confirm').click();
    await shown(one, 'directory-right');
  });

  test('finds the directory otherwise than previewed, and changes nothing', async (t) => {
    const app = await startApp(t);
    const page = await app.open();
    await shown(page, 'account');
    const undo = await question(page, PIETER, 'keep-one-address', { address: PIETER });
    const kept = await ask(page, 'preview', undo);
    await confirm(page, kept.body.id);
    await ended(page);
    const { body: history } = await ask(page, 'history', {});
    const way = { change: history.entries[0].id };
    const { body: plan } = await ask(page, 'preview_undo', way);
    // Put everything back to how it began, behind the back of what was previewed.
    assert.equal((await ask(page, 'start_over', {})).status, 200);
    await confirm(page, plan.id);
    const result = await ended(page);
    assert.equal(result.outcome, 'refused', JSON.stringify(result));
    assert.equal(result.problem.kind, 'conflict');
    assert.equal(result.problem.changed, 'no');
    // Another preview sees it itself, and History says that the way back is gone.
    assert.equal((await ask(page, 'preview_undo', way)).body.code, 'changed-since');
    const { body: after } = await ask(page, 'history', {});
    assert.equal(after.entries.find((entry) => entry.id === way.change).back, 'gone');
  });
});

describe('Enter in a field of a dialog', () => {
  test('carries nothing out: it leads to the button that does', async (t) => {
    const app = await startApp(t);
    const page = await app.open();
    await shown(page, 'account');
    await find(page, PIETER);
    await by(page, 'remedy-set-mail').click();
    await page.locator('[data-testid=confirm]:enabled').waitFor();
    await by(page, 'reason').focus();
    // A ticket number as it is pasted from a list, with its line end, and as a scanner types it.
    await page.evaluate(() => document.execCommand('insertText', false, 'INC-12345\n'));
    await page.keyboard.press('Enter');
    await page.waitForTimeout(300);
    assert.equal(await by(page, 'preview').count(), 1, 'the preview is still there');
    assert.equal(await by(page, 'reason').inputValue(), 'INC-12345');
    assert.ok(await by(page, 'confirm').evaluate((button) => button === document.activeElement));
    await page.locator(`[data-testid=choice][value="${PIETER}"]`).press('Enter');
    await page.waitForTimeout(300);
    assert.equal(await by(page, 'preview').count(), 1, 'nor does a choice');
    assert.equal(await historyLength(page), 0);
    // There the same key does it.
    await page.keyboard.press('Enter');
    await shown(page, 'directory-right');
    assert.equal(await historyLength(page), 1);
  });

  test('deletes nobody, whether the address was typed or not', async (t) => {
    const app = await startApp(t);
    const page = await app.open();
    await shown(page, 'account');
    await find(page, SOFIE);
    await by(page, 'remedy-remove-and-invite').click();
    await by(page, 'confirm-text').press('Enter');
    assert.ok(await by(page, 'confirm-text').evaluate((field) => field === document.activeElement));
    await by(page, 'confirm-text').fill(SOFIE);
    for (const field of ['reason', 'confirm-text', 'send-invitation', 'restore-group']) {
      await by(page, field).first().press('Enter');
      await page.waitForTimeout(200);
      assert.ok(await by(page, 'confirm').evaluate((button) => button === document.activeElement), field);
    }
    assert.equal(await by(page, 'preview').count(), 1);
    assert.equal(await historyLength(page), 0);
  });
});

describe('what comes in between', () => {
  test('a guest who vanishes between preview and confirmation is said to be gone, and nothing was changed', async (t) => {
    const app = await startApp(t, { options: ['--practice', '--tenant-endpoint'] });
    const page = await app.open();
    await shown(page, 'account');
    await find(page, PIETER);
    await by(page, 'remedy-keep-one-address').click();
    await page.locator('[data-testid=confirm]:enabled').waitFor();
    const { guest } = await question(page, PIETER, 'keep-one-address');
    await app.changeTenant('DELETE', `/users/${guest}`);

    await by(page, 'confirm').click();
    await shown(page, 'result');
    await shown(page, 'problem');
    assert.equal(await by(page, 'problem').getAttribute('data-code'), 'guest-gone');
    assert.equal(await by(page, 'changed').getAttribute('data-changed'), 'no');
    for (const way of ['undo', 'resume', 'put-back']) assert.equal(await by(page, way).count(), 0, way);
    await by(page, 'close').click();
    assert.equal(await by(page, 'guest-address').inputValue(), PIETER);
    // What was on screen is looked up again by itself.
    await page.locator('[data-verdict=deleted]').waitFor();
    assert.equal(await historyLength(page), 0);
  });

  test('an invitation refused after the deletion says so, and the original account is put back', async (t) => {
    const faults = [{ method: 'POST', path: '/invitations', nth: 1, do: 'status', status: 403 }];
    const app = await startApp(t, { faults });
    const page = await app.open();
    await shown(page, 'account');
    await find(page, SOFIE);
    await by(page, 'remedy-remove-and-invite').click();
    await by(page, 'confirm-text').fill(SOFIE);
    await by(page, 'confirm').click();

    await shown(page, 'result');
    assert.equal(await by(page, 'problem').getAttribute('data-code'), 'invitation-refused');
    assert.equal(await by(page, 'problem').getAttribute('data-kind'), 'refused');
    assert.equal(await by(page, 'changed').getAttribute('data-changed'), 'yes');
    assert.equal(await page.locator('[data-outcome=interrupted]').count(), 1);
    assert.deepEqual(await violations(page), []);

    await by(page, 'close').click();
    await page.locator('[data-verdict=deleted]').waitFor();
    // The guest screen itself leads back.
    assert.equal(await by(page, 'put-back').getAttribute('data-recommended'), 'true');
    assert.deepEqual(await violations(page), []);
    await by(page, 'put-back').click();
    await page.locator('[data-testid=confirm]:enabled').waitFor();
    await by(page, 'confirm').click();
    await page.locator('[data-outcome=done]').waitFor();
    await by(page, 'close').click();
    assert.equal(await find(page, SOFIE), 'misconfigured');
    assert.equal(await by(page, 'unfinished').count(), 0);
  });
});

test('a guest with a new account may be refused by SharePoint, and the text for who repairs that is there', async (t) => {
  const app = await startApp(t, { options: ['--practice=user-admin', '--lang', 'nl'] });
  const page = await app.open();
  await shown(page, 'account');
  await find(page, SOFIE);
  await by(page, 'remedy-remove-and-invite').click();
  await by(page, 'confirm-text').fill(SOFIE);
  await by(page, 'confirm').click();
  await page.locator('[data-outcome=done]').waitFor();
  const sharePoint = by(page, 'share-point');
  await sharePoint.locator('summary').click();
  assert.match(await sharePoint.innerText(), /Sites die het oude account kenden/);
  assert.deepEqual(await violations(page), []);
});

test('the first story: keep one address, see it is not enough, set the main address', async (t) => {
  const app = await startApp(t);
  const page = await app.open();
  await shown(page, 'account');
  assert.equal(await find(page, PIETER), 'misconfigured');
  await by(page, 'remedy-keep-one-address').click();
  await page.locator(`[data-testid=choice][value="${PIETER}"]`).check();
  await by(page, 'confirm').click();
  await shown(page, 'still-missing');
  await by(page, 'set-mail-next').click();
  await page.locator(`[data-testid=choice][value="${PIETER}"]`).check();
  await by(page, 'confirm').click();
  await shown(page, 'directory-right');
  await by(page, 'close').click();
  assert.equal(await by(page, 'verdict').getAttribute('data-verdict'), 'healthy');
  await by(page, 'nav-history').click();
  await shown(page, 'history-entry');
  assert.equal(await by(page, 'history-entry').count(), 2);
});
