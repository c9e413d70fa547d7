import type { BatchGuest, BatchPlanView, PlanNote, Problem, WhyLeftOut } from '../../host/contract';
import type { IconName } from '../../styles/icons';
import { list, say, translateCode } from '../../words/words.svelte';
import { outcomes } from '../change/outcome';

/** How many guests are named where something is so for several of them. */
const NAMED = 3;

interface Sign {
  readonly tone: string;
  readonly icon: IconName;
  readonly words: string;
}

/** How a guest of a batch stands: shape, word and colour, never colour alone. */
export function signOf(guest: BatchGuest): Sign {
  if (guest.leftOut)
    return { tone: 'neutral', icon: 'subtract_16_regular', words: say('batch-guest-left-out') };
  if (guest.outcome) {
    const [tone, icon] = outcomes[guest.outcome];
    const words =
      guest.outcome === 'done'
        ? say('outcome-done', { what: 'other', name: '' })
        : say(`outcome-${guest.outcome}`);
    return { tone, icon, words };
  }
  if (guest.running)
    return { tone: 'brand', icon: 'spinner_ios_20_regular', words: say('batch-guest-running') };
  return { tone: 'neutral', icon: 'circle_20_regular', words: say('batch-guest-waiting') };
}

/** Why nothing became of it, in one sentence; nothing where there is no reason to tell. */
export function whyOf({ leftOut, problem }: BatchGuest): string | null {
  if (leftOut) return translateCode('left-out', leftOut);
  return problem && titleOf(problem);
}

const titleOf = (problem: Problem): string =>
  problem.code === 'sign-in-refused'
    ? say(`sign-in-reason-${problem.reason}`)
    : translateCode('problem', problem);

/** The drawing beside the reason why somebody is left out. */
export const leftOutIcons: Record<WhyLeftOut['code'], IconName> = {
  'nothing-to-repair': 'checkmark_16_regular',
  'address-owned': 'contact_card_20_regular',
  'several-addresses': 'info_16_regular',
  'invited-not-certain': 'info_16_regular',
  'does-not-fit': 'info_16_regular',
  synced: 'building_20_regular',
  'not-allowed': 'shield_20_regular',
  protected: 'lock_closed_20_regular',
  gone: 'subtract_16_regular',
  'not-read': 'question_circle_20_filled',
  'changed-since': 'info_16_regular',
};

/** What is to be known of guests, and of whom. */
export interface Warning {
  readonly code: PlanNote['code'];
  readonly text: string;
  readonly names: string;
}

/** What names each guest's own address is said of several without it: their addresses stand beside them already. */
const ofSeveral: Partial<Record<PlanNote['code'], 'batch-note-sharepoint' | 'batch-note-sign-in'>> = {
  'sharepoint-removed-address': 'batch-note-sharepoint',
  'sign-in-address': 'batch-note-sign-in',
};

/** Each warning once, with those whom it is about. What the way back says already is not said again. */
export function warningsOf({ guests, undo }: BatchPlanView): Warning[] {
  const all = new Map<string, { code: PlanNote['code']; texts: Set<string>; names: Map<string, string> }>();
  for (const guest of guests) {
    for (const note of guest.warnings) {
      const { code } = note;
      if (undo === 'impossible' && code === 'mail-cannot-be-emptied') continue;
      const text = translateCode('plan-note', note);
      const key = ofSeveral[code] ?? text;
      const said = all.get(key) ?? { code, texts: new Set(), names: new Map() };
      said.texts.add(text);
      said.names.set(guest.id, guest.displayName);
      all.set(key, said);
    }
  }
  return [...all.values()].map(({ code, texts, names }) => {
    const shared = names.size > 1 && texts.size > 1 ? ofSeveral[code] : undefined;
    return { code, text: shared ? say(shared) : [...texts].join(' '), names: named([...names.values()]) };
  });
}

function named(names: string[]): string {
  if (names.length <= NAMED) return list(names);
  return say('survey-groups-more', { first: names.slice(0, NAMED).join(', '), count: names.length - NAMED });
}
