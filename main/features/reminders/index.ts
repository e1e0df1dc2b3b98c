export { reminders } from './reminders.handlers.ts';
export { nextFiring, waitingReminders, wordsOf, type RingingReminder } from './reminders.repo.ts';
