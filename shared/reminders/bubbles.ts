import type { Instant } from '../kernel/index.ts';
import type { ReminderStep } from './plan.ts';

/** A reminder that appeared and has not rung yet. */
export interface WaitingReminder {
  readonly id: string;
  readonly clockId: string;
  readonly caseId: string;
  readonly step: ReminderStep;
  readonly firesAt: Instant;
}

/** What rings: one clock, or everything that was missed, in one. */
export type Bubble =
  | { readonly kind: 'clock'; readonly reminder: WaitingReminder; readonly ids: readonly string[] }
  | {
      readonly kind: 'summary';
      readonly reminders: readonly WaitingReminder[];
      readonly ids: readonly string[];
    };

/** Later than this it was missed: the computer slept, or the program was closed. */
const MISSED_AFTER = 5 * 60_000;

/** Whether a reminder was missed, for somebody who is told of it only at `toldAt`. */
export function isMissed({ firesAt }: { readonly firesAt: Instant }, toldAt: Instant): boolean {
  return toldAt - firesAt > MISSED_AFTER;
}

/** The reminders of one clock: its newest step, and the ids of all of them. */
export interface RemindersOfClock<R> {
  readonly newest: R;
  readonly ids: readonly string[];
}

/** Gathers reminders by their clocks, in the order in which the clocks first stand in the list. */
export function gatherByClock<R extends Pick<WaitingReminder, 'id' | 'clockId' | 'firesAt'>>(
  reminders: readonly R[],
): RemindersOfClock<R>[] {
  return [...Map.groupBy(reminders, ({ clockId }) => clockId).values()].map((ofClock) => ({
    newest: ofClock.reduce((newest, each) => (each.firesAt > newest.firesAt ? each : newest)),
    ids: ofClock.map(({ id }) => id),
  }));
}

/** More clocks than this at one moment are told in one. */
const MOST_AT_ONCE = 3;

/**
 * What rings for these reminders: of each clock its newest step alone, and in one summary what was missed, or what would
 * be too many at once. Every reminder is in exactly one bubble's `ids`.
 */
export function bubblesOf(waiting: readonly WaitingReminder[], now: Instant): Bubble[] {
  const told = gatherByClock(waiting).sort((left, right) => left.newest.firesAt - right.newest.firesAt);
  const missed = told.some(({ newest }) => isMissed(newest, now));
  if ((missed && told.length > 1) || told.length > MOST_AT_ONCE)
    return [
      { kind: 'summary', reminders: told.map(({ newest }) => newest), ids: waiting.map(({ id }) => id) },
    ];
  return told.map(({ newest, ids }) => ({ kind: 'clock', reminder: newest, ids }));
}
