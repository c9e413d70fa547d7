// Signing in with the browser, at a server nobody here wrote.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { annaSignedIn, askToken, bringBack, startHarness, signInAt } from './harness.mjs';

test('the browser flow ends signed in', async (t) => {
  const harness = await startHarness(t);
  const page = await harness.tab();
  await signInAt(page, await harness.client.event('open'));
  assert.deepEqual(await harness.client.event('signedIn'), annaSignedIn);
});

test('a sign-in goes on after a restart, each time with the newest refresh token', async (t) => {
  const harness = await startHarness(t);
  const { client, server } = harness;
  await signInAt(await harness.tab(), await client.event('open'));
  await client.event('signedIn');
  for (let restart = 1; restart <= 2; restart += 1) {
    client.send('resume');
    assert.deepEqual(await client.event('resumed'), annaSignedIn);
  }
  const used = server.redeemed.slice(1).map((form) => new URLSearchParams(form));
  const tokens = used.map((form) => form.get('refresh_token'));
  assert.deepEqual(
    used.map((form) => form.get('grant_type')),
    ['refresh_token', 'refresh_token'],
  );
  assert.notEqual(tokens[0], tokens[1]);

  // Somebody else has got hold of the first one: this server then ends the sign-in for both.
  const stolen = await askToken(harness.server, server.redeemed[1]);
  assert.deepEqual([stolen.status, stolen.error], [400, 'invalid_grant']);
  client.send('resume');
  const problem = await client.event('problem');
  assert.deepEqual(problem, { kind: 'refused', detail: 'grant-invalid', error: 'invalid_grant' });
  for (const token of tokens) assert.ok(!client.output.join().includes(token));
});

test('a no at the page is told as a no', async (t) => {
  const harness = await startHarness(t);
  const page = await harness.tab();
  await page.goto(await harness.client.event('open'));
  await page.getByRole('link', { name: 'Cancel' }).click();
  const problem = { kind: 'declined', detail: null, error: 'access_denied' };
  assert.deepEqual(await harness.client.event('problem'), problem);
  await page.getByRole('heading', { name: 'Microsoft did not sign you in' }).waitFor();
});

test('an answer with another state is refused by us, and the right one is still waited for', async (t) => {
  const harness = await startHarness(t);
  const address = await harness.client.event('open');
  const states = {
    'another one': (query) => query.set('state', 'x'.repeat(43)),
    'one letter more': (query) => query.set('state', `${query.get('state')}A`),
    'in capitals': (query) => query.set('state', query.get('state').toUpperCase()),
    empty: (query) => query.set('state', ''),
    none: (query) => query.delete('state'),
    'twice, once right': (query) => query.append('state', 'x'),
  };
  for (const [name, change] of Object.entries(states)) {
    const refused = await bringBack(address, change);
    assert.equal(refused.status, 400, name);
    assert.ok(!refused.text.includes('a-code-of-somebody-else'), name);
  }
  assert.equal((await bringBack(address, () => {}, '/callback')).status, 404);
  assert.deepEqual(harness.server.redeemed, []);

  await signInAt(await harness.tab(), address);
  assert.deepEqual(await harness.client.event('signedIn'), annaSignedIn);
});

test('a code of another sign-in is refused by the server, whatever state it is brought with', async (t) => {
  const harness = await startHarness(t);
  const brought = await bringBack(await harness.client.event('open'), () => {});
  assert.equal(brought.status, 200);
  const problem = await harness.client.event('problem');
  assert.deepEqual(problem, { kind: 'refused', detail: 'grant-invalid', error: 'invalid_grant' });
});

test('another verifier is refused by the server', async (t) => {
  const other = (form) => form.set('code_verifier', 'a'.repeat(43));
  const harness = await startHarness(t, { tamper: { '/token': { form: other } } });
  await signInAt(await harness.tab(), await harness.client.event('open'));
  const problem = await harness.client.event('problem');
  assert.deepEqual(problem, { kind: 'refused', detail: 'grant-invalid', error: 'invalid_grant' });
  // It was the verifier and nothing else: the form is the one that is taken when it has the right one.
  const form = new URLSearchParams(harness.server.redeemed[0]);
  assert.equal(form.get('code_verifier'), 'a'.repeat(43));
});

test('a challenge that is not hashed is refused by the server', async (t) => {
  const plain = { '/auth': { query: (query) => query.set('code_challenge_method', 'plain') } };
  const harness = await startHarness(t, { tamper: plain });
  const page = await harness.tab();
  await page.goto(await harness.client.event('open'));
  const problem = await harness.client.event('problem');
  assert.equal(problem.kind, 'refused');
  assert.equal(problem.error, 'invalid_request');
});

test('a code that was redeemed already is refused by the server, and what it gave is taken back', async (t) => {
  const harness = await startHarness(t);
  await signInAt(await harness.tab(), await harness.client.event('open'));
  await harness.client.event('signedIn');
  const [form] = harness.server.redeemed;
  assert.equal(new URLSearchParams(form).get('grant_type'), 'authorization_code');
  const replayed = await askToken(harness.server, form);
  assert.deepEqual([replayed.status, replayed.error], [400, 'invalid_grant']);
  harness.client.send('resume');
  assert.equal((await harness.client.event('problem')).detail, 'grant-invalid');
});

test('a redirect to another place is refused by the server, and shows nothing to that place', async (t) => {
  const harness = await startHarness(t);
  const address = await harness.client.event('open');
  const page = await harness.tab();
  const port = new URL(new URL(address).searchParams.get('redirect_uri')).port;
  for (const redirect of [
    'https://fabrikam.example/',
    `http://localhost.fabrikam.example:${port}`,
    `http://localhost:${port}/elsewhere`,
    `https://localhost:${port}`,
    `http://user@localhost:${port}`,
  ]) {
    const changed = new URL(address);
    changed.searchParams.set('redirect_uri', redirect);
    const answer = await page.goto(changed.href);
    assert.equal(answer.status(), 400, redirect);
    assert.equal(new URL(page.url()).origin, harness.server.origin, redirect);
    assert.match(await page.textContent('body'), /invalid_redirect_uri/, redirect);
  }
  harness.client.send('cancel');
  assert.equal((await harness.client.event('problem')).kind, 'cancelled');
});
