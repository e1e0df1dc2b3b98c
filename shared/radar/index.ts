/** The radar of what vanishes: how near it is, and which orders go together. Pure. */
export * from './schema.ts';
export { groupOrders, type DatedOrder, type OrderGroup } from './groups.ts';
export { HORIZONS, horizonOf, isSoon, type Horizon, type Reach } from './horizon.ts';
