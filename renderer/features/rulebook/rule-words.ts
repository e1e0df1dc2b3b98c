import type { Rule } from '../../../shared/rulebook/index.ts';
import type { useText } from '../../ui/index.ts';

/** The texts of the screen's language. */
export type Words = ReturnType<typeof useText>;

/** The days a version holds, in words; empty where no source gives any. */
export function spanText({ from, to }: Rule['effective'], t: Words): string {
  if (from === null) return to === null ? '' : t('rulebook:version-until', { to });
  return t('rulebook:version', { from, to: to === null ? '' : t('rulebook:version-to', { to }) });
}

/** Who ships where a rule holds. */
export function fulfilmentText(fulfilment: Rule['fulfilment'], t: Words): string {
  if (fulfilment.length === 0) return t('rulebook:fulfilmentAny');
  return fulfilment.map((who) => t(`rulebook:tryFulfilment-${who}`)).join(' / ');
}
