// Signing in, as somebody in front of the screen meets it: the ways, the waiting, what is asked for when, what is said
// when it is refused, and setting an organisation up.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ANNA, CLIENT, consented, organisation, startAppWithServer } from './sign-in-server.mjs';
import { by, find, misfits, violations, shown } from './harness.mjs';

const PIETER = 'pieter@northwindtraders.com';

/** A file with this in it, for as long as the test runs. */
function fileOf(t, value) {
  const folder = mkdtempSync(join(tmpdir(), 'guest-mail-doctor-file-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'file.json');
  writeFileSync(file, JSON.stringify(value));
  return file;
}

/** Opens the app and signs in with the browser. */
async function signedIn(app, user) {
  const page = await app.open();
  await by(page, 'sign-in-browser').click();
  await shown(page, 'waiting');
  await app.signIn(0, user);
  await shown(page, 'guest-address');
  return page;
}

describe('signing in', () => {
  test('with the browser, a repair asks for its permission once and then shows its preview', async (t) => {
    const app = await startAppWithServer(t);
    const page = await signedIn(app);
    assert.match(await by(page, 'organisation-name').innerText(), /Contoso/);
    assert.equal(await find(page, PIETER), 'misconfigured');
    // Hosts of one's own have no admin center, so nothing leads to one.
    assert.equal(await by(page, 'open-entra').count(), 0);
    await by(page, 'remedy-set-mail').click();
    await shown(page, 'permit');
    assert.deepEqual(await violations(page), []);
    // Cancelled, nothing has happened.
    await by(page, 'cancel').first().click();
    await by(page, 'permit').waitFor({ state: 'detached' });
    assert.equal(app.signIns.length, 1);
    await by(page, 'remedy-set-mail').click();
    await by(page, 'permit').click();
    await app.signIn(1);
    await shown(page, 'preview');
    assert.match(app.signIns[1], /User\.ReadWrite\.All/);
    await page.locator(`[data-testid=choice][value="${PIETER}"]`).check();
    await by(page, 'confirm').click();
    await shown(page, 'result');
    await by(page, 'close').click();
    assert.equal(await by(page, 'verdict').getAttribute('data-verdict'), 'healthy');
  });

  test('with a code, one sees it, the time that is left, and can stop', async (t) => {
    const app = await startAppWithServer(t, { plan: { intervalSeconds: 1 } });
    const page = await app.open();
    await by(page, 'sign-in-code').click();
    await shown(page, 'device-code');
    assert.match(await by(page, 'countdown').innerText(), /1[45]:\d\d/);
    assert.deepEqual(await violations(page), []);
    await by(page, 'cancel').click();
    await shown(page, 'sign-in-code');
    assert.equal(await by(page, 'problem').count(), 0, 'to stop is no problem');
    await by(page, 'sign-in-code').click();
    const code = (await by(page, 'device-code').innerText()).trim();
    await by(page, 'open-code-page').click();
    const where = await app.openedSignIn(0);
    assert.equal(where, `${app.server.host}/devicelogin`, 'the page that was named, and no other');
    await app.typeCode(where, code);
    await shown(page, 'guest-address');
  });

  test('what Microsoft refuses is said with its cause, who can help, and an id to quote', async (t) => {
    const app = await startAppWithServer(t);
    const page = await app.open();
    await by(page, 'sign-in-browser').click();
    await app.signIn(0, ANNA);
    await shown(page, 'problem');
    assert.equal(await by(page, 'problem').getAttribute('data-code'), 'sign-in-refused');
    assert.match(await by(page, 'problem').innerText(), /admin/i);
    await shown(page, 'who');
    assert.equal(await by(page, 'correlation').count(), 1);
    assert.deepEqual(await violations(page), []);
    // And the ways in are all there again.
    await shown(page, 'sign-in-browser');
    await shown(page, 'practice');
  });

  test('blocked by Conditional Access, the code says so', async (t) => {
    const refusals = [
      {
        at: 'token',
        grant: 'device_code',
        error: 'access_denied',
        aadsts: 53003,
        text: 'Access has been blocked by Conditional Access policies.',
      },
    ];
    const app = await startAppWithServer(t, { plan: { intervalSeconds: 1, refusals } });
    const page = await app.open();
    await by(page, 'sign-in-code').click();
    await shown(page, 'problem');
    assert.match(await by(page, 'problem').innerText(), /Conditional Access/);
  });

  test('a demand for more proof leads to Microsoft and back to the same search', async (t) => {
    const faults = [{ method: 'GET', path: '/users', nth: 2, do: 'claims' }];
    const app = await startAppWithServer(t, { faults });
    const page = await signedIn(app);
    for (let tries = 0; tries < 3 && (await find(page, PIETER)) !== 'more-proof'; tries += 1);
    assert.equal(await by(page, 'problem').first().getAttribute('data-code'), 'more-proof');
    await by(page, 'prove').click();
    await app.signIn(1);
    await shown(page, 'verdict');
    assert.equal(await by(page, 'verdict').getAttribute('data-verdict'), 'misconfigured');
  });

  for (const [language, asks, yes] of [
    ['en', /somebody else was signed in here.*Anna Bakker/, 'That is me'],
    ['nl', /iemand anders aangemeld.*Anna Bakker/, 'Dat ben ik'],
  ]) {
    test(`somebody else than the last time is asked about, in ${language}`, async (t) => {
      const app = await startAppWithServer(t, { plan: consented(), options: ['--lang', language] });
      const page = await signedIn(app);
      const leave = async () => {
        await by(page, 'account').click();
        await by(page, 'sign-out').click();
        await by(page, 'sign-in-browser').click();
      };
      // The same again is not asked about,
      await leave();
      await app.signIn(1);
      await shown(page, 'guest-address');
      assert.equal(await by(page, 'other-account').count(), 0);
      // somebody else is, until they say that it is them,
      await leave();
      await app.signIn(2, ANNA);
      await shown(page, 'other-account');
      assert.match((await by(page, 'other-account').innerText()).replace(/[\u2066-\u2069\s]+/g, ' '), asks);
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(await misfits(page), []);
      assert.equal(await by(page, 'that-is-me').innerText(), yes);
      await by(page, 'that-is-me').click();
      await by(page, 'other-account').waitFor({ state: 'detached' });
      assert.ok(await by(page, 'guest-address').isVisible());
      // or leave.
      await leave();
      await app.signIn(3);
      await by(page, 'not-me').click();
      await shown(page, 'sign-in-browser');
    });
  }

  test('where repairs are switched off, it says so and one can look', async (t) => {
    const app = await startAppWithServer(t, {
      options: ['--managed', fileOf(t, { version: 1, readOnly: true })],
    });
    const page = await signedIn(app);
    assert.equal(await find(page, PIETER), 'misconfigured');
    await shown(page, 'read-only');
    assert.equal(await by(page, 'remedy-set-mail').getAttribute('data-availability'), 'disabled');
  });
});

describe('the sign-in of the Azure CLI', () => {
  /** An `az` on the path that plays a scenario; its token is what stands in `token` when it is asked. */
  function az(t, scenario) {
    const folder = mkdtempSync(join(tmpdir(), 'guest-mail-doctor-az-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    const token = join(folder, 'token');
    const standIn = fileURLToPath(new URL('../stand-ins/az', import.meta.url));
    writeFileSync(
      join(folder, 'az'),
      `#!/bin/sh\nAZ_STAND_IN_TOKEN=$(cat '${token}' 2>/dev/null) exec '${standIn}' "$@"\n`,
      { mode: 0o755 },
    );
    return { token, environment: { PATH: `${folder}:${process.env.PATH}`, AZ_STAND_IN: scenario } };
  }

  test('is used as it is: the app says which repairs that leaves, and cannot ask for more', async (t) => {
    const { token, environment } = az(t, 'signed-in');
    const app = await startAppWithServer(t, { environment, plan: { intervalSeconds: 1 } });
    writeFileSync(token, await app.tokenWith(['User.Read.All', 'GroupMember.Read.All']));
    const page = await app.open();
    await by(page, 'sign-in-azure-cli').click();
    await shown(page, 'guest-address');
    assert.equal(await find(page, PIETER), 'misconfigured');
    const remedy = by(page, 'remedy-set-mail');
    assert.equal(await remedy.getAttribute('data-availability'), 'disabled');
    assert.match(await remedy.innerText(), /User\.ReadWrite\.All/);
    assert.equal(app.signIns.length, 0, 'no browser was opened');
  });

  for (const [scenario, code] of [
    ['not-signed-in', 'azure-cli-not-signed-in'],
    ['not-there', 'azure-cli-other-tenant'],
    ['not-json', 'azure-cli-failed'],
  ]) {
    test(`that is ${scenario} is told as ${code}`, async (t) => {
      const app = await startAppWithServer(t, { environment: az(t, scenario).environment });
      const page = await app.open();
      await by(page, 'sign-in-azure-cli').click();
      await shown(page, 'problem');
      assert.equal(await by(page, 'problem').getAttribute('data-code'), code);
    });
  }

  test('that is not there is told, and how to get it', async (t) => {
    const app = await startAppWithServer(t, { environment: { PATH: '/nonexistent' } });
    const page = await app.open();
    await by(page, 'sign-in-azure-cli').click();
    await shown(page, 'problem');
    assert.equal(await by(page, 'problem').getAttribute('data-code'), 'azure-cli-missing');
    // Nobody touched the Azure CLI in the set-up: there it is no problem, nor is it afterwards.
    await by(page, 'another-organisation').click();
    await by(page, 'set-up-step-test').click();
    await shown(page, 'sign-in-browser');
    assert.equal(await by(page, 'problem').count(), 0);
    await by(page, 'back').click();
    await shown(page, 'sign-in-azure-cli');
    assert.equal(await by(page, 'problem').count(), 0);
  });
});

describe('what stands between this computer and Microsoft is named', () => {
  /** Starts a server that answers everything the same; answers its port. */
  async function answering(t, server) {
    t.after(() => server.close());
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    return server.address().port;
  }
  async function told(t, set) {
    const app = await startAppWithServer(t, set);
    const page = await app.open();
    await by(page, 'sign-in-browser').click();
    await shown(page, 'problem');
    assert.equal(app.signIns.length, 0, 'no browser is opened in vain');
    return by(page, 'problem').getAttribute('data-code');
  }

  test('a certificate of nobody this computer trusts', async (t) => {
    assert.equal(
      await told(t, { environment: { SSL_CERT_FILE: '/etc/ssl/certs/ca-certificates.crt' } }),
      'untrusted-certificate',
    );
  });

  test('a name that no network knows', async (t) => {
    const nowhere = fileOf(t, organisation('https://login.contoso.invalid'));
    assert.equal(await told(t, { known: false, options: ['--organisation', nowhere] }), 'no-network');
  });

  test('a proxy that wants a sign-in of its own', async (t) => {
    const proxy = createServer();
    proxy.on('connect', (_, socket) =>
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="x"\r\n\r\n'),
    );
    const environment = { HTTPS_PROXY: `http://127.0.0.1:${await answering(t, proxy)}`, NO_PROXY: '' };
    const elsewhere = fileOf(t, organisation('https://login.contoso.example'));
    assert.equal(
      await told(t, { known: false, options: ['--organisation', elsewhere], environment }),
      'proxy-sign-in',
    );
  });
});

describe('setting an organisation up', () => {
  test('typing is kept when a value is refused, and the file that is saved can be opened', async (t) => {
    const app = await startAppWithServer(t, { known: false });
    const page = await app.open();
    assert.equal(await by(page, 'sign-in-browser').count(), 0, 'nowhere to sign in to yet');
    await by(page, 'set-up').click();
    await shown(page, 'organisation');
    assert.deepEqual(await violations(page), []);
    await by(page, 'set-up-step-values').click();
    await by(page, 'field-name').fill('Contoso');
    await by(page, 'field-tenant').fill('not a domain');
    await by(page, 'field-clientId').fill(CLIENT);
    // Nothing is made by a line end after whom to ask, which may stay empty.
    await by(page, 'field-help').press('Enter');
    assert.ok(await by(page, 'make').evaluate((button) => button === document.activeElement));
    await page.waitForTimeout(200);
    assert.equal(await by(page, 'wrong-tenant').count(), 0);
    await by(page, 'make').click();
    await shown(page, 'wrong-tenant');
    assert.equal(await by(page, 'field-name').inputValue(), 'Contoso');
    await by(page, 'field-tenant').fill('contoso.onmicrosoft.com');
    await by(page, 'make').click();
    await by(page, 'wrong-tenant').waitFor({ state: 'detached' });
    await by(page, 'set-up-step-hand-out').click();
    await by(page, 'save-organisation').click();
    const path = (await by(page, 'saved-path').innerText()).trim();
    const saved = JSON.parse(readFileSync(path, 'utf8'));
    assert.deepEqual(
      [saved.tenant, saved.clientId, saved.cloud],
      ['contoso.onmicrosoft.com', CLIENT, 'global'],
    );
    assert.ok(!JSON.stringify(saved).includes('secret'));
  });

  test('an organisation is forgotten when one says so twice, and reading goes on', async (t) => {
    const app = await startAppWithServer(t, { known: false });
    const page = await app.open();
    await by(page, 'set-up').click();
    await by(page, 'set-up-step-values').click();
    await by(page, 'field-name').fill('Contoso');
    await by(page, 'field-tenant').fill('contoso.onmicrosoft.com');
    await by(page, 'field-clientId').fill(CLIENT);
    await by(page, 'make').click();
    const focused = (locator) => locator.evaluate((element) => element === document.activeElement);
    const forget = page.getByRole('button', { name: 'Forget this organisation' });
    const question = page.getByRole('group', { name: /^Forget .*Contoso.*\?$/ });
    const asked = page.getByRole('heading', { name: /^Forget .*Contoso.*\?$/ });

    for (const decline of ['Escape', 'Keep it']) {
      await forget.click();
      await question.waitFor();
      assert.match(await question.innerText(), /the file or the values/);
      assert.ok(await focused(asked), 'reading goes on at the question');
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(await misfits(page), []);
      if (decline === 'Escape') await page.keyboard.press('Escape');
      else await question.getByRole('button', { name: decline }).click();
      await question.waitFor({ state: 'detached' });
      assert.ok(await focused(forget), 'and back at the button');
      assert.equal(await by(page, 'organisation-card').count(), 1);
    }

    await forget.click();
    await question.getByRole('button', { name: /^Forget .*Contoso/ }).click();
    await by(page, 'organisation-card').waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  });

  test('a file that is much too large is refused by the program', async (t) => {
    const app = await startAppWithServer(t, { known: false });
    const page = await app.open();
    await by(page, 'set-up').click();
    // Of all that can stand in a file this takes the most room on its way.
    const buffer = Buffer.alloc(1024 * 1024, 1);
    await by(page, 'open-organisation').setInputFiles({
      name: 'film.json',
      mimeType: 'application/json',
      buffer,
    });
    await shown(page, 'problem');
    assert.equal(await by(page, 'problem').getAttribute('data-code'), 'organisation-unreadable');
    assert.match(await by(page, 'problem').innerText(), /too large/);
  });

  test('a file with hosts of its own is refused in the window', async (t) => {
    const app = await startAppWithServer(t, { known: false });
    const page = await app.open();
    await by(page, 'set-up').click();
    const file = fileOf(t, organisation('https://login.contoso.example'));
    await by(page, 'open-organisation').setInputFiles(file);
    await shown(page, 'problem');
    assert.equal(await by(page, 'problem').getAttribute('data-code'), 'organisation-custom-hosts');
  });
});
