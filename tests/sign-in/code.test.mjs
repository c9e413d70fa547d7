// Signing in with a code on another device, at a server nobody here wrote.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anna } from './server.mjs';
import { annaSignedIn, consentAt, setStage, until } from './stage.mjs';

/** The server names no interval, which means five seconds; a second is enough here. */
const quickly = { '/device/auth': { json: (answer) => (answer.interval = 1) } };

/** Types the code on another device. */
async function typed(stage) {
  const { code, page: address } = await stage.client.tells('type');
  const page = await stage.tab();
  await page.goto(address);
  await page.locator('input[name=user_code]').fill(code);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText(code).waitFor();
  return page;
}

test('the code, typed on another device, ends signed in', async (t) => {
  const stage = await setStage(t, { way: 'code', tamper: quickly });
  const page = await typed(stage);
  await until('it is asked before the person is done', () => stage.server.redeemed.length > 1);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.locator('input[name=login]').fill(anna.name);
  await page.locator('input[name=password]').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await consentAt(page);
  await page.getByRole('heading', { name: 'Sign-in Success' }).waitFor();
  assert.deepEqual(await stage.client.tells('signedIn'), annaSignedIn);
  stage.client.wish('resume');
  assert.deepEqual(await stage.client.tells('resumed'), annaSignedIn);
});

test('a no on the other device is told as a no', async (t) => {
  const stage = await setStage(t, { way: 'code', tamper: quickly });
  const page = await typed(stage);
  await page.getByRole('button', { name: 'Abort' }).click();
  await page.getByText('interrupted').waitFor();
  const problem = { kind: 'declined', detail: null, error: 'access_denied' };
  assert.deepEqual(await stage.client.tells('problem'), problem);
});

test('a code that ran out by our clock is not asked about any more', async (t) => {
  const stage = await setStage(t, { way: 'code', tamper: quickly, lifetimes: { DeviceCode: 3 } });
  await stage.client.tells('type');
  assert.deepEqual(await stage.client.tells('problem'), { kind: 'code-expired', detail: null, error: null });
});

test("a code that ran out by the server's clock is told as such", async (t) => {
  const longer = { json: (answer) => Object.assign(answer, { interval: 1, expires_in: 600 }) };
  const stage = await setStage(t, {
    way: 'code',
    tamper: { '/device/auth': longer },
    lifetimes: { DeviceCode: 3 },
  });
  await stage.client.tells('type');
  const problem = await stage.client.tells('problem');
  assert.deepEqual(problem, { kind: 'code-expired', detail: null, error: 'expired_token' });
});

test('waiting for the other device can be cancelled', async (t) => {
  const stage = await setStage(t, { way: 'code' });
  await stage.client.tells('type');
  stage.client.wish('cancel');
  assert.equal((await stage.client.tells('problem')).kind, 'cancelled');
});
