import type { Commands, Problem } from './contract';

/** Whoever answers the window's questions: the shell, or the development host. Rejects with a `Problem`. */
export interface Host {
  call<K extends keyof Commands>(name: K, ask: Commands[K]['ask']): Promise<Commands[K]['answer']>;
}

/** The question without parameters. */
export const nothing: Commands['status']['ask'] = {};

/** A fresh id by which a question can be stopped. */
export function freshTicket(): string {
  return crypto.randomUUID();
}

/**
 * What was thrown, as a problem. Anything that is none is a fault of the app itself, which the bridge never heard of:
 * this is the only problem that is made in the page.
 */
export function asProblem(thrown: unknown): Problem {
  if (typeof thrown === 'object' && thrown !== null && 'kind' in thrown && 'code' in thrown) {
    return thrown as Problem;
  }
  return {
    kind: 'internal',
    code: 'internal',
    changed: 'unknown',
    reference: {
      status: null,
      code: null,
      message: thrown instanceof Error ? thrown.message : String(thrown),
      requestId: null,
      correlationId: null,
      at: null,
    },
    voidsPlan: false,
    // Whatever was under way may have been done.
    outdatesReport: true,
    searchInstead: [],
  };
}
