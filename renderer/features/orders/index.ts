export { OrdersRoom } from './orders-room.tsx';
export { ImportOrdersRoom } from './import-orders-room.tsx';
