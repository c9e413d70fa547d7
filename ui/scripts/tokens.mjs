// Makes src/styles/tokens.css, icons.svg and icons.ts of Fluent 2's tokens and icons: only those in use.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const themes = require('@fluentui/tokens');
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const styles = join(root, 'src/styles');

/** All style there is: the shared files, and the blocks of the components. */
const css = readdirSync(join(root, 'src'), { recursive: true })
  .filter((name) => (name.endsWith('.css') && !name.endsWith('tokens.css')) || name.endsWith('.svelte'))
  .map((name) => readFileSync(join(root, 'src', name), 'utf8'))
  .join('\n');
const own = new Set([...css.matchAll(/(--[a-z][\w-]*)\s*:/gi)].map((hit) => hit[1]));
const used = [...new Set([...css.matchAll(/var\((--[a-z]\w*)/gi)].map((hit) => hit[1]))]
  .filter((name) => !own.has(name))
  .map((name) => name.slice(2))
  .sort();

function block(theme, base) {
  const lines = used
    .filter((name) => !base || base[name] !== theme[name])
    .map((name) => {
      if (theme[name] === undefined) throw new Error(`no such token: ${name}`);
      return `  --${name}: ${theme[name]};`;
    });
  return lines.join('\n');
}
const { webLightTheme, webDarkTheme, teamsHighContrastTheme } = themes;
const indent = (text) => text.replace(/^/gm, '  ');
writeFileSync(
  join(styles, 'tokens.css'),
  `/* Made by scripts/tokens.mjs from @fluentui/tokens. Do not edit. */
:root {
  color-scheme: light dark;
${block(webLightTheme)}
}
@media (prefers-color-scheme: dark) {
  :root {
${indent(block(webDarkTheme, webLightTheme))}
  }
}
@media (prefers-contrast: more) and (prefers-color-scheme: dark), (forced-colors: active) {
  :root {
${indent(block(teamsHighContrastTheme, webLightTheme))}
  }
}
`,
);

const wanted = readFileSync(join(root, 'scripts/icons.txt'), 'utf8').split(/\s+/).filter(Boolean).sort();
const folder = join(dirname(require.resolve('@fluentui/svg-icons/package.json')), 'icons');
const rows = wanted.map((name) => {
  const svg = readFileSync(join(folder, `${name}.svg`), 'utf8');
  const box = /viewBox="0 0 (\d+) \d+"/.exec(svg)?.[1];
  const paths = [...svg.matchAll(/<path d="([^"]+)"/g)].map((hit) => hit[1]);
  const shapes = [...svg.matchAll(/<(\w+)/g)].map((hit) => hit[1]);
  if (!box || paths.length === 0 || shapes.some((shape) => shape !== 'svg' && shape !== 'path')) {
    throw new Error(`${name} is not made of paths alone`);
  }
  return `<symbol id="${name}" viewBox="0 0 ${box} ${box}"><path d="${paths.join(' ')}"/></symbol>`;
});
// In the page, not in the script: a browser reads a drawing there without running anything.
writeFileSync(join(styles, 'icons.svg'), `<svg hidden aria-hidden="true">${rows.join('')}</svg>\n`);
writeFileSync(
  join(styles, 'icons.ts'),
  `// Made by scripts/tokens.mjs from @fluentui/svg-icons (MIT). Do not edit.
/** A drawing of icons.svg; the number in its name is its size in px. */
export type IconName =
${wanted.map((name) => `  | '${name}'`).join('\n')};
`,
);
