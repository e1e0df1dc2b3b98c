import {
  beforeEnd,
  cutOffAt,
  cutOffMinutesOf,
  STEP_LENGTHS,
  STEPS_BEFORE,
  USUAL_PLAN,
  type ClockOwner,
  type ClockPlan,
  type CountedSpan,
  type Doubt,
} from '../deadlines/index.ts';
import type { Instant } from '../kernel/index.ts';

/**
 * Why a reminder fires: so long before the end (`14d` … `30min`), at the last moment that leaves time for oneself
 * (`internal`), at the end (`over`), when the platform's answer may be there (`look`) or is late (`chase`).
 */
export const REMINDER_STEPS = [...STEPS_BEFORE, 'internal', 'over', 'look', 'chase'] as const;
export type ReminderStep = (typeof REMINDER_STEPS)[number];

/** What a plan is made from. */
export interface PlannedClock {
  readonly owner: ClockOwner;
  /** When to look first: of the platform's promise. */
  readonly lookAt: Instant;
  readonly dueAt: Instant;
  /** From when it counts. */
  readonly startedAt?: Instant | undefined;
  /** How it reminds; null where nobody set it otherwise than usual. */
  readonly plan: ClockPlan | null;
  /** The parts of its days that count, where not all do: its steps lie in them. */
  readonly counted?: readonly CountedSpan[] | undefined;
}

/** What a calendar shows of a clock. */
export interface CalendarShape extends PlannedClock {
  readonly title: { readonly zh: string; readonly en: string };
  /** Why its end is not certain; absent where it is, or where it was written before that counted. */
  readonly doubt?: Doubt;
  /** What it shows of the case; absent where it was written before that counted as a change, or the case is gone. */
  readonly of?: { readonly number: string; readonly alias: string; readonly zone: string };
  /** When its first look was, where it has none of its own any more: calendars that were handed one are to take it out. */
  readonly lookWas?: Instant;
}

/** Whether a clock has a first look beside its end. */
export function hasLook({ owner, lookAt, dueAt }: Pick<PlannedClock, 'owner' | 'lookAt' | 'dueAt'>): boolean {
  return owner === 'theirs' && lookAt < dueAt;
}

/** One reminder that a clock asks for. */
export interface PlannedReminder {
  readonly step: ReminderStep;
  readonly firesAt: Instant;
}

/** Something can no longer be seen soon: told early enough to save it, and not by the hour. */
export const VANISHING_STEPS: ClockPlan['steps'] = ['7d', '3d', '24h'];

/**
 * The reminders of a clock from an instant on, the earliest first. What lies before `from` is left out: whoever has just
 * written the matter down knows of it. All of them where no instant is named.
 */
export function planReminders(clock: PlannedClock, from = -Infinity): PlannedReminder[] {
  return stepsOf(clock)
    .filter(({ firesAt }) => firesAt > from)
    .sort((left, right) => left.firesAt - right.firesAt);
}

/** The step that says the most: the newest, and of those of one moment the last, `over` before the rest. */
export function newestStep<R extends PlannedReminder>(reminders: readonly R[]): R | null {
  return reminders.reduce<R | null>(
    (newest, each) => (newest === null || compareSteps(each, newest) > 0 ? each : newest),
    null,
  );
}

function compareSteps(left: PlannedReminder, right: PlannedReminder): number {
  return (
    left.firesAt - right.firesAt || REMINDER_STEPS.indexOf(left.step) - REMINDER_STEPS.indexOf(right.step)
  );
}

function stepsOf(clock: PlannedClock): PlannedReminder[] {
  const { owner, lookAt, dueAt, plan } = clock;
  const before = (steps: ClockPlan['steps']): PlannedReminder[] =>
    steps.map((step) => ({ step, firesAt: beforeEnd(clock, STEP_LENGTHS[step]) }));
  switch (owner) {
    case 'mine': {
      const { steps } = plan ?? USUAL_PLAN;
      return [
        ...before(steps),
        ...(cutOffMinutesOf(clock) === 0 ? [] : [{ step: 'internal' as const, firesAt: cutOffAt(clock) }]),
        { step: 'over', firesAt: dueAt },
      ];
    }
    case 'theirs':
      return [
        ...(hasLook(clock) ? [{ step: 'look' as const, firesAt: lookAt }] : []),
        { step: 'chase', firesAt: dueAt },
      ];
    case 'vanishing':
      return before(plan?.steps ?? VANISHING_STEPS);
  }
}
