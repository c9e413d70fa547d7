// What a screen reader says of four screens, phrase by phrase in the order of reading, in English and in Dutch: one file each
// in `spoken`, read by a person and compared here. The reader is a virtual one (decision 46), on the built page.
// CONTRIBUTING.md says how the files are written anew.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { by, find, shown, startApp } from './harness.mjs';
import { keptAs } from './kept.mjs';
import { PIETER } from './screens.mjs';

const library = new URL(
  'node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js',
  import.meta.url,
);
// The page's policy lets nobody load a module: what is a module on disk is given to the page as a script of the tests.
const reader = readFileSync(library, 'utf8').replace(
  /export\{(?:[\w$]+ as Virtual,)?([\w$]+) as virtual\}/,
  'window.reader = $1;',
);

/** Everything that is said of this part of the page, from its beginning to its end. */
const phrases = (page, selector) =>
  page.evaluate(async (css) => {
    const { reader } = window;
    await reader.start({ container: document.querySelector(css) });
    const end = `end of ${(await reader.lastSpokenPhrase()).split(',')[0]}`;
    for (let steps = 0; steps < 400; steps += 1) {
      await reader.next();
      if ((await reader.spokenPhraseLog()).length > 1 && (await reader.lastSpokenPhrase()).startsWith(end))
        break;
    }
    const log = await reader.spokenPhraseLog();
    await reader.stop();
    return log;
  }, selector);

/**
 * As a person reads it: where something ends is left out, and so are the options of a list that nobody opened. Two things
 * that this reader says otherwise than a real one are as well: states that are not so, and whether a box of the platform is
 * checked, which it takes from the attribute (the snapshots in `aria` and the window's own tree hold that).
 */
const readable = (said) =>
  said
    .filter((phrase) => !/^(?:end of |end, |option,)/.test(phrase))
    // It begins with the whole, and says that once more at the first step.
    .filter((phrase, index, all) => index !== 1 || phrase !== all[0])
    .map((phrase) => phrase.replace(/, not (?:disabled|invalid|busy)|(?:, not|,) checked/g, ''));

/** Phrases that sound wrong whatever the screen. */
function wrong(said) {
  const nameless = /^(?:button|link|dialog|region|checkbox|radio|textbox|combobox|table|heading, level \d)$/;
  const twice = (phrase) => {
    const parts = phrase.split(', ');
    return parts.some((part, index) => part !== '' && part === parts[index + 1]);
  };
  // A pause before its sign: two texts that were put together.
  return said.filter((phrase) => nameless.test(phrase) || twice(phrase) || / [:,.](?: |$)/.test(phrase));
}

for (const lang of ['en', 'nl']) {
  test(`what is said of a guest, a preview, its progress and its result was read and kept, in ${lang}`, async (t) => {
    const app = await startApp(t, { options: ['--practice=user-admin', '--lang', lang] });
    const page = await app.open();
    await page.evaluate(reader);
    await shown(page, 'guest-address');
    const hear = async (name, selector) => {
      let said = [];
      const say = async () => {
        said = readable(await phrases(page, selector));
        return said.join('\n');
      };
      await keptAs('spoken', `${name}.${lang}.txt`, say, app);
      assert.deepEqual(wrong(said), []);
    };

    await find(page, PIETER);
    await hear('guest', 'body');
    await by(page, 'remedy-keep-one-address').click();
    await page.locator(`[data-testid=choice][value="${PIETER}"]`).check();
    await by(page, 'preview').locator('[data-testid=confirm]:enabled').waitFor();
    await hear('preview', 'dialog[open]');

    let goOn;
    const held = new Promise((resolve) => (goOn = resolve));
    await page.route('**/command/watch', async (route) => {
      await held;
      await route.continue();
    });
    await by(page, 'confirm').click();
    await shown(page, 'progress');
    await hear('progress', 'dialog[open]');
    goOn();
    await by(page, 'result').locator('[data-testid=still-missing]').waitFor();
    await hear('result', 'dialog[open]');
  });
}

test('what sounds wrong is noticed, whatever the screen', async (t) => {
  const app = await startApp(t, { options: ['--practice=user-admin', '--lang', 'en'] });
  const page = await app.open();
  await page.evaluate(reader);
  await shown(page, 'guest-address');
  assert.deepEqual(wrong(readable(await phrases(page, 'main'))), []);
  await page.evaluate(() => {
    const [first, second, third] = ['', 'Find', 'Copy'].map((name) => {
      const button = document.createElement('button');
      button.textContent = name;
      return button;
    });
    second.setAttribute('aria-label', 'Find, Find');
    third.setAttribute('aria-label', 'Copy : the report');
    document.querySelector('main').append(first, second, third);
  });
  const found = wrong(readable(await phrases(page, 'main')));
  assert.deepEqual(found, ['button', 'button, Find, Find', 'button, Copy : the report']);
});
