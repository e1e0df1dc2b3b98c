export { shipping } from './shipping.handlers.ts';
