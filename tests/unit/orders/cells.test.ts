import { describe, expect, it } from 'vitest';
import { readAmount, readTypedAmount, readTime, writeAmount } from '../../../shared/orders/index.ts';

const SHANGHAI = 'Asia/Shanghai';

describe('a time is read in the zone the seller named', () => {
  it.each([
    ['2026-11-02 20:14', '2026-11-02T12:14:00Z'],
    ['2026-11-02 20:14:05', '2026-11-02T12:14:05Z'],
    ['2026/11/2 8:04', '2026-11-02T00:04:00Z'],
    ['2026.11.02 20:14', '2026-11-02T12:14:00Z'],
    ['2026年11月2日 20:14', '2026-11-02T12:14:00Z'],
    ['２０２６-１１-０２ ２０:１４', '2026-11-02T12:14:00Z'],
    ['2026-11-02', '2026-11-01T16:00:00Z'],
    ["'2026-11-02 20:14", '2026-11-02T12:14:00Z'],
    ['\t2026-11-02 20:14\t', '2026-11-02T12:14:00Z'],
    ['2026-11-02T20:14:00+03:00', '2026-11-02T17:14:00Z'],
    ['2026-11-02T20:14:00Z', '2026-11-02T20:14:00Z'],
  ])('%s', (cell, instant) => {
    expect(readTime(cell, SHANGHAI)).toBe(Date.parse(instant));
  });

  it('reads the same cell as another instant in another zone', () => {
    const cell = '2026-11-02 20:14';
    expect((readTime(cell, 'America/Los_Angeles') ?? 0) - (readTime(cell, SHANGHAI) ?? 0)).toBe(
      16 * 3_600_000,
    );
  });

  it.each(['', '  ', '-', '--', '—', 'null', 'N/A', '无'])('takes %j for no time at all', (cell) => {
    expect(readTime(cell, SHANGHAI)).toBeNull();
  });

  it.each([
    '2026-02-30 10:00',
    '2026-13-01',
    '46328.84',
    '昨天',
    '11/02/2026 20:14',
    '2026-11-02 25:00',
    '2026-11-02T20:14',
  ])('does not guess what %s may mean', (cell) => {
    const read = readTime(cell, SHANGHAI);
    if (cell === '2026-11-02T20:14') expect(read).toBe(Date.parse('2026-11-02T12:14:00Z'));
    else expect(read).toBeUndefined();
  });
});

describe('an amount is read in minor units, to the cent', () => {
  it.each([
    ['US $12.34', 'USD', { minor: 1234, currency: 'USD' }],
    ['12.34', 'USD', { minor: 1234, currency: null }],
    ['1,234.50', 'USD', { minor: 123_450, currency: null }],
    ['12,34 €', 'USD', { minor: 1234, currency: 'EUR' }],
    ['CN¥88', 'USD', { minor: 8800, currency: 'CNY' }],
    ['￥0.1', 'USD', { minor: 10, currency: 'CNY' }],
    ['1 234,50 руб.', 'USD', { minor: 123_450, currency: 'RUB' }],
    ['R$ 9,90', 'USD', { minor: 990, currency: 'BRL' }],
    ['US $0.00', 'USD', { minor: 0, currency: 'USD' }],
    ['-US $3.00', 'USD', { minor: -300, currency: 'USD' }],
    ['1500', 'JPY', { minor: 1500, currency: null }],
    ['US $１２.３４', 'USD', { minor: 1234, currency: 'USD' }],
    ['CNY 5', 'USD', { minor: 500, currency: 'CNY' }],
    ['5 元', 'CNY', { minor: 500, currency: 'CNY' }],
    ['$12.34', 'USD', { minor: 1234, currency: null }],
    ['$12.34', 'AUD', { minor: 1234, currency: null }],
    ['$12.34 USD', 'CNY', { minor: 1234, currency: 'USD' }],
    ['AU $12.34', 'USD', { minor: 1234, currency: 'AUD' }],
    ['CNY ￥5', 'USD', { minor: 500, currency: 'CNY' }],
    ['¥1,500', 'JPY', { minor: 1500, currency: null }],
    ['THB 500', 'USD', { minor: 50_000, currency: 'THB' }],
    ['1.234,50 €', 'EUR', { minor: 123_450, currency: 'EUR' }],
    ['\u22123.00', 'USD', { minor: -300, currency: null }],
    ['US $-3.00', 'USD', { minor: -300, currency: 'USD' }],
    ["1'234.50 CHF", 'CHF', { minor: 123_450, currency: 'CHF' }],
    ['Rs. 500', 'INR', { minor: 50_000, currency: 'INR' }],
  ])('%s', (cell, currency, amount) => {
    expect(readAmount(cell, currency)).toEqual(amount);
  });

  it.each([
    [300_000, 'CNY', '3000.00'],
    [5, 'USD', '0.05'],
    [3000, 'JPY', '3000'],
    [1500, 'KWD', '1.500'],
  ])('%s %s is written as %s and read back', (minor, currency, text) => {
    expect(writeAmount(minor, currency)).toBe(text);
    expect(readAmount(text, currency)).toEqual({ minor, currency: null });
  });

  it.each(['', '-', 'null'])('takes %j for no amount', (cell) => {
    expect(readAmount(cell, 'USD')).toBeNull();
  });

  it.each([
    'free',
    '12.345',
    '1.2.3',
    '--5',
    '99999999999999999999',
    '1e3',
    '1a2',
    '5万',
    '1,2',
    '1,20000',
    '1 2',
    '.50',
    'US $5 元',
    '约 5',
    '(3.00)',
  ])('does not guess what %s may mean', (cell) => {
    expect(readAmount(cell, 'USD')).toBeUndefined();
  });

  it.each([
    ['1.000', 'USD'],
    ['¥12.500', 'CNY'],
    [' 15.000 ', 'VND'],
  ])('nobody who types %s in %s is told that it is little', (typed, currency) => {
    expect(readTypedAmount(typed, currency)).toBeUndefined();
  });

  it.each([
    ['1.000', 'KWD', 1000],
    ['0.500', 'USD', 50],
    ['1,234.500', 'USD', 123_450],
    ['1.000,50', 'EUR', 100_050],
  ])('what is typed without a doubt is read: %s %s', (typed, currency, minor) => {
    expect(readTypedAmount(typed, currency)?.minor).toBe(minor);
  });

  it('a column with three decimals is read; where money has no decimals it may be thousands', () => {
    expect(readAmount('45.990', 'USD')?.minor).toBe(4599);
    expect(readAmount('12.000', 'VND')).toBeUndefined();
  });

  it.each([
    ['$500', 'GBP'],
    ['$500', 'CNY'],
    ['5 kr', 'EUR'],
  ])('a shared sign, %s, is no amount in %s', (cell, currency) => {
    expect(readAmount(cell, currency)).toBeUndefined();
  });
});
