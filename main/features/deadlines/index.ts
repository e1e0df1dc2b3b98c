export { deadlines } from './deadlines.handlers.ts';
export { runningClockRows, runningClocks } from './deadlines.repo.ts';
export { computeOne, resumeClocks, startClocks, stopClocks } from './start-clocks.ts';
