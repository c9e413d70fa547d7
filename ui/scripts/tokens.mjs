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
/** What is ours and differs between light and dark. What follows from another value stands in base.css. */
const ours = {
  // The status red of the dark theme is too dark for small words.
  error: ['var(--colorStatusDangerForeground1)', 'var(--colorPaletteRedForeground1)'],
  'practice-ground': [
    'color-mix(in srgb, var(--colorPaletteMarigoldBackground2) 55%, white)',
    'var(--colorPaletteMarigoldBackground1)',
  ],
  'practice-edge': ['var(--colorPaletteMarigoldBorder2)', 'var(--colorPaletteMarigoldForeground2)'],
};
const oursIn = (theme) =>
  Object.entries(ours)
    .map(([name, values]) => `  --${name}: ${values[theme]};`)
    .join('\n');
const own = new Set([
  ...Object.keys(ours).map((name) => `--${name}`),
  ...[...css.matchAll(/(--[a-z][\w-]*)\s*:/gi)].map((hit) => hit[1]),
]);
const used = [
  ...new Set(
    [...`${css} ${Object.values(ours).join(' ')}`.matchAll(/var\((--[a-z][\w-]*)/gi)].map((hit) => hit[1]),
  ),
]
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
const dark = `${block(webDarkTheme, webLightTheme)}\n${oursIn(1)}`;
const highContrast = block(teamsHighContrastTheme, webLightTheme);
/** A choice of the settings (`data-theme`) comes before what the system says; forced colours come before both. */
const inDark = (query, lines) => `@media ${query ? `${query} and ` : ''}(prefers-color-scheme: dark) {
  :root:not([data-theme='light']) {
${indent(lines)}
  }
}`;
writeFileSync(
  join(styles, 'tokens.css'),
  `/* Made by scripts/tokens.mjs from @fluentui/tokens. Do not edit. */
:root {
  color-scheme: light dark;
${block(webLightTheme)}
${oursIn(0)}
}
:root[data-theme='light'] {
  color-scheme: light;
}
${inDark('', dark)}
:root[data-theme='dark'] {
  color-scheme: dark;
${dark}
}
${inDark('(prefers-contrast: more)', highContrast)}
@media (prefers-contrast: more) {
  :root[data-theme='dark'] {
${indent(highContrast)}
  }
}
@media (forced-colors: active) {
  :root:is(:root, [data-theme]) {
${indent(highContrast)}
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
