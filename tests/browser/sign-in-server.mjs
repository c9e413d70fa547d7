// An organisation to sign in to: the practice tenant as a server over TLS with its own certificate authority, and a
// user who signs in on its pages, in a tab of an ordinary browser.

import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { startApp } from './harness.mjs';

const practice =
  process.env['PRACTICE'] ?? fileURLToPath(new URL('../../target/debug/practice', import.meta.url));

/** The application (client) id that the server knows by itself. */
export const CLIENT = '5d1f6f0a-7c1e-4a52-9c36-0b1a7d3e2c41';
/** Global Administrator: may consent, and repair. */
export const CHARLOTTE = 'charlotte.mulder@contoso.nl';
/** User Administrator: may repair, and not consent. */
export const ANNA = 'anna.bakker@contoso.nl';
/** Owns groups, and has no role. */
export const BRAM = 'bram.visser@contoso.nl';

/** A sign-in file: the app as it is registered, with what an admin consented to for everybody. */
export const consented = (...more) => ({
  intervalSeconds: 1,
  apps: [
    {
      clientId: CLIENT,
      name: 'Guest Mail Doctor',
      redirectUris: ['http://localhost'],
      consentedForAll: [
        'User.Read.All',
        'GroupMember.Read.All',
        'GroupSettings.Read.All',
        'OrgContact.Read.All',
        'RoleManagement.Read.Directory',
        ...more,
      ],
    },
  ],
});

/** Starts the server; `plan` is its sign-in file, `faults` its fault file. */
async function startServer(plan, faults) {
  const folder = mkdtempSync(join(tmpdir(), 'guest-mail-doctor-server-'));
  execFileSync(practice, ['certificate', '--out', folder]);
  const options = ['--tls-cert', join(folder, 'certificate.pem'), '--tls-key', join(folder, 'key.pem')];
  const file = (name, value) => {
    writeFileSync(join(folder, name), JSON.stringify({ version: 1, ...value }));
    return join(folder, name);
  };
  if (plan) options.push('--sign-in', file('plan.json', plan));
  if (faults) options.push('--faults', file('faults.json', { faults }));
  const server = spawn(practice, ['serve', '--listen', '127.0.0.1:0', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    createInterface({ input: server.stdout }).on('line', (line) => {
      const at = /^listening on https:\/\/.*:(\d+)/.exec(line);
      if (at) resolve(at[1]);
    });
  }).catch((error) => {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  });
  const end = async () => {
    if (server.exitCode === null) {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill();
      await gone;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  const host = `https://localhost:${port}`;
  return { host, authority: join(folder, 'authority.pem'), file, end };
}

/** The organisation file that leads to a server; `help`: whom it names, null: nobody. */
export const organisation = (host, help = 'servicedesk@contoso.nl') => ({
  version: 1,
  name: 'Contoso',
  tenant: 'contoso.onmicrosoft.com',
  clientId: CLIENT,
  cloud: { login: host, graph: host },
  ...(help === null ? {} : { help }),
});

/**
 * Starts an app in which one can sign in; `known` is whether it was started with the organisation's file, and `help` is
 * whom that file names.
 */
export async function startAppWithServer(
  test,
  { plan, faults, known = true, help, options = [], environment = {}, context } = {},
) {
  const server = await startServer(plan, faults);
  test.after(() => server.end());
  const file = server.file('contoso.json', organisation(server.host, help));
  const app = await startApp(test, {
    options: [...(known ? ['--organisation', file] : []), ...options],
    environment: { SSL_CERT_FILE: server.authority, ...environment },
    context: { ...context },
  });
  return Object.assign(app, {
    server,
    /** The address the app opened: the first, the second and so on. Waits for it. */
    async openedSignIn(which) {
      for (let tries = 0; tries < 400 && app.signIns.length <= which; tries += 1) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      if (app.signIns.length <= which) throw new Error(`sign-in number ${which} was not opened`);
      return app.signIns[which];
    },
    /** The user signs in where the app asks for it; answers the last page's words. */
    async signIn(which, user = CHARLOTTE, { consents = true } = {}) {
      return signInOnPages(app, await app.openedSignIn(which), user, consents);
    },
    /** The user signs in at this address. */
    signInAt: (address, user = CHARLOTTE) => signInOnPages(app, address, user, true),
    /** An access token with these permissions, got past the app as any other client would. */
    async tokenWith(permissions) {
      const context = await app.browser.newContext({ ignoreHTTPSErrors: true });
      try {
        const endpoint = `${server.host}/contoso.onmicrosoft.com/oauth2/v2.0`;
        const scope = permissions.map((name) => `${server.host}/${name}`).join(' ');
        const begun = await context.request.post(`${endpoint}/devicecode`, {
          form: { client_id: CLIENT, scope },
        });
        const { device_code, user_code, verification_uri } = await begun.json();
        await signInOnPages(app, verification_uri, CHARLOTTE, true, user_code);
        const grant_type = 'urn:ietf:params:oauth:grant-type:device_code';
        const form = { grant_type, client_id: CLIENT, device_code };
        return (await (await context.request.post(`${endpoint}/token`, { form })).json()).access_token;
      } finally {
        await context.close();
      }
    },
    /** The user types a code on its page, as on another device. */
    async typeCode(address, code, user = CHARLOTTE) {
      return signInOnPages(app, address, user, true, code);
    },
  });
}

/** Goes through the pages of the sign-in as a user does; answers the words of the last. */
async function signInOnPages(app, address, user, consents, code) {
  // Whether this browser trusts the server is not what is looked at.
  const context = await app.browser.newContext({ ignoreHTTPSErrors: true });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(address);
    // The next page is looked at once it is there, and the one before is not taken for it.
    const press = (button) => Promise.all([page.waitForEvent('load'), page.click(button)]);
    if (code) {
      await page.fill('#user_code', code);
      await press('#next');
    }
    await page.fill('#username', user);
    await press('#next');
    for (;;) {
      const here = page.locator('[data-page]');
      const kind = (await here.count()) ? await here.getAttribute('data-page') : null;
      if (kind === 'proof') await press('#approve');
      else if (kind === 'consent' || kind === 'confirm') await press(consents ? '#accept' : '#cancel');
      else if (kind === 'approval') await press('#cancel');
      else return await page.innerText('body');
    }
  } finally {
    await context.close();
  }
}
