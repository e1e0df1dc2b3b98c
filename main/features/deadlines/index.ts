export { changesBy, changesByRules } from './clock-changes.ts';
export { deadlines } from './deadlines.handlers.ts';
export {
  clockRows,
  countLateBefore,
  inUse,
  planOf,
  runningClockRows,
  runningClocks,
  runningOrEndedRows,
} from './deadlines.repo.ts';
export {
  computeOne,
  countFrom,
  lastEnd,
  pageClocksOf,
  placeClock,
  resetClocks,
  resumeClocks,
  resumePausedClocks,
  startClocks,
  startsOwnClock,
  stopClocks,
  wasEndedByHand,
  type Happening,
  type StartedClock,
} from './start-clocks.ts';
