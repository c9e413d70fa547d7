// A browser without a screen: loads pages, fills in their forms, follows them; no script, no cookies.

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const decoded = (text) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => ENTITIES[name]);

function attributes(text) {
  const found = {};
  for (const [, name, value] of text.matchAll(/([\w-]+)(?:="([^"]*)")?/g)) found[name] = decoded(value ?? '');
  return found;
}

/** What kind of page it is, what it complains about, and its forms. */
function read(text) {
  const page = { kind: null, error: '', forms: [] };
  page.error = decoded(text.match(/id="error">(.*?)<\/div>/s)?.[1].replace(/<[^>]*>/g, '') ?? '');
  for (const [, tag, rest] of text.matchAll(/<(main|form|input|button)\b([^>]*)>/g)) {
    const has = attributes(rest);
    if (tag === 'main') page.kind = has['data-page'];
    if (tag === 'form') page.forms.push({ action: has.action, fields: {}, buttons: {} });
    const form = page.forms.at(-1);
    if (tag === 'input' && has.type !== 'checkbox') form.fields[has.name] = has.value ?? '';
    if (tag === 'button') form.buttons[has.id] = has;
  }
  return page;
}

export class FormBrowser {
  seen = [];

  constructor(base) {
    this.base = base;
  }

  async open(url) {
    await this.#take(await fetch(url, { redirect: 'manual' }), url);
    return this;
  }

  /** Presses the button with this id, once the fields hold what is typed. */
  async press(button, typed = {}) {
    const form = this.page.forms.find((one) => button in one.buttons);
    if (!form) throw new Error(`the page ${this.page.kind} has no button ${button}`);
    const pressed = form.buttons[button];
    const fields = { ...form.fields, ...typed };
    if (pressed.name) fields[pressed.name] = pressed.value;
    const url = new URL(form.action, this.url).href;
    const answer = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });
    await this.#take(answer, url);
    return this;
  }

  async #take(answer, from) {
    let url = from;
    while (answer.status >= 300 && answer.status < 400) {
      url = new URL(answer.headers.get('location'), url).href;
      answer = await fetch(url, { redirect: 'manual' });
    }
    this.url = url;
    this.page = read(await answer.text());
    this.seen.push(this.page.kind);
  }

  /** All the way through, whatever pages come. */
  async signIn(userName, accept = true) {
    for (let step = 0; step < 12; step += 1) {
      const { kind, error } = this.page;
      if (kind === 'account' && !error) await this.press('next', { username: userName });
      else if (kind === 'proof') await this.press('approve');
      else if (kind === 'confirm' || kind === 'consent') await this.press(accept ? 'accept' : 'cancel');
      else if (kind === 'post-back') await this.press('next');
      else return this;
    }
    throw new Error(`the pages never end; the last is ${this.page.kind}`);
  }
}
