// Signing in with a code on another device, at a server nobody here wrote.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anna } from './server.mjs';
import { annaSignedIn, consentAt, startHarness, until } from './harness.mjs';

/** The server names no interval, which means five seconds; a second is enough here. */
const quickly = { '/device/auth': { json: (answer) => (answer.interval = 1) } };

/** Types the code on another device. */
async function typed(harness) {
  const { code, page: address } = await harness.client.event('type');
  const page = await harness.tab();
  await page.goto(address);
  await page.locator('input[name=user_code]').fill(code);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText(code).waitFor();
  return page;
}

test('the code, typed on another device, ends signed in', async (t) => {
  const harness = await startHarness(t, { way: 'code', tamper: quickly });
  const page = await typed(harness);
  await until('it is asked before the person is done', () => harness.server.redeemed.length > 1);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.locator('input[name=login]').fill(anna.name);
  await page.locator('input[name=password]').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await consentAt(page);
  await page.getByRole('heading', { name: 'Sign-in Success' }).waitFor();
  assert.deepEqual(await harness.client.event('signedIn'), annaSignedIn);
  harness.client.send('resume');
  assert.deepEqual(await harness.client.event('resumed'), annaSignedIn);
});

test('a no on the other device is told as a no', async (t) => {
  const harness = await startHarness(t, { way: 'code', tamper: quickly });
  const page = await typed(harness);
  await page.getByRole('button', { name: 'Abort' }).click();
  await page.getByText('interrupted').waitFor();
  const problem = { kind: 'declined', detail: null, error: 'access_denied' };
  assert.deepEqual(await harness.client.event('problem'), problem);
});

test('a code that ran out by our clock is not asked about any more', async (t) => {
  const harness = await startHarness(t, { way: 'code', tamper: quickly, lifetimes: { DeviceCode: 3 } });
  await harness.client.event('type');
  assert.deepEqual(await harness.client.event('problem'), { kind: 'code-expired', detail: null, error: null });
});

test("a code that ran out by the server's clock is told as such", async (t) => {
  const longer = { json: (answer) => Object.assign(answer, { interval: 1, expires_in: 600 }) };
  const harness = await startHarness(t, {
    way: 'code',
    tamper: { '/device/auth': longer },
    lifetimes: { DeviceCode: 3 },
  });
  await harness.client.event('type');
  const problem = await harness.client.event('problem');
  assert.deepEqual(problem, { kind: 'code-expired', detail: null, error: 'expired_token' });
});

test('waiting for the other device can be cancelled', async (t) => {
  const harness = await startHarness(t, { way: 'code' });
  await harness.client.event('type');
  harness.client.send('cancel');
  assert.equal((await harness.client.event('problem')).kind, 'cancelled');
});
