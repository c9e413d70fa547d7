import { cleanup } from '@testing-library/svelte';
import { afterEach } from 'vitest';

// jsdom has no modal dialogs and no popovers: this is as much of them as the screens use.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};
HTMLElement.prototype.hidePopover = () => undefined;
// Nor does it scroll.
Element.prototype.scrollIntoView = () => undefined;

afterEach(cleanup);
