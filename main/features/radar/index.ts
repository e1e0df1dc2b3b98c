export { radar } from './radar.handlers.ts';
export { setClocksOfImport, setOrderClocks } from './order-clocks.ts';
