// Signing in with the browser, at a server nobody here wrote.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { annaSignedIn, askToken, bringBack, setStage, signInAt } from './stage.mjs';

test('the browser flow ends signed in', async (t) => {
  const stage = await setStage(t);
  const page = await stage.tab();
  await signInAt(page, await stage.client.tells('open'));
  assert.deepEqual(await stage.client.tells('signedIn'), annaSignedIn);
});

test('a sign-in goes on after a restart, each time with the newest refresh token', async (t) => {
  const stage = await setStage(t);
  const { client, server } = stage;
  await signInAt(await stage.tab(), await client.tells('open'));
  await client.tells('signedIn');
  for (let restart = 1; restart <= 2; restart += 1) {
    client.wish('resume');
    assert.deepEqual(await client.tells('resumed'), annaSignedIn);
  }
  const used = server.redeemed.slice(1).map((form) => new URLSearchParams(form));
  const tokens = used.map((form) => form.get('refresh_token'));
  assert.deepEqual(
    used.map((form) => form.get('grant_type')),
    ['refresh_token', 'refresh_token'],
  );
  assert.notEqual(tokens[0], tokens[1]);

  // Somebody else has got hold of the first one: this server then ends the sign-in for both.
  const stolen = await askToken(stage.server, server.redeemed[1]);
  assert.deepEqual([stolen.status, stolen.error], [400, 'invalid_grant']);
  client.wish('resume');
  const problem = await client.tells('problem');
  assert.deepEqual(problem, { kind: 'refused', detail: 'grant-invalid', error: 'invalid_grant' });
  for (const token of tokens) assert.ok(!client.said.join().includes(token));
});

test('a no at the page is told as a no', async (t) => {
  const stage = await setStage(t);
  const page = await stage.tab();
  await page.goto(await stage.client.tells('open'));
  await page.getByRole('link', { name: 'Cancel' }).click();
  const problem = { kind: 'declined', detail: null, error: 'access_denied' };
  assert.deepEqual(await stage.client.tells('problem'), problem);
  await page.getByRole('heading', { name: 'Microsoft did not sign you in' }).waitFor();
});

test('an answer with another state is refused by us, and the right one is still waited for', async (t) => {
  const stage = await setStage(t);
  const address = await stage.client.tells('open');
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
  assert.deepEqual(stage.server.redeemed, []);

  await signInAt(await stage.tab(), address);
  assert.deepEqual(await stage.client.tells('signedIn'), annaSignedIn);
});

test('a code of another sign-in is refused by the server, whatever state it is brought with', async (t) => {
  const stage = await setStage(t);
  const brought = await bringBack(await stage.client.tells('open'), () => {});
  assert.equal(brought.status, 200);
  const problem = await stage.client.tells('problem');
  assert.deepEqual(problem, { kind: 'refused', detail: 'grant-invalid', error: 'invalid_grant' });
});

test('another verifier is refused by the server', async (t) => {
  const other = (form) => form.set('code_verifier', 'a'.repeat(43));
  const stage = await setStage(t, { tamper: { '/token': { form: other } } });
  await signInAt(await stage.tab(), await stage.client.tells('open'));
  const problem = await stage.client.tells('problem');
  assert.deepEqual(problem, { kind: 'refused', detail: 'grant-invalid', error: 'invalid_grant' });
  // It was the verifier and nothing else: the form is the one that is taken when it has the right one.
  const form = new URLSearchParams(stage.server.redeemed[0]);
  assert.equal(form.get('code_verifier'), 'a'.repeat(43));
});

test('a challenge that is not hashed is refused by the server', async (t) => {
  const plain = { '/auth': { query: (query) => query.set('code_challenge_method', 'plain') } };
  const stage = await setStage(t, { tamper: plain });
  const page = await stage.tab();
  await page.goto(await stage.client.tells('open'));
  const problem = await stage.client.tells('problem');
  assert.equal(problem.kind, 'refused');
  assert.equal(problem.error, 'invalid_request');
});

test('a code that was redeemed already is refused by the server, and what it gave is taken back', async (t) => {
  const stage = await setStage(t);
  await signInAt(await stage.tab(), await stage.client.tells('open'));
  await stage.client.tells('signedIn');
  const [form] = stage.server.redeemed;
  assert.equal(new URLSearchParams(form).get('grant_type'), 'authorization_code');
  const replayed = await askToken(stage.server, form);
  assert.deepEqual([replayed.status, replayed.error], [400, 'invalid_grant']);
  stage.client.wish('resume');
  assert.equal((await stage.client.tells('problem')).detail, 'grant-invalid');
});

test('a redirect to another place is refused by the server, and shows nothing to that place', async (t) => {
  const stage = await setStage(t);
  const address = await stage.client.tells('open');
  const page = await stage.tab();
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
    assert.equal(new URL(page.url()).origin, stage.server.origin, redirect);
    assert.match(await page.textContent('body'), /invalid_redirect_uri/, redirect);
  }
  stage.client.wish('cancel');
  assert.equal((await stage.client.tells('problem')).kind, 'cancelled');
});
