// MSAL for Node against `practice serve`: its own reading of what Entra answers.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { InteractionRequiredAuthError, PublicClientApplication } from '@azure/msal-node';
import { FormBrowser } from './form-browser.mjs';
import { CLIENT, NO_ADMIN, USER_ADMIN, app, practice } from './practice-server.mjs';

const READING = ['User.Read', 'User.Read.All', 'GroupMember.Read.All'];
const GRANTED = { apps: [app({ consentedForAll: READING })] };

const client = (server, tenant) =>
  new PublicClientApplication({
    // Without `knownAuthorities` it asks Microsoft whether this host is one of theirs.
    auth: { clientId: CLIENT, authority: server.authority(tenant), knownAuthorities: [server.host] },
  });

/** The loopback listener is MSAL's own; the browser is ours. */
async function interactive(server, msal, { user = USER_ADMIN, accept = true, scopes = ['User.Read'] } = {}) {
  const browser = new FormBrowser(server.base);
  const openBrowser = async (url) => {
    browser.open(url).then(async () => {
      await browser.signIn(user, accept);
      if (browser.page.kind === 'approval') await browser.press('cancel').then(() => browser.signIn(user));
    });
  };
  const answer = await msal.acquireTokenInteractive({ scopes: server.scopes(...scopes), openBrowser });
  return { answer, browser };
}

function device(server, msal, { accept = true } = {}) {
  let pages;
  const deviceCodeCallback = async ({ verificationUri, userCode }) => {
    const browser = await new FormBrowser(server.base).open(verificationUri);
    await browser.press('next', { user_code: userCode });
    pages = (await browser.signIn(USER_ADMIN, accept)).seen;
  };
  const answer = msal.acquireTokenByDeviceCode({ scopes: server.scopes('User.Read'), deviceCodeCallback });
  return answer.then((tokens) => ({ tokens, pages }));
}

async function isAnna(server, tokens) {
  const me = await server.me(tokens.accessToken);
  assert.equal(me.status, 200);
  assert.equal((await me.json()).userPrincipalName, USER_ADMIN);
}

describe('signing in', () => {
  it('interactively, by code and PKCE', async (test) => {
    const server = await practice(test, GRANTED);
    const { answer } = await interactive(server, client(server));
    await isAnna(server, answer);
    assert.equal(answer.account.username, USER_ADMIN);
    assert.equal(answer.idTokenClaims.iss, `${server.authority()}/v2.0`);
  });

  it('by a device code', async (test) => {
    const server = await practice(test, GRANTED);
    const { tokens, pages } = await device(server, client(server));
    assert.equal(pages.at(-1), 'done');
    await isAnna(server, tokens);
  });

  it('silently, from the cache and with the refresh token', async (test) => {
    const server = await practice(test, GRANTED);
    const msal = client(server);
    const { answer: first } = await interactive(server, msal);
    const [account] = await msal.getAllAccounts();
    const ask = (forceRefresh) =>
      msal.acquireTokenSilent({ account, scopes: server.scopes('User.Read'), forceRefresh });
    assert.equal((await ask(false)).accessToken, first.accessToken);
    const renewed = await ask(true);
    assert.notEqual(renewed.accessToken, first.accessToken);
    await isAnna(server, renewed);
  });

  it('with a second proof', async (test) => {
    const server = await practice(test, { ...GRANTED, multiFactor: 'on' });
    const { answer, browser } = await interactive(server, client(server));
    assert.ok(browser.seen.includes('proof'));
    await isAnna(server, answer);
  });

  it('with consent, which is asked once', async (test) => {
    const server = await practice(test, { userConsent: 'all' });
    const first = await interactive(server, client(server));
    assert.ok(first.browser.seen.includes('consent'));
    const second = await interactive(server, client(server));
    assert.ok(!second.browser.seen.includes('consent'));
    await isAnna(server, second.answer);
  });
});

describe('refusals', () => {
  it('a tenant that is not there', async (test) => {
    const server = await practice(test, GRANTED);
    await assert.rejects(
      device(server, client(server, 'fabrikam.com')),
      /endpoints_resolution_error|invalid_tenant|90002/,
    );
  });

  it('a device code that was declined', async (test) => {
    const server = await practice(test, GRANTED);
    await assert.rejects(device(server, client(server), { accept: false }), /authorization_declined/);
  });

  it('consent that was declined', async (test) => {
    const server = await practice(test, { userConsent: 'all' });
    await assert.rejects(
      interactive(server, client(server), { accept: false }),
      /access_denied.*AADSTS65004/s,
    );
  });

  it('consent that only an admin can give', async (test) => {
    const server = await practice(test);
    const asked = interactive(server, client(server), { user: NO_ADMIN, scopes: ['User.Read.All'] });
    await assert.rejects(asked, /access_denied.*AADSTS90094/s);
  });

  it('a permission that was never granted, with its suberror', async (test) => {
    const server = await practice(test, GRANTED);
    const msal = client(server);
    await interactive(server, msal);
    const [account] = await msal.getAllAccounts();
    const scopes = server.scopes('User.Invite.All');
    await assert.rejects(msal.acquireTokenSilent({ account, scopes, forceRefresh: true }), (error) => {
      assert.ok(error instanceof InteractionRequiredAuthError, String(error));
      assert.deepEqual([error.errorCode, error.subError], ['invalid_grant', 'consent_required']);
      assert.match(error.errorMessage, /AADSTS65001/);
      assert.ok(error.correlationId);
      return true;
    });
  });
});
