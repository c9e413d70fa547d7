import type { AccountView, Problem, RemedyKind } from '../host/contract';

/** What Microsoft can be asked so that a problem goes away. */
export type RecoveryAction =
  | { command: 'prove'; words: 'prove' | 'sign-in-again' }
  | { command: 'permit'; words: 'permit'; remedy: RemedyKind };

/**
 * None for most problems, and none with the Azure CLI: nobody can be asked there. In the practice organisation a
 * permission can be, and nothing else.
 */
export function recoveryFor(problem: Problem, account: AccountView | null): RecoveryAction | null {
  if (account?.tenant === 'practice' && problem.code !== 'permission-missing') return null;
  if (!account || account.way === 'azure-cli') return null;
  switch (problem.code) {
    case 'more-proof':
      return { command: 'prove', words: 'prove' };
    case 'not-signed-in':
    case 'sign-in-expired':
      return { command: 'prove', words: 'sign-in-again' };
    case 'permission-missing':
      return { command: 'permit', words: 'permit', remedy: problem.remedy };
    default:
      return null;
  }
}
