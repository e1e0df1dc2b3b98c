import { bareNumber } from '../kernel/index.ts';
import type { RowReject } from './schema.ts';

/** An order number as text, or why the cell cannot be trusted to hold one. */
export type OrderNumberReading =
  | { readonly ok: true; readonly orderNumber: string }
  | { readonly ok: false; readonly reason: Extract<RowReject['reason'], `order-number-${string}`> };

const SCIENTIFIC = /^[+-]?\d+([.,]\d+)?e[+-]?\d+$/i;

/**
 * Reads an order number from a cell. Full-width digits, wrapping and invisible characters are taken off; scientific
 * notation is refused, because the digits it lost cannot be known again, and so are two numbers in one cell.
 */
export function readOrderNumber(cell: string): OrderNumberReading {
  const text = bareNumber(cell);
  if (text === '') return { ok: false, reason: 'order-number-missing' };
  if (SCIENTIFIC.test(text)) return { ok: false, reason: 'order-number-scientific' };
  const whole = /^(\d+)\.0+$/.exec(text)?.[1] ?? text;
  if (!/^[0-9A-Za-z][0-9A-Za-z-]{3,63}$/.test(whole) || !/\d/.test(whole)) {
    return { ok: false, reason: 'order-number-shape' };
  }
  return { ok: true, orderNumber: whole };
}

/** How many long numbers may all end in zeros by chance before a file is held to be rounded. */
const ENOUGH_TO_TELL = 6;

/**
 * `short`: no number is longer than a spreadsheet keeps · `whole`: one shows a digit that a spreadsheet would have lost ·
 * `doubtful`: a few end as it leaves them, which may be chance · `rounded`: too many do.
 */
export type Rounding = 'short' | 'whole' | 'doubtful' | 'rounded';

/** Judges a file's order numbers one after the other. */
export interface RoundingWatch {
  see(orderNumber: string): void;
  /** The judgement so far. `whole` is final: no later number changes it. */
  judgement(): Rounding;
}

/**
 * Watches for a file whose order numbers went through a spreadsheet as numbers: it keeps 15 digits and writes zeros behind
 * them, in every number of the file. So one number with a digit there proves the file whole.
 */
export function watchRounding(): RoundingWatch {
  let ended = 0;
  let isWhole = false;
  return {
    see: (orderNumber) => {
      if (endsAsRounded(orderNumber)) ended += 1;
      else if (isLong(orderNumber)) isWhole = true;
    },
    judgement: () => {
      if (isWhole) return 'whole';
      if (ended === 0) return 'short';
      return ended >= ENOUGH_TO_TELL ? 'rounded' : 'doubtful';
    },
  };
}

/** Whether an order number ends as a spreadsheet leaves it: longer than 15 digits, and only zeros behind them. */
export function endsAsRounded(orderNumber: string): boolean {
  return /^\d{15}0+$/.test(orderNumber);
}

function isLong(orderNumber: string): boolean {
  return /^\d{16,}$/.test(orderNumber);
}
