import { describe, expect, it } from 'vitest';
import { kindsFor, nothingTyped, writtenValue } from '../../../renderer/features/rulebook/own-value.ts';
import { readingValueSchema, type ReadingValue } from '../../../shared/rulebook/index.ts';

const hours = readingValueSchema.parse({ kind: 'duration', min: 24, max: 48, unit: 'h', from: 'delivered' });
const unknown: ReadingValue = { kind: 'unknown' };

describe('what a back office shows instead is written down as a value', () => {
  it('a span in another unit, from where the rule counts', () => {
    const typed = { ...nothingTyped(hours), figure: 5, unit: 'cd' as const };
    expect(writtenValue(hours, 'duration', typed)).toMatchObject({
      kind: 'duration',
      min: null,
      max: 5,
      unit: 'cd',
      from: 'delivered',
    });
    expect(nothingTyped(hours).unit).toBe('h');
  });

  it('anything that can be seen, where the sources say nothing', () => {
    const typed = {
      ...nothingTyped(unknown),
      figure: 3,
      from: 'returned' as const,
      lines: ' 交易 \n\n投诉管理 ',
    };
    const written = kindsFor(unknown).map((kind) => writtenValue(unknown, kind, typed));
    expect(written).toEqual([
      expect.objectContaining({ kind: 'duration', max: 3, unit: 'cd', from: 'returned' }),
      { kind: 'count', number: 3 },
      { kind: 'words', of: ['交易', '投诉管理'] },
      { kind: 'path', words: ['交易', '投诉管理'] },
    ]);
    for (const value of written) expect(readingValueSchema.safeParse(value).success).toBe(true);
  });

  it('an amount in the minor units of its currency, and none that cannot be read', () => {
    const money: ReadingValue = { kind: 'money', minor: 100, currency: 'USD' };
    const of = (amount: string) => writtenValue(money, 'money', { ...nothingTyped(money), amount });
    expect(of('12.50')).toEqual({ ...money, minor: 1250 });
    for (const amount of ['', 'many', '-3']) expect(of(amount)).toBeNull();
  });

  it('nothing while nothing was typed, and nothing for a table', () => {
    for (const kind of kindsFor(unknown))
      expect(writtenValue(unknown, kind, nothingTyped(unknown))).toBeNull();
    expect(kindsFor({ kind: 'evidence', of: ['order-page'] })).toEqual([]);
  });
});
