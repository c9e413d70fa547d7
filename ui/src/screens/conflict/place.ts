import type { DoorPath } from '../../host/contract';

/** Where something is done, for whoever is asked to do it. */
export const placeOf = (path: DoorPath): 'exchange' | 'on-premises' =>
  path === 'on-premises' || path === 'synchronisation' ? 'on-premises' : 'exchange';
