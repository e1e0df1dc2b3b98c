import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { canonicalJson, newId } from '../../../shared/kernel/index.ts';
import { id, legalDate, orderNumber, patchOf, zone } from '../../../shared/kernel/fields.ts';

const random = { bytes: (length: number) => new Uint8Array(length).fill(0xff) };

describe('ids, canonical text and fields', () => {
  it('makes ids that sort by the instant they were made', () => {
    const ids = [1, 1000, 1_800_000_000_000, 281_474_976_710_655].map((now) =>
      newId({ now: () => now }, random),
    );
    expect(ids.toSorted()).toEqual(ids);
    for (const made of ids) expect(id.safeParse(made).success).toBe(true);
    expect(ids[2]?.slice(0, 13)).toBe(
      (1_800_000_000_000)
        .toString(16)
        .padStart(12, '0')
        .replace(/^(.{8})/, '$1-'),
    );
  });

  it('writes equal values as equal text, whatever the order of their keys', () => {
    expect(canonicalJson({ b: [1, { d: null, c: '单' }], a: undefined, 2: true })).toBe(
      '{"2":true,"b":[1,{"c":"单","d":null}]}',
    );
    expect(canonicalJson(['a', undefined])).toBe('["a",null]');
    expect(canonicalJson('\ud83d')).toBe('"\\ud83d"');
  });

  it('takes only zones that exist, so that no time is ever read by a clock nobody has', () => {
    for (const good of ['Asia/Shanghai', 'America/Los_Angeles', 'UTC'])
      expect(zone.safeParse(good).success).toBe(true);
    for (const bad of ['Mars/Base', '', 'Asia/Shanghai ', '../etc', '北京'])
      expect(zone.safeParse(bad).success).toBe(false);
  });

  it('keeps order numbers as text of letters, digits and dashes', () => {
    for (const bad of ['8012 34', '8.01E+15', '', '-1', '8012\n', 'a'.repeat(65)]) {
      expect(orderNumber.safeParse(bad).success).toBe(false);
    }
    expect(orderNumber.safeParse('08012345678901234').data).toBe('08012345678901234');
    expect(orderNumber.safeParse(8_012_345).success).toBe(false);
  });

  it('takes a legal date that is a day of the calendar', () => {
    expect(legalDate.safeParse('2026-11-02').success).toBe(true);
    for (const bad of ['2026-11-2', '2026-02-30', '2026-13-01', '20261102', '2026-11-02T00:00']) {
      expect(legalDate.safeParse(bad).success, bad).toBe(false);
    }
  });
});

describe('a change of a record', () => {
  const fields = z.strictObject({ name: z.string(), note: z.string().default(''), size: z.int().optional() });

  it('leaves alone what it does not name, whatever a new record would be given', () => {
    expect(patchOf(fields).parse({})).toEqual({});
    expect(patchOf(fields).parse({ note: '月结' })).toEqual({ note: '月结' });
    expect(patchOf(fields).safeParse({ other: 1 }).success).toBe(false);
    expect(patchOf(fields).safeParse({ name: 1 }).success).toBe(false);
  });
});
