// Following the mail: what became of a group's messages on their way to a guest, before and after a repair.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { by, find, misfits, shown, startApp, violations } from './harness.mjs';

const PIETER = 'pieter@northwindtraders.com';
const contoso = JSON.parse(
  readFileSync(new URL('../../crates/practice/scenarios/contoso.json', import.meta.url), 'utf8'),
);
const SALES = contoso.groups.find((group) => group.displayName === 'Sales NL').id;
const told = { en: /does not send to/, nl: /stuurt niets aan/ };

for (const [language, leftOut] of Object.entries(told)) {
  test(`a group that leaves a guest out is told so, and after the repair a message is on its way, in ${language}`, async (t) => {
    const app = await startApp(t, { options: ['--practice=global-admin', '--lang', language] });
    const page = await app.open();
    await shown(page, 'guest-address');
    assert.equal(await find(page, PIETER, SALES), 'misconfigured');

    // The messages that were sent went to everybody else.
    await by(page, 'trace-messages').click();
    await page.locator('[data-testid=trace-read][data-conclusion=not-sent-to-them]').waitFor();
    assert.match(await by(page, 'trace').innerText(), leftOut);
    assert.equal(await by(page, 'traced-message').count(), 2);
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await misfits(page), []);

    // The address is set, and a colleague writes once more.
    await by(page, 'remedy-set-mail').click();
    await page.locator(`[data-testid=choice][value="${PIETER}"]`).click();
    await by(page, 'preview').locator('[data-testid=confirm]:enabled').click();
    await by(page, 'result').locator('[data-testid=close]').click();
    await by(page, 'trace-messages').click();
    await page.locator('[data-testid=trace-read]').waitFor();
    await by(page, 'practise-message').click();
    await page.locator('[data-testid=traced-message] >> nth=2').waitFor();
    assert.equal(await by(page, 'traced-message').first().getAttribute('data-fate'), 'delivered');
    assert.equal(await by(page, 'trace-read').getAttribute('data-conclusion'), 'at-the-guests');
  });
}
