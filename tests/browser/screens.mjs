// Every screen, in the order in which one comes to it in the practice organisation.

import assert from 'node:assert/strict';
import { by, find, shown } from './harness.mjs';

export const JAN = 'jan@fabrikam.nl';
export const PIETER = 'pieter@northwindtraders.com';

/** Each screen: how one gets there from the one before, and how one knows it is the one. */
export const screens = [
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
      await shown(page, 'try-conflict');
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
    go: async (page) => {
      // How we know it stands beside the table, where the ways out stand: back to those.
      await by(page, 'findings').locator('[data-testid=cancel]').click();
      await by(page, 'remedy-resolve-conflict').click();
      await by(page, 'read-exchange-script').click();
    },
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
    name: 'History with the requests of a change, and what it can be saved as',
    go: async (page) => {
      await by(page, 'history-requests').locator('summary').click();
      await by(page, 'history-export').click();
    },
    is: async (page) => {
      await by(page, 'change-otherMails').waitFor();
      await shown(page, 'export-csv');
    },
  },
  {
    name: 'My groups, owning none',
    go: (page) => by(page, 'nav-groups').click(),
    is: (page) => shown(page, 'groups-none'),
  },
  {
    name: 'All guests before the first check',
    go: (page) => by(page, 'nav-all-guests').click(),
    is: (page) => shown(page, 'check-begin'),
  },
  {
    name: 'All guests, checked',
    go: (page) => by(page, 'check-start').click(),
    is: async (page) => {
      await page.locator('[data-testid=all-guests][data-phase=done]').waitFor();
      await shown(page, 'guest-row');
    },
  },
  {
    name: 'All guests, in a summary for whoever is responsible',
    go: (page) => by(page, 'check-summary').click(),
    is: (page) => shown(page, 'summary-text'),
  },
  {
    name: 'All guests, some of them chosen',
    go: async (page) => {
      await by(page, 'survey-summary').locator('[data-testid=cancel]').click();
      await page.locator('[data-testid=group-head] input').first().check();
    },
    is: (page) => shown(page, 'repair-many'),
  },
  {
    name: 'Preview of many',
    go: (page) => page.locator('[data-testid=repair-many][data-remedy=set-mail]').click(),
    is: (page) => by(page, 'batch-preview').locator('[data-testid=confirm]:enabled').waitFor(),
  },
  {
    name: 'The end of many',
    go: (page) => by(page, 'confirm').click(),
    is: (page) => shown(page, 'batch-end'),
  },
  {
    name: 'History, with an entry for many',
    go: async (page) => {
      await by(page, 'batch-history').click();
      await by(page, 'history-batch-open').click();
    },
    is: (page) => shown(page, 'history-batch-guest'),
  },
  {
    name: 'Settings',
    go: (page) => by(page, 'nav-settings').click(),
    is: async (page) => {
      await shown(page, 'report');
      await shown(page, 'data-folder');
      await shown(page, 'settings-recent');
    },
  },
  ...['verdicts', 'options', 'ask', 'limits', 'keys', 'sent'].map((help) => ({
    name: `Help: ${help}`,
    go: async (page) => {
      await by(page, 'nav-help').click();
      await by(page, `help-${help}`).click();
    },
    is: (page) => page.locator(`[data-testid=help-page][data-page=${help}]`).waitFor(),
  })),
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
