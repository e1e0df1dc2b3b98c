export { changesBy, changesByRules } from './clock-changes.ts';
export { deadlines } from './deadlines.handlers.ts';
export {
  clockRows,
  countLateBefore,
  inUse,
  planOf,
  reviewPauses,
  runningClockRows,
  runningClocks,
  runningOrEndedRows,
  stoppedOwnRows,
} from './deadlines.repo.ts';
export {
  computeOne,
  endedByFiling,
  lastEnd,
  pageClocksBefore,
  pageClocksOf,
  startsOwnClock,
  type Happening,
  type StartedClock,
} from './compute-clocks.ts';
export {
  countFrom,
  placeClock,
  reopenWindows,
  resetClocks,
  resumeClocks,
  resumePausedClocks,
  runOn,
  startClocks,
  stopClocks,
  stopFiledClocks,
  wasEndedByHand,
} from './start-clocks.ts';
