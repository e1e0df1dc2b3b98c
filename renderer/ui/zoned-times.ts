import type { Translator } from '../../shared/i18n/index.ts';
import { readsAlike, type Instant } from '../../shared/kernel/index.ts';

/** Instants as text in another zone than the person's own. */
export interface ZonedTimes {
  readonly instant: (at: Instant) => string;
  /** An end: midnight is the 24:00 of the day that ended. */
  readonly deadline: (at: Instant) => string;
}

/**
 * Instants in a zone, each with the zone's name where the person's own clock reads otherwise then: beside times of their own,
 * nobody takes the one for the other.
 *
 * @param own the zone in which all else is shown
 */
export function zonedTimes(t: Translator, own: string, zone: string, now: Instant): ZonedTimes {
  const named = (at: Instant, when: string): string =>
    readsAlike(at, zone, own) ? when : t('ui:inZone', { when, zone: t.find(`ui:zone-${zone}`) ?? zone });
  return {
    instant: (at) => named(at, t.format.instant(at, zone, now)),
    deadline: (at) => named(at, t.format.deadline(at, zone, now)),
  };
}
