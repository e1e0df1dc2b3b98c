import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../kernel/index.ts';

/** A time as an export writes it: `2026-11-02 20:14`, `2026/11/2 20:14:05`, ISO 8601 with an offset. */
const PLAIN = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;
/** What exports write where there is nothing to write. */
const NOTHING = /^(|-+|—+|null|n\/a|无)$/i;

/**
 * Reads a time cell as an instant.
 *
 * @param zone the zone the export's times are in; the user was asked.
 * @returns the instant (ms UTC), null for an empty cell, undefined for one that cannot be read.
 */
export function readTime(cell: string, zone: string): Instant | null | undefined {
  const text = cell.normalize('NFKC').trim().replace(/^'/, '');
  if (NOTHING.test(text)) return null;
  if (WITH_OFFSET.test(text)) {
    try {
      return Temporal.Instant.from(text).epochMilliseconds;
    } catch {
      return undefined;
    }
  }
  const match = PLAIN.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = match;
  try {
    return Temporal.PlainDateTime.from(
      {
        year: Number(year),
        month: Number(month),
        day: Number(day),
        hour: Number(hour),
        minute: Number(minute),
        second: Number(second),
      },
      { overflow: 'reject' },
    ).toZonedDateTime(zone).epochMilliseconds;
  } catch {
    return undefined;
  }
}

/** Currencies whose minor unit is not a hundredth (ISO 4217). */
const MINOR_DIGITS: Readonly<Record<string, number>> = {
  JPY: 0,
  KRW: 0,
  VND: 0,
  CLP: 0,
  KWD: 3,
  BHD: 3,
  JOD: 3,
};

/** An amount in minor units, and the currency where the cell names one. */
export interface Amount {
  readonly minor: number;
  readonly currency: string | null;
}

const SYMBOLS: readonly (readonly [RegExp, string])[] = [
  [/US\s?\$|USD/i, 'USD'],
  [/€|EUR/i, 'EUR'],
  [/£|GBP/i, 'GBP'],
  [/руб\.?|RUB|₽/i, 'RUB'],
  [/R\$|BRL/i, 'BRL'],
  [/₩|KRW/i, 'KRW'],
  [/JPY|円/i, 'JPY'],
  [/CN\s?¥|CNY|RMB|¥|￥|元/i, 'CNY'],
];

/**
 * Reads an amount cell: `US $12.34`, `1,234.50`, `12,34 €`.
 *
 * @param currency the store's currency, used where the cell names none.
 * @returns the amount, null for an empty cell, undefined for one that cannot be read.
 */
export function readAmount(cell: string, currency: string): Amount | null | undefined {
  const text = cell.normalize('NFKC').trim();
  if (NOTHING.test(text)) return null;
  const named = SYMBOLS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
  const figures = text.replace(/[^\d.,-]/g, '').replace(/^[.,]+|[.,]+$/g, '');
  // A comma is a decimal mark only where nothing else can be: two digits behind it and no point.
  const plain = /^-?\d+,\d{2}$/.test(figures) ? figures.replace(',', '.') : figures.replaceAll(',', '');
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return undefined;
  const digits = MINOR_DIGITS[named ?? currency] ?? 2;
  const [whole = '0', fraction = ''] = plain.replace('-', '').split('.');
  if (fraction.slice(digits).replace(/0/g, '') !== '') return undefined;
  const minor = Number(whole) * 10 ** digits + Number(fraction.slice(0, digits).padEnd(digits, '0') || '0');
  if (!Number.isSafeInteger(minor)) return undefined;
  return { minor: plain.startsWith('-') ? -minor : minor, currency: named };
}

/** An amount as `readAmount` reads it back in that currency: `3000.00`. */
export function writeAmount(minor: number, currency: string): string {
  const digits = MINOR_DIGITS[currency] ?? 2;
  return (minor / 10 ** digits).toFixed(digits);
}
