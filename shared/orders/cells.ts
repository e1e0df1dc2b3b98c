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

/** How exports and people write a currency beside its code; read without spaces, in capitals. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  USD: ['US$', 'US', '美元', '美金'],
  EUR: ['€', '欧元'],
  GBP: ['£', '英镑'],
  RUB: ['₽', 'РУБ', 'РУБ.', 'Р.', '卢布'],
  BRL: ['R$', '雷亚尔'],
  KRW: ['₩', '원', '韩元'],
  JPY: ['円', 'JP¥', '日元'],
  CNY: ['CN¥', 'RMB', 'RMB¥', '元', '人民币'],
  HKD: ['HK$', '港元', '港币'],
  TWD: ['NT$', '新台币'],
  AUD: ['A$', 'AU$', '澳元'],
  CAD: ['C$', 'CA$', '加元'],
  NZD: ['NZ$'],
  SGD: ['S$', '新元'],
  MXN: ['MX$'],
  INR: ['₹', 'RS', 'RS.'],
  THB: ['฿', '泰铢'],
  VND: ['₫', 'Đ'],
  PHP: ['₱'],
  IDR: ['RP', 'RP.'],
  MYR: ['RM'],
  TRY: ['₺', 'TL'],
  ILS: ['₪'],
  UAH: ['₴'],
  KZT: ['₸'],
  PLN: ['ZŁ'],
  CZK: ['KČ'],
  HUF: ['FT'],
  CHF: ['FR.'],
  SEK: [],
  NOK: [],
  DKK: [],
  RON: ['LEI'],
  AED: [],
  SAR: [],
  ZAR: [],
  CLP: [],
  COP: [],
  ARS: [],
  PEN: [],
  KWD: [],
  BHD: [],
  JOD: [],
};

/** Signs that several currencies share: which of them is meant, a code beside them or the store's own currency says. */
const SHARED_SIGNS: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'AUD', 'CAD', 'HKD', 'NZD', 'SGD', 'TWD', 'MXN', 'CLP', 'COP', 'ARS'],
  '¥': ['CNY', 'JPY'],
  KR: ['SEK', 'NOK', 'DKK'],
};

/** The currencies that the words beside an amount may mean; none where they are no currency. */
function currenciesOf(words: string): readonly string[] {
  const plain = words.replace(/\s/g, '').toUpperCase();
  const shared = SHARED_SIGNS[plain];
  if (shared !== undefined) return shared;
  return Object.entries(NAMES).flatMap(([code, names]) => {
    const signs = Object.keys(SHARED_SIGNS).filter((sign) => SHARED_SIGNS[sign]?.includes(code) === true);
    const isIt = plain === code || names.includes(plain) || signs.some((sign) => plain === code + sign);
    return isIt ? [code] : [];
  });
}

/**
 * The currency that the words before and behind an amount name; null where they name none, or the store's own by a
 * sign it shares. Undefined where they are no currency, two currencies, or a shared sign that is not the store's.
 */
function currencyNamed(words: readonly string[], own: string): string | null | undefined {
  const said = words.filter((each) => each.trim() !== '').map(currenciesOf);
  const [first, ...others] = said;
  if (first === undefined) return null;
  const meant = first.filter((code) => others.every((each) => each.includes(code)));
  if (meant.length > 1 && meant.includes(own)) return null;
  // Of the two currencies of ¥ the exports of these platforms write the Chinese one so.
  if (meant.length > 1 && meant.includes('CNY')) return 'CNY';
  return meant.length === 1 ? meant[0] : undefined;
}

/** An amount: words, a minus before or behind them, figures, words. */
const WRITTEN = /^([^\d+-]*)(?:([+-])([^\d+-]*))?(\d[\d.,' ]*)(\D*)$/;
const POINT = /^(?:\d+|\d{1,3}(?:,\d{2,3})*,\d{3}|\d{1,3}(?:[ ']\d{3})+)(?:\.\d+)?$/;
/** A comma is a decimal mark only where nothing else can be: two digits behind it and no other comma. */
const COMMA = /^(?:\d+|\d{1,3}(?:[. ']\d{3})+),\d{2}$/;

/** A thousand to some and one to others: nobody knows which is meant, where the currency has no thousandths. */
const EITHER = /^[1-9]\d{0,2}\.\d{3}$/;

/**
 * Reads an amount cell: `US $12.34`, `1,234.50`, `12,34 €`. Nothing in it is passed over: what is neither figures nor
 * the name of a currency leaves the cell unread, because `1e3` and `5万` are other amounts than their figures.
 *
 * @param currency the store's currency, used where the cell names none.
 * @returns the amount, null for an empty cell, undefined for one that cannot be read.
 */
export function readAmount(cell: string, currency: string): Amount | null | undefined {
  return amountIn(cell, currency, (digits) => digits === 0);
}

/**
 * Reads an amount that somebody typed, who may write `1.000` for a thousand; in a column of a file the point is that of all
 * its amounts.
 *
 * @returns as `readAmount`
 */
export function readTypedAmount(typed: string, currency: string): Amount | null | undefined {
  return amountIn(typed, currency, (digits) => digits !== 3);
}

/** @param mayBeThousands whether three digits behind a point may be, in a currency of so many decimals */
function amountIn(
  cell: string,
  currency: string,
  mayBeThousands: (digits: number) => boolean,
): Amount | null | undefined {
  const text = cell.normalize('NFKC').replaceAll('−', '-').trim();
  if (NOTHING.test(text)) return null;
  const [, before = '', sign, between = '', digitsAndMarks = '', behind = ''] = WRITTEN.exec(text) ?? [];
  const figures = digitsAndMarks.replace(/[.,' ]+$/, '');
  const named = currencyNamed(sign === undefined ? [before, behind] : [before, between, behind], currency);
  if (named === undefined) return undefined;
  let plain: string;
  if (COMMA.test(figures)) plain = figures.replace(/[. ']/g, '').replace(',', '.');
  else if (POINT.test(figures)) plain = figures.replace(/[, ']/g, '');
  else return undefined;
  const digits = MINOR_DIGITS[named ?? currency] ?? 2;
  if (mayBeThousands(digits) && EITHER.test(figures)) return undefined;
  const [whole = '0', fraction = ''] = plain.split('.');
  if (fraction.slice(digits).replace(/0/g, '') !== '') return undefined;
  const minor = Number(whole) * 10 ** digits + Number(fraction.slice(0, digits).padEnd(digits, '0') || '0');
  if (!Number.isSafeInteger(minor)) return undefined;
  return { minor: sign === '-' ? -minor : minor, currency: named };
}

/** An amount as `readAmount` reads it back in that currency: `3000.00`. */
export function writeAmount(minor: number, currency: string): string {
  const digits = MINOR_DIGITS[currency] ?? 2;
  return (minor / 10 ** digits).toFixed(digits);
}
