export { cases, gatherFacts } from './cases.handlers.ts';
export { caseOrders, findCaseRow, listCases } from './cases.repo.ts';
export { checkCase, dateIn } from './check.ts';
export { nextAct, type NextAct } from './progress.ts';
