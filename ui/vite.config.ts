import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import type { Plugin } from 'vite';
import { withNoStart } from './scripts/no-start.mjs';

/** The development host puts its one-time token where `host/http.ts` looks for it. The shell has no such thing. */
function tokenPlace(): Plugin {
  return {
    name: 'token-place',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { name: 'host-token', content: '' }, injectTo: 'head-prepend' },
    ],
  };
}

/** The icons stand in the page once, and are drawn from there. */
function iconsInPage(file: string): Plugin {
  return {
    name: 'icons-in-page',
    transformIndexHtml: (html) => html.replace('<body>', `<body>\n    ${readFileSync(file, 'utf8').trim()}`),
  };
}

/** The one sentence that must be there when no words can be had, once in each language. */
function noStartInPage(): Plugin {
  return { name: 'no-start-in-page', transformIndexHtml: withNoStart };
}

export default defineConfig(({ mode }) => {
  const browser = mode === 'browser';
  const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  return {
    plugins: [
      svelte(),
      noStartInPage(),
      iconsInPage(here('./src/styles/icons.svg')),
      ...(mode === 'test' ? [svelteTesting()] : []),
      ...(browser ? [tokenPlace()] : []),
    ],
    resolve: {
      // One host is in a build, never both.
      alias: { '#host': here(browser ? './src/host/http.ts' : './src/host/tauri.ts') },
    },
    build: {
      outDir: browser ? 'dist-browser' : 'dist',
      target: 'es2022',
      // The policy allows no data: addresses and no inline script.
      assetsInlineLimit: 0,
      modulePreload: false,
      cssCodeSplit: false,
    },
    test: {
      environment: 'jsdom',
      include: ['tests/**/*.test.ts'],
      setupFiles: ['tests/setup.ts'],
      // In milliseconds. A story takes about one second on a busy computer.
      testTimeout: 30_000,
    },
  };
});
