export interface Unwanted {
  word: string;
  pattern: RegExp;
  ids: string[];
}
export function unwanted(style: string, language: string): Unwanted[] | null;
export function misused(
  sentences: Map<string, { text: string }>,
  words: Unwanted[],
  screen?: boolean,
): string[];
