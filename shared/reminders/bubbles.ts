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
/** More clocks than this at one moment are told in one. */
const MOST_AT_ONCE = 3;

/**
 * What rings for these reminders: of each clock its newest step alone, and in one summary what was missed, or what would
 * be too many at once. Every reminder is in exactly one bubble's `ids`.
 */
export function bubblesOf(waiting: readonly WaitingReminder[], now: Instant): Bubble[] {
  const newest = new Map<string, WaitingReminder>();
  for (const reminder of waiting) {
    const known = newest.get(reminder.clockId);
    if (known === undefined || reminder.firesAt > known.firesAt) newest.set(reminder.clockId, reminder);
  }
  const told = [...newest.values()].sort((left, right) => left.firesAt - right.firesAt);
  const idsOf = (clockId: string) =>
    waiting.filter((reminder) => reminder.clockId === clockId).map(({ id }) => id);
  const missed = told.some(({ firesAt }) => now - firesAt > MISSED_AFTER);
  if ((missed && told.length > 1) || told.length > MOST_AT_ONCE)
    return [{ kind: 'summary', reminders: told, ids: waiting.map(({ id }) => id) }];
  return told.map((reminder) => ({ kind: 'clock', reminder, ids: idsOf(reminder.clockId) }));
}
