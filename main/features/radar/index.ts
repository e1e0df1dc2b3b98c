export { radar } from './radar.handlers.ts';
export { setClocksOfImport, setOrderClocks } from './order-clocks.ts';
export { orderDays } from './radar.repo.ts';
