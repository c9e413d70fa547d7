// Every screen, in every language, light and dark: it is the screen it should be, and everybody can use it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { by, find, misfits, violations, startApp, shown } from './harness.mjs';

const JAN = 'jan@fabrikam.nl';
const PIETER = 'pieter@northwindtraders.com';

/** Each screen: how one gets there from the one before, and how one knows it is the one. */
const screens = [
  {
    name: 'Welcome',
    go: async () => {},
    is: (page) => by(page, 'practice').waitFor(),
  },
  {
    name: 'Welcome with the choice of who to be',
    go: (page) => by(page, 'practice').click(),
    is: async (page) => assert.ok(await by(page, 'persona-user-admin').isChecked()),
  },
  {
    name: 'Guest before the first search',
    go: (page) => by(page, 'sign-in').click(),
    is: async (page) => {
      await shown(page, 'account');
      assert.equal(await by(page, 'verdict').count(), 0);
    },
  },
  {
    name: 'Guest with a problem',
    go: (page) => find(page, 'no address'),
    is: async (page) => assert.equal(await by(page, 'problem').getAttribute('data-kind'), 'bad-input'),
  },
  {
    name: 'Guest, not found',
    go: (page) => find(page, 'niemand@litwareinc.com'),
    is: async (page) => assert.equal(await by(page, 'verdict').getAttribute('data-verdict'), 'not-found'),
  },
  {
    name: 'Guest, one of two',
    go: (page) => find(page, 'chris@vandam.example'),
    is: async (page) => assert.equal(await by(page, 'candidate').count(), 2),
  },
  {
    name: 'Guest, conflict, with everything open',
    go: async (page) => {
      await find(page, JAN);
      await by(page, 'why').click();
      await by(page, 'everything').click();
    },
    is: async (page) => {
      await shown(page, 'findings');
      assert.equal(await by(page, 'verdict').getAttribute('data-verdict'), 'conflict');
      assert.ok((await page.locator('[data-testid=property-table] tbody tr').count()) > 20);
    },
  },
  {
    name: 'Resolve the conflict',
    go: (page) => by(page, 'remedy-resolve-conflict').click(),
    is: (page) => shown(page, 'exchange-script'),
  },
  {
    name: 'Preview',
    go: async (page) => {
      await by(page, 'conflict').locator('[data-testid=cancel]').click();
      await find(page, PIETER);
      await by(page, 'remedy-keep-one-address').click();
      await page.locator(`[data-testid=choice][value="${PIETER}"]`).check();
    },
    is: (page) => by(page, 'preview').locator('[data-testid=confirm]:enabled').waitFor(),
  },
  {
    name: 'Result',
    go: (page) => by(page, 'confirm').click(),
    is: (page) => by(page, 'result').locator('[data-testid=still-missing]').waitFor(),
  },
  {
    name: 'Preview with a typed confirmation',
    go: async (page) => {
      await by(page, 'close').click();
      await by(page, 'remedy-remove-and-invite').click();
    },
    is: async (page) => {
      await shown(page, 'confirm-text');
      assert.ok(await by(page, 'confirm').isDisabled());
      assert.notEqual(await by(page, 'invitation-language').inputValue(), '', 'a language is chosen');
    },
  },
  {
    name: 'History',
    go: async (page) => {
      await by(page, 'preview').locator('[data-testid=cancel]').click();
      await by(page, 'nav-history').click();
    },
    is: async (page) => {
      await shown(page, 'history-entry');
      assert.equal(await by(page, 'history-entry').count(), 1);
    },
  },
  {
    name: 'History with a change that is open to be read',
    go: (page) => by(page, 'history-entry').locator('summary').click(),
    is: (page) => by(page, 'change-otherMails').waitFor(),
  },
  {
    name: 'The account menu',
    go: (page) => by(page, 'account').click(),
    is: (page) => by(page, 'menu-organisation').waitFor(),
  },
  {
    name: 'Starting over',
    go: (page) => by(page, 'start-over').click(),
    is: (page) => shown(page, 'start-over-confirm'),
  },
  {
    name: 'Set-up: register',
    go: async (page) => {
      await page.keyboard.press('Escape');
      await by(page, 'account').click();
      await by(page, 'menu-organisation').click();
    },
    is: (page) => shown(page, 'recipe'),
  },
  {
    name: 'Set-up: register by a script',
    go: (page) => by(page, 'register-power-shell').click(),
    is: (page) => shown(page, 'registration-script'),
  },
  {
    name: 'Set-up: values, one of them wrong',
    go: async (page) => {
      await by(page, 'set-up-step-values').click();
      await by(page, 'field-name').fill('Contoso');
      await by(page, 'field-tenant').fill('not a domain');
      await by(page, 'make').click();
    },
    is: (page) => shown(page, 'wrong-tenant'),
  },
  {
    name: 'Set-up: consent, and an organisation to forget',
    go: async (page) => {
      await by(page, 'field-tenant').fill('contoso.onmicrosoft.com');
      await by(page, 'field-clientId').fill('5d1f6f0a-7c1e-4a52-9c36-0b1a7d3e2c41');
      await by(page, 'make').click();
    },
    is: async (page) => {
      await shown(page, 'ask-consent');
      await shown(page, 'forget');
    },
  },
  {
    name: 'Set-up: test',
    go: (page) => by(page, 'set-up-step-test').click(),
    is: (page) => by(page, 'set-up-step-test').and(page.locator('[aria-current=step]')).waitFor(),
  },
  {
    name: 'Set-up: hand out',
    go: async (page) => {
      await by(page, 'set-up-step-hand-out').click();
      await by(page, 'save-organisation').click();
    },
    is: (page) => shown(page, 'saved-path'),
  },
  {
    name: 'Welcome, with an organisation to sign in to',
    go: async (page) => {
      await by(page, 'back').click();
      await by(page, 'account').click();
      await by(page, 'sign-out').click();
    },
    is: (page) => shown(page, 'sign-in-browser'),
  },
];

const list = new URL('../../ui/locales/languages.json', import.meta.url);
for (const lang of Object.keys(JSON.parse(readFileSync(list, 'utf8')))) {
  for (const colorScheme of ['light', 'dark']) {
    describe(`in ${lang}, ${colorScheme}`, () => {
      test('every screen is the one it should be and has no flaw', async (t) => {
        const app = await startApp(t, { options: ['--lang', lang], context: { colorScheme } });
        const page = await app.open();
        for (const { name, go, is } of screens) {
          await t.test(name, async () => {
            await go(page);
            await is(page);
            assert.equal(await page.evaluate(() => document.documentElement.lang), lang);
            assert.deepEqual(await violations(page), []);
            assert.deepEqual(await misfits(page), []);
          });
        }
      });
    });
  }
}

test('a flaw that was planted is found', async (t) => {
  const app = await startApp(t);
  const page = await app.open();
  await shown(page, 'guest-address');
  assert.deepEqual(await violations(page), []);
  await page.evaluate(() => document.querySelector('main').append(document.createElement('button')));
  const found = await violations(page);
  assert.ok(
    found.some((flaw) => flaw.startsWith('button-name')),
    found.join('\n'),
  );
});

test('a screen that was made too large is noticed', async (t) => {
  const app = await startApp(t);
  const page = await app.open();
  await shown(page, 'guest-address');
  assert.deepEqual(await misfits(page), []);
  await page.evaluate(() => {
    const far = document.createElement('p');
    far.style.cssText = 'position: absolute; top: 2000px; left: 0';
    far.textContent = 'far below';
    document.body.append(far);
  });
  assert.ok(
    (await misfits(page)).some((line) => /^1180x860: the document is 20\d\d pixels high$/.test(line)),
  );
});

test('the wheel and the keys scroll the content, and nothing but the content', async (t) => {
  const app = await startApp(t, { context: { viewport: { width: 640, height: 480 } } });
  const page = await app.open();
  await shown(page, 'guest-address');
  await find(page, JAN);
  await page.mouse.move(320, 240);
  for (let turns = 0; turns < 20; turns += 1) await page.mouse.wheel(0, 400);
  await page.waitForFunction(() => {
    const main = document.querySelector('main');
    return main.scrollTop > 0 && main.scrollTop + main.clientHeight >= main.scrollHeight - 1;
  });
  for (let turns = 0; turns < 5; turns += 1) await page.mouse.wheel(0, 400);
  await page.waitForTimeout(200);
  assert.equal(await page.evaluate(() => document.scrollingElement.scrollTop), 0);
  assert.equal(await page.evaluate(() => document.querySelector('header').getBoundingClientRect().top), 0);
});

test('a breach of the policy that was planted is noticed', async (t) => {
  const app = await startApp(t);
  const page = await app.open();
  await shown(page, 'guest-address');
  await page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'p { color: red }';
    document.head.append(style);
  });
  await page.waitForTimeout(100);
  const noticed = app.complaints.splice(0);
  assert.ok(
    noticed.some((complaint) => complaint.startsWith('policy: style-src')),
    noticed.join('\n'),
  );
});

test('how a conflict is resolved is said for its owner and its guest, with a script where one helps', async (t) => {
  const app = await startApp(t);
  const page = await app.open();
  await shown(page, 'guest-address');
  const told = async (address) => {
    await find(page, address);
    await by(page, 'remedy-resolve-conflict').click();
    await shown(page, 'check-again');
    await page.waitForTimeout(300);
    const steps = await by(page, 'conflict').locator('ol li').allInnerTexts();
    const scripts = by(page, 'exchange-script');
    const script = (await scripts.count()) ? await scripts.innerText() : null;
    assert.deepEqual(await misfits(page), []);
    await by(page, 'conflict').locator('[data-testid=cancel]').click();
    return { steps: steps.join(' '), script };
  };

  const contact = await told(JAN);
  assert.match(contact.steps, /remove the contact\. .* Then set the main address/);
  assert.doesNotMatch(contact.steps, /off it/, 'the script takes no address off');
  assert.match(contact.script, /Remove-MailContact/);
  assert.match(contact.script, /X500/);

  const guest = await told('lotte@vermeer-design.example');
  assert.match(guest.steps, /both accounts/);
  assert.equal(guest.script, null);

  const nobody = await told('verkoop@woodgrovebank.example');
  assert.doesNotMatch(nobody.steps, /main address/);
  assert.match(nobody.steps, /invited/);
  assert.doesNotMatch(nobody.script, /set the main address/);
});

test('the keyboard alone is enough to look somebody up and to leave a preview', async (t) => {
  const app = await startApp(t);
  const page = await app.open();
  await by(page, 'guest-address').focus();
  await page.keyboard.type(PIETER);
  await page.keyboard.press('Enter');
  await shown(page, 'verdict');
  await by(page, 'remedy-set-mail').focus();
  await page.keyboard.press('Enter');
  await by(page, 'preview').locator('[data-testid=confirm]').waitFor();
  await page.keyboard.press('Escape');
  await by(page, 'preview').waitFor({ state: 'detached' });
});
