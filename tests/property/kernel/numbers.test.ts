import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberKey } from '../../../shared/kernel/index.ts';

const place = fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789');
const run = fc.string({ unit: place, minLength: 1, maxLength: 8 });
const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 6 });
/** As platforms write them: runs of letters and digits with dashes between, digits at the end. */
const numbers = fc
  .tuple(fc.array(run, { maxLength: 3 }), digits)
  .map(([runs, last]) => [...runs, last].join('-'));

/** Only what is on a keyboard has a full-width form. */
const wide = (text: string): string =>
  text
    .replaceAll(/[!-~]/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0))
    .replaceAll(' ', '\u3000');

/** What a person, a page or a spreadsheet makes of a number without making another one of it. */
const writings = fc.constantFrom<(number: string) => string>(
  (number) => number.toLowerCase(),
  wide,
  (number) => ` ${number}\u3000`,
  (number) => [...number].join(' '),
  (number) => `#${number}`,
  (number) => `="${number}"`,
  (number) => `编号：${number}`,
  (number) => `Case ID: ${number}`,
  (number) => `（${number}）`,
  (number) => number.replaceAll('-', '–'),
);

describe('platform numbers', () => {
  it('are the same however they are written, one way on top of another', () => {
    fc.assert(
      fc.property(numbers, fc.array(writings, { maxLength: 2 }), (number, ways) => {
        const written = ways.reduce((text, write) => write(text), number);
        // Only the outermost label is taken for one.
        fc.pre((written.match(/[:：]/gu) ?? []).length < 2);
        expect(numberKey(written)).toBe(numberKey(number));
      }),
    );
  });

  it('are others where a letter or a digit is', () => {
    fc.assert(
      fc.property(numbers, numbers, (one, other) => {
        fc.pre(one !== other);
        expect(numberKey(one)).not.toBe(numberKey(other));
      }),
    );
  });
});
