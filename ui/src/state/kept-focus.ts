/** How long those have who know where reading goes on: a screen is drawn, a dialog closes, in milliseconds. */
const PAUSE = 80;

/** Where something was that is gone: what it stood in, and what stood after and before it. */
interface Spot {
  parent: Node;
  next: Node | null;
  previous: Node | null;
}
interface Place {
  element: HTMLElement;
  /** Nothing while the element is there. */
  gone: Spot | null;
}

/** In which part of the page reading goes on before it is looked for elsewhere. */
const isPart = (element: HTMLElement) => element.matches('dialog, main, header, nav, body');
const partOf = (node: Node): HTMLElement => {
  let element = node instanceof HTMLElement ? node : node.parentElement;
  while (element && !isPart(element)) element = element.parentElement;
  return element ?? document.body;
};
const shown = (element: HTMLElement) =>
  !('checkVisibility' in element) || element.checkVisibility({ visibilityProperty: true });

/** Whether reading can go on here: at a heading that was made for it, or at what Tab leads to. */
function takesFocus(node: Node): node is HTMLElement {
  if (!(node instanceof HTMLElement) || node.matches(':disabled') || !shown(node)) return false;
  return node.tabIndex >= 0 || (node.hasAttribute('tabindex') && /^H[1-6]$/.test(node.tagName));
}

/** What follows this in the page, itself and what is in it left out. */
const follows = (node: Node, other: Node) =>
  (node.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) > 0 && !node.contains(other);

/** The first in the part from this spot on, also what came in place of what is gone; or else the last before it. */
function nextTo({ parent, next, previous }: Spot): HTMLElement {
  const part = partOf(parent);
  const isAfter = (node: Node) => {
    if (previous?.isConnected) return follows(previous, node);
    if (previous && next?.isConnected) return node === next || next.contains(node) || follows(next, node);
    return parent.contains(node) || follows(parent, node);
  };
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_ELEMENT);
  let before = part;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!takesFocus(node)) continue;
    if (isAfter(node)) return node;
    before = node;
  }
  return before;
}

/**
 * Focus that its element took along when it went, such as that of a notice which was closed, goes on at what is next
 * there. Who knows better says so (`focus.ts`) and comes first; this is for everything else, so that the keyboard and
 * the screen reader are never thrown back to the beginning of the page. It looks for elements because what is next to
 * something that is gone cannot say so itself. Answers how to end it.
 */
export function keepFocus(root: HTMLElement): () => void {
  /** Where one was, on the page and in a dialog over it. */
  const places = new Map<HTMLElement, Place>();
  let waits: ReturnType<typeof setTimeout> | undefined;

  const keyOf = (node: Node) => {
    const part = partOf(node);
    return part.matches('dialog') ? part : root;
  };
  const inDialog = () => [...places.keys()].find((key) => key instanceof HTMLDialogElement && key.open);
  const isLost = () => document.activeElement === null || document.activeElement === document.body;

  function came({ target }: FocusEvent) {
    if (target instanceof HTMLElement) places.set(keyOf(target), { element: target, gone: null });
  }
  /** Somebody pressed where nothing takes the focus, and meant to leave. What went when it was pressed is no such place. */
  function left({ target }: MouseEvent) {
    if (isLost() && target instanceof Node && target.isConnected) places.clear();
  }
  function changed(records: MutationRecord[]) {
    let lost = false;
    for (const place of places.values()) {
      // What it stood in may have gone after it.
      for (const { removedNodes, target, nextSibling, previousSibling } of records) {
        const stood = place.gone?.parent ?? place.element;
        if (![...removedNodes].some((node) => node.contains(stood))) continue;
        place.gone = { parent: target, next: nextSibling, previous: previousSibling };
        lost = true;
      }
      if (place.element.isConnected) place.gone = null;
    }
    if (!lost) return;
    clearTimeout(waits);
    waits = setTimeout(goOn, PAUSE);
  }
  function goOn() {
    const place = places.get(inDialog() ?? root);
    if (!isLost() || !place) return;
    const { element, gone } = place;
    // Without a gap it was only moved.
    (gone?.parent.isConnected ? nextTo(gone) : element).focus();
  }

  const observer = new MutationObserver(changed);
  observer.observe(root, { childList: true, subtree: true });
  root.addEventListener('focusin', came);
  root.addEventListener('click', left);
  return () => {
    observer.disconnect();
    clearTimeout(waits);
    root.removeEventListener('focusin', came);
    root.removeEventListener('click', left);
  };
}
