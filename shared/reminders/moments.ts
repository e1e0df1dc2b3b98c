import type { Instant } from '../kernel/index.ts';
import { planReminders, type PlannedClock } from './plan.ts';

/** A moment of a clock as a calendar shows it: one's own end, what vanishes, when to look, when to chase. */
export interface CalendarMoment {
  readonly kind: 'own' | 'vanishing' | 'look' | 'chase';
  readonly at: Instant;
  /** When it rings, the earliest first; never after `at`. */
  readonly alarmsAt: readonly Instant[];
}

/** The moments of a clock: of the platform's promise the first look and the end, of all others the end alone. */
export function calendarMoments(clock: PlannedClock): CalendarMoment[] {
  const planned = planReminders(clock);
  if (clock.owner === 'theirs')
    return planned.map(({ step, firesAt }) => ({
      kind: step === 'look' ? 'look' : 'chase',
      at: firesAt,
      alarmsAt: [firesAt],
    }));
  return [
    {
      kind: clock.owner === 'mine' ? 'own' : 'vanishing',
      at: clock.dueAt,
      alarmsAt: planned.filter(({ step }) => step !== 'over').map(({ firesAt }) => firesAt),
    },
  ];
}
