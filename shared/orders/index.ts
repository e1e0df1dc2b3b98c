export * from './schema.ts';
export { readAmount, readTypedAmount, readTime, writeAmount, type Amount } from './cells.ts';
export { isOrderHeader, proposeMapping } from './headers.ts';
export {
  endsAsRounded,
  readOrderNumber,
  watchRounding,
  type OrderNumberReading,
  type Rounding,
} from './order-number.ts';
export {
  isEmptyRow,
  readOrderRow,
  type OrderRowValues,
  type RowReader,
  type RowReading,
} from './read-row.ts';
