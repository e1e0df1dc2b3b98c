export { handovers } from './handovers.handlers.ts';
