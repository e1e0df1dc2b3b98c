export { asks } from './asks.handlers.ts';
export { askRows, casesThatWait, openRevisits, toAsk } from './asks.repo.ts';
export { casesToAsk } from './case-to-ask.ts';
export { setHours } from './hours.repo.ts';
