/** Reminders: which ones a clock asks for, when they may ring, what rings at one moment, and what a day's digest says. Pure. */
export { latestTrue } from './ahead.ts';
export { bubblesOf, gatherByClock, isMissed, type Bubble, type WaitingReminder } from './bubbles.ts';
export { calendarMoments, lookCalledOff, type CalendarMoment } from './moments.ts';
export {
  countDigest,
  planDigest,
  type DigestClock,
  type DigestCounts,
  type DigestPlan,
  type DigestRounds,
} from './digest.ts';
export { doubtLines, marked } from './doubt-words.ts';
export { isAccusing, outgoingTitle } from './outgoing-title.ts';
export { ENDS_SHOWN, type NextEnd, type Outlook } from './outlook.ts';
export {
  hasLook,
  newestStep,
  planReminders,
  VANISHING_STEPS,
  type CalendarShape,
  type PlannedClock,
  type PlannedReminder,
  type ReminderStep,
} from './plan.ts';
export { isQuietHour, mayRing, quietUntil, type QuietHours, type RingingClock } from './quiet.ts';
export {
  gatherRounds,
  kindOfRound,
  mayRingRound,
  planLookUpRounds,
  planShipRounds,
  ROUND_IDS,
  ROUND_STAYS,
  snoozedRound,
  type PlannedRound,
  type Round,
  type RoundGround,
  type RoundShape,
  type UndecidedOrder,
} from './rounds.ts';
export { roundWords } from './round-words.ts';
export { saidAt, saidInWords, type Said } from './said.ts';
export {
  keptCalendar,
  reminder,
  roundReminder,
  type KeptCalendar,
  type Reminder,
  type RoundReminder,
} from './schema.ts';
export { latestSnooze, usualSnooze, type SnoozedClock } from './snooze.ts';
