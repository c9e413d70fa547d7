import type { RemedyKind } from '../host/contract';
import type { IconName } from '../styles/icons';

/** Each remedy's icon. */
export const remedyIcons: Record<RemedyKind, IconName> = {
  'resolve-conflict': 'person_arrow_right_24_regular',
  invite: 'person_mail_24_regular',
  restore: 'history_24_regular',
  'resend-invitation': 'person_mail_24_regular',
  'add-to-group': 'people_community_20_regular',
  'set-mail': 'mail_checkmark_24_regular',
  'keep-one-address': 'text_align_left_24_regular',
  'renew-membership': 'people_community_20_regular',
  'reset-redemption': 'person_swap_20_regular',
  'remove-and-invite': 'person_delete_24_regular',
};
