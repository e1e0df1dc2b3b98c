export { deadlines } from './deadlines.handlers.ts';
export { runningClockRows, runningClocks } from './deadlines.repo.ts';
export {
  computeOne,
  recomputed,
  resetClocks,
  resumeClocks,
  startClocks,
  stopClocks,
} from './start-clocks.ts';
