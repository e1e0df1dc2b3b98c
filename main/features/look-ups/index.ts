export { lookUps } from './look-ups.handlers.ts';
export { countShops, lookUpRows } from './rows.ts';
