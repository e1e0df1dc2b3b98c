export { orders } from './orders.handlers.ts';
export { findOrders, orderInUse, visibleOrders } from './orders.repo.ts';
