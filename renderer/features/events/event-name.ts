import type { CaseEventRecord } from '../../../shared/events/index.ts';
import type { Translator } from '../../../shared/i18n/index.ts';

/** What the rulebook calls an event, as it stands at the head of a line. */
export function eventName(event: CaseEventRecord['event'], t: Translator): string {
  const words = t(`rulebook:event-${event}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
