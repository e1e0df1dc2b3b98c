export { events } from './events.handlers.ts';
export { clocksOfEvents, eventRows, stopsOf } from './events.repo.ts';
export { startsOf } from './starts-of.ts';
