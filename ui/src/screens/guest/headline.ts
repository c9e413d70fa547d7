import type { GuestReport, Verdict } from '../../host/contract';
import type { IconName } from '../../styles/icons';
import { fullName } from '../../components/people';
import { say } from '../../words/words.svelte';

/** The one sentence: the verdict, said of somebody. */
export function headline(report: GuestReport): string {
  const about = { name: fullName(report), searched: report.searched, group: report.group ?? '' };
  const { cause } = report;
  if (cause.code === 'no-address' && cause.missing === 'only-proxy-is-missing')
    return say('headline-no-address-proxy-missing', about);
  switch (cause.code) {
    case 'main-addresses-differ':
    case 'members-hidden':
    case 'internal-guest':
    case 'address-of-group':
    case 'own-domain':
      return say(`headline-${cause.code}`, about);
    default:
  }
  return say(`headline-${report.verdict}`, about);
}

export type Tone = 'error' | 'warning' | 'ok' | 'info' | 'neutral';

const tones: Record<Verdict, Tone> = {
  misconfigured: 'error',
  conflict: 'error',
  'no-address': 'error',
  'guest-access-off': 'error',
  'not-member': 'error',
  'mail-elsewhere': 'warning',
  blocked: 'warning',
  deleted: 'warning',
  'cannot-tell': 'warning',
  pending: 'info',
  ambiguous: 'info',
  'not-a-guest': 'info',
  // Nothing is wrong with anybody.
  'not-found': 'neutral',
  healthy: 'ok',
};

/** Every verdict there is, what is wrong first. */
export const verdicts = Object.keys(tones) as readonly Verdict[];

/** How a verdict looks. */
export const toneOf = (verdict: Verdict): Tone => tones[verdict];

/** The icon of a tone. */
export const iconOf: Record<Tone, IconName> = {
  error: 'error_circle_20_filled',
  warning: 'warning_20_filled',
  ok: 'checkmark_circle_20_filled',
  info: 'info_20_filled',
  neutral: 'info_20_filled',
};
