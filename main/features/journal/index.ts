export { journal } from './journal.handlers.ts';
