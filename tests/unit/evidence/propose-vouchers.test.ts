import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proposeVouchers } from '../../../shared/evidence/index.ts';

const A = '801234567890123401';
const B = '801234567890123402';
const VOUCHERS = [
  { id: 'sent', per: 'order', fileWords: ['发货底单', '发货', '底单'] },
  { id: 'signed', per: 'order', fileWords: ['签收底单', '签收', 'POD'] },
  { id: 'campaign', per: 'case', fileWords: ['活动报名截图'] },
] as const;

const named = (...names: string[]) =>
  names.map((fileName, place) => ({ itemId: `i${place}`, fileName, label: '' }));
const propose = (...names: string[]) => proposeVouchers(named(...names), [A, B], VOUCHERS, []);

describe('a file is proposed by its name', () => {
  test.each([
    ['the longest word wins', `${A}签收底单.jpg`, 'signed'],
    ['a word that two names share falls to the one it is whole in', `底单 ${A}.png`, 'sent'],
    ['any order of the two', `签收-${A}.pdf`, 'signed'],
    ['whatever its case', `pod_${A}.JPG`, 'signed'],
    ['in full-width forms', `ＰＯＤ８０１２３４５６７８９０１２３４０１.jpg`, 'signed'],
    ['with a count behind the number', `${A}(2)发货.jpg`, 'sent'],
    ['with a figure in a circle right beside it', `①${A}②发货.jpg`, 'sent'],
    ['with letters beside it', `IMG${A}发货.jpg`, 'sent'],
  ])('%s', (_, name, requirementId) => {
    expect(propose(name)).toEqual([{ itemId: 'i0', orderNumber: A, requirementId }]);
  });

  test('or by its label, or by both together', () => {
    const items = [
      { itemId: 'label', fileName: 'IMG_0001.jpg', label: `${A} 签收` },
      { itemId: 'both', fileName: `${B}.jpg`, label: '发货底单' },
    ];
    expect(proposeVouchers(items, [A, B], VOUCHERS, [])).toEqual([
      { itemId: 'label', orderNumber: A, requirementId: 'signed' },
      { itemId: 'both', orderNumber: B, requirementId: 'sent' },
    ]);
  });

  test('a number that begins another names the longer one', () => {
    const items = named('P-1-2 发货.jpg', 'P-1 发货.jpg');
    expect(proposeVouchers(items, ['P-1', 'P-1-2'], VOUCHERS, []).map((each) => each.orderNumber)).toEqual([
      'P-1-2',
      'P-1',
    ]);
  });
});

describe('where it is not certain nothing is said', () => {
  test.each([
    ['no order number', '发货底单.jpg'],
    ['a part of a longer number', `${A}9发货.jpg`],
    ['a part of a longer number in full-width figures', `９${A}发货.jpg`],
    ['no word', `${A}.jpg`],
    ['two orders', `${A} ${B} 发货.jpg`],
    ['two vouchers by words of one length', `${A}发货底单签收底单.jpg`],
    ['a voucher that the case has as a whole', `${A}活动报名截图.jpg`],
  ])('%s', (_, name) => {
    expect(propose(name)).toEqual([]);
  });

  test('a file name and a label that name two orders', () => {
    const items = [{ itemId: 'i', fileName: `${A}发货.jpg`, label: B }];
    expect(proposeVouchers(items, [A, B], VOUCHERS, [])).toEqual([]);
  });
});

test('what is ticked already is not proposed again, another slot of the same file is', () => {
  const items = named(`${A}发货.jpg`, `${A}签收.jpg`);
  const taken = [{ itemId: 'i0', orderNumber: A, requirementId: 'sent' }];
  expect(proposeVouchers(items, [A], VOUCHERS, taken)).toEqual([
    { itemId: 'i1', orderNumber: A, requirementId: 'signed' },
  ]);
  const elsewhere = [{ itemId: 'i0', orderNumber: B, requirementId: 'sent' }];
  expect(proposeVouchers(items, [A], VOUCHERS, elsewhere)).toHaveLength(2);
});

const digits = fc.string({ unit: fc.constantFrom('0', '1', '2'), minLength: 3, maxLength: 6 });
const glue = fc.constantFrom('发货', '签收', '底单', '_', '-', ' ', 'x', '③', '１', '0', '');
/** A name made of some of the orders' numbers, of other numbers and of words, in any order and with anything between. */
const setting = fc.array(digits, { minLength: 1, maxLength: 4 }).chain((numbers) =>
  fc.record({
    numbers: fc.constant(numbers),
    pieces: fc.array(fc.oneof(fc.constantFrom(...numbers), digits, glue, glue, glue), { maxLength: 7 }),
  }),
);

test('a proposal always names a number that stands in the file name by itself, and no other stands there', () => {
  let proposed = 0;
  fc.assert(
    fc.property(setting, ({ numbers, pieces }) => {
      const fileName = `${pieces.join('')}.jpg`;
      const found = proposeVouchers([{ itemId: 'i', fileName, label: '' }], numbers, VOUCHERS, []);
      const runs: string[] = fileName.replace(/③/g, ' ').normalize('NFKC').match(/\d+/g) ?? [];
      for (const { orderNumber } of found) {
        proposed += 1;
        expect(runs).toContain(orderNumber);
        expect(numbers.filter((number) => number !== orderNumber && runs.includes(number))).toEqual([]);
      }
      expect(found.length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 3000 },
  );
  expect(proposed).toBeGreaterThan(50);
});
