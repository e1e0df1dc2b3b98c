/** Reminders: which ones a clock asks for, when they may ring, and what rings at one moment. Pure. */
export { bubblesOf, gatherByClock, isMissed, type Bubble, type WaitingReminder } from './bubbles.ts';
export { planReminders, type CalendarShape, type PlannedClock, type PlannedReminder, type ReminderStep } from './plan.ts';
export { mayRing, quietUntil, type QuietHours, type RingingClock } from './quiet.ts';
export { reminder, type Reminder } from './schema.ts';
