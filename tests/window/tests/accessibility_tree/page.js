// What the page has to give a screen reader, one entry for everything that can be pressed, filled in, listened to or gone
// to: read from the elements themselves, with the names that axe computes by the standard. An element without an id gets
// one, by which it is found in the tree; `data-listened` marks it.
const plain = (text) => (text ?? '').replace(/[\u2066-\u2069\u200e\u200f]/g, '').replace(/\s+/g, ' ').trim();
const interactive =
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex="-1"])';
const named = '[aria-label], [aria-labelledby]';
const headings = 'h1, h2, h3, h4, h5, h6';
const live = '[role=status], [role=alert], [aria-live]';
const everything = [interactive, named, headings, live, 'dialog[open]'].join();

/** The words of an element, without what is ornament. */
function read(element) {
  const copy = element.cloneNode(true);
  for (const ornament of copy.querySelectorAll('[aria-hidden=true]')) ornament.remove();
  return plain(copy.textContent);
}

// A dialog that is modal shuts out the rest of the page.
const shut = document.querySelector('dialog:modal');
const inPlace = (it) => (!shut || shut.contains(it)) && it.checkVisibility({ visibilityProperty: true });
axe.setup(document);
const found = [...document.querySelectorAll(everything)].filter(inPlace).map((it) => {
  if (it.id === '') {
    // Never one that an element had before.
    window.listened = (window.listened ?? 0) + 1;
    it.id = `listened-${window.listened}`;
  }
  const tag = it.localName;
  const flag = (name) => (it.hasAttribute(name) ? it.getAttribute(name) === 'true' : null);
  const is = (selector) => it.matches(selector);
  const kind = is('dialog')
    ? 'dialog'
    : is(headings)
      ? 'heading'
      : is('a[href]')
        ? 'link'
        : is('summary')
          ? 'summary'
          : is('button')
            ? flag('aria-pressed') === null
              ? 'button'
              : 'toggle'
            : is('select')
              ? 'choice'
              : is('input[type=checkbox], input[type=radio], input[type=file]')
                ? it.type
                : is('input, textarea')
                  ? 'field'
                  : is(live)
                    ? 'live'
                    : 'other';
  const label = it.dataset.testid ?? plain(it.innerText).slice(0, 40);
  const expanded = tag === 'summary' ? it.parentElement.open : flag('aria-expanded');
  return {
    id: it.id,
    element: `${tag} ${label}`,
    kind,
    name: kind === 'live' && !is(named) ? null : plain(axe.commons.text.accessibleText(it)),
    // What is read on it has to be in its name (WCAG 2.5.3).
    text: ['button', 'toggle', 'link', 'summary', 'heading'].includes(kind) ? read(it) : '',
    level: kind === 'heading' ? Number(it.getAttribute('aria-level') ?? tag[1]) : null,
    live: is(live) ? (it.getAttribute('aria-live') ?? (is('[role=alert]') ? 'assertive' : 'polite')) : null,
    pressed: flag('aria-pressed'),
    checked: is('input[type=checkbox], input[type=radio]') ? it.checked : null,
    expanded,
    disabled: is(interactive) ? it.disabled === true || flag('aria-disabled') === true : null,
    focusable: is(interactive) && it.tabIndex >= 0 && it.disabled !== true ? true : null,
    invalid: flag('aria-invalid'),
    current: it.getAttribute('aria-current'),
    described: plain(
      (it.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' '),
    ),
  };
});
axe.teardown();
return found;
