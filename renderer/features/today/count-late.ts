import type { Client } from '../../../shared/contract/index.ts';

/** What Today shows. */
export type TodayView = Awaited<ReturnType<Client['today']['get']>>;

/** How many things are late now: clocks of ours that ran out, and promised effects that did not come. */
export function countLate(today: TodayView, now: number): number {
  const clocks = today.clocks.filter(
    (clock) => clock.owner === 'mine' && clock.stoppedAt === null && clock.dueAt < now,
  );
  return clocks.length + today.overdueEffects.length;
}
