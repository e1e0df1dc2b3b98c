import { describe, expect, it } from 'vitest';
import { readNumber, steppedNumber } from '../../../renderer/ui/typed-number.ts';

const DAYS = { min: 1, max: 999 };

describe('a number as it is typed', () => {
  it.each([
    ['3', 3],
    [' 12 ', 12],
    ['１２', 12],
    ['007', 7],
  ])('%j is read', (typed, number) => {
    expect(readNumber(typed, DAYS)).toBe(number);
  });

  it.each(['1e3', '1a2', '1.5', '1 2', '3天', '0', '-1', '1000', '1,2', '+', '9'.repeat(30)])(
    '%j is refused, and never changed into another number',
    (typed) => {
      expect(readNumber(typed, DAYS)).toBeUndefined();
    },
  );

  it('nothing is nothing', () => {
    expect(readNumber('  ', DAYS)).toBeNull();
  });

  it('parts of one are read where they are asked for', () => {
    const hours = { min: 0.25, max: 720, parts: true };
    expect(readNumber('1.5', hours)).toBe(1.5);
    expect(readNumber('0.1', hours)).toBeUndefined();
    expect(readNumber('1.5h', hours)).toBeUndefined();
  });

  it('a thousand is written with its comma too', () => {
    expect(readNumber('1,000', { min: 0, max: 1_000_000 })).toBe(1000);
  });

  it('an arrow key stays within bounds and begins at the least', () => {
    expect(steppedNumber(null, 1, DAYS)).toBe(1);
    expect(steppedNumber(3, -1, DAYS)).toBe(2);
    expect(steppedNumber(1, -1, DAYS)).toBe(1);
    expect(steppedNumber(999, 1, DAYS)).toBe(999);
  });
});
