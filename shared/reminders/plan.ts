import type { ClockOwner } from '../deadlines/index.ts';
import type { Instant } from '../kernel/index.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Why a reminder fires: so long before the end (`7d` … `1h`), at the last moment that leaves time for oneself
 * (`internal`), at the end (`over`), when the platform's answer may be there (`look`) or is late (`chase`).
 */
export const REMINDER_STEPS = ['7d', '3d', '24h', 'internal', '4h', '1h', 'over', 'look', 'chase'] as const;
export type ReminderStep = (typeof REMINDER_STEPS)[number];

const BEFORE_END: Readonly<Record<'7d' | '3d' | '24h' | '4h' | '1h', number>> = {
  '7d': 7 * DAY,
  '3d': 3 * DAY,
  '24h': DAY,
  '4h': 4 * HOUR,
  '1h': HOUR,
};

/** So long before the platform's end the seller wants to be through (内部截止). */
export const INTERNAL_CUT_OFF = 6 * HOUR;

/** What a plan is made from. */
export interface PlannedClock {
  readonly owner: ClockOwner;
  /** When to look first: of the platform's promise. */
  readonly lookAt: Instant;
  readonly dueAt: Instant;
}

/** One reminder that a clock asks for. */
export interface PlannedReminder {
  readonly step: ReminderStep;
  readonly firesAt: Instant;
}

/**
 * The reminders of a clock from an instant on, the earliest first. What lies before `from` is left out: whoever has just
 * written the matter down knows of it.
 */
export function planReminders(clock: PlannedClock, from: Instant): PlannedReminder[] {
  return stepsOf(clock)
    .filter(({ firesAt }) => firesAt > from)
    .sort((left, right) => left.firesAt - right.firesAt);
}

function stepsOf({ owner, lookAt, dueAt }: PlannedClock): PlannedReminder[] {
  const before = (...steps: (keyof typeof BEFORE_END)[]): PlannedReminder[] =>
    steps.map((step) => ({ step, firesAt: dueAt - BEFORE_END[step] }));
  switch (owner) {
    case 'mine':
      return [
        ...before('7d', '3d', '24h', '4h', '1h'),
        { step: 'internal', firesAt: dueAt - INTERNAL_CUT_OFF },
        { step: 'over', firesAt: dueAt },
      ];
    case 'theirs':
      return [
        ...(lookAt < dueAt ? [{ step: 'look' as const, firesAt: lookAt }] : []),
        { step: 'chase', firesAt: dueAt },
      ];
    case 'vanishing':
      return before('7d', '3d', '24h');
  }
}
