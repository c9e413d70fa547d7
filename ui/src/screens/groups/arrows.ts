import type { Attachment } from 'svelte/attachments';

/**
 * The arrows, Home and End go from one button of this list to the next; Tab leaves the list. `arrived`: what becomes of
 * the one that was reached.
 */
export function arrows(arrived: (button: HTMLElement) => void = () => undefined): Attachment<HTMLElement> {
  return (list) => {
    const key = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const all = [...list.children].map((item) => item.firstElementChild);
      const at = all.findIndex((button) => button === document.activeElement);
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
      if (to === undefined || at < 0) return;
      event.preventDefault();
      const button = all[Math.max(0, Math.min(to, all.length - 1))];
      if (!(button instanceof HTMLElement)) return;
      button.focus();
      arrived(button);
    };
    list.addEventListener('keydown', key);
    return () => list.removeEventListener('keydown', key);
  };
}
