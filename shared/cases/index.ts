export * from './schema.ts';
export { refuseSorting } from './sorting.ts';
