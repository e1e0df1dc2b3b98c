export { events } from './events.handlers.ts';
export { clocksOfEvents, eventRows } from './events.repo.ts';
export { resumeEventClocks } from './save-event.ts';
export { startsOf } from './starts-of.ts';
