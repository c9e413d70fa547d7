import type { AccountView, Problem, RemedyKindView } from '../host/contract';
import { isRemedy } from './remedies';

/** What Microsoft can be asked so that a problem goes away. */
export type RecoveryAction =
  | { command: 'prove'; words: 'prove' | 'sign-in-again' }
  | { command: 'permit'; words: 'permit'; remedy: RemedyKindView };

/** None for most problems, and none in the practice organisation or with the Azure CLI: nobody can be asked there. */
export function recoveryFor(problem: Problem, account: AccountView | null): RecoveryAction | null {
  if (account?.tenant !== 'real' || account.way === 'azure-cli') return null;
  switch (problem.code) {
    case 'more-proof':
      return { command: 'prove', words: 'prove' };
    case 'not-signed-in':
    case 'sign-in-expired':
      return { command: 'prove', words: 'sign-in-again' };
    case 'permission-missing': {
      const { remedy } = problem.args;
      return isRemedy(remedy) ? { command: 'permit', words: 'permit', remedy } : null;
    }
    default:
      return null;
  }
}
