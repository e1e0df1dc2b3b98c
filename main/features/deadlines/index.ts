export { deadlines } from './deadlines.handlers.ts';
export { runningClockRows, runningClocks } from './deadlines.repo.ts';
export { computeOne, startClocks, stopClocks } from './start-clocks.ts';
