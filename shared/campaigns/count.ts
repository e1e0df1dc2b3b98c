import { Temporal } from 'temporal-polyfill';
import { AppError, type Instant, type LegalDate } from '../kernel/index.ts';
import type { Bilingual } from '../rulebook/index.ts';
import { campaignDays } from './span.ts';

/** Orders a day around a campaign. */
export interface AroundCount {
  /** Every day from as many days before the start as the campaign has, up to its last. */
  readonly days: { readonly date: LegalDate; readonly orders: number; readonly during: boolean }[];
  readonly ordersBefore: number;
  readonly ordersDuring: number;
  /** How many days the campaign has, and how many before it are set beside them. */
  readonly daysEach: number;
}

/**
 * Counts orders a day during a campaign and in as many days right before it, so that like is set beside like.
 *
 * @param orderInstants when the orders were placed, ms UTC; those outside both spans do not count.
 * @param zone IANA zone whose days they are counted by.
 * @throws AppError BAD_REQUEST `ends-before-start` where the last day lies before the first.
 */
export function countAround(
  campaign: { readonly startsOn: LegalDate; readonly endsOn: LegalDate },
  orderInstants: readonly Instant[],
  zone: string,
): AroundCount {
  const first = Temporal.PlainDate.from(campaign.startsOn);
  const daysEach = campaignDays(campaign);
  if (daysEach < 1) throw new AppError('BAD_REQUEST', { reason: 'ends-before-start' });
  const dates = Array.from({ length: daysEach * 2 }, (_, place) => first.add({ days: place - daysEach }));
  // One instant a day is worked out, not one an order: there may be a hundred thousand of those.
  const begins = [...dates, first.add({ days: daysEach })].map(
    (date) => date.toZonedDateTime(zone).epochMilliseconds,
  );
  const orders = new Array<number>(dates.length).fill(0);
  for (const at of orderInstants) {
    const place = lastNotAfter(begins, at);
    const counted = orders[place];
    if (counted !== undefined) orders[place] = counted + 1;
  }
  const sum = (some: readonly number[]): number => some.reduce((total, each) => total + each, 0);
  return {
    days: dates.map((date, place) => ({
      date: date.toString(),
      orders: orders[place] ?? 0,
      during: place >= daysEach,
    })),
    ordersBefore: sum(orders.slice(0, daysEach)),
    ordersDuring: sum(orders.slice(daysEach)),
    daysEach,
  };
}

/**
 * The count in one sentence: days, orders, orders a day. Numbers only, no word for how large or how usual they are.
 *
 * @returns null where there was no order before or during it: nothing was counted.
 */
export function campaignSentence(name: string, count: AroundCount): Bilingual | null {
  const { days, daysEach, ordersBefore, ordersDuring } = count;
  if (ordersBefore + ordersDuring === 0) return null;
  const date = (place: number): string => days[place]?.date ?? '';
  const span = (from: number, to: number, and: string): string =>
    from === to ? date(from) : `${date(from)}${and}${date(to)}`;
  const last = daysEach * 2 - 1;
  const zh = (orders: number): string => `共 ${orders} 单，日均${average(orders, daysEach, '约 ', ' ')} 单`;
  const en = (orders: number): string =>
    `${orders} ${orders === 1 ? 'order' : 'orders'}, ${average(orders, daysEach, 'about ', '')} a day`;
  const dayWord = daysEach === 1 ? 'day' : 'days';
  return {
    zh:
      `${name}：活动前 ${daysEach} 天（${span(0, daysEach - 1, ' 至 ')}）${zh(ordersBefore)}；` +
      `活动 ${daysEach} 天（${span(daysEach, last, ' 至 ')}）${zh(ordersDuring)}。`,
    en:
      `${name}: in the ${daysEach} ${dayWord} before it (${span(0, daysEach - 1, ' to ')}) ${en(ordersBefore)}; ` +
      `in its ${daysEach} ${dayWord} (${span(daysEach, last, ' to ')}) ${en(ordersDuring)}.`,
  };
}

/** Orders a day, whole or with one decimal, rounded half up in whole numbers; `about` is said where it was rounded. */
function average(orders: number, days: number, about: string, exactly: string): string {
  const tenths = Math.floor((orders * 20 + days) / (days * 2));
  const isExact = tenths * days === orders * 10;
  const figure = tenths % 10 === 0 ? String(tenths / 10) : `${Math.floor(tenths / 10)}.${tenths % 10}`;
  return `${isExact ? exactly : about}${figure}`;
}

/** The place of the last beginning that is not after `at`; -1 where all are. Of equal ones (a skipped day) the last. */
function lastNotAfter(begins: readonly Instant[], at: Instant): number {
  let low = 0;
  let high = begins.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((begins[middle] ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
