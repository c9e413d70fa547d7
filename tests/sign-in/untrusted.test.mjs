// Answers that are not what they should be are refused by us: somebody stands between us and the server, or the server
// is another one. Nothing of such an answer is used.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { graph, tenant } from './server.mjs';
import { bringBack, startHarness, signInAt } from './harness.mjs';

const elsewhere = 'https://login.fabrikam.example';
const otherTenant = '11111111-2222-4333-8444-555555555555';

test('a discovery document that leads elsewhere is refused before anything is opened', async (t) => {
  const set = (name, value) => (document) => (document[name] = value);
  const moved = (name, change) => (document) => (document[name] = change(document[name]));
  const cases = {
    'an issuer elsewhere': [set('issuer', `${elsewhere}/${tenant}/v2.0`), 'untrusted', 'issuer'],
    'an issuer without TLS': [
      moved('issuer', (url) => url.replace('https:', 'http:')),
      'untrusted',
      'issuer',
    ],
    'an issuer without organisation': [moved('issuer', (url) => new URL(url).origin), 'untrusted', 'issuer'],
    'the issuer of another organisation': [
      moved('issuer', (url) => url.replace(tenant, otherTenant)),
      'other-tenant',
      otherTenant,
    ],
    'a page to sign in at elsewhere': [
      set('authorization_endpoint', `${elsewhere}/auth`),
      'untrusted',
      'endpoint',
    ],
    'a token endpoint elsewhere': [set('token_endpoint', `${elsewhere}/token`), 'untrusted', 'endpoint'],
    'a token endpoint at another port': [
      moved('token_endpoint', (url) => url.replace(/:\d+\//, ':4443/')),
      'untrusted',
      'endpoint',
    ],
    'a token endpoint without TLS': [
      moved('token_endpoint', (url) => url.replace('https:', 'http:')),
      'untrusted',
      'endpoint',
    ],
    'a place for codes elsewhere': [
      set('device_authorization_endpoint', `${elsewhere}/device`),
      'untrusted',
      'endpoint',
    ],
  };
  for (const [name, [json, kind, detail]] of Object.entries(cases)) {
    await t.test(name, async (t) => {
      const harness = await startHarness(t, { tamper: { '/openid-configuration': { json } } });
      assert.deepEqual(await harness.client.event('problem'), { kind, detail, error: null });
    });
  }
});

test('an ID token that is not about this sign-in is refused', async (t) => {
  const cases = {
    'another nonce': [(claims) => (claims.nonce = 'x'.repeat(43)), 'untrusted', 'nonce'],
    'no nonce': [(claims) => delete claims.nonce, 'untrusted', 'nonce'],
    'another app': [(claims) => (claims.aud = otherTenant), 'untrusted', 'audience'],
    'this app and another': [(claims) => (claims.aud = [claims.aud, otherTenant]), 'untrusted', 'audience'],
    'another issuer': [(claims) => (claims.iss = `${elsewhere}/${tenant}/v2.0`), 'untrusted', 'issuer'],
    'another organisation': [(claims) => (claims.tid = otherTenant), 'other-tenant', otherTenant],
    'run out long ago': [
      (claims) => Object.assign(claims, { exp: claims.exp - 90_000, iat: undefined }),
      'untrusted',
      'expiry',
    ],
  };
  for (const [name, [change, kind, detail]] of Object.entries(cases)) {
    await t.test(name, async (t) => {
      const json = (answer) => (answer.id_token = changed(answer.id_token, change));
      const harness = await startHarness(t, { tamper: { '/token': { json } } });
      await signInAt(await harness.tab(), await harness.client.event('open'));
      assert.deepEqual(await harness.client.event('problem'), { kind, detail, error: null });
    });
  }
});

function changed(token, change) {
  const [header, body, signature] = token.split('.');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
  change(claims);
  return [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
}

test('an answer without ID token is refused', async (t) => {
  const harness = await startHarness(t, { tamper: { '/token': { json: (answer) => delete answer.id_token } } });
  await signInAt(await harness.tab(), await harness.client.event('open'));
  assert.equal((await harness.client.event('problem')).kind, 'not-understood');
});

test('an answer that names another server as its sender is refused, and its code is not used', async (t) => {
  const harness = await startHarness(t);
  await bringBack(await harness.client.event('open'), (query) =>
    query.set('iss', `${elsewhere}/${tenant}/v2.0`),
  );
  assert.deepEqual(await harness.client.event('problem'), { kind: 'untrusted', detail: 'issuer', error: null });
  assert.deepEqual(harness.server.redeemed, []);
});

test('a certificate of an authority that this computer does not know is refused', async (t) => {
  const harness = await startHarness(t, { trusted: false });
  const problem = await harness.client.event('problem');
  assert.deepEqual(problem, { kind: 'unanswered', detail: 'UntrustedCertificate', error: null });
});

test('a certificate for another name is refused', async (t) => {
  const login = ({ origin }) => origin.replace('127.0.0.1', '127.0.0.2');
  const harness = await startHarness(t, { login });
  const problem = await harness.client.event('problem');
  assert.equal(problem.kind, 'unanswered');
});

test('what is asked for is asked of this Graph and of nothing else', async (t) => {
  const harness = await startHarness(t);
  const asked = new URL(await harness.client.event('open')).searchParams;
  const about = ['openid', 'profile', 'offline_access'];
  const permissions = asked
    .get('scope')
    .split(' ')
    .filter((scope) => !about.includes(scope));
  assert.deepEqual(permissions, [`${graph}/User.Read.All`, `${graph}/GroupMember.Read.All`]);
  assert.equal(asked.get('response_type'), 'code');
  assert.equal(asked.get('code_challenge_method'), 'S256');
  assert.match(asked.get('redirect_uri'), /^http:\/\/localhost:\d+$/);
  for (const name of ['state', 'nonce', 'code_challenge']) assert.ok(asked.get(name).length >= 43, name);
  harness.client.send('cancel');
  assert.equal((await harness.client.event('problem')).kind, 'cancelled');
});
