// A browser on the real app: the development host with a fresh data folder, Chromium, and an eye on everything
// the page's policy forbids. Whatever the browser complains about fails the test that started the app.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const hostProgram =
  process.env['BROWSER_HOST'] ?? fileURLToPath(new URL('../../target/debug/browser-host', import.meta.url));
const browserProgram = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

// No service of the browser's own may reach out, and a container has no sandbox to give.
const browserOptions = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

// A Problem is answered with 422; the browser notes that on its console, and it is no fault of the page.
const problemAnswered = /^Failed to load resource: the server responded with a status of 422 /;

/** Starts the host; answers its address and how to end it. */
async function startHost(options, faults, environment, journal) {
  const folder = mkdtempSync(join(tmpdir(), 'guest-mail-doctor-'));
  if (journal) {
    mkdirSync(join(folder, 'data'), { mode: 0o700 });
    copyFileSync(journal, join(folder, 'data', 'journal.db'));
  }
  if (faults) {
    const file = join(folder, 'faults.json');
    writeFileSync(file, JSON.stringify({ version: 1, faults }));
    options = [...options, '--faults', file];
  }
  const host = spawn(hostProgram, ['--data-dir', join(folder, 'data'), ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  const opened = [];
  const signIns = [];
  const mails = [];
  const zooms = [];
  const folders = [];
  let tenant = null;
  const address = await new Promise((resolve, reject) => {
    host.once('error', reject);
    host.once('exit', (code) => reject(new Error(`the host ended with ${code}`)));
    createInterface({ input: host.stdout }).on('line', (line) => {
      if (line.startsWith('listening on ')) resolve(line.slice('listening on '.length));
      else if (line.startsWith('tenant at ')) tenant = line.slice('tenant at '.length);
      else if (line.startsWith('sign in at ')) signIns.push(line.slice('sign in at '.length));
      else if (line.startsWith('folder ')) folders.push(line.slice('folder '.length));
      else if (line.startsWith('mail ')) mails.push(line.slice('mail '.length));
      else if (line.startsWith('zoom ')) zooms.push(Number(line.slice('zoom '.length)));
      else if (line.startsWith('opened ')) opened.push(line.slice('opened '.length));
      else reject(new Error(line));
    });
  }).catch((error) => {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  });
  const end = async () => {
    if (host.exitCode === null) {
      const gone = new Promise((resolve) => host.once('exit', resolve));
      host.kill();
      await gone;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  return { address, tenant, opened, signIns, mails, zooms, folders, folder, end };
}

/**
 * Starts the app. `options` are the host's; `faults` are how the practice organisation misbehaves; `context` is how the
 * browser is set (colour scheme, size); `environment` is what the host finds beside the usual.
 * Ended by itself after the test.
 */
export async function startApp(
  test,
  { options = ['--practice'], faults = null, context: settings = {}, environment = {}, journal = null } = {},
) {
  const host = await startHost(options, faults, environment, journal);
  const browser = await chromium.launch({ executablePath: browserProgram, args: browserOptions });
  const complaints = [];
  const context = await browser.newContext({ viewport: { width: 1180, height: 860 }, ...settings });
  // Scripts given here run before the page's own and are not subject to its policy.
  await context.addInitScript({ content: axeSource });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  const app = {
    address: host.address,
    opened: host.opened,
    signIns: host.signIns,
    mails: host.mails,
    zooms: host.zooms,
    folders: host.folders,
    folder: host.folder,
    browser,
    complaints,
    /** Another client changes the practice organisation meanwhile. */
    async changeTenant(method, path) {
      const headers = { authorization: 'Bearer practice.global-admin' };
      const answer = await fetch(`${host.tenant}/v1.0${path}`, { method, headers });
      assert.ok(answer.ok, `${method} ${path}: ${answer.status}`);
    },
    /** What the practice organisation itself answers, to whoever may read all of it. */
    async readTenant(path) {
      const headers = { authorization: 'Bearer practice.global-admin' };
      const answer = await fetch(`${host.tenant}/v1.0${path}`, { headers });
      assert.ok(answer.ok, `${path}: ${answer.status}`);
      return answer.json();
    },
    /** Opens the app in a new tab. */
    async open() {
      const page = await context.newPage();
      // As long as a busy computer takes at its worst; whatever is there sooner is not waited for.
      page.setDefaultTimeout(60_000);
      page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
      page.on('console', (message) => {
        const counts = ['error', 'warning'].includes(message.type());
        if (counts && !problemAnswered.test(message.text())) complaints.push(message.text());
      });
      await page.goto(host.address);
      return page;
    },
  };
  test.after(async () => {
    await browser.close();
    await host.end();
    assert.deepEqual(complaints, [], 'the browser has nothing to complain about');
  });
  return app;
}

/**
 * In which languages what takes long is looked at twice: English, and German, whose words are the longest. What fits both
 * fits the others; each of them stands in `screens.test.mjs` once.
 */
export const lookedAtIn = ['en', 'de'];

/** The element automation may rely on. */
export const by = (page, id) => page.locator(`[data-testid="${id}"]`);

/** Waits until it is shown. */
export const shown = (page, id) => by(page, id).first().waitFor();

/** Looks an address up and waits for the answer: a verdict's word, or a problem's code. */
export async function find(page, address, group = '') {
  await by(page, 'guest-address').fill(address);
  await by(page, 'group').selectOption(group);
  await by(page, 'find').click();
  await by(page, 'seeking').waitFor({ state: 'detached' });
  await page.locator('[data-testid=verdict], [data-testid=problem]').first().waitFor();
  if (await by(page, 'problem').count()) return by(page, 'problem').first().getAttribute('data-code');
  return by(page, 'verdict').getAttribute('data-verdict');
}

/** Asks a command as the page does, past its buttons. */
export async function ask(page, command, question) {
  return page.evaluate(
    async ([name, body]) => {
      const token = document.querySelector('meta[name=host-token]').content;
      const headers = { 'content-type': 'application/json', 'x-host-token': token };
      const answer = await fetch(`/command/${name}`, { method: 'POST', headers, body: JSON.stringify(body) });
      return { status: answer.status, body: await answer.json() };
    },
    [command, question],
  );
}

/** What axe finds wrong with what is on screen, one line each. */
export async function violations(page) {
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

/** The sizes of a window: as it opens, a small laptop's, the smallest, and what is left of 1280 pixels at 400 %. */
export const sizes = [
  { width: 1180, height: 860 },
  { width: 1024, height: 700 },
  { width: 640, height: 480 },
  { width: 320, height: 640 },
];

/**
 * What does not fit the window, at every size, one line each: the document itself never scrolls, and what scrolls in it
 * (the content, a dialog) never does so sideways, but for a script. Ends at the size it began with.
 */
export async function misfits(page) {
  const before = page.viewportSize();
  const found = [];
  for (const size of sizes) {
    await page.setViewportSize(size);
    const here = await page.evaluate(async () => {
      // What is laid out by what was measured is so with the frame after the one that it is measured in.
      for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
      const { scrollWidth, scrollHeight } = document.scrollingElement;
      const said = [];
      if (scrollHeight > innerHeight) said.push(`the document is ${scrollHeight} pixels high`);
      if (scrollWidth > innerWidth) said.push(`the document is ${scrollWidth} pixels wide`);
      for (const element of document.querySelectorAll(
        'main, header, nav, dialog[open], [popover]:popover-open',
      )) {
        const name = element.tagName.toLowerCase();
        const wide = `${element.scrollWidth} pixels wide, and there are ${element.clientWidth}`;
        if (element.scrollWidth > element.clientWidth) said.push(`${name} is ${wide}`);
      }
      return said;
    });
    found.push(...here.map((line) => `${size.width}x${size.height}: ${line}`));
  }
  await page.setViewportSize(before);
  return found;
}
