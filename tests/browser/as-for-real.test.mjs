// Practising as for real: a permission is asked for at the first repair, and a role may not show. And whoever was found
// by object id stays whom the screen is about.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { by, find, misfits, shown, startApp, violations } from './harness.mjs';

const PIETER = 'pieter@northwindtraders.com';
const CONTOSO = new URL('../../crates/practice/scenarios/contoso.json', import.meta.url);

/** Signs in as this persona and looks Pieter up. */
async function practising(t, persona) {
  const app = await startApp(t, { options: [`--practice=${persona}`] });
  const page = await app.open();
  await shown(page, 'account');
  assert.equal(await find(page, PIETER), 'misconfigured');
  return page;
}

/** Asks for what the chosen remedy lacks, and says what becomes of it. */
async function permit(page, answer) {
  await by(page, 'permit').click();
  await shown(page, 'practice-answers');
  await by(page, `answer-${answer}`).click();
}

describe('a permission that is missing in practice', () => {
  test('is asked for, refused, put to an admin, given, and leads on to the repair', async (t) => {
    // Given an admin whose role is enough, and whose app may only look
    const page = await practising(t, 'helpdesk');
    const remedy = by(page, 'remedy-set-mail');
    assert.equal(await remedy.getAttribute('data-recommended'), 'true');
    await by(page, 'asks-permission').first().waitFor();
    await remedy.click();
    await shown(page, 'permission');

    // When it is not given, then it is said why, and it can be asked again
    for (const [answer, kind] of [
      ['declined', 'cancelled'],
      ['admin-needed', 'refused'],
    ]) {
      await permit(page, answer);
      await page.locator(`[data-testid=problem][data-kind=${kind}]`).waitFor();
      assert.equal(await by(page, 'problem').getAttribute('data-code'), 'sign-in-refused');
      assert.equal(await by(page, 'preview').count(), 0);
    }
    await by(page, 'permit').click();
    await shown(page, 'practice-answers');
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await misfits(page), []);

    // When it is given, then the preview comes, and the repair is carried out
    await by(page, 'answer-given').click();
    await shown(page, 'preview');
    await by(page, 'choice').first().check();
    await by(page, 'confirm').click();
    await page.locator('[data-outcome=done]').waitFor();
  });

  test('stands behind "I have a role that does not show here" where no role shows', async (t) => {
    const page = await practising(t, 'unseen-role');
    await shown(page, 'ask');
    assert.equal(await page.locator('[data-recommended=true]').count(), 0);
    const remedy = by(page, 'remedy-set-mail');
    assert.equal(await remedy.isVisible(), false);
    await by(page, 'open-unseen-role').click();
    await remedy.click();
    await shown(page, 'permission');
    await permit(page, 'given');
    await shown(page, 'preview');
  });

  test('and in Dutch who signs in as for real is said to', async (t) => {
    const app = await startApp(t, { options: ['--lang=nl'] });
    const page = await app.open();
    await by(page, 'practice').click();
    const persona = page.locator('label', { has: by(page, 'persona-unseen-role') });
    await persona.waitFor();
    assert.match(await persona.innerText(), /Net als in het echt: geen rol die te zien is/);
  });
});

test('whoever was found by object id is looked at again, though others have the address', async (t) => {
  // Given a second guest with the address of Pieter
  const folder = mkdtempSync(join(tmpdir(), 'guest-mail-doctor-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const contoso = JSON.parse(readFileSync(CONTOSO, 'utf8'));
  const pieter = contoso.users.find((user) => user.displayName === 'Pieter Jansen');
  contoso.users.push({
    ...pieter,
    id: '5e0c4b0a-0000-4000-8000-000000000001',
    userPrincipalName: 'pieter.2_northwindtraders.com#EXT#@contoso.onmicrosoft.com',
  });
  const file = join(folder, 'organisation.json');
  writeFileSync(file, JSON.stringify(contoso));
  const app = await startApp(t, { options: ['--practice', '--tenant', file] });
  const page = await app.open();
  await shown(page, 'account');
  assert.equal(await find(page, PIETER), 'ambiguous');

  // When Pieter is looked up by id, and then looked at again for a group
  assert.equal(await find(page, pieter.id), 'misconfigured');
  await by(page, 'group').selectOption({ label: 'Marketing Benelux' });
  // Then it is still Pieter
  await page.locator('[data-testid=verdict][data-verdict=not-member]').waitFor();
});
