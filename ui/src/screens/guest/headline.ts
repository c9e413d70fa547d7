import type { GuestReport, VerdictView } from '../../host/contract';
import type { IconName } from '../../styles/icons';
import { fullName } from '../../components/people';
import { tell } from '../../words/words.svelte';

/** The one sentence: the verdict, said of somebody. */
export function headline(report: GuestReport): string {
  const args = { name: fullName(report), searched: report.searched, group: report.group ?? '' };
  if (report.cause.code === 'no-address-proxy-missing')
    return tell('headline-no-address-proxy-missing', args);
  return tell(`headline-${report.verdict}`, args);
}

export type Tone = 'error' | 'warning' | 'ok' | 'info';

const tones: Record<VerdictView, Tone> = {
  healthy: 'ok',
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
  'not-found': 'info',
};

/** How a verdict looks. */
export const toneOf = (verdict: VerdictView): Tone => tones[verdict];

/** The icon of a tone. */
export const iconOf: Record<Tone, IconName> = {
  error: 'error_circle_20_filled',
  warning: 'warning_20_filled',
  ok: 'checkmark_circle_20_filled',
  info: 'info_20_filled',
};
