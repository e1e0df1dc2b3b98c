import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCountdown, findInstants, findOrderNumbers } from '../../../shared/notices/index.ts';

const PATTERNS = [String.raw`^\d{16}$`, String.raw`^\d{18,19}$`];
/** Words of a notice that call no number anything but an order. */
const WORDS = [
  '您的店铺',
  '订单号',
  '订单编号：',
  '涉嫌虚假交易',
  '，扣48分',
  '的交易',
  '（',
  '）',
  '以下订单：',
  'order ',
  '共12笔。',
];
const SEPARATORS = ['、', '，', ',', ';', '；', ' ', '\t', '\n', '\r\n', '\u3000', '/', '的和', '。\n'];
const HIDDEN = ['', '\u200b', '\ufeff', '\u202c'];

const number = (pattern: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom('8', '3', '5'),
      fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 18, maxLength: 18 }),
    )
    .map(([first, rest]) =>
      (first + rest).slice(0, pattern.includes('16') ? 16 : 18 + (Number(rest.at(-1)) % 2)),
    );

const written = (digits: string, wide: boolean, hidden: string, place: number): string => {
  const form = wide
    ? Array.from(digits, (digit) => String.fromCodePoint(0xff10 + Number(digit))).join('')
    : digits;
  return form.slice(0, place) + hidden + form.slice(place);
};

const planted = fc.constantFrom(...PATTERNS).chain((pattern) =>
  fc.record({
    pattern: fc.constant(pattern),
    plants: fc.array(
      fc.record({
        digits: number(pattern),
        wide: fc.boolean(),
        hidden: fc.constantFrom(...HIDDEN),
        place: fc.integer({ min: 1, max: 15 }),
        before: fc.constantFrom('', ...WORDS),
        after: fc.constantFrom(...SEPARATORS),
      }),
      { minLength: 1, maxLength: 12 },
    ),
  }),
);

describe('a notice’s order numbers are all found', () => {
  it('each that was planted, in any writing, where it first stands', () => {
    fc.assert(
      fc.property(planted, ({ pattern, plants }) => {
        let text = '';
        const expected = new Map<string, { orderNumber: string; start: number; end: number }>();
        for (const { digits, wide, hidden, place, before, after } of plants) {
          text += before;
          const form = written(digits, wide, hidden, place);
          const start = text.length;
          if (!expected.has(digits))
            expected.set(digits, { orderNumber: digits, start, end: start + form.length });
          text += form + after;
        }
        expect(findOrderNumbers(text, pattern)).toEqual({
          orderNumbers: [...expected.values()],
          otherNumbers: [],
        });
      }),
      { numRuns: 1000 },
    );
  });
});

const PIECES = [
  ...WORDS,
  ...SEPARATORS,
  ...HIDDEN,
  ...[
    '运单号：',
    '电话',
    '剩',
    '余',
    '天',
    '小时',
    '分',
    '后关闭',
    'left',
    'in ',
    '年',
    '月',
    '日',
    '下午',
    '时',
    ':',
  ],
  ...[
    '8012345678901001',
    '801234567890',
    '1001',
    '２０２６',
    '2026-11-20',
    '14:03',
    '1234****5678',
    '8.01E+15',
  ],
  ...['13812345678', 'SF1234567890123', '-', '*', '.', '0', '72', '1', 'T', 'Z', '+08:00', '😀', '\ud83d'],
];
const anyText = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(fc.constantFrom(...PIECES), { minLength: 5, maxLength: 40 })
      .map((all) => all.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

interface Span {
  readonly start: number;
  readonly end: number;
}

function expectApart(text: string, spans: readonly Span[]): void {
  let reached = 0;
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start)) {
    expect(start).toBeGreaterThanOrEqual(reached);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
    reached = end;
  }
}

describe('whatever is pasted', () => {
  it('no two numbers found overlap, none is found twice, and an order’s digits are those that stand there', () => {
    let found = 0;
    fc.assert(
      fc.property(anyText, fc.constantFrom(...PATTERNS, '[0-9A-Za-z-]{8,}'), (text, pattern) => {
        const { orderNumbers, otherNumbers } = findOrderNumbers(text, pattern);
        found += orderNumbers.length + otherNumbers.length;
        expectApart(text, [...orderNumbers, ...otherNumbers]);
        expect(new Set(orderNumbers.map((each) => each.orderNumber)).size).toBe(orderNumbers.length);
        for (const { orderNumber, start, end } of orderNumbers) {
          expect(orderNumber).toMatch(new RegExp(`^(?:${pattern})$`));
          const there = text
            .slice(start, end)
            .normalize('NFKC')
            .replace(/[^0-9A-Za-z-]/g, '');
          expect(there).toBe(orderNumber);
        }
        for (const other of otherNumbers) expect(text.slice(other.start, other.end)).toBe(other.text);
      }),
      { numRuns: 2000 },
    );
    expect(found).toBeGreaterThan(500);
  });

  it('instants lie apart and read the same alone as in the text', () => {
    let found = 0;
    fc.assert(
      fc.property(anyText, (text) => {
        const instants = findInstants(text, 'Asia/Shanghai');
        found += instants.length;
        expectApart(text, instants);
        for (const { words, at, hasTime, start, end } of instants) {
          expect(text.slice(start, end)).toBe(words);
          expect(Number.isSafeInteger(at) && at >= 0).toBe(true);
          expect(findInstants(words, 'Asia/Shanghai')).toEqual([
            { words, at, hasTime, start: 0, end: words.length },
          ]);
        }
      }),
      { numRuns: 2000 },
    );
    expect(found).toBeGreaterThan(100);
  });

  it('a countdown says that something is left, and gives whole milliseconds', () => {
    let found = 0;
    fc.assert(
      fc.property(anyText, (text) => {
        const countdown = findCountdown(text);
        if (countdown === null) return;
        found += 1;
        expect(text.slice(countdown.start, countdown.end)).toBe(countdown.words);
        expect(countdown.words).toMatch(/[剩余还距后]|left|in|倒计时/);
        expect(Number.isSafeInteger(countdown.milliseconds) && countdown.milliseconds >= 0).toBe(true);
      }),
      { numRuns: 3000 },
    );
    expect(found).toBeGreaterThan(5);
  });
});

describe('a page’s countdown', () => {
  it('is read to the second in every way that pages write it', () => {
    const length = fc.record({
      days: fc.integer({ min: 0, max: 99 }),
      hours: fc.integer({ min: 0, max: 23 }),
      minutes: fc.integer({ min: 0, max: 59 }),
      seconds: fc.integer({ min: 0, max: 59 }),
    });
    const two = (value: number): string => String(value).padStart(2, '0');
    fc.assert(
      fc.property(length, ({ days, hours, minutes, seconds }) => {
        const milliseconds = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
        for (const words of [
          `剩${days}天${hours}小时${minutes}分${seconds}秒`,
          `剩余时间：${days} 天 ${hours} 小时 ${minutes} 分钟 ${seconds} 秒`,
          `${days}天${hours}小时${minutes}分${seconds}秒后关闭`,
          `剩余 ${days * 24 + hours}:${two(minutes)}:${two(seconds)}`,
          `${days} days ${hours} hours ${minutes} minutes ${seconds} seconds left`,
        ]) {
          expect(findCountdown(`通知：${words}`)).toMatchObject({ words, milliseconds, start: 3 });
        }
      }),
    );
  });
});
