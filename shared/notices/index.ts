export * from './schema.ts';
export type { Penalty } from './penalty.ts';
export { endOfCountdown, findCountdown, type FoundCountdown } from './find-countdown.ts';
export { findInstants, type FoundInstant } from './find-instants.ts';
export { findOrderNumbers, type FoundNumbers } from './find-order-numbers.ts';
export { findMatterNumbers, onlyMatterNumber, type FoundMatterNumber } from './find-matter-numbers.ts';
