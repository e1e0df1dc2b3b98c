import type { RowReject } from './schema.ts';

/** An order number as text, or why the cell cannot be trusted to hold one. */
export type OrderNumberReading =
  | { readonly ok: true; readonly orderNumber: string }
  | { readonly ok: false; readonly reason: Extract<RowReject['reason'], `order-number-${string}`> };

const SCIENTIFIC = /^[+-]?\d+([.,]\d+)?e[+-]?\d+$/i;
/** What spreadsheets and shop systems wrap a number in so that it stays text: `="…"`, a leading apostrophe or tab. */
const WRAPPED = /^=?"(.*)"$/;

/**
 * Reads an order number from a cell. Full-width digits, wrapping and invisible characters are taken off; scientific
 * notation is refused, because the digits it lost cannot be known again, and so are two numbers in one cell.
 */
export function readOrderNumber(cell: string): OrderNumberReading {
  let text = cell
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\ufeff]/gu, '')
    .trim();
  text = text.replace(/^['`]/, '').trim();
  text = (WRAPPED.exec(text)?.[1] ?? text).trim();
  if (text === '') return { ok: false, reason: 'order-number-missing' };
  if (SCIENTIFIC.test(text)) return { ok: false, reason: 'order-number-scientific' };
  const whole = /^(\d+)\.0+$/.exec(text)?.[1] ?? text;
  if (!/^[0-9A-Za-z][0-9A-Za-z-]{3,63}$/.test(whole) || !/\d/.test(whole)) {
    return { ok: false, reason: 'order-number-shape' };
  }
  return { ok: true, orderNumber: whole };
}

/** How few long numbers may all end in zeros by chance (1 in 10 each) before a file is held to be rounded. */
const ENOUGH_TO_TELL = 6;

/**
 * Whether a file's order numbers went through a spreadsheet as numbers: everything after the 15th digit is zero in all of
 * them. One such number is chance, many are damage.
 */
export function looksRounded(orderNumbers: Iterable<string>): boolean {
  let long = 0;
  for (const number of orderNumbers) {
    if (!/^\d{16,}$/.test(number)) continue;
    if (!/^\d{15}0+$/.test(number)) return false;
    long += 1;
  }
  return long >= ENOUGH_TO_TELL;
}
