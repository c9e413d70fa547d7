import type { DoorPath } from '../../host/contract';

/** Whose desk something is done at. */
export const deskOf = (path: DoorPath): 'exchange' | 'on-premises' =>
  path === 'on-premises' || path === 'synchronisation' ? 'on-premises' : 'exchange';
