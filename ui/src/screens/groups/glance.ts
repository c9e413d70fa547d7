import type { Glance, ListedGuest } from '../../host/contract';
import type { MyGroups } from '../../state/my-groups.svelte';
import type { IconName } from '../../styles/icons';
import { say } from '../../words/words.svelte';

/** How a guest stands: shape, word and colour, never colour alone. */
export const signs: Record<Glance, readonly [tone: string, icon: IconName]> = {
  'no-mail': ['error', 'error_circle_20_filled'],
  'cannot-tell': ['neutral', 'question_circle_20_filled'],
  attention: ['warning', 'warning_20_filled'],
  'no-fault': ['ok', 'checkmark_circle_20_filled'],
};

/** How they can stand, in the order in which they are listed. */
export const glances = Object.keys(signs) as Glance[];

export const howMany = (guests: readonly ListedGuest[], glance: Glance): number =>
  guests.filter((guest) => guest.glance === glance).length;

interface Sign {
  tone: string;
  icon: IconName;
  words: string;
  spin?: boolean;
}

/** What is said of a group beside its name. */
export function signOf(groups: MyGroups, id: string): Sign {
  const list = groups.list(id)?.list;
  if (groups.isBeingRead(id) && list?.is !== 'read')
    return { tone: 'brand', icon: 'spinner_ios_20_regular', words: say('group-checking'), spin: true };
  if (!list) {
    const words = groups.reading.pending ? say('group-waiting') : say('group-unchecked');
    return { tone: 'neutral', icon: 'clock_20_regular', words };
  }
  if (list.is !== 'read') return { tone: 'warning', icon: 'warning_20_filled', words: say('group-no-list') };
  const worst = glances.find((glance) => howMany(list.guests, glance) > 0);
  // Of whom nothing is shown, nothing is known: that is not "no fault", and not "no guests".
  const unknown = howMany(list.guests, 'cannot-tell') + list.notShown;
  const [tone, icon] = signs[worst ?? 'no-fault'];
  const count = howMany(list.guests, worst ?? 'no-fault');
  if (worst === 'no-mail') return { tone, icon, words: say('group-no-mail', { count }) };
  if (unknown > 0) {
    const [tone, icon] = signs['cannot-tell'];
    return { tone, icon, words: say('group-cannot-tell', { count: unknown }) };
  }
  if (worst === 'attention') return { tone, icon, words: say('group-attention', { count }) };
  if (worst === undefined) return { tone: 'neutral', icon: 'info_20_filled', words: say('group-empty') };
  return { tone, icon, words: say('group-no-fault') };
}
