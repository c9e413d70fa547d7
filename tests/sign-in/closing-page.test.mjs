// What a person sees when the browser's part is done, in a real browser.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { annaSignedIn, bringBack, startHarness, signInAt } from './harness.mjs';

/** Signs in and looks at the page on which the browser ends. */
async function ended(harness) {
  const page = await harness.tab();
  const complaints = [];
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => console.error(event.effectiveDirective));
  });
  // What the browser thinks of the server's own pages is not ours to mend.
  const ours = (address) => address.startsWith('http://localhost:');
  page.on('console', (message) => ours(page.url()) && complaints.push(message.text()));
  const answers = [];
  page.on('response', (answer) => answers.push(answer));
  await signInAt(page, await harness.client.event('open'));
  await page.waitForURL(/^http:\/\/localhost:/);
  await page.waitForLoadState();
  const answer = answers.findLast((one) => ours(one.url()));
  return { page, answer, complaints };
}

for (const [lang, title] of [
  ['en', 'Back to Guest Mail Doctor'],
  ['nl', 'Terug naar Guest Mail Doctor'],
]) {
  test(`the closing page speaks ${lang}, keeps its own policy, and repeats nothing of the question`, async (t) => {
    const harness = await startHarness(t, { lang });
    const { page, answer, complaints } = await ended(harness);
    assert.equal(answer.status(), 200);
    assert.equal(await page.title(), title);
    assert.equal(await page.getAttribute('html', 'lang'), lang);
    assert.equal(await page.locator('h1').textContent(), await page.title());
    assert.deepEqual(await harness.client.event('signedIn'), annaSignedIn);

    const question = new URL(answer.url()).searchParams;
    assert.ok(question.get('code') && question.get('state'));
    const content = await page.content();
    for (const [name, value] of question) assert.ok(!content.includes(value), name);

    const headers = await answer.allHeaders();
    assert.equal(headers['cache-control'], 'no-store');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.match(headers['content-security-policy'], /^default-src 'none'; /);
    // The one style it may have is in force, and nothing was tried that the policy forbids.
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).display), 'grid');
    assert.deepEqual(complaints, []);
    // And the policy holds: what did get onto the page would not run.
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "ran"';
      document.body.append(script);
    });
    assert.equal(await page.title(), title);
    assert.notDeepEqual(complaints, []);
  });
}

test('it is shown once: whoever opens its address again finds nobody', async (t) => {
  const harness = await startHarness(t);
  const { page } = await ended(harness);
  await harness.client.event('signedIn');
  await assert.rejects(page.reload(), /ERR_CONNECTION_REFUSED/);
});

for (const localhost of ['127.0.0.1', '[::1]']) {
  test(`a browser that takes localhost for ${localhost} reaches us`, async (t) => {
    const harness = await startHarness(t, { localhost });
    const { answer } = await ended(harness);
    const { ipAddress } = await answer.serverAddr();
    assert.equal(ipAddress, localhost);
    assert.deepEqual(await harness.client.event('signedIn'), annaSignedIn);
  });
}

test('another name for this computer is refused, although it leads here', async (t) => {
  const harness = await startHarness(t);
  const address = await harness.client.event('open');
  const redirect = new URL(new URL(address).searchParams.get('redirect_uri'));
  const state = new URL(address).searchParams.get('state');
  const page = await harness.tab();
  const answer = await page.goto(`http://127.0.0.1:${redirect.port}/?code=x&state=${state}`);
  assert.equal(answer.status(), 403);
  assert.equal((await bringBack(address, (query) => query.set('state', 'x'))).status, 400);
  harness.client.send('cancel');
  assert.equal((await harness.client.event('problem')).kind, 'cancelled');
});
