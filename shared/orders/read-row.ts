import type { Instant } from '../kernel/index.ts';
import { readAmount, readTime } from './cells.ts';
import { readOrderNumber } from './order-number.ts';
import { ORDER_TIMES, type ColumnMapping, type OrderField, type RowReject } from './schema.ts';

/** An order as one row of an export gives it. */
export interface OrderRowValues {
  readonly orderNumber: string;
  readonly buyerName: string;
  readonly status: string;
  readonly orderedAt: Instant | null;
  readonly paidAt: Instant | null;
  readonly shippedAt: Instant | null;
  readonly receivedAt: Instant | null;
  readonly shipBy: Instant | null;
  readonly totalMinor: number | null;
  readonly currency: string | null;
  readonly items: string;
  readonly remark: string;
  readonly recipient: string;
  readonly country: string;
  readonly address: string;
  readonly phone: string;
  readonly trackingNumber: string;
  readonly shopName: string;
  readonly extra: Readonly<Record<string, string>>;
}

/** A row as an order, or the one cell that cannot be trusted. */
export type RowReading =
  { readonly ok: true; readonly values: OrderRowValues } | { readonly ok: false; readonly reject: RowReject };

/** How the rows of one file are read; `zone` and `currency` stand in where a cell names none. */
export interface RowReader {
  readonly headers: readonly string[];
  readonly mapping: ColumnMapping;
  readonly zone: string;
  readonly currency: string;
}

/**
 * Reads one row of an export. The first cell that cannot be trusted refuses the row, naming column and value; nothing is
 * guessed.
 *
 * @param row as a spreadsheet counts: the header is row 1.
 */
export function readOrderRow(cells: readonly string[], row: number, reader: RowReader): RowReading {
  const { headers, mapping, zone, currency } = reader;
  const cell = (field: OrderField) => {
    const place = mapping[field];
    return place === undefined ? '' : (cells[place] ?? '');
  };
  const reject = (field: OrderField, reason: RowReject['reason']): RowReading => ({
    ok: false,
    reject: { row, column: headers[mapping[field] ?? -1] ?? '', value: cell(field).slice(0, 80), reason },
  });

  const number = readOrderNumber(cell('orderNumber'));
  if (!number.ok) return reject('orderNumber', number.reason);
  const times: Partial<Record<(typeof ORDER_TIMES)[number], Instant | null>> = {};
  for (const field of ORDER_TIMES) {
    const time = readTime(cell(field), zone);
    if (time === undefined) return reject(field, 'time-unreadable');
    times[field] = time;
  }
  const amount = readAmount(cell('total'), currency);
  if (amount === undefined) return reject('total', 'amount-unreadable');

  const mapped = new Set(Object.values(mapping));
  const extra: Record<string, string> = {};
  headers.forEach((header, place) => {
    const value = clean(cells[place] ?? '');
    if (!mapped.has(place) && header !== '' && value !== '') extra[header] = value;
  });
  return {
    ok: true,
    values: {
      orderNumber: number.orderNumber,
      buyerName: clean(cell('buyerName')),
      status: clean(cell('status')),
      orderedAt: times.orderedAt ?? null,
      paidAt: times.paidAt ?? null,
      shippedAt: times.shippedAt ?? null,
      receivedAt: times.receivedAt ?? null,
      shipBy: times.shipBy ?? null,
      totalMinor: amount?.minor ?? null,
      currency: amount === null ? null : (amount.currency ?? currency),
      items: clean(cell('items')),
      remark: clean(cell('remark')),
      recipient: clean(cell('recipient')),
      country: clean(cell('country')),
      address: clean(cell('address')),
      phone: clean(cell('phone')),
      trackingNumber: clean(cell('trackingNumber')),
      shopName: clean(cell('shopName')),
      extra,
    },
  };
}

/** Whether a row holds nothing at all, or is the total line some exports end with. */
export function isEmptyRow(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length === 0 || (filled.length <= 3 && /^(合计|总计|total)/i.test(filled[0]?.trim() ?? ''));
}

/** A cell without wrapping, leading tabs and apostrophes, and stray white space at its ends. Inner line breaks stay. */
function clean(cell: string): string {
  const text = cell.replace(/^\ufeff/, '').trim();
  return (/^="(.*)"$/s.exec(text)?.[1] ?? text).replace(/^'/, '').trim();
}
