export { attempts } from './attempts.handlers.ts';
export { attemptsOfCase, holdAttempt } from './attempts.repo.ts';
export { findDuplicates, refuseDuplicates } from './guard.ts';
