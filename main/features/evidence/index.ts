export { findCaseRow as requireCase } from '../../workspace/index.ts';
export { evidence } from './evidence.handlers.ts';
export { caseExhibits, findItem, findItemRow, requireItemInUse } from './evidence.repo.ts';
export { attachItems, takeInText } from './take-in.ts';
