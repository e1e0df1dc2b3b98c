import type { Instant } from '../kernel/index.ts';
import { planReminders, type CalendarShape, type PlannedClock } from './plan.ts';

const HALF_AN_HOUR = 30 * 60_000;

/** A moment of a clock as a calendar shows it: one's own end, what vanishes, when to look, when to chase. */
export interface CalendarMoment {
  readonly kind: 'own' | 'vanishing' | 'look' | 'chase';
  /** One's own end and what vanishes: the last half hour of it. The platform's: the half hour from then on. */
  readonly from: Instant;
  readonly to: Instant;
  /** When it rings, the earliest first; never after `from`. */
  readonly alarmsAt: readonly Instant[];
}

/** The moments of a clock: of the platform's promise the first look and the end, of all others the end alone. */
export function calendarMoments(clock: PlannedClock): CalendarMoment[] {
  const planned = planReminders(clock);
  if (clock.owner === 'theirs')
    return planned.map(({ step, firesAt }) => ({
      kind: step === 'look' ? 'look' : 'chase',
      from: firesAt,
      to: firesAt + HALF_AN_HOUR,
      alarmsAt: [firesAt],
    }));
  const from = clock.dueAt - HALF_AN_HOUR;
  return [
    {
      kind: clock.owner === 'mine' ? 'own' : 'vanishing',
      from,
      to: clock.dueAt,
      // A cut-off of one's own in the last minutes rings when they begin.
      alarmsAt: planned.filter(({ step }) => step !== 'over').map(({ firesAt }) => Math.min(firesAt, from)),
    },
  ];
}

/** The first look that calendars are to take out: one that was handed out, of a clock that has none any more. */
export function lookCalledOff({ lookWas }: Pick<CalendarShape, 'lookWas'>): CalendarMoment[] {
  if (lookWas === undefined) return [];
  return [{ kind: 'look', from: lookWas, to: lookWas + HALF_AN_HOUR, alarmsAt: [] }];
}
