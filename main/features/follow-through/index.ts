export { followThrough } from './follow-through.handlers.ts';
export { decidedCases, promisedEffects } from './follow-through.repo.ts';
