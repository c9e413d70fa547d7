// Somebody whom nobody knows is invited, with what is chosen by hand, and taken back again.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { by, find, misfits, shown, startApp, violations } from './harness.mjs';

const NOBODY = 'niemand@litwareinc.com';
const SALES = 'eebb6992-d1bd-47f0-99e7-121cec7f6b9e';

/** The preview is on screen, for whoever may invite. */
async function previewed(t, group = '', ...options) {
  const app = await startApp(t, { options: ['--practice=user-admin', ...options] });
  const page = await app.open();
  await shown(page, 'account');
  assert.equal(await find(page, NOBODY, group), 'not-found');
  await by(page, 'remedy-invite').click();
  await shown(page, 'new-guest');
  return page;
}

const ready = (page) => page.locator('[data-testid=confirm]:enabled').waitFor();

describe('somebody whom nobody knows', () => {
  test('is invited with name, message, group and sponsor, shown the link, and taken back', async (t) => {
    const page = await previewed(t, SALES);
    // The group one came with is chosen, and nobody is a sponsor.
    assert.ok(await by(page, 'join-group').first().isChecked());
    assert.equal(await by(page, 'sponsors').count(), 0);
    await by(page, 'new-guest-name').fill('Niek Mand');
    await by(page, 'new-guest-message').fill('Welcome, Niek.\nSee you on Monday.');
    // A sponsor nobody knows is said so beside what was typed; nothing else is lost, and nothing can be confirmed.
    await by(page, 'sponsor').fill('joris@contoso.nl');
    await page.keyboard.press('Enter');
    await page.locator('[data-testid=sponsors] [data-why=nobody]').waitFor();
    assert.match(await by(page, 'sponsors').innerText(), /joris@contoso\.nl/);
    assert.ok(await by(page, 'confirm').isDisabled());
    assert.equal(await by(page, 'new-guest-name').inputValue(), 'Niek Mand');
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await misfits(page), []);
    // It goes back into the field, to be mended there.
    await by(page, 'sponsor-take').click();
    assert.equal(await by(page, 'sponsor').inputValue(), 'joris@contoso.nl');
    await by(page, 'sponsor').fill('joris.dekker@contoso.nl');
    await by(page, 'sponsor-add').click();
    await by(page, 'sponsors').getByText('Joris Dekker').waitFor();
    await ready(page);
    await by(page, 'confirm').click();
    // The result shows the link once, and leads on: the guest is pending.
    await shown(page, 'redeem-link');
    assert.match(await by(page, 'link').innerText(), /^https:/);
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await misfits(page), []);
    await by(page, 'close').click();
    assert.equal(await by(page, 'verdict').getAttribute('data-verdict'), 'pending');
    assert.match(await by(page, 'verdict').innerText(), /Niek Mand/);
    // As long as nobody accepted, History takes it back.
    await by(page, 'nav-history').click();
    await by(page, 'undo').first().click();
    await by(page, 'confirm-text').fill(NOBODY);
    await by(page, 'confirm').click();
    await page.locator('[data-testid=result] [data-outcome=done]').waitFor();
    await by(page, 'close').click();
    await by(page, 'nav-guest').click();
    assert.equal(await find(page, NOBODY), 'deleted');
  });

  test('in Dutch, without a message when Microsoft sends none; what is typed waits for its preview', async (t) => {
    const page = await previewed(t, '', '--lang', 'nl');
    assert.match(await by(page, 'new-guest').innerText(), /Sponsors \(niet verplicht\)/);
    await by(page, 'send-invitation').uncheck();
    await by(page, 'new-guest-message').waitFor({ state: 'detached' });
    await by(page, 'new-guest-name').pressSequentially('Niek');
    assert.ok(await by(page, 'confirm').isDisabled(), 'what was typed is not in the preview yet');
    await ready(page);
    // A group is found by a part of its name.
    await by(page, 'join-groups-find').fill('klantp');
    assert.deepEqual(await by(page, 'join-groups').locator('label.tick').allInnerTexts(), ['Klantpanel']);
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await misfits(page), []);
    await ready(page);
    await by(page, 'confirm').click();
    await shown(page, 'redeem-link');
  });
});
