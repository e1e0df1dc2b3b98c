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
  stoppedOwnRows,
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
  runOn,
  startClocks,
  startsOwnClock,
  stopClocks,
  wasEndedByHand,
  type Happening,
  type StartedClock,
} from './start-clocks.ts';
