export { today } from './today.handlers.ts';
