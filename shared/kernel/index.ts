export { AppError, ERROR_CODES, isAppError, type ErrorCode, type ErrorParams } from './errors.ts';
export { madeAt, newId, type Random } from './ids.ts';
export {
  dateIn,
  endDayIn,
  instantsOfEnds,
  isOffset,
  isToCome,
  readsAlike,
  type Clock,
  type EndDay,
  type Instant,
  type LegalDate,
} from './time.ts';
export { assertNever } from './assert-never.ts';
export { canonicalJson } from './canonical-json.ts';
export { bareNumber, numberKey } from './numbers.ts';
