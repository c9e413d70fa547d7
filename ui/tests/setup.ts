import { cleanup } from '@testing-library/svelte';
import { afterEach, beforeEach } from 'vitest';
import { speak } from '../src/words/words.svelte';

// jsdom has no modal dialogs and no popovers: this is as much of them as the screens use.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};
HTMLElement.prototype.hidePopover = () => undefined;

beforeEach(() => speak('en'));
afterEach(cleanup);
