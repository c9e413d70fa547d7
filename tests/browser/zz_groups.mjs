import { test } from 'node:test';
import { by, shown, startApp } from './harness.mjs';
const SALES = '[data-testid=my-group]:has-text("Sales NL")';
for (const lang of ['en', 'nl'])
  for (const colorScheme of ['light', 'dark'])
    test(`${lang} ${colorScheme}`, async (t) => {
      const app = await startApp(t, { options: ['--practice=owner', '--lang', lang], context: { colorScheme } });
      const page = await app.open();
      await by(page, 'nav-groups').click();
      await by(page, 'groups-again').waitFor();
      await page.locator(SALES).click();
      for (const [width, height] of [[1180, 800], [900, 700], [640, 480], [320, 640]]) {
        await page.setViewportSize({ width, height });
        await page.screenshot({ path: `/tmp/h2-pictures/my-groups-${lang}-${colorScheme}-${width}x${height}.png`, fullPage: false });
      }
      await page.setViewportSize({ width: 640, height: 480 });
      await page.evaluate(() => (document.querySelector('main').scrollTop = 400));
      await page.screenshot({ path: `/tmp/h2-pictures/my-groups-${lang}-${colorScheme}-640x480-scrolled.png` });
      await page.setViewportSize({ width: 320, height: 640 });
      await page.evaluate(() => (document.querySelector('main').scrollTop = 700));
      await page.screenshot({ path: `/tmp/h2-pictures/my-groups-${lang}-${colorScheme}-320x640-scrolled.png` });
      await page.setViewportSize({ width: 1180, height: 800 });
      await by(page, 'guest-row').nth(2).click();
      await shown(page, 'verdict');
      await shown(page, 'back-to-groups');
      await page.screenshot({ path: `/tmp/h2-pictures/guest-from-group-${lang}-${colorScheme}.png` });
    });
test('stopped and running', async (t) => {
  const fault = { method: 'POST', path: '/$batch', nth: 1, do: 'status', status: 429, retryAfter: '20' };
  const app = await startApp(t, { options: ['--practice=owner', '--lang', 'nl'], faults: [fault] });
  const page = await app.open();
  await page.setViewportSize({ width: 1180, height: 800 });
  await by(page, 'nav-groups').click();
  await shown(page, 'my-group');
  await page.screenshot({ path: `/tmp/h2-pictures/my-groups-running-nl.png` });
  await by(page, 'groups-stop').click();
  await by(page, 'groups-go-on').waitFor();
  await page.screenshot({ path: `/tmp/h2-pictures/my-groups-stopped-nl.png` });
});
