import svelte from 'eslint-plugin-svelte';
import tseslint from 'typescript-eslint';
import config from './svelte.config.js';

const elsewhere = {
  paths: [],
  patterns: [{ group: ['@tauri-apps/*'], message: 'Only host/tauri.ts speaks to the shell.' }],
};

const noInlineStyle = {
  selector: 'SvelteAttribute[key.name="style"]',
  message:
    'The content security policy refuses inline styles: use a class and the style block of the component.',
};
const noStyleDirective = {
  selector: 'SvelteStyleDirective',
  message:
    'The content security policy refuses inline styles: use a class and the style block of the component.',
};

const noLookUp = {
  selector: 'MemberExpression[property.name=/^(getElementById|querySelector(All)?)$/]',
  message: 'No element is looked for: bind it, or name it as a focus target (state/focus.ts).',
};
const notDisabled = {
  selector: 'SvelteAttribute[key.name="disabled"]',
  message:
    'What is disabled loses the focus, and nobody finds out why it is: use aria-disabled, and do nothing.',
};
const noFixedId = {
  selector: 'SvelteAttribute[key.name="id"][value.length=1] > SvelteLiteral.value[value!="content"]',
  message: 'A fixed id stands on the page once only: make it of $props.id().',
};

export default tseslint.config(
  { ignores: ['dist', 'dist-browser', 'src/styles/icons.ts', 'src/host/contract.ts', 'src/words/ids.ts'] },
  ...tseslint.configs.strict,
  ...svelte.configs['flat/recommended'],
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser, svelteConfig: config } },
  },
  {
    files: ['src/**'],
    rules: {
      'no-console': 'error',
      'no-restricted-imports': ['error', elsewhere],
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'Only host/http.ts may open a connection.' },
        { name: 'XMLHttpRequest', message: 'Only host/http.ts may open a connection.' },
        { name: 'WebSocket', message: 'The window opens no connection.' },
        { name: 'localStorage', message: 'The window keeps nothing.' },
        { name: 'sessionStorage', message: 'The window keeps nothing.' },
        { name: 'indexedDB', message: 'The window keeps nothing.' },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'document', property: 'cookie', message: 'The window keeps nothing.' },
        { object: 'window', property: 'fetch', message: 'Only host/http.ts may open a connection.' },
        { object: 'globalThis', property: 'fetch', message: 'Only host/http.ts may open a connection.' },
        { object: 'window', property: 'localStorage', message: 'The window keeps nothing.' },
        { object: 'window', property: 'sessionStorage', message: 'The window keeps nothing.' },
      ],
      'no-restricted-syntax': ['error', noInlineStyle, noStyleDirective, noLookUp, noFixedId, notDisabled],
      'max-lines': ['error', { max: 250 }],
      'svelte/no-at-html-tags': 'error',
      'svelte/no-inline-styles': ['error', { allowTransitions: false }],
      // Lists here are replaced as a whole by each answer; order is the answer's.
      'svelte/require-each-key': 'error',
    },
  },
  { files: ['src/host/tauri.ts'], rules: { 'no-restricted-imports': 'off' } },
  // The page it is served in has a place for its token.
  { files: ['src/host/http.ts'], rules: { 'no-restricted-globals': 'off', 'no-restricted-syntax': 'off' } },
  // Where the app is put, and what the page came with.
  { files: ['src/main.ts'], rules: { 'no-restricted-syntax': 'off' } },
);
