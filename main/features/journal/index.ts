export { actsBetween } from './acts-between.repo.ts';
export { journal } from './journal.handlers.ts';
