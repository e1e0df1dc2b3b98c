export { deadlines } from './deadlines.handlers.ts';
export { listClocks } from './deadlines.repo.ts';
export { computeOne, startClocks, stopClocks } from './start-clocks.ts';
