import type { Contract } from './contract.mjs';

export interface Family {
  type: string;
  by?: string;
  given?: string[];
  without?: string[];
}
export interface Sentence {
  variables: Set<string>;
  choices: [variable: string, keys: string[]][];
  unguarded: Set<string>;
}
export const families: Record<string, Family>;
export function compareWithCodes(
  sentences: Map<string, Sentence>,
  contract: Contract,
  named: ReadonlySet<string>,
  wanted?: Record<string, Family>,
): { complaints: string[]; belonging: (id: string) => { family: string } | null };
