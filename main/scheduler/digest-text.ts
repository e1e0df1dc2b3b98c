import type { Translator } from '../../shared/i18n/index.ts';
import type { DigestCounts } from '../../shared/reminders/index.ts';
import type { Notification } from '../core/context.ts';

const PARTS = ['late', 'today', 'tomorrow', 'toShip', 'look', 'vanishing', 'revisits', 'shops'] as const;

/** What the digest says: numbers, and only those that are not none. A click leads to Today. */
export function digestText(counts: DigestCounts, t: Translator): Notification {
  const parts = PARTS.filter((part) => counts[part] > 0);
  return {
    title: t('reminders:digest.title'),
    body: parts.map((part) => t(`reminders:digest.${part}`, { count: counts[part] })).join(' · '),
    caseId: null,
  };
}
