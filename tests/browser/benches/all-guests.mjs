// How long the list of all guests takes to answer, of a hundred thousand guests, in milliseconds: from a keystroke in
// the filter, or a press on the head of a column, until the rows on screen are others, and until they are painted.
// Measured and not tested: what it takes depends on what else the computer does.
//
//   npm run bench

import { by, shown, startApp } from '../harness.mjs';

const COUNT = 100_000;
const first = [
  'Sofie',
  'Anna',
  'José',
  'Zoë',
  'Bart',
  'Łukasz',
  'Mehmet',
  'Renée',
  'Ingrid',
  'Pieter',
  'Ömer',
];
const last = [
  'de Vries',
  'Jansen',
  'Müller',
  'Kowalska',
  'Østergaard',
  'Bakker',
  'O’Neill',
  'Dubois',
  'García',
];
const causes = [
  'main-address-missing',
  'owned-by-contact',
  'no-address',
  'blocked-as-well',
  'invitation-open',
];

/** Always the same guests, in no order. */
function guest(_, at) {
  const nth = (at * 61_417) % COUNT;
  const displayName = `${first[nth % first.length]} ${last[nth % last.length]} ${nth}`;
  const address = `${first[nth % first.length].toLowerCase()}.${nth}@partner${nth % 300}.example`;
  return {
    ...{ id: `g${at}`, displayName, address, typed: address, cause: causes[nth % causes.length] },
    ...{
      inTheWay: nth % 5 === 1 ? `${displayName} (contact)` : null,
      groups: [`Group ${nth % 800}`, 'Sales'],
    },
    guestSince: new Date(Date.UTC(2020, 0, 1) + nth * 1_000_000).toISOString(),
    ...{ new: nth % 7 === 0, together: nth % 5 === 0 ? 'set-mail' : null, repaired: false },
  };
}
const survey = {
  ...{ id: 's1', depth: 'quick', phase: 'done', way: 'candidates' },
  ...{ startedAt: '2026-11-22T21:39:00Z', seenAt: '2026-11-22T21:40:00Z', seconds: 41 },
  ...{ total: 4 * COUNT, read: COUNT, found: COUNT, examined: COUNT },
  ...{ secondsLeft: null, wait: null, problem: null, since: null },
};

/** Acts in the page, as somebody does who types or presses, until what came of it is painted. */
const act = (page, [id, text]) =>
  page.evaluate(
    async ([id, text]) => {
      const element = document.querySelector(`[data-testid="${id}"]`);
      const before = performance.now();
      if (text === null) element.click();
      else {
        element.value = text;
        element.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
      // What was laid out is painted before the task that follows the frame.
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      return performance.now() - before;
    },
    [id, text],
  );

/** What the acts take: the page's own processor time, and until it is painted by the clock on the wall. */
async function measured(page, acts) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * metrics.find(({ name }) => name === 'TaskDuration').value;
  };
  const [processor, wall] = [[], []];
  for (const one of acts) {
    const before = await busy();
    wall.push(await act(page, one));
    processor.push((await busy()) - before);
  }
  await session.detach();
  return `processor ${told(processor)}; painted after ${told(wall)}`;
}
const told = (all) => {
  const sorted = all.map((it) => Math.round(it)).sort((a, b) => a - b);
  return `${sorted[Math.floor(sorted.length / 2)]} (${sorted[0]} to ${sorted.at(-1)})`;
};

const ends = [];
try {
  const app = await startApp({ after: (end) => ends.push(end) }, { options: ['--practice=user-admin'] });
  const page = await app.open();
  await shown(page, 'guest-address');
  let asked = 0;
  await page.route('**/command/survey', async (route) => {
    asked += 1;
    if (asked > 1) return;
    const guests = Array.from({ length: COUNT }, guest);
    await route.fulfill({ json: { sequence: 1, survey, guests, more: false } });
  });
  await by(page, 'nav-all-guests').click();
  await shown(page, 'guest-row');

  const keystrokes = ['m', 'mü', 'mül', 'müll', 'mül', 'mü', 'm', '', 'a', 'an', '', '9', '99', '9', ''];
  const typed = keystrokes.map((text) => ['all-guests-filter', text]);
  console.log(`a keystroke: ${await measured(page, typed)}`);
  const sorts = ['address', 'inTheWay', 'groups', 'guestSince'].map((column) => [`sort-${column}`, null]);
  console.log(`a sort by another column: ${await measured(page, sorts)}`);
  console.log(`by a column once more: ${await measured(page, sorts)}`);
  const turned = [`sort-displayName`, `sort-displayName`].map((id) => [id, null]);
  console.log(`one way and the other: ${await measured(page, turned)}`);
} finally {
  for (const end of ends) await end();
}
