import { describe, expect, test } from 'vitest';
import { findOrderNumbers } from '../../../shared/notices/index.ts';

const SIXTEEN = String.raw`^\d{16}$`;
const EIGHTEEN = String.raw`^\d{18,19}$`;
const DASHED = String.raw`\d{3}-\d{7}-\d{7}`;
/** A platform of which nothing is known takes nearly anything. */
const ANYTHING = String.raw`^(?=(?:[^\d]*\d){4})[0-9A-Za-z][0-9A-Za-z-]{7,63}$`;
const A = '8012345678901001';
const B = '8012345678901002';
const C = '8012345678901003';

const orders = (text: string, pattern = SIXTEEN): string[] =>
  findOrderNumbers(text, pattern).orderNumbers.map((each) => each.orderNumber);
const others = (text: string, pattern = SIXTEEN): string[] =>
  findOrderNumbers(text, pattern).otherNumbers.map((each) => each.text);

describe('order numbers are found in a notice however it was pasted', () => {
  test.each([
    ['glued to Chinese words', `涉及订单号${A}的交易，另有${B}等`],
    ['behind a label', `订单编号：${A} 订单号:${B}`],
    ['with Chinese separators', `${A}、${B}`],
    ['with full-width commas', `${A}，${B}；`],
    ['one a line, with Windows line ends', `${A}\r\n${B}\r\n`],
    ['as cells of a table', `订单号\t运单号\n${A}\tSF1234567890123\n${B}\tYT1234567890123`],
    ['as a numbered list', `1.${A}\n2、${B}`],
    ['as a numbered list within a line', `如下：1.${A}。2.${B}`],
    ['in full-width figures', '８０１２３４５６７８９０１００１，８０１２３４５６７８９０１００２'],
    ['with marks nobody sees', `\u200e8012\u200b345678901001\u202c \ufeff${B}`],
    ['behind an English label without a blank', `OrderID${A} No.${B}`],
    ['with a hyphen between them', `${A}-${B}`],
    ['set in stars by a chat', `*${A}* **${B}**`],
    ['with how many pieces behind them', `${A}*2件 ${B}*1件`],
    ['with what a spreadsheet adds', `${A}.0\n${B}.0`],
    ['at the end of a sentence', `See ${A}. And ${B}.`],
    ['each named more than once', `${A}、${B}、${A}`],
    ['called a breach, which names the order', `违规订单${A}；涉嫌违规：${B}`],
  ])('%s', (_, text) => {
    expect(orders(text)).toEqual([A, B]);
  });

  test('each is given where it stands first, in the text as it was pasted', () => {
    const text = `订单\u200b：\ufeff８０１２３４５６７８９０１\u200b００１\u200b、${B}\u202c、${A}`;
    const found = findOrderNumbers(text, SIXTEEN).orderNumbers;
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
      '８０１２３４５６７８９０１\u200b００１',
      B,
    ]);
  });

  test('numbers with hyphens are taken whole, and leading zeros stay', () => {
    expect(orders('订单 026-1234567-7654321，另见 111-2222222-3333333', DASHED)).toEqual([
      '026-1234567-7654321',
      '111-2222222-3333333',
    ]);
  });

  test('a number that is a part of a longer one is not found in it', () => {
    expect(orders(`1${A}`)).toEqual([]);
    expect(orders(`SF${A}`)).toEqual([]);
    expect(orders(`${A.slice(1)} ${A}9`)).toEqual([]);
  });
});

describe('a number that cannot be trusted is shown, never taken for an order', () => {
  test.each([
    ['masked by stars', '1234****5678', '订单1234****5678'],
    ['masked at its end', `${A.slice(0, 12)}****`, `订单${A.slice(0, 12)}****`],
    ['masked by letters', '8012xxxx1001', '订单8012xxxx1001'],
    ['masked by full-width stars', '8012＊＊＊＊1001', '8012＊＊＊＊1001'],
    ['rounded by a spreadsheet', '8.01E+15', '订单号：8.01E+15'],
    ['rounded without its sign', '8.01235E15', '8.01235E15'],
    ['rounded, with a decimal comma', '8,01235E+15', '8,01235E+15'],
  ])('%s', (_, shown, text) => {
    expect(orders(text)).toEqual([]);
    expect(others(text)).toEqual([shown]);
    expect(orders(text, ANYTHING)).toEqual([]);
  });

  test('waybills, phones and numbers of the notice are other numbers', () => {
    const text = `运单号：SF1234567890123，电话 13812345678，0571-88158198，违规编号：2026112012345678，订单号：${A}`;
    for (const pattern of [SIXTEEN, ANYTHING]) {
      expect(orders(text, pattern)).toEqual([A]);
      expect(others(text, pattern)).toEqual([
        'SF1234567890123',
        '13812345678',
        '0571-88158198',
        '2026112012345678',
      ]);
    }
  });

  test('a list of waybills behind one label is other numbers, although they look like orders', () => {
    expect(orders(`运单号：${A}、${B}；订单号：${C}`)).toEqual([C]);
  });

  test('the same number called an order elsewhere is an order, there', () => {
    const text = `运单号：${A}\n订单号：${A}`;
    expect(findOrderNumbers(text, SIXTEEN)).toEqual({
      orderNumbers: [{ orderNumber: A, start: 25, end: 41 }],
      otherNumbers: [],
    });
  });

  test('what looks like a waybill or phone is an order where it is called one and the platform writes them so', () => {
    expect(orders('订单号：SF1234567890123、SF1234567890124', ANYTHING)).toEqual([
      'SF1234567890123',
      'SF1234567890124',
    ]);
    expect(orders('涉及订单：\n13812345678', ANYTHING)).toEqual(['13812345678']);
    expect(orders('订单号：SF1234567890123', SIXTEEN)).toEqual([]);
  });

  test('dates, times, amounts and mail addresses are no orders', () => {
    const text = '2026-11-20 14:03:22 起，金额 12345678.50 元，￥12345678，12345678@qq.com';
    expect(orders(text, ANYTHING)).toEqual([]);
    expect(others(text, ANYTHING)).toEqual(['12345678']);
  });

  test('a short number is not shown', () => {
    expect(findOrderNumbers('共 12 笔订单，扣 48 分，第 1234567 号', SIXTEEN)).toEqual({
      orderNumbers: [],
      otherNumbers: [],
    });
  });
});

describe('nothing is joined silently', () => {
  test.each(['\n', '\r\n', ' \n  '])(
    'a number broken over a line is one where only the whole fits: %j',
    (wrap) => {
      const text = `订单${A.slice(0, 12)}${wrap}${A.slice(12)}涉嫌`;
      const [found, ...rest] = findOrderNumbers(text, SIXTEEN).orderNumbers;
      expect(rest).toEqual([]);
      expect(found?.orderNumber).toBe(A);
      expect(text.slice(found?.start, found?.end)).toBe(`${A.slice(0, 12)}${wrap}${A.slice(12)}`);
    },
  );

  test('a part that fits alone stays alone', () => {
    expect(orders('801234567890123456\n7', EIGHTEEN)).toEqual(['801234567890123456']);
  });

  test('parts that fit with either neighbour are left to the person', () => {
    const text = [A.slice(0, 12), A.slice(12), B.slice(0, 12), B.slice(12)].join('\n');
    expect(orders(text)).toEqual([]);
    expect(others(text)).toEqual([A.slice(0, 12)]);
  });

  test('parts with a blank, words or an empty line between them are two numbers', () => {
    for (const between of [' ', '\n\n', '\n和', '，\n']) {
      expect(orders(A.slice(0, 12) + between + A.slice(12))).toEqual([]);
    }
  });

  test('a waybill or a phone never becomes a part of an order', () => {
    expect(orders('运单号：731234567890\n1001')).toEqual([]);
    expect(orders('13812345678\n12345')).toEqual([]);
  });
});
