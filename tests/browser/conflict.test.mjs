// The usual cause, cured gently: a contact has the guest's address. Lived through to its end, in English and Dutch.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { by, find, misfits, shown, startApp } from './harness.mjs';

const JAN = 'jan@fabrikam.nl';

const tell = {
  en: {
    language: 'en',
    standing: /nobody else owns the address any more/,
    still: /still owns the address/,
    next: /Set the main address/,
  },
  nl: {
    language: 'nl',
    standing: /niemand anders heeft het adres meer/,
    still: /heeft het adres nog/,
    next: /Hoofdadres instellen/,
  },
};

for (const { language, standing, still, next } of Object.values(tell)) {
  test(`a contact is given another address, and the guest has theirs in the end, in ${language}`, async (t) => {
    const app = await startApp(t, { options: ['--practice', '--lang', language] });
    const page = await app.open();
    await shown(page, 'guest-address');
    assert.equal(await find(page, JAN), 'conflict');
    await by(page, 'remedy-resolve-conflict').click();

    // Three doors, the gentlest open, and what hangs on the contact.
    const panel = by(page, 'conflict');
    await panel.waitFor();
    assert.equal(await panel.locator('[data-testid^=door-]').count(), 3);
    assert.equal(await panel.locator('[aria-expanded=true][data-testid^=open-door-]').count(), 1);
    assert.match(await by(page, 'contact-lists').innerText(), /Nieuwsbrief Klanten .* Facilitaire Meldingen/);
    assert.match(await by(page, 'contact-x500').innerText(), /X500:/);
    assert.match(await by(page, 'parking').innerText(), /parked-d12c0b88@contoso\.onmicrosoft\.com/);
    assert.deepEqual(await misfits(page), []);

    // Checked before anything was done, it is said to be there still.
    await by(page, 'check-again').click();
    await panel.locator('[data-standing=still-there]').waitFor();
    assert.match(await by(page, 'standing').innerText(), still);

    // The contact gets another address; it is checked again, and gone.
    await by(page, 'practise').click();
    await by(page, 'check-again').click();
    await panel.locator('[data-standing=gone]').waitFor();
    assert.match(await by(page, 'standing').innerText(), standing);
    assert.match(await by(page, 'next-step').innerText(), next);
    assert.deepEqual(await misfits(page), []);

    // The address is set, and no fault is found.
    await by(page, 'next-step').click();
    await by(page, 'preview').locator('[data-testid=confirm]:enabled').click();
    await by(page, 'result').locator('[data-testid=close]').click();
    await panel.locator('[data-testid=step-main][data-done=true]').waitFor();
    assert.equal(await by(page, 'verdict').getAttribute('data-verdict'), 'healthy');

    // The guest takes the contact's place on both lists.
    await by(page, 'practise-lists').click();
    await panel.locator('[data-testid=step-lists][data-done=true]').waitFor();
    assert.deepEqual(await misfits(page), []);
    await page.keyboard.press('Escape');
    assert.equal(await find(page, JAN), 'healthy');
    assert.match(await by(page, 'memberships').innerText(), /Nieuwsbrief Klanten/);
  });
}
