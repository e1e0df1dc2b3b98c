export { orders } from './orders.handlers.ts';
export { findOrders, orderInUse } from './orders.repo.ts';
