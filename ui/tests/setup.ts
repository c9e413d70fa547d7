import { cleanup, configure } from '@testing-library/svelte';
import { afterEach } from 'vitest';

// jsdom has no modal dialogs and no popovers: this is as much of them as the screens use.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};
HTMLElement.prototype.hidePopover = function hidePopover() {
  show(this, false);
};
document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('[popovertarget]') : null;
  const popover = document.getElementById(button?.getAttribute('popovertarget') ?? '');
  if (popover) show(popover, popover.style.display !== 'block');
});
function show(popover: HTMLElement, shown: boolean) {
  popover.style.display = shown ? 'block' : '';
  popover.dispatchEvent(Object.assign(new Event('toggle'), { newState: shown ? 'open' : 'closed' }));
}
// Nor is it of any size: a window is as wide as it is drawn for.
window.matchMedia = (media) =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });
// Nor does it scroll.
Element.prototype.scrollIntoView = () => undefined;

// What is waited for comes at once, unless the computer is busy with something else.
configure({ asyncUtilTimeout: 10_000 });

afterEach(cleanup);
