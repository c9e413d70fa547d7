import { say } from './words.svelte';

/** What a value is called, and the value, in one line: each language has its own space before a colon. */
export const labelled = (label: string, value: string): string => say('label-value', { label, value });

/** Several values in one line, in which commas may stand. */
export const oneAfterAnother = (values: readonly string[]): string =>
  values.length < 2
    ? (values[0] ?? '')
    : values.reduce((first, next) => say('value-after-value', { first, next }));
