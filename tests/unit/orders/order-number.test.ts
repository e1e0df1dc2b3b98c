import { describe, expect, it } from 'vitest';
import { readOrderNumber, watchRounding, type Rounding } from '../../../shared/orders/index.ts';

const WHOLE = '8012345678901234';

describe('an order number is read digit for digit', () => {
  it.each([
    ['as it is', WHOLE],
    ['kept as text by a formula', `="${WHOLE}"`],
    ['kept as text by an apostrophe', `'${WHOLE}`],
    ['kept as text by a leading tab', `\t${WHOLE}`],
    ['with a tab behind it, as Taobao writes it', `${WHOLE}\t`],
    ['in quotes', `"${WHOLE}"`],
    ['in full-width digits', '８０１２３４５６７８９０１２３４'],
    ['between spaces and no-break spaces', ` \u00a0${WHOLE}\u3000`],
    ['with a byte order mark in front', `\ufeff${WHOLE}`],
    ['with marks nobody sees', `\u200e${WHOLE.slice(0, 8)}\u200b${WHOLE.slice(8)}\u202c`],
    ['with a decimal zero behind it', `${WHOLE}.0`],
  ])('%s', (_, cell) => {
    expect(readOrderNumber(cell)).toEqual({ ok: true, orderNumber: WHOLE });
  });

  it.each(['P-2026-0001', '1688-AB12', 'DD2026110200001'])('takes %s, which is not all digits', (cell) => {
    expect(readOrderNumber(cell)).toEqual({ ok: true, orderNumber: cell });
  });
});

describe('a number whose digits are lost is refused, never guessed', () => {
  it.each([
    '8.01235E+15',
    '8.01E15',
    '8.01235e+15',
    '8E+15',
    '="8.01235E+15"',
    '8,01235E+15',
    '８.０１E+１５',
  ])('%s', (cell) => {
    expect(readOrderNumber(cell)).toEqual({ ok: false, reason: 'order-number-scientific' });
  });

  it.each(['', '   ', '=""', "'", '\t', '\u200b'])('an empty cell is told apart: %j', (cell) => {
    expect(readOrderNumber(cell)).toEqual({ ok: false, reason: 'order-number-missing' });
  });

  it.each([
    '合计',
    'Ivan Petrov',
    '123',
    '8012345678901234.5',
    '-8012345678901234',
    '8012345678901234/8012345678901235',
    `${WHOLE} 8012345678901235`,
    `${WHOLE}\n8012345678901235`,
    '<script>',
    '=HYPERLINK("x")',
    'x'.repeat(65),
    'ORDER-NO',
  ])('%s is no order number', (cell) => {
    expect(readOrderNumber(cell)).toEqual({ ok: false, reason: 'order-number-shape' });
  });
});

describe('a file whose numbers a spreadsheet rounded is noticed', () => {
  const rounded = Array.from({ length: 6 }, (_, place) => `80123456789${String(1000 + place)}0`);
  const short = Array.from({ length: 20 }, (_, place) => `${1000 + place}0000`);
  const judge = (orderNumbers: readonly string[]): Rounding => {
    const watch = watchRounding();
    for (const number of orderNumbers) watch.see(number);
    return watch.judgement();
  };

  it('sees that every long number ends in zeros behind its 15th digit', () => {
    expect(rounded.every((number) => number.length === 16)).toBe(true);
    expect(judge(rounded)).toBe('rounded');
    expect(judge([...short, ...rounded])).toBe('rounded');
  });

  it.each([1, 2, 5])('doubts %i such numbers: they may be chance, and they may be damage', (count) => {
    expect(judge([...rounded.slice(0, count), ...short])).toBe('doubtful');
  });

  it('doubts a longer number that lost more than one digit', () => {
    expect(judge(['2314567890123450000'])).toBe('doubtful');
  });

  it('holds one number with a digit there for proof that nothing was rounded, wherever it stands', () => {
    for (const place of [0, 3, 6])
      expect(judge([...rounded.slice(0, place), WHOLE, ...rounded.slice(place)])).toBe('whole');
    expect(judge([rounded[0] ?? '', '2314567890123456001'])).toBe('whole');
  });

  it('says nothing of short numbers, which a spreadsheet keeps', () => {
    expect(judge(short)).toBe('short');
    expect(judge([])).toBe('short');
  });
});
