export { findCaseRow } from '../../workspace/index.ts';
export { cases, gatherFacts } from './cases.handlers.ts';
export {
  casesThatGather,
  filedWithoutClock,
  findCaseRows,
  listCases,
  ordersWithCoverage,
} from './cases.repo.ts';
export { checkCase } from './check.ts';
export { nextAct, type NextAct } from './progress.ts';
