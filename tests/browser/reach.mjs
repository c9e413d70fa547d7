// What nobody's eyes but the tests' look at all day: where the focus is, what lies under it, what is drawn and what is
// cut off. Each answers a line for everything that is wrong, and nothing when nothing is.

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

/** Text that is cut off, but for what is only read aloud and for what a select shows of its choice. */
export const cutOff = (page) =>
  page.evaluate(() => {
    const said = [];
    for (const it of document.querySelectorAll('body *')) {
      const style = getComputedStyle(it);
      const cuts =
        ['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY);
      if (!cuts || style.clipPath !== 'none' || !it.checkVisibility() || it.matches('progress, svg, svg *'))
        continue;
      if (it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1)
        said.push(`“${it.textContent.trim().slice(0, 40)}” is cut off`);
    }
    return said;
  });

/** What is pressed and is smaller than a finger needs (24 by 24), or lies under something else where it can be seen. */
export const outOfReach = (page) =>
  page.evaluate(() => {
    const said = [];
    const shut = document.querySelector('dialog[open]');
    for (const it of document.querySelectorAll('button, a[href], select, summary, input')) {
      if (!it.checkVisibility({ visibilityProperty: true }) || (shut && !shut.contains(it))) continue;
      const style = getComputedStyle(it);
      if (style.clipPath !== 'none' || it.matches('.skip')) continue;
      const name = it.dataset.testid ?? it.textContent.trim().slice(0, 30);
      const target = it.closest('label') ?? it.closest('.input') ?? it;
      const { width, height, left, top, right, bottom } = target.getBoundingClientRect();
      if (width < 23.5 || height < 23.5)
        said.push(`${name} is ${Math.round(width)} by ${Math.round(height)} pixels`);
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) continue;
      const on = document.elementFromPoint(x, y);
      const scrolled = it.closest('main, dialog, [popover]')?.getBoundingClientRect();
      if (scrolled && (y < scrolled.top || y > scrolled.bottom)) continue;
      if (on && !target.contains(on) && !on.contains(target))
        said.push(`${name} lies under ${on.tagName.toLowerCase()} “${on.textContent.trim().slice(0, 30)}”`);
    }
    return said;
  });

const light = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = ([red, green, blue]) =>
  0.2126 * light(red / 255) + 0.7152 * light(green / 255) + 0.0722 * light(blue / 255);
/** The contrast of two colours as WCAG counts it. */
export function contrast(one, other) {
  const [dark, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

/** What is really drawn: of each element there is, its pixels row by row and where it begins. */
export async function drawn(page, selector) {
  const { places, ratio } = await page.evaluate((of) => {
    const found = [];
    for (const it of document.querySelectorAll(of)) {
      if (!it.checkVisibility({ visibilityProperty: true })) continue;
      const { left, top, width, height } = it.getBoundingClientRect();
      if (width === 0 || top < 0 || left < 0 || top + height > innerHeight || left + width > innerWidth)
        continue;
      const on = document.elementFromPoint(left + width / 2, top + height / 2);
      if (on && !it.contains(on) && !on.contains(it)) continue;
      const name = it.dataset.testid ?? it.querySelector('use')?.getAttribute('href') ?? it.tagName;
      const beside = it.closest('button, label, li, p, h2, div')?.textContent.trim().slice(0, 30) ?? '';
      found.push({ name: `${name} (${beside})`, left, top, width, height });
    }
    return { places: found, ratio: devicePixelRatio };
  }, selector);
  const picture = (await page.screenshot({ animations: 'disabled' })).toString('base64');
  // A page of its own: the app's policy lets nobody draw on it.
  const blank = await page.context().browser().newPage();
  const all = await blank.evaluate(
    async ({ base64, rects }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d', { willReadFrequently: true });
      context.drawImage(bitmap, 0, 0);
      return rects.map(([left, top, width, height]) => ({
        width,
        data: [...context.getImageData(left, top, width, height).data],
      }));
    },
    {
      base64: picture,
      // Two pixels around it belong to what it stands on.
      rects: places.map(({ left, top, width, height }) =>
        [Math.floor(left - 2), Math.floor(top - 2), Math.ceil(width + 4), Math.ceil(height + 4)].map(
          (it) => it * ratio,
        ),
      ),
    },
  );
  await blank.close();
  return places.map(({ name }, index) => {
    const { width, data } = all[index];
    const pixels = [];
    for (let at = 0; at < data.length; at += 4) pixels.push(data.slice(at, at + 3));
    return { name, width, pixels, ground: pixels[0] };
  });
}

/** The strongest contrast with what it stands on. */
export const strongest = ({ pixels, ground }) => Math.max(...pixels.map((pixel) => contrast(pixel, ground)));

/** What is drawn with less contrast than is needed to see it. */
export async function faint(page, selector, needed = 3) {
  const there = await drawn(page, selector);
  return there
    .map((it) => ({ name: it.name, contrast: strongest(it) }))
    .filter((it) => it.contrast < needed)
    .map((it) => `${it.name} is drawn with ${it.contrast.toFixed(2)} : 1`);
}

/** Boxes and circles that are not seen: by their edge or their ground, and when chosen by the sign in them. */
export async function faintChoices(page) {
  const said = await faint(page, 'input[type=checkbox], input[type=radio]');
  for (const it of await drawn(page, 'input[type=checkbox]:checked, input[type=radio]:checked')) {
    const row = it.pixels.slice(
      Math.floor(it.pixels.length / it.width / 2) * it.width,
      (Math.floor(it.pixels.length / it.width / 2) + 1) * it.width,
    );
    // The edge is drawn with the ground of what is chosen; the sign has to be told from that.
    const filled = row.reduce((best, pixel) =>
      contrast(pixel, it.ground) > contrast(best, it.ground) ? pixel : best,
    );
    const inside = it.pixels.filter((_, index) => {
      const [x, y] = [index % it.width, Math.floor(index / it.width)];
      const edge = it.width / 5;
      return x > edge && x < it.width - edge && y > edge && y < it.pixels.length / it.width - edge;
    });
    const sign = Math.max(...inside.map((pixel) => contrast(pixel, filled)));
    if (sign < 3) said.push(`the sign in ${it.name} is drawn with ${sign.toFixed(2)} : 1`);
  }
  return said;
}
