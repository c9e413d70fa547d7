import type { Attachment } from 'svelte/attachments';

/** How many rows beyond what is seen are drawn, so that scrolling meets none that is missing. */
const BEYOND = 10;

/** Which part of a long list is seen: the page scrolls, and the list is as high as all of its rows. */
export class SeenPart {
  /** Where the part begins and ends, in px from the top of the list. */
  #top = $state(0);
  #bottom = $state(innerHeight);

  /** How high what is seen of the page is, in px. */
  get height(): number {
    return this.#bottom - this.#top;
  }

  /** The first row to be drawn of those that begin here, and the one after the last. */
  rows(begin: number, row: number, count: number): readonly [first: number, end: number] {
    const first = Math.floor((this.#top - begin) / row) - BEYOND;
    const end = Math.ceil((this.#bottom - begin) / row) + BEYOND;
    return [Math.max(0, Math.min(first, count)), Math.max(0, Math.min(end, count))];
  }

  /** This element is the list. */
  readonly of: Attachment<HTMLElement> = (list) => {
    const page = list.closest('main');
    if (!page) return;
    const measure = () => {
      this.#top = page.getBoundingClientRect().top - list.getBoundingClientRect().top;
      this.#bottom = this.#top + (page.clientHeight || innerHeight);
    };
    measure();
    page.addEventListener('scroll', measure, { passive: true });
    // What stands above the list may grow.
    const sizes = 'ResizeObserver' in window ? new ResizeObserver(measure) : null;
    for (const child of page.children) sizes?.observe(child);
    sizes?.observe(page);
    return () => {
      page.removeEventListener('scroll', measure);
      sizes?.disconnect();
    };
  };
}

/** A length that only the program knows. The policy lets a page have no style of its own, but a script may set one. */
export const sized =
  (property: 'top' | 'height', pixels: number): Attachment<HTMLElement> =>
  (element) => {
    element.style[property] = `${String(pixels)}px`;
  };

/** The widths of the columns, by the name with which a style asks for them. */
export const columned =
  (widths: string): Attachment<HTMLElement> =>
  (element) => {
    element.style.setProperty('--widths', widths);
  };

/** This element lies over the list, at the foot of the page: what comes into sight by the keyboard stops above it. */
export const covering: Attachment<HTMLElement> = (element) => {
  const page = element.closest('main');
  if (!page || !('ResizeObserver' in window)) return;
  const note = () => {
    const covers = getComputedStyle(element).position === 'sticky';
    page.style.setProperty('--covered', covers ? `${String(element.offsetHeight)}px` : '0px');
  };
  const sizes = new ResizeObserver(note);
  sizes.observe(element);
  sizes.observe(page);
  return () => {
    sizes.disconnect();
    page.style.removeProperty('--covered');
  };
};
