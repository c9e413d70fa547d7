// A language that there is not: each sentence of English 40 % longer, with accents. It is made in the test and handed to
// the page in place of the app's answer, so that a language that is to come finds room before anybody translates.

import { createRequire } from 'node:module';

const { FluentParser, FluentSerializer, Transformer } = createRequire(
  new URL('../../ui/package.json', import.meta.url),
)('@fluent/syntax');

const MORE = 1.4;
const accented = { a: 'ä', e: 'é', i: 'ï', o: 'ø', u: 'ü', y: 'ÿ', A: 'Å', E: 'É', I: 'Î', O: 'Ø', U: 'Ü' };

/** A text with its vowels accented and said twice, until it is as long as it is to be; what lacks is put behind its words. */
export function longer(text) {
  const letters = [...text].filter((it) => /\p{L}/u.test(it)).length;
  let lacking = Math.ceil(letters * (MORE - 1));
  const said = [...text].map((letter) => {
    const vowel = accented[letter];
    if (!vowel) return letter;
    if (lacking === 0) return vowel;
    lacking -= 1;
    return vowel + vowel.toLowerCase();
  });
  return said.join('').replace(/(?<=\p{L})(?=[^\p{L}]*$)/u, 'ø'.repeat(lacking));
}

/** The texts of each sentence; what stands between braces is kept, and what chooses among variants. */
class Longer extends Transformer {
  visitTextElement(element) {
    element.value = longer(element.value);
    return element;
  }
}

/** The sentences of a language, each of them longer. */
export function longerWords(source) {
  const resource = new FluentParser({ withSpans: false }).parse(source);
  return new FluentSerializer().serialize(new Longer().visit(resource));
}

/** Serves the page longer words, whatever language it asks for; before the page is opened. */
export async function speakLonger({ browser }) {
  const [context] = browser.contexts();
  await context.route('**/command/words', async (route) => {
    const response = await route.fetch();
    const { text } = await response.json();
    await route.fulfill({ response, json: { text: longerWords(text) } });
  });
}

/**
 * What cannot be read as it stands, one line each: a text that lies on another one, or that its box cuts off or lets stick
 * out. Looked at within the window; what one can scroll to is not cut off.
 */
export const unreadable = (page) =>
  page.evaluate(() => {
    const found = new Set();
    const said = (text) => `"${text.trim().replace(/\s+/g, ' ').slice(0, 40)}"`;
    const layer = (element) => {
      for (let at = element; at; at = at.parentElement) {
        const { position } = getComputedStyle(at);
        if (
          position === 'sticky' ||
          position === 'fixed' ||
          at.matches('dialog, [popover], main, header, nav')
        )
          return at;
      }
      return document.body;
    };
    const onlySaid = (element) =>
      element !== null &&
      (getComputedStyle(element).clipPath === 'inset(50%)' || onlySaid(element.parentElement));
    const hasEdge = (style) =>
      ['Top', 'Left'].every(
        (side) => parseFloat(style[`border${side}Width`]) > 0 && style.borderTopStyle !== 'none',
      );
    const texts = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      // Drawn by the system; or said, and not seen.
      if (!node.data.trim() || parent.closest('option, svg, script, style') || onlySaid(parent)) continue;
      const seen = { visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true };
      if (!parent.checkVisibility(seen)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        if (rect.width < 2 || rect.height < 2) continue;
        const line = { text: said(node.data), parent, layer: layer(parent) };
        let { left, top, right, bottom } = rect;
        for (let at = parent; at; at = at.parentElement) {
          const style = getComputedStyle(at);
          if (style.display === 'inline' || style.display === 'contents') continue;
          const box = at.getBoundingClientRect();
          // What one can scroll to, and a name that ends in three dots because its box says so, goes as far as its box.
          const ends = ['auto', 'scroll'].includes(style.overflowX) || style.textOverflow === 'ellipsis';
          if (ends) {
            [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
            [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
          } else if (['hidden', 'clip'].includes(style.overflowX) || hasEdge(style)) {
            const its = `than its ${at.tagName.toLowerCase()}.${at.className}`;
            if (left < box.left - 1 || right > box.right + 1) found.add(`${line.text} is wider ${its}`);
            // A letter may be higher than its line.
            if (top < box.top - 3 || bottom > box.bottom + 3) found.add(`${line.text} is higher ${its}`);
          }
          if (at === line.layer) break;
        }
        if (right > left && bottom > top) texts.push({ ...line, left, top, right, bottom });
      }
    }
    texts.forEach((one, index) => {
      for (const other of texts.slice(index + 1)) {
        if (one.layer !== other.layer || one.parent === other.parent) continue;
        const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (wide > 2 && high > 4) found.add(`${one.text} lies on ${other.text}`);
      }
    });
    return [...found];
  });
