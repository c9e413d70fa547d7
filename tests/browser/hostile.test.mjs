// A hostile directory, on every screen and in every text that is copied: the page stays standing, nothing of it is
// markup, no dialog opens, and nothing hides, turns around or begins a line of its own.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { everything, hostileOrganisation, MARK, misleading, OLGA } from './hostile.mjs';
import { by, find, lookedAtIn, misfits, startApp, shown } from './harness.mjs';
import { JAN, screens } from './screens.mjs';

/** The app on that organisation; what is copied is kept in the page, and a dialog of a script is a complaint. */
async function start(t, organisation, options = ['--practice'], faults = null) {
  const folder = mkdtempSync(join(tmpdir(), 'guest-mail-doctor-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'organisation.json');
  writeFileSync(file, JSON.stringify(organisation));
  const app = await startApp(t, { options: [...options, '--tenant', file], faults });
  const page = await app.open();
  page.on('dialog', (dialog) => {
    app.complaints.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.evaluate(() => {
    window.copied = [];
    navigator.clipboard.writeText = async (text) => void window.copied.push(text);
  });
  return page;
}

/** Everything one can read, each text by itself: what is drawn, what is said to a screen reader, what fields hold. */
const readable = (page, inFront = false) =>
  page.evaluate((front) => {
    const all = [];
    const from = (front && document.querySelector('dialog:modal')) || document.body;
    const walk = document.createTreeWalker(from, NodeFilter.SHOW_ELEMENT);
    while (walk.nextNode()) {
      const element = walk.currentNode;
      if (['SCRIPT', 'STYLE', 'svg'].includes(element.tagName)) continue;
      const own = [...element.childNodes].filter((it) => it.nodeType === Node.TEXT_NODE);
      all.push(...own.map((it) => it.data));
      for (const name of ['title', 'aria-label', 'placeholder', 'label'])
        all.push(element.getAttribute(name) ?? '');
      if ('value' in element && typeof element.value === 'string') all.push(element.value);
    }
    return all;
  }, inFront);

/** What of the directory became part of the page itself. */
const markup = (page) =>
  page.evaluate(() => {
    const own = 'img, iframe, object, embed, b.hostile, body script, [onerror], [onmouseover], [style]';
    // The list of all guests says where each row stands, how wide its columns are and what lies over it. What stands in
    // the attribute is what the style is: of what came as markup the policy leaves the one, and not the other.
    const sizes = /^((--widths|--covered|height|top): [^;<>"']*; ?)*$/;
    const isOurs = ({ style }, written) => written === style.cssText && sizes.test(written);
    const alien = [...document.querySelectorAll(own)].filter(
      (it) => it.matches(own.replace(', [style]', '')) || !isOurs(it, it.getAttribute('style')),
    );
    return alien.map((it) => it.outerHTML.slice(0, 80));
  });

/** Presses every button that copies, and answers what was copied. */
async function copied(page) {
  return page.evaluate(async () => {
    window.copied.length = 0;
    for (const button of document.querySelectorAll('.copy button')) {
      button.click();
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    return [...window.copied];
  });
}

/** Looks everywhere on what is on screen. Answers whether what is in front shows somebody of that directory. */
async function standsAndMisleadsNobody(page) {
  assert.deepEqual(await markup(page), []);
  const texts = await readable(page);
  // Between two elements a name may end where a sentence of ours goes on: isolation is looked at in whole blocks below.
  assert.deepEqual(
    texts.flatMap((it) => misleading(it.replace(/[\u2068\u2069]/g, ''))),
    [],
  );
  const blocks = await page.locator('p, td, th, li, h1, h2, h3, label, button, dd, option').allTextContents();
  assert.deepEqual(
    blocks.flatMap((it) => misleading(it)),
    [],
  );
  for (const text of await copied(page)) assert.deepEqual(misleading(text, false), [], text.slice(0, 200));
  assert.ok(await page.locator('main:visible').count());
  const front = await readable(page, true);
  return front.some((it) => it.includes(MARK) && it.includes('<img src=x') && it.includes('{ $x }'));
}

// Whether a name misleads, and where it no longer fits, hangs on how long the sentences around it are.
for (const lang of lookedAtIn) {
  test(`a hostile directory misleads nobody on any screen, in ${lang}`, async (t) => {
    // Of many one is refused, who is named at their end.
    const refused = { method: 'PATCH', path: `/users/${OLGA}`, nth: 1, do: 'status', status: 403 };
    const page = await start(t, hostileOrganisation(), ['--lang', lang], [refused]);
    const showing = [];
    for (const { name, go, is } of screens) {
      await t.test(name, async () => {
        await go(page);
        await is(page);
        if (await standsAndMisleadsNobody(page)) showing.push(name);
        assert.deepEqual(await misfits(page), []);
      });
    }
    // Otherwise nothing was looked at.
    for (const name of [
      'Guest, conflict, with everything open',
      'Preview',
      'Result',
      'History',
      'Guest, one of two',
      'All guests, some of them chosen',
      'Preview of many',
      'The end of many',
      'History, with an entry for many',
    ]) {
      assert.ok(showing.includes(name), `${name} shows nobody of the hostile directory: ${showing}`);
    }
  });
}

test('what is copied of a guest has a row for each property, and what is asked of an admin stays on its lines', async (t) => {
  const page = await start(t, hostileOrganisation(), ['--practice=reader']);
  await shown(page, 'guest-address');
  assert.equal(await find(page, JAN), 'conflict');
  const ask = (await copied(page)).join('\n');
  assert.ok(ask.includes('<img src=x onerror=alert(1)>'));
  await by(page, 'everything').click();
  const rows = await page.locator('[data-testid=property-table] tbody tr').count();
  const copies = (await copied(page)).filter((it) => it.includes('otherMails'));
  const isTicket = (it) => it.includes('\n- ');
  const table = copies.find((it) => !isTicket(it));
  // A headline, the address that was searched, a blank line; another one, and what hangs on the contact.
  const lines = (text) => text.split(/[\n\r\u2028\u2029\u0085\v\f]/);
  assert.equal(lines(table).length, rows + 5);
  // A copy for the ticket is a title and points, as text and as Markdown; in the latter no name is a sign.
  const tickets = copies.filter(isTicket);
  assert.equal(tickets.length, 2);
  for (const ticket of tickets)
    assert.ok(
      lines(ticket)
        .slice(2)
        .every((line) => line.startsWith('- ')),
    );
  const markdown = lines(tickets.find((it) => it.startsWith('**'))).slice(2);
  for (const line of markdown) assert.doesNotMatch(line.slice(2).replace(/\\./g, ''), /[[\]()*<>`#!_]/);
});

test('a script for Exchange has the same lines whatever the names are', async (t) => {
  const lines = [];
  for (const name of ['Jan', everything]) {
    const page = await start(t, hostileOrganisation(name));
    await shown(page, 'guest-address');
    await find(page, JAN);
    await by(page, 'remedy-resolve-conflict').click();
    await by(page, 'read-exchange-script').click();
    const script = await by(page, 'exchange-script').innerText();
    lines.push(script.split('\n').length);
    const commands = (it) =>
      it
        .split('\n')
        .filter((line) => !line.trim().startsWith('#'))
        .join('\n');
    assert.doesNotMatch(commands(script), /Remove-Mailbox|Remove-Item/);
  }
  assert.equal(lines[0], lines[1]);
});

test('a guest called "none" is a guest, in a group and with a contact called that', async (t) => {
  const page = await start(t, hostileOrganisation('none'));
  await shown(page, 'guest-address');
  assert.equal(await find(page, JAN), 'conflict');
  assert.match(await page.locator('main:visible').innerText(), new RegExp(`${MARK} none`));
});

test('a name of a megabyte is shown, and everything on the page still answers', async (t) => {
  const organisation = hostileOrganisation('Jan');
  for (const user of organisation.users)
    if (user.otherMails.length > 1) user.companyName = `${MARK} ${'<b>'.repeat(350_000)}`;
  const page = await start(t, organisation);
  await shown(page, 'guest-address');
  assert.equal(await find(page, 'pieter@northwindtraders.com'), 'misconfigured');
  await by(page, 'everything').click();
  assert.deepEqual(await markup(page), []);
  await by(page, 'nav-history').click();
  await shown(page, 'history');
});

test('a thousand addresses and a thousand groups are answered, and the page can be used', async (t) => {
  const organisation = hostileOrganisation('Jan');
  const pieter = organisation.users.find((it) => it.otherMails[0] === 'pieter@northwindtraders.com');
  for (let n = 0; n < 1_000; n += 1) pieter.otherMails.push(`p${n}@northwindtraders.com`);
  const group = organisation.groups.find((it) => it.members.includes(pieter.id)) ?? organisation.groups[0];
  for (let n = 0; n < 1_000; n += 1) {
    const id = `aaaaaaaa-0000-4000-8000-${String(n).padStart(12, '0')}`;
    const mail = `group-${n}@contoso.nl`;
    organisation.groups.push({
      ...group,
      ...{
        id,
        displayName: `Group ${n}`,
        mail,
        mailNickname: `group-${n}`,
        members: [pieter.id],
        owners: [],
      },
      proxyAddresses: [`SMTP:${mail}`],
    });
  }
  const page = await start(t, organisation);
  await shown(page, 'guest-address');
  // Each of them is asked for: the directory takes 250 on one account at most, and this is four times as long a search.
  page.setDefaultTimeout(120_000);
  assert.equal(await find(page, 'pieter@northwindtraders.com'), 'misconfigured');
  assert.deepEqual(await misfits(page), []);
});

test('what was planted in a page is noticed', async (t) => {
  const { browser } = await startApp(t);
  const page = await browser.newPage();
  const planted = [
    ...['<img>', '<b class="hostile"></b>', '<i onerror="1"></i>', '<p><script></script></p>'],
    ...['<p style="color: red;"></p>', '<p style="top: 1px; color: red;"></p>', '<p style="top:1px"></p>'],
  ];
  for (const text of planted) {
    await page.setContent(text);
    assert.equal((await markup(page)).length, 1, text);
  }
  await page.setContent('<p style="top: 1px;"></p><p style=""></p><p>&lt;img&gt;</p>');
  assert.deepEqual(await markup(page), []);
});

test('what was planted is noticed', () => {
  assert.deepEqual(misleading('a \u2068name\u2069 of ours'), []);
  assert.notDeepEqual(
    misleading('a \u2068name\u2069 of ours', false).length + misleading('\u2068a', false).length,
    0,
  );
  for (const text of ['Jan\n FORGED', 'a\u202Eb', 'a\u2069', '\u2068', 'x\uFE0F', '\u{E0041}', 'a\u0001']) {
    assert.notDeepEqual(misleading(text), [], JSON.stringify(text));
  }
});
