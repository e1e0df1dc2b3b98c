import { describe, expect, test } from 'vitest';
import { readOrderNumbers, unlikeThose } from '../../../renderer/features/cases/order-numbers.ts';
import { platforms } from '../../../shared/rulebook/index.ts';
import { orderNumberOf } from '../../helpers/order-number.ts';
import { compileShipped } from '../rulebook/shipped-packs.ts';

describe('order numbers that a seller pastes', () => {
  test('lines, blanks, commas and Chinese commas all part them, and each counts once', () => {
    expect(
      readOrderNumbers('8012345678901001\n8012345678901002, 8012345678901003，8012345678901001').numbers,
    ).toEqual(['8012345678901001', '8012345678901002', '8012345678901003']);
  });

  test('a number that a spreadsheet rounded is named, never guessed', () => {
    expect(readOrderNumbers('8.01235E+15 8012345678901001')).toEqual({
      numbers: ['8012345678901001'],
      rounded: ['8.01235E+15'],
      unreadable: [],
    });
  });

  test('is read as a cell of an export is: full-width digits are digits, and an apostrophe before it is none of it', () => {
    expect(readOrderNumbers("８０１２３４５６７８９０１００１ '8012345678901002").numbers).toEqual([
      '8012345678901001',
      '8012345678901002',
    ]);
  });

  test('what is no number at all is named too', () => {
    expect(readOrderNumbers('订单号：8012').unreadable).toEqual(['订单号：8012']);
  });

  test('a word without a digit is none, on whatever platform', () => {
    expect(readOrderNumbers('abc TB-X 8012345678901001')).toEqual({
      numbers: ['8012345678901001'],
      rounded: [],
      unreadable: ['abc', 'TB-X'],
    });
  });

  test('one that does not look like its platform is asked back about, and one that does is not', () => {
    for (const platform of platforms(compileShipped().rulebook)) {
      if (platform.orderNumber === null) {
        expect(unlikeThose(['a1'], platform)).toEqual([]);
        continue;
      }
      const right = orderNumberOf(platform, 1);
      expect(unlikeThose([right, 'a1', `${right} `], platform), platform.id).toEqual(['a1', `${right} `]);
    }
  });

  test('leading zeros stay', () => {
    expect(readOrderNumbers('0080123').numbers).toEqual(['0080123']);
  });
});
