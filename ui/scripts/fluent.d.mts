import type { Pattern, Resource } from '@fluent/syntax';

export function parse(source: string): Resource;
export function visitor(pattern: Pattern): {
  variables: Set<string>;
  choices: [variable: string, keys: string[]][];
  unguarded: Set<string>;
  text: string;
};
