// A foreign sign-in server: oidc-provider, which its makers had certified as an OpenID provider, set up for a native
// application as Entra ID is (Microsoft identity platform: OAuth 2.0 authorization code flow; Redirect URI
// restrictions). In front of it stands what stands in front of every such server: whatever ends TLS. This one can
// also tamper, as somebody could who has got hold of it.

import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, request as askBehind } from 'node:http';
import { createServer as createTlsServer } from 'node:https';

// On start it warns of what a test may do: pages made for development, keys that end with it, an older Node.
console.warn = console.info = () => {};
const { Provider, interactionPolicy } = await import('oidc-provider');

export const tenant = '7c0e5b36-3c1d-4a55-9f0e-5d1a3f1c2b60';
export const clientId = '6f0dcd1b-4c5e-4a4e-9f0b-7a1d2f3c4b5a';
export const graph = 'https://graph.contoso.example';
const mount = `/${tenant}/v2.0`;
const permissions = ['User.Read.All', 'GroupMember.Read.All', 'User-Mail.ReadWrite.All'];

/** The one person of this directory. */
export const anna = {
  name: 'anna@contoso.example',
  id: '2f0a5e86-3c1b-4b0e-8f43-6f1f0c6f9d21',
};

function account(name) {
  if (name !== anna.name) return undefined;
  const claims = { sub: anna.id, oid: anna.id, tid: tenant, name: 'Anna Bakker', preferred_username: name };
  return { accountId: name, claims: () => claims };
}

/** It has a page of names, and no second one to choose an account on: the wish is heard and met by the first. */
function policy() {
  const all = interactionPolicy.base();
  const wish = new interactionPolicy.Prompt({ name: 'select_account', requestable: true });
  wish.checks.clear();
  all.add(wish);
  return all;
}

function provider(issuer, lifetimes) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const made = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_name: 'Guest Mail Doctor',
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        redirect_uris: ['http://localhost'],
        grant_types: ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code'],
        response_types: ['code'],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'one' }] },
    cookies: { keys: [randomUUID()] },
    // Entra ID puts them into the ID token itself (Microsoft identity platform: ID token claims reference).
    conformIdTokenClaims: false,
    claims: { openid: ['sub', 'tid', 'oid'], profile: ['name', 'preferred_username'] },
    scopes: ['openid', 'profile', 'offline_access'],
    findAccount: (_, name) => account(name),
    interactions: { policy: policy() },
    ttl: {
      AccessToken: 3600,
      AuthorizationCode: 600,
      DeviceCode: 600,
      Grant: 86_400,
      IdToken: 3600,
      Interaction: 600,
      RefreshToken: 86_400,
      Session: 600,
      ...lifetimes,
    },
    features: {
      deviceFlow: { enabled: true },
      devInteractions: { enabled: true },
      // Permissions of Graph stand in `scope` with Graph's own address before their names.
      resourceIndicators: {
        enabled: true,
        defaultResource: () => graph,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: permissions.map((name) => `${graph}/${name}`).join(' '),
          accessTokenFormat: 'opaque',
        }),
      },
    },
  });
  made.proxy = true;
  return made;
}

/**
 * What the front changes, by the end of the path: `query` and `form` of a question, `json` of an answer. Each gets
 * what there is and changes it in place.
 */
const always = {
  // A refresh token is given here for `offline_access` alone, as Entra ID does; this server wants to be asked for
  // consent as well, which OpenID Connect Core section 11 leaves to it.
  '/auth': { query: (query) => query.set('prompt', `${query.get('prompt') ?? ''} consent`.trim()) },
};

/** Starts it; answers its origin, what was asked of the token endpoint, and how to end it. */
export async function startServer({ cert, key }, { tamper = {}, lifetimes = {} } = {}) {
  const redeemed = [];
  let behind;
  const front = createTlsServer({ cert, key }, (request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url, origin);
      const ends = (changes) => Object.entries(changes).filter(([end]) => url.pathname.endsWith(end));
      const changes = [...ends(always), ...ends(tamper)].map(([, change]) => change);
      const body = asked(url, Buffer.concat(chunks), changes);
      if (url.pathname.endsWith('/token')) redeemed.push(body.toString());
      const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': url.host };
      const headers = {
        ...request.headers,
        ...forwarded,
        'content-length': body.length,
        'accept-encoding': 'identity',
      };
      const path = url.pathname + url.search;
      askBehind({ port: behind.address().port, host: '127.0.0.1', method: request.method, path, headers })
        .on('response', (answer) => told(answer, response, changes))
        .on('error', () => response.destroy())
        .end(body);
    });
  });
  await listening(front);
  const origin = `https://127.0.0.1:${front.address().port}`;
  const answer = provider(`${origin}${mount}`, lifetimes).callback();
  behind = createServer((request, response) => {
    if (!request.url.startsWith(mount)) return response.writeHead(404).end();
    request.originalUrl = request.url;
    request.url = request.url.slice(mount.length) || '/';
    return answer(request, response);
  });
  await listening(behind);
  const end = () =>
    Promise.all(
      [front, behind].map((server) => {
        server.closeAllConnections();
        return new Promise((resolve) => server.close(resolve));
      }),
    );
  return { origin, redeemed, end, tokenEndpoint: `${origin}${mount}/token` };
}

const listening = (server) => new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

function asked(url, body, changes) {
  for (const { query } of changes) query?.(url.searchParams);
  const forms = changes.filter(({ form }) => form);
  if (!forms.length) return body;
  const fields = new URLSearchParams(body.toString());
  for (const { form } of forms) form(fields);
  return Buffer.from(fields.toString());
}

function told(answer, response, changes) {
  const chunks = [];
  answer.on('data', (chunk) => chunks.push(chunk));
  answer.on('end', () => {
    let body = Buffer.concat(chunks);
    const jsons = changes.filter(({ json }) => json);
    if (jsons.length && answer.statusCode === 200) {
      const value = JSON.parse(body.toString());
      for (const { json } of jsons) json(value);
      body = Buffer.from(JSON.stringify(value));
    }
    const headers = { ...answer.headers, 'content-length': body.length };
    delete headers['transfer-encoding'];
    response.writeHead(answer.statusCode, headers).end(body);
  });
}
