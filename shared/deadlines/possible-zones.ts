import type { Instant } from '../kernel/index.ts';
import type { WorkCalendar } from './calendar.ts';
import type { ComputedReading } from './clock-types.ts';

/** A zone in which a platform's days may end, and the calendar its working days are counted by there. */
export interface PlatformDays {
  readonly zone: string;
  readonly calendar: WorkCalendar;
}

/**
 * A reading whose days may end in several zones: an estimate that lies between the ends in all of them, each of which is kept
 * with its zone. The walk that is shown stays that of the first.
 *
 * @param inZones the reading as computed in each zone, the platform's own first
 */
export function estimatedIn(
  own: ComputedReading,
  inZones: readonly { readonly zone: string; readonly reading: ComputedReading }[],
): ComputedReading {
  const ends = inZones.map(({ reading }) => endsOf(reading));
  const known = ends.filter((each) => each !== null);
  const earliest = Math.min(...known.map((each) => each.earliest));
  const latest = Math.max(...known.map((each) => each.latest));
  const lower = inZones.flatMap(({ reading }) => reading.earliest ?? []);
  return {
    ...own,
    earliest: lower.length === 0 ? null : Math.min(...lower),
    certainty: 'estimate',
    // One zone that is only assumed says nothing of how far off it is.
    range: known.length < ends.length || earliest === latest ? null : { earliest, latest },
    inZones: inZones.map(({ zone, reading }) => ({ zone, end: reading.latest })),
  };
}

function endsOf({ certainty, latest, range }: ComputedReading): {
  readonly earliest: Instant;
  readonly latest: Instant;
} | null {
  return certainty === 'estimate' ? range : { earliest: latest, latest };
}
