export { shipping } from './shipping.handlers.ts';
export { undecidedOrders } from './undecided.ts';
