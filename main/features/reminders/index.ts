export { reminders } from './reminders.handlers.ts';
export { digestClocks, isDigestClaimed, nextOwnEnds } from './outlook.repo.ts';
export {
  countUnseen,
  nextFiring,
  waitingReminders,
  wordsOf,
  type RingingReminder,
} from './reminders.repo.ts';
