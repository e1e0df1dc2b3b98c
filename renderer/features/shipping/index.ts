/** Whether to ship an order that is under suspicion: on Today, in its case and with the order. */
export { ShipOrHold } from './ship-or-hold.tsx';
