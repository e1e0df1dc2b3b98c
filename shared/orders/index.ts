export * from './schema.ts';
export { readAmount, readTime, type Amount } from './cells.ts';
export { isOrderHeader, proposeMapping } from './headers.ts';
export { looksRounded, readOrderNumber, type OrderNumberReading } from './order-number.ts';
export {
  isEmptyRow,
  readOrderRow,
  type OrderRowValues,
  type RowReader,
  type RowReading,
} from './read-row.ts';
