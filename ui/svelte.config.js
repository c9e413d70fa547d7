import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

export default {
  preprocess: vitePreprocess(),
  // Styles live in src/look, so no component brings its own.
  compilerOptions: { runes: true },
};
