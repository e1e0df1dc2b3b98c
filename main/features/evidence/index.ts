export { evidence } from './evidence.handlers.ts';
export { caseExhibits, requireCase, requireItemInUse } from './evidence.repo.ts';
export { attachItems } from './take-in.ts';
