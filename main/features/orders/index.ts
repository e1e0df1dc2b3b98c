export { orders } from './orders.handlers.ts';
export { findOrders } from './orders.repo.ts';
