import type { GuestReport } from '../../host/contract';

/** Where group mail goes, as far as the verdict says; nothing where it has nowhere to go. */
export const mainAddress = ({ cause }: GuestReport): string | null =>
  'primary' in cause && typeof cause.primary === 'string' ? cause.primary : null;
