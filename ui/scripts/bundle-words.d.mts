import type { Plugin } from 'vite';
export function bundleWords(folder: string): Plugin;
