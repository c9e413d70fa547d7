import { test } from 'node:test';
import { by, find, shown, startApp } from './harness.mjs';
const SALES = JSON.parse((await import('node:fs')).readFileSync(new URL('../../crates/practice/scenarios/contoso.json', import.meta.url), 'utf8')).groups.find((g) => g.displayName === 'Sales NL').id;
for (const [lang, scheme, width] of [['en','light',1180],['nl','dark',1180],['nl','light',320],['en','dark',760]]) {
  test(`${lang} ${scheme} ${width}`, async (t) => {
    const app = await startApp(t, { options: ['--practice=global-admin', '--lang', lang] });
    const page = await app.open();
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    await shown(page, 'guest-address');
    await find(page, 'pieter@northwindtraders.com', SALES);
    await by(page, 'trace-messages').click();
    await by(page, 'trace-read').waitFor();
    await by(page, 'trace').scrollIntoViewIfNeeded();
    await page.screenshot({ path: `/tmp/shots/trace-${lang}-${scheme}-${width}.png`, fullPage: true });
    await by(page, 'trace').screenshot({ path: `/tmp/shots/tracecard-${lang}-${scheme}-${width}.png` });
  });
}
