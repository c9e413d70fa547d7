// What nobody's eyes but the tests' look at all day: where the focus is, what lies under it, what is drawn and what is
// cut off. Each answers a line for everything that is wrong, and nothing when nothing is.

import { by, shown, startApp } from './harness.mjs';

/** Opens the app where one searches. */
export async function atSearch(t, settings = {}) {
  const app = await startApp(t, settings);
  const page = await app.open();
  await shown(page, 'guest-address');
  return { app, page };
}

/** A fault on purpose: the check has to see it. Answers how to take it away. */
export async function plant(page, css) {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, css);
  return () => page.evaluate(() => void (document.adoptedStyleSheets = []));
}

/** Whether the focus is on the first that is called so. */
export const focusOn = (page, id) =>
  by(page, id)
    .first()
    .evaluate((it) => it === document.activeElement);

/** Whether the focus is on nothing: the keyboard would begin again at the top of the page. */
export async function lostFocus(page) {
  // Whoever knows where reading goes on comes first; what is only next to what went has its turn after them.
  await page.waitForTimeout(250);
  return page.evaluate(() => document.activeElement === null || document.activeElement === document.body);
}

/**
 * Goes through the open dialog with Tab; answers what has the focus and cannot be seen, and what it came to in all.
 * Something is seen when its middle and its corners are, as far as they lie within it.
 */
export async function walk(page) {
  const came = [];
  const hidden = [];
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const it = document.activeElement;
      if (!it || !it.closest('dialog[open]')) return null;
      const name = it.dataset.testid ?? it.tagName.toLowerCase();
      if (it.dataset.walked === 'yes') return { name, again: true };
      it.dataset.walked = 'yes';
      const seenAs = it.closest('.choice, .input, label') ?? it;
      const { left, top, right, bottom } = it.getBoundingClientRect();
      const points = [
        [(left + right) / 2, (top + bottom) / 2],
        [left + 3, top + 3],
        [right - 3, bottom - 3],
      ];
      const unseen = points.filter(([x, y]) => {
        const on = document.elementFromPoint(x, y);
        return !on || !seenAs.contains(on);
      });
      return { name, again: false, unseen: unseen.length };
    });
    if (here === null) continue;
    if (here.again) break;
    came.push(here.name);
    if (here.unseen > 0)
      hidden.push(`${here.name} has the focus, and ${here.unseen} of its 3 points are hidden`);
  }
  await page.evaluate(() => {
    for (const it of document.querySelectorAll('[data-walked]')) delete it.dataset.walked;
  });
  return { came, hidden };
}

/** Text that is cut off, but for what is only read aloud, what scrolls, and what is shortened and has all of it besides. */
export const cutOff = (page) =>
  page.evaluate(() => {
    const said = [];
    for (const it of document.querySelectorAll('body *')) {
      const style = getComputedStyle(it);
      const cuts =
        ['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY);
      if (
        !cuts ||
        style.clipPath !== 'none' ||
        !it.checkVisibility() ||
        it.matches('progress, svg, svg *, input, select')
      )
        continue;
      if (style.textOverflow === 'ellipsis' && it.title !== '') continue;
      if (it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1)
        said.push(`“${it.textContent.trim().slice(0, 40)}” is cut off`);
    }
    return said;
  });

/** What is pressed and is smaller than a finger needs (24 by 24), or lies under something else where it can be seen. */
export const outOfReach = (page) =>
  page.evaluate(() => {
    const said = [];
    const shut = document.querySelector('dialog[open], [popover]:popover-open');
    const sticks = (it) => {
      for (let at = it; at; at = at.parentElement) if (getComputedStyle(at).position === 'sticky') return at;
      return null;
    };
    for (const it of document.querySelectorAll('button, a[href], select, summary, input')) {
      if (!it.checkVisibility({ visibilityProperty: true }) || (shut && !shut.contains(it))) continue;
      const style = getComputedStyle(it);
      if (style.clipPath !== 'none' || it.matches('.skip')) continue;
      const name = it.dataset.testid ?? it.textContent.trim().slice(0, 30);
      const target = it.closest('label') ?? it.closest('.input, [data-box]') ?? it;
      const { width, height, left, top, right, bottom } = target.getBoundingClientRect();
      if (width < 23.5 || height < 23.5)
        said.push(`${name} is ${Math.round(width)} by ${Math.round(height)} pixels`);
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) continue;
      const on = document.elementFromPoint(x, y);
      // What sticks lies over what is scrolled under it; that is seen as soon as it is scrolled to.
      if (on && sticks(on) && sticks(on) !== sticks(it) && it.closest('main')) continue;
      const scrolled = it.closest('main, dialog, [popover]')?.getBoundingClientRect();
      if (scrolled && (y < scrolled.top || y > scrolled.bottom)) continue;
      if (on && !target.contains(on) && !on.contains(target))
        said.push(`${name} lies under ${on.tagName.toLowerCase()} “${on.textContent.trim().slice(0, 30)}”`);
    }
    return said;
  });

/** Reads a picture: of each place the strongest contrast in it, and that of what lies in its middle with its ground. */
async function measured({ base64, rects }) {
  const light = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const luminance = (red, green, blue) =>
    0.2126 * light(red / 255) + 0.7152 * light(green / 255) + 0.0722 * light(blue / 255);
  const contrast = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.drawImage(bitmap, 0, 0);
  return rects.map(([left, top, width, height]) => {
    const { data } = context.getImageData(left, top, width, height);
    const lights = [];
    for (let at = 0; at < data.length; at += 4) lights.push(luminance(data[at], data[at + 1], data[at + 2]));
    const best = (ground, all) => Math.max(...all.map((it) => contrast(it, ground)));
    const inner = lights.filter((_, index) => {
      const [x, y] = [(index % width) / width, Math.floor(index / width) / height];
      return x > 0.3 && x < 0.7 && y > 0.3 && y < 0.7;
    });
    return { whole: best(lights[0], lights), sign: Math.max(...inner.map((it) => best(it, inner))) };
  });
}

/** How strongly everything of this kind that is in the window is really drawn. */
async function drawn(page, selector) {
  const measure = () => placesOf(page, selector);
  // What is still being loaded moves what is below it: a picture of that would show something else in each place.
  let [places, before] = [await measure(), ''];
  for (let tries = 0; tries < 20 && JSON.stringify(places) !== before; tries += 1) {
    before = JSON.stringify(places);
    await page.waitForTimeout(100);
    places = await measure();
  }
  const base64 = (await page.screenshot({ animations: 'disabled' })).toString('base64');
  // In a page of its own: the app's policy lets nobody draw in the app's.
  const blank = await page.context().browser().newPage();
  const all = await blank.evaluate(measured, { base64, rects: places.map(({ rect }) => rect) });
  await blank.close();
  return places.map(({ name }, index) => ({ name, ...all[index] }));
}

/** Where everything of this kind is that is in the window and under nothing. */
function placesOf(page, selector) {
  return page.evaluate((of) => {
    const found = [];
    for (const it of document.querySelectorAll(of)) {
      if (!it.checkVisibility({ visibilityProperty: true })) continue;
      const { left, top, width, height } = it.getBoundingClientRect();
      if (
        width === 0 ||
        top < 2 ||
        left < 2 ||
        top + height > innerHeight - 2 ||
        left + width > innerWidth - 2
      )
        continue;
      const on = document.elementFromPoint(left + width / 2, top + height / 2);
      if (on && !it.contains(on) && !on.contains(it)) continue;
      const name = it.dataset.testid ?? it.querySelector('use')?.getAttribute('href') ?? it.tagName;
      const beside = it.closest('button, label, li, p, tr, div')?.textContent.trim().slice(0, 30) ?? '';
      // Two pixels around it belong to what it stands on.
      const rect = [Math.floor(left) - 2, Math.floor(top) - 2, Math.ceil(width) + 4, Math.ceil(height) + 4];
      found.push({ name: `${name} (${beside})`, rect: rect.map((it) => it * devicePixelRatio) });
    }
    return found;
  }, selector);
}

/** What is drawn with less contrast than is needed to see it. */
export async function faint(page, selector) {
  const there = await drawn(page, selector);
  return there
    .filter(({ whole }) => whole < 3)
    .map(({ name, whole }) => `${name} is drawn with ${whole.toFixed(2)} : 1`);
}

/** Boxes and circles that are not seen: by their edge or their ground, and when chosen by the sign in their middle. */
export async function faintChoices(page) {
  const chosen = await drawn(page, 'input[type=checkbox]:checked, input[type=radio]:checked');
  return [
    ...(await faint(page, 'input[type=checkbox], input[type=radio]')),
    ...chosen
      .filter(({ sign }) => sign < 3)
      .map(({ name, sign }) => `the sign in ${name} is drawn with ${sign.toFixed(2)} : 1`),
  ];
}
