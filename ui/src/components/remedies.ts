import type { RemedyKindView } from '../host/contract';
import type { IconName } from '../styles/icons';

/** Each remedy's icon. */
export const remedyIcons: Record<RemedyKindView, IconName> = {
  'resolve-conflict': 'person_arrow_right_24_regular',
  'set-mail': 'mail_checkmark_24_regular',
  'keep-one-address': 'text_align_left_24_regular',
  'remove-and-invite': 'person_delete_24_regular',
};

/** Whether a name is that of a remedy. */
export const isRemedy = (name: string | undefined): name is RemedyKindView =>
  name !== undefined && Object.hasOwn(remedyIcons, name);
