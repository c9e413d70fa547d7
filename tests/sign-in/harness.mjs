// A foreign server, our own client as a program of its own, and a real browser between them.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { makeAuthority } from './authority.mjs';
import { anna, clientId, graph, startServer, tenant } from './server.mjs';

const clientProgram =
  process.env['SIGN_IN_CLIENT'] ??
  fileURLToPath(new URL('../../target/debug/sign-in-client', import.meta.url));
const browserProgram = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

// No service of the browser's own may reach out, no page may fetch from elsewhere, and a container has no sandbox.
const browserOptions = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const nowhereElse = 'MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

/** How long anything may take: the device flow asks every five seconds. */
const timeout = 30_000;

// One authority and one browser for all stories of a file: each story has pages and a server of its own.
const folder = mkdtempSync(join(tmpdir(), 'sign-in-'));
const authority = makeAuthority(folder);
const browsers = new Map();
let organisations = 0;

after(async () => {
  await Promise.all([...browsers.values()].map(async (browser) => (await browser).close()));
  rmSync(folder, { recursive: true, force: true });
});

/** A browser that takes `localhost` for this address, and accepts no certificate but the server's. */
function browserWith(localhost) {
  if (!browsers.has(localhost)) {
    const args = [
      ...browserOptions,
      `--host-resolver-rules=MAP localhost ${localhost}, ${nowhereElse}, EXCLUDE ${localhost}`,
      `--ignore-certificate-errors-spki-list=${authority.fingerprint}`,
    ];
    browsers.set(localhost, chromium.launch({ executablePath: browserProgram, args }));
  }
  return browsers.get(localhost);
}

/**
 * Starts the server (which may tamper), and our client, already started with `way`.
 * Ended by itself after the test; the client must have ended well.
 */
export async function startHarness(
  test,
  { way = 'browser', lang = 'en', tamper, lifetimes, trusted = true, login, localhost = '127.0.0.1' } = {},
) {
  const server = await startServer(authority.server, { tamper, lifetimes });
  const file = join(folder, `contoso-${(organisations += 1)}.json`);
  const cloud = { login: login?.(server) ?? server.origin, graph };
  writeFileSync(file, JSON.stringify({ version: 1, name: 'Contoso', tenant, clientId, cloud }));
  const client = startClient(file, way, lang, trusted ? authority.file : null);
  const contexts = [];
  test.after(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    const code = await client.end();
    await server.end();
    assert.equal(code, 0, 'the client ended well');
  });
  return {
    server,
    client,
    /** A new tab of a browser in which nobody has signed in yet. */
    async tab() {
      const context = await (await browserWith(localhost)).newContext();
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(timeout);
      return page;
    },
  };
}

/** Our client: what it tells, in order, and what it is asked. */
function startClient(organisation, way, lang, authority) {
  const { SSL_CERT_FILE: _, SSL_CERT_DIR: __, ...environment } = process.env;
  // As an administrator would make a company's authority known to this system.
  if (authority) environment['SSL_CERT_FILE'] = authority;
  const program = spawn(clientProgram, ['--organisation', organisation, '--lang', lang, way], {
    env: environment,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve, reject) => {
    program.once('error', reject);
    program.once('exit', (code, signal) => resolve(code ?? signal));
  });
  const lines = createInterface({ input: program.stdout })[Symbol.asyncIterator]();
  const output = [];
  return {
    /** Everything it said so far, as it was said. */
    output,
    /** The next thing it tells; it must be this. */
    async event(name) {
      const late = new Promise((_, reject) => {
        setTimeout(() => reject(new Error(`the client did not tell '${name}'`)), timeout).unref();
      });
      const { value, done } = await Promise.race([lines.next(), late]);
      assert.ok(!done, `the client ended before it told '${name}'`);
      output.push(value);
      const event = JSON.parse(value);
      assert.deepEqual(Object.keys(event), [name], value);
      return event[name];
    },
    send: (line) => program.stdin.write(`${line}\n`),
    async end() {
      program.stdin.end();
      return ended;
    },
  };
}

/** Signs in at the server's page, and lets the app have what it asks for. */
export async function signInAt(page, address) {
  await page.goto(address);
  await page.locator('input[name=login]').fill(anna.name);
  await page.locator('input[name=password]').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  return consentAt(page);
}

/** Says yes at the server's page; the answer is the page after that. */
export async function consentAt(page) {
  await page.getByRole('heading', { name: 'Authorize' }).waitFor();
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** Whoever is signed in, as the client tells it. */
export const annaSignedIn = {
  scopes: ['User.Read.All', 'GroupMember.Read.All'],
  user: anna.name,
  userId: anna.id,
  tenant,
};

/** Asks the token endpoint past our client, with this form. */
export function askToken(server, form) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return new Promise((resolve, reject) => {
    request(server.tokenEndpoint, { method: 'POST', headers, ca: authority.pem })
      .on('response', (answer) => {
        let text = '';
        answer.on('data', (piece) => (text += piece));
        answer.on('end', () => resolve({ status: answer.statusCode, ...JSON.parse(text) }));
      })
      .on('error', reject)
      .end(form);
  });
}

/** Answers our client's question in the browser's place. `change` changes the parameters it would bring. */
export async function bringBack(address, change, path = '/') {
  const asked = new URL(address).searchParams;
  const back = new URL(path, asked.get('redirect_uri'));
  back.searchParams.set('code', 'a-code-of-somebody-else');
  back.searchParams.set('state', asked.get('state'));
  change(back.searchParams);
  const answer = await fetch(back);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** Waits until this is so. */
export async function until(what, holds) {
  const end = Date.now() + timeout;
  while (!holds()) {
    assert.ok(Date.now() < end, what);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
