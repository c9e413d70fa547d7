import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepFocus } from '../src/state/kept-focus';

/** The page, by what it says. */
function page(html: string): void {
  document.body.innerHTML = html;
}
function there(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`no ${id}`);
  return element;
}
/** Long enough for those who know better. */
const paused = () => new Promise((done) => setTimeout(done, 150));
const now = () => document.activeElement?.id ?? '';

describe('Focus whose element goes', () => {
  let end: () => void;
  beforeEach(() => {
    end = keepFocus(document.body);
  });
  afterEach(() => {
    end();
    page('');
  });

  it('goes on at the next control', async () => {
    page('<main><p id="notice"><button id="close"></button></p><button id="next"></button></main>');
    there('close').focus();
    there('notice').remove();
    await paused();
    expect(now()).toBe('next');
  });

  it('goes on at the one before, where nothing follows in that part of the page', async () => {
    page('<main><button id="before"></button><button id="gone"></button></main><nav><button></button></nav>');
    there('gone').focus();
    there('gone').remove();
    await paused();
    expect(now()).toBe('before');
  });

  it('goes on at what came in its place, at its heading first', async () => {
    page('<main><p>lead</p><button id="gone"></button><button id="later"></button></main>');
    const gone = there('gone');
    gone.focus();
    gone.insertAdjacentHTML(
      'afterend',
      '<section><h2 id="new" tabindex="-1"></h2><button></button></section>',
    );
    gone.remove();
    await paused();
    expect(now()).toBe('new');
  });

  it('goes on where all of it stood, when what it stood in goes after it', async () => {
    page('<main><section id="card"><button id="gone"></button></section><button id="next"></button></main>');
    there('gone').focus();
    there('gone').remove();
    there('card').remove();
    await paused();
    expect(now()).toBe('next');
  });

  it('comes back to an element that was only moved', async () => {
    page('<main id="content"><button id="moved"></button><p id="last"></p></main>');
    const moved = there('moved');
    moved.focus();
    there('content').append(moved);
    moved.blur();
    await paused();
    expect(now()).toBe('moved');
  });

  it('leaves out what cannot be pressed', async () => {
    page('<main><button id="gone"></button><button disabled></button><button id="next"></button></main>');
    there('gone').focus();
    there('gone').remove();
    await paused();
    expect(now()).toBe('next');
  });

  it('stays within an open dialog', async () => {
    page(
      '<main><button id="page"></button></main><dialog open><button id="gone"></button><h2 id="title" tabindex="-1"></h2></dialog>',
    );
    there('gone').focus();
    there('gone').remove();
    await paused();
    expect(now()).toBe('title');
  });

  it('is left to whoever knows better', async () => {
    page('<main><button id="gone"></button><button id="next"></button><button id="better"></button></main>');
    there('gone').focus();
    there('gone').remove();
    setTimeout(() => there('better').focus(), 20);
    await paused();
    expect(now()).toBe('better');
  });

  it('is not brought back to somebody who left', async () => {
    page('<main><p id="words"></p><button id="gone"></button><button id="next"></button></main>');
    const gone = there('gone');
    gone.focus();
    gone.blur();
    there('words').click();
    gone.remove();
    await paused();
    expect(document.activeElement).toBe(document.body);
  });
});
