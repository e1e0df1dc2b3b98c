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
} from './deadlines.repo.ts';
export {
  computeOne,
  countFrom,
  lastEnd,
  placeClock,
  recomputed,
  resetClocks,
  resumeClocks,
  resumePausedClocks,
  startClocks,
  startsOwnClock,
  stopClocks,
  type StartedClock,
} from './start-clocks.ts';
