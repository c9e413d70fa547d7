// Where on the screen something is drawn that has to be seen: edges of fields, of boxes and of the act that is
// recommended, the ring of what has the focus, and every text. Only what is wholly in the window and under nothing.
const plain = (text) => text.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ').trim();
const shut = document.querySelector('dialog:modal');
const seen = (it) =>
  (!shut || shut.contains(it)) &&
  it.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
  getComputedStyle(it).clipPath === 'none';
const found = [];
const add = (kind, it, { left, top, right, bottom }, around) => {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const edge = around + 1;
  if (left < edge || top < edge || right > innerWidth - edge || bottom > innerHeight - edge || right - left < 2) return;
  const on = document.elementFromPoint(x, y);
  if (on === null || !(it.contains(on) || on.contains(it))) return;
  found.push({
    kind,
    name: `${it.localName} ${it.dataset.testid ?? ''} “${plain(it.textContent).slice(0, 40)}”`,
    place: {
      left: Math.floor(left) - around,
      top: Math.floor(top) - around,
      width: Math.ceil(right) - Math.floor(left) + 2 * around,
      height: Math.ceil(bottom) - Math.floor(top) + 2 * around,
    },
  });
};
for (const it of document.querySelectorAll('input[type=checkbox], input[type=radio], .input, textarea'))
  if (seen(it) && !it.matches('[aria-disabled=true], :disabled')) add('edge', it, it.getBoundingClientRect(), 2);
// Of a filled one the upper edge: what is written on it would hide that it is not seen.
for (const it of document.querySelectorAll('.button.primary')) {
  if (!seen(it) || it.matches('[aria-disabled=true], :disabled')) continue;
  const { left, top, right } = it.getBoundingClientRect();
  add('edge', it, { left: left + 8, top, right: right - 8, bottom: top + 3 }, 2);
}
const focused = document.activeElement;
if (focused.matches(':focus-visible:not(body, [tabindex="-1"], input, select, textarea)')) {
  // Above it: what it is itself would hide that there is no ring.
  const { left, top, right } = focused.getBoundingClientRect();
  add('ring', focused, { left: left + 8, top: top - 5, right: right - 8, bottom: top - 1 }, 1);
}
const texts = document.createTreeWalker(shut ?? document.body, NodeFilter.SHOW_TEXT);
for (let text = texts.nextNode(); text; text = texts.nextNode()) {
  const it = text.parentElement;
  if (plain(text.data).length < 2 || !seen(it) || it.closest('[aria-disabled=true], :disabled, option, svg')) continue;
  if (it.closest('.unseen, .skip')) continue;
  const { fontSize, fontWeight } = getComputedStyle(it);
  // Large text, by the standard: 24 pixels, or 18.66 and bold.
  const large = parseFloat(fontSize) >= 24 || (parseFloat(fontSize) >= 18.66 && Number(fontWeight) >= 700);
  const range = document.createRange();
  range.selectNodeContents(text);
  const [line] = range.getClientRects();
  if (line) add(large ? 'large' : 'text', it, line, 0);
}
return found;
