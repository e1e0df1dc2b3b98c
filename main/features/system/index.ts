export { jobs, settings, system } from './system.handlers.ts';
