export { CalendarKeeper } from './kept-calendar.ts';
export { reminders } from './reminders.handlers.ts';
export { digestClocks, isDigestClaimed, nextOwnEnds } from './outlook.repo.ts';
export { countRounds, waitingRounds, type WaitingRound } from './rounds.repo.ts';
export { countUnseen, isToldAhead, nextFiring, waitingReminders, wordsOf } from './reminders.repo.ts';
