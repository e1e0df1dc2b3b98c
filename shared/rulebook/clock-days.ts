import { findCalendar, type PlatformDays } from '../deadlines/index.ts';
import type { Bilingual } from './format/index.ts';
import { scenarioParts, timeOf } from './look-up.ts';
import type { CasePins, Rulebook } from './types.ts';

/** In which days the clocks of a matter are counted, as `computeClock` takes it. */
export interface ClockDays extends PlatformDays {
  /** The others in which its days may end: of each region where nobody said which, and the store's where the zone is assumed. */
  readonly elsewhere: readonly PlatformDays[];
  /** Why the zone is only assumed; null where a source names it. */
  readonly zoneAssumed: Bilingual | null;
}

/**
 * The days of a scenario's platform, and all others that they may be.
 *
 * @throws AppError NOT_FOUND for an unknown scenario.
 */
export function clockDays(
  rulebook: Rulebook,
  scenarioId: string,
  { region, zone: ofStore }: Pick<CasePins, 'region' | 'zone'>,
): ClockDays {
  const { platform } = scenarioParts(rulebook, scenarioId, null);
  const { zoneAssumed } = platform;
  const own = timeOf(rulebook, scenarioId, region);
  const isOpen = !platform.regions.some(({ id }) => id === region);
  const possible = [
    ...(zoneAssumed === null || ofStore === undefined ? [] : [{ ...own, zone: ofStore }]),
    ...(isOpen ? platform.regions.map(({ id }) => timeOf(rulebook, scenarioId, id)) : []),
  ].filter(({ zone }) => zone !== own.zone);
  const daysOf = ({ zone, calendar }: typeof own): PlatformDays => ({
    zone,
    calendar: findCalendar(calendar, rulebook.calendars),
  });
  return {
    ...daysOf(own),
    elsewhere: [...new Map(possible.map((each) => [each.zone, each])).values()].map(daysOf),
    zoneAssumed,
  };
}
