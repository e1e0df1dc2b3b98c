import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dateOf, dayNumber, weekdayOf } from '../../../shared/deadlines/day-number.ts';

const epoch = Temporal.PlainDate.from('1970-01-01');
const numberOf = (date: string) => epoch.until(date, { largestUnit: 'days' }).days;
const [yearZero, year9999, year12000] = ['0000-01-01', '9999-12-31', '+012000-12-31'].map(numberOf) as [
  number,
  number,
  number,
];
const MANY = { numRuns: 5000 };

describe('days as numbers', () => {
  it('are the days of Temporal, from the year 0 to beyond the year 9999', () => {
    fc.assert(
      fc.property(fc.integer({ min: yearZero, max: year12000 }), (day) => {
        const same = epoch.add({ days: day });
        expect(dateOf(day)).toBe(same.toString());
        expect(weekdayOf(day)).toBe(same.dayOfWeek);
      }),
      { seed: 21, ...MANY },
    );
  });

  it('come back from what they are written as', () => {
    fc.assert(
      fc.property(fc.integer({ min: yearZero, max: year9999 }), (day) => {
        expect(dayNumber(dateOf(day))).toBe(day);
      }),
      { seed: 22, ...MANY },
    );
  });

  it('hold on every day of four hundred years, leap days and turns of centuries among them', () => {
    let same = Temporal.PlainDate.from('1800-01-01');
    const first = dayNumber('1800-01-01');
    for (let day = first; day < first + 146_097; day += 1) {
      if (dateOf(day) !== same.toString() || weekdayOf(day) !== same.dayOfWeek)
        expect([dateOf(day), weekdayOf(day)]).toEqual([same.toString(), same.dayOfWeek]);
      same = same.add({ days: 1 });
    }
    expect(same.toString()).toBe('2200-01-01');
  });

  it('refuse every text that is no day, and only those', () => {
    const [year, month, day] = [
      fc.integer({ min: 0, max: 9999 }),
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 0, max: 34 }),
    ];
    fc.assert(
      fc.property(year, month, day, (y, m, d) => {
        const text = `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
        let known: number | null;
        try {
          known = numberOf(text);
        } catch {
          known = null;
        }
        if (known === null) expect(() => dayNumber(text)).toThrow(RangeError);
        else expect(dayNumber(text)).toBe(known);
      }),
      { seed: 23, ...MANY },
    );
    for (const text of ['', 'tomorrow', '2026-1-05', '2026-01-05T00:00', '26-01-05', '+012000-01-01'])
      expect(() => dayNumber(text)).toThrow(RangeError);
  });
});
