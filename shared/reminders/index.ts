/** Reminders: which ones a clock asks for, when they may ring, what rings at one moment, and what a day's digest says. Pure. */
export { bubblesOf, gatherByClock, isMissed, type Bubble, type WaitingReminder } from './bubbles.ts';
export { countDigest, planDigest, type DigestClock, type DigestCounts, type DigestPlan } from './digest.ts';
export { ENDS_SHOWN, type NextEnd, type Outlook } from './outlook.ts';
export {
  INTERNAL_CUT_OFF,
  planReminders,
  type PlannedClock,
  type PlannedReminder,
  type ReminderStep,
} from './plan.ts';
export { isQuietHour, mayRing, quietUntil, type QuietHours, type RingingClock } from './quiet.ts';
export { reminder, type Reminder } from './schema.ts';
