export { asks } from './asks.handlers.ts';
export { askRows, toAsk } from './asks.repo.ts';
