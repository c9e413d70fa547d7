// Whoever has no role: what they can do is recommended, which is to ask; and what is no guest's address is said to be
// none, to whoever types it.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { by, find, misfits, shown, startApp, violations } from './harness.mjs';
import { BRAM, CHARLOTTE, consented, startAppWithServer } from './sign-in-server.mjs';

const PIETER = 'pieter@northwindtraders.com';
const JAN = 'jan@fabrikam.nl';
const NIEUWBOUW = 'f212f70b-7b45-4bc8-9b34-db7ab8d74f8a';

/** Opens an app of an organisation whose admin consented to reading, and signs in there for real. */
async function signedIn(t, user, { permissions = [], ...more } = {}) {
  const app = await startAppWithServer(t, { plan: consented(...permissions), ...more });
  const page = await app.open();
  await by(page, 'sign-in-browser').click();
  await app.signIn(0, user);
  await shown(page, 'guest-address');
  return { app, page };
}

/** Opens the practice organisation as one of its people. */
async function practising(t, persona, options = []) {
  const app = await startApp(t, { options: [`--practice=${persona}`, ...options] });
  const page = await app.open();
  await shown(page, 'guest-address');
  return page;
}

/** What is said in an element, without the marks that keep names apart. */
const words = async (page, id) =>
  (await by(page, id).innerText()).replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ');

/** What is on the clipboard, as the keys paste it. */
async function pasted(page) {
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    field.id = 'pasted';
    document.querySelector('main').append(field);
  });
  await page.locator('#pasted').press('Control+V');
  const text = await page.locator('#pasted').inputValue();
  await page.locator('#pasted').evaluate((field) => field.remove());
  return text;
}

const copyButton = (page) => by(page, 'ask').getByRole('button', { name: /^(Copy|Tekst)/ });
const recommended = (page) => page.locator('[data-recommended=true]');
const disabled = (page) => page.locator('[data-availability=disabled]');

describe('a group owner who is signed in for real', () => {
  test('is recommended to ask, and is neither offered nor refused a repair', async (t) => {
    const { app, page } = await signedIn(t, BRAM);
    assert.equal(await find(page, PIETER), 'misconfigured');
    assert.equal(await recommended(page).count(), 0);
    assert.equal(await disabled(page).count(), 0);
    assert.match(await words(page, 'ask'), /Recommended An admin has to do this Set the main address/);
    for (const remedy of ['set-mail', 'keep-one-address', 'remove-and-invite']) {
      assert.ok(!(await by(page, `remedy-${remedy}`).isVisible()), `${remedy} is folded away`);
    }
    assert.equal(app.signIns.length, 1, 'nobody is sent to ask for a permission');
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await misfits(page), []);
  });

  test('who has a role that does not show is led on, and told who can consent', async (t) => {
    const { app, page } = await signedIn(t, BRAM);
    await find(page, PIETER);
    await by(page, 'open-unseen-role').click();
    assert.deepEqual(await violations(page), []);
    await by(page, 'remedy-set-mail').click();
    await by(page, 'permit').click();
    await app.signIn(1, BRAM);
    await shown(page, 'problem');
    assert.equal(await by(page, 'problem').getAttribute('data-code'), 'sign-in-refused');
    assert.match(await words(page, 'problem'), /Nothing was changed/);
    assert.match(await words(page, 'who'), /Global Administrator/i);
    await by(page, 'cancel').first().click();
    await by(page, 'nav-history').click();
    await shown(page, 'history');
    assert.equal(await by(page, 'history-entry').count(), 0);
  });

  test('whose app has the permission already tries, is refused by Microsoft, and nothing was changed', async (t) => {
    const { page } = await signedIn(t, BRAM, { permissions: ['User.ReadWrite.All'] });
    await find(page, PIETER);
    assert.equal(await recommended(page).count(), 0, 'the permission alone is not enough to recommend');
    await by(page, 'open-unseen-role').click();
    await by(page, 'remedy-set-mail').click();
    await page.locator('[data-testid=confirm]:enabled').click();
    await shown(page, 'result');
    assert.equal(await by(page, 'changed').getAttribute('data-changed'), 'no');
    await by(page, 'close').click();
    assert.equal(await find(page, PIETER), 'misconfigured');
    await by(page, 'nav-history').click();
    await shown(page, 'history-story');
    assert.match(await words(page, 'history-entry'), /Not done.*Microsoft did not allow/);
    assert.match(await words(page, 'change-mail'), /not done\. planned pieter@/i);
  });

  test('has somebody with a role beside them to whom the same repair is recommended', async (t) => {
    const { page } = await signedIn(t, CHARLOTTE);
    assert.equal(await find(page, PIETER), 'misconfigured');
    assert.equal(await recommended(page).getAttribute('data-testid'), 'remedy-set-mail');
    assert.equal(await by(page, 'ask').count(), 0);
    assert.equal(await by(page, 'unseen-role').count(), 0);
  });
});

describe('what practising shows of it', () => {
  for (const persona of ['owner', 'reader', 'inviter']) {
    test(`${persona} is recommended to ask there too`, async (t) => {
      const page = await practising(t, persona);
      for (const [address, remedy] of [
        [PIETER, 'Set the main address'],
        [JAN, 'Resolve the conflict first'],
      ]) {
        await find(page, address);
        assert.equal(await recommended(page).count(), 0, `${address}: nothing they cannot do`);
        assert.match(await words(page, 'ask'), new RegExp(`Recommended An admin has to do this ${remedy}`));
      }
      // Every role can be seen there: none is left to have.
      assert.equal(await by(page, 'unseen-role').count(), 0);
    });
  }
});

describe('the card that says whom to ask', () => {
  const whole = async (page) => {
    const button = copyButton(page);
    await button.click();
    await by(page, 'ask').getByText('Gekopieerd').waitFor();
    assert.ok(await button.evaluate((it) => it === document.activeElement), 'one is where one was');
    return pasted(page);
  };
  const today = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long' }).format(new Date());
  const text = (id) => `Pieter Jansen heeft geen hoofdadres
Groepsmail kan nergens heen. Het account heeft 2 andere adressen, en geen daarvan is het hoofdadres.

Wat nodig is: Hoofdadres instellen.
Wie het kan: Gebruikersbeheerder en Globale beheerder.

Gast: Pieter Jansen, ${PIETER}
Object-id: ${id}
Gevraagd door: Bram Visser (${BRAM}), Contoso, ${today}

Hoofdadres (mail): leeg [Fout]
Exchange-adressen (proxyAddresses): leeg [Fout]
Andere adressen (otherMails): ${PIETER}; pieter.jansen@northwindtraders.example [Fout]
Mag zich aanmelden (accountEnabled): ja [In orde]
Uitnodiging (externalUserState): geaccepteerd op 12 mei 2024 [In orde]
Gebruikersnaam (userPrincipalName): pieter_northwindtraders.com#EXT#@contoso.onmicrosoft.com [Info]
Naam (displayName): Pieter Jansen [Info]`;
  const ID = '67b1af76-e78b-42bd-9ae0-f2b6c538477c';

  test('names the help address of the organisation, and copies all that is needed', async (t) => {
    const { page } = await signedIn(t, BRAM, { help: 'hulp@contoso.nl', options: ['--lang', 'nl'] });
    await find(page, PIETER);
    assert.match(await words(page, 'ask'), /Vraag het hier: hulp@contoso\.nl/);
    assert.equal(await whole(page), text(ID));
    await by(page, 'ask').locator('summary').click();
    assert.match(await words(page, 'ask'), /Gebruikersbeheerder en Globale beheerder/);
  });

  test('copies where the page is given no clipboard', async (t) => {
    const { page } = await signedIn(t, BRAM, { options: ['--lang', 'nl'] });
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('not here'));
    });
    await find(page, PIETER);
    assert.equal(await whole(page), text(ID));
  });

  test('says whom to ask where the organisation names nobody', async (t) => {
    const { page } = await signedIn(t, BRAM, { help: null, options: ['--lang', 'nl'] });
    await find(page, PIETER);
    assert.match(await words(page, 'ask'), /Vraag het aan de helpdesk of een beheerder van uw organisatie\./);
    assert.equal(await whole(page), text(ID));
    assert.deepEqual(await violations(page), []);
  });

  test('is gone once one looks up somebody who needs no admin', async (t) => {
    const page = await practising(t, 'owner');
    await find(page, PIETER);
    await shown(page, 'ask');
    assert.equal(await find(page, 'thomas.mueller@wingtiptoys.com'), 'healthy');
    assert.equal(await by(page, 'ask').count(), 0);
  });

  for (const persona of ['user-admin', 'owner']) {
    test(`sends ${persona} to the administrators of a restricted unit, and not to a role`, async (t) => {
      const page = await practising(t, persona);
      await find(page, 'wouter@vandijk-security.example');
      await by(page, 'ask').locator('summary').click();
      const said = await words(page, 'ask');
      assert.match(
        said,
        /Which roles can do this\? an admin of the guest’s protected unit \(administrative unit\)$/,
      );
      await copyButton(page).click();
      await by(page, 'ask').getByRole('status').filter({ hasText: /./ }).waitFor();
      assert.doesNotMatch(await pasted(page), /User Administrator|Global Administrator/);
    });
  }

  test('does not say beside it that there is nothing to repair', async (t) => {
    const page = await practising(t, 'owner');
    assert.equal(await find(page, 'karin@blom-notaris.example'), 'deleted');
    await shown(page, 'ask');
    assert.equal(await by(page, 'nothing-to-repair').count(), 0);
  });
});

describe('an address that is no guest’s', () => {
  for (const persona of ['owner', 'user-admin', 'global-admin']) {
    test(`is said to be that to ${persona}, with nothing to repair, to resolve or to ask for`, async (t) => {
      const page = await practising(t, persona);
      for (const [address, whose] of [
        ['sales-nl@contoso.nl', /This is the address of Sales NL, not of a guest/],
        ['Sales-NL@Contoso.NL', /This is the address of Sales NL, not of a guest/],
        ['nieuwsbrief@contoso.nl', /This is the address of Nieuwsbrief Klanten, not of a guest/],
        ['nobody-here@contoso.nl', /one of the organisation’s own domains/],
        ['anna.bakker@contoso.nl', /account of the organisation itself/],
      ]) {
        assert.equal(await find(page, address), 'not-a-guest', address);
        assert.match(await words(page, 'cause'), whose);
        assert.equal(await page.locator('[data-testid^=remedy-]').count(), 0, address);
        assert.equal(await by(page, 'ask').count(), 0, address);
        await shown(page, 'nothing-to-repair');
      }
    });
  }

  test('and a conflict is resolved only where an address is missing for it', async (t) => {
    const page = await practising(t, 'user-admin');
    for (const address of ['peter.hendriks@fabrikam.com', 'oscar.lindholm@proseware.com']) {
      await find(page, address);
      assert.equal(await by(page, 'remedy-resolve-conflict').count(), 0, address);
    }
    await find(page, JAN);
    assert.equal(await recommended(page).getAttribute('data-testid'), 'remedy-resolve-conflict');
  });
});

describe('a second fault', () => {
  for (const [lang, not, also, blocked] of [
    [
      'en',
      /^Group mail goes to members only\./,
      /There is something else: something else already owns an address of Jan de Vries, so the main e‑mail address is missing\.$/,
      /There is something else: signing in is blocked for this account\.$/,
    ],
    [
      'nl',
      /^Groepsmail gaat alleen naar leden\./,
      /Er is nog iets: iets anders heeft al een adres van Jan de Vries; daarom ontbreekt het hoofdadres\.$/,
      /Er is nog iets: aanmelden is geblokkeerd voor dit account\.$/,
    ],
  ]) {
    test(`is said in the sentence under the headline, in ${lang}, and in the text that is sent`, async (t) => {
      const page = await practising(t, 'owner', ['--lang', lang]);
      assert.equal(await find(page, JAN, NIEUWBOUW), 'not-member');
      assert.match(await words(page, 'cause'), not);
      assert.match(await words(page, 'cause'), also);
      assert.equal(await find(page, 'aisha.bello@adatum.com'), 'misconfigured');
      assert.match(await words(page, 'cause'), blocked);
      await copyButton(page).click();
      await by(page, 'ask').getByRole('status').filter({ hasText: /./ }).waitFor();
      const sent = (await pasted(page)).split('\n');
      assert.match(sent[1], blocked);
    });
  }

  test('is not spoken of where there is one', async (t) => {
    const page = await practising(t, 'owner');
    for (const address of [PIETER, 'dirk.scholten@northwindtraders.com', JAN]) {
      await find(page, address);
      assert.equal(await by(page, 'also').count(), 0, address);
    }
  });
});
