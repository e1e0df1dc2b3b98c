import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { countDates, daysOnPage, readDay, turnedDay } from '../../../shared/deadlines/index.ts';
import { createFormatters } from '../../../shared/i18n/index.ts';
import { endDayIn, instantsOfEnds } from '../../../shared/kernel/index.ts';

const first = Temporal.PlainDate.from('2000-02-01');
const days = fc.integer({ min: 0, max: 36_000 }).map((count) => first.add({ days: count }).toString());
const sheets = fc.constantFrom('month' as const, 'week' as const);
/** Havana lives twice through midnight, Santiago and Beirut skip it, Lord Howe moves by half an hour. */
const zones = fc.constantFrom(
  ...['Asia/Shanghai', 'UTC', 'America/Los_Angeles', 'America/Havana', 'America/Santiago', 'Asia/Beirut'],
  ...['Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia'],
);

describe('laws of a page of the calendar', () => {
  it('holds its day in whole weeks, each day once, and six weeks at most', () => {
    fc.assert(
      fc.property(sheets, days, (sheet, day) => {
        const page = daysOnPage(sheet, day);
        expect(page).toContain(day);
        expect(page.length % 7).toBe(0);
        expect(page.length).toBeLessThanOrEqual(sheet === 'week' ? 7 : 42);
        expect(Temporal.PlainDate.from(page[0] ?? '').dayOfWeek).toBe(1);
        expect(countDates(page[0] ?? '', page.at(-1) ?? '')).toBe(page.length);
        expect(page.toSorted()).toEqual(page);
        // No row stands on it that has nothing of the month.
        if (sheet === 'month')
          for (let week = 0; week < page.length; week += 7)
            expect(page.slice(week, week + 7).some((each) => each.startsWith(day.slice(0, 7)))).toBe(true);
      }),
      { seed: 11 },
    );
  });

  it('turned on and back shows the same page again, and always another in between', () => {
    fc.assert(
      fc.property(sheets, days, (sheet, day) => {
        const next = turnedDay(sheet, day, 1);
        expect(daysOnPage(sheet, turnedDay(sheet, next, -1))).toEqual(daysOnPage(sheet, day));
        expect(daysOnPage(sheet, next)).not.toEqual(daysOnPage(sheet, day));
        expect(readDay(next)).toBe(next);
      }),
      { seed: 12 },
    );
  });
});

describe('laws of the day an end belongs to', () => {
  /** Any minute, and often one near a midnight, where the mistakes are. */
  const instants = fc.tuple(
    days,
    zones,
    fc.integer({ min: -90, max: 1530 }),
    fc.constantFrom(0, 1, 30_000, 59_999),
  );

  it('an end lies among the instants of a run of days exactly if its day is one of them', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 41 }), ([day, zone, minutes, rest], length) => {
        const last = Temporal.PlainDate.from(day).add({ days: length }).toString();
        const { from, to } = instantsOfEnds(day, last, zone);
        for (const near of [day, last]) {
          const at =
            Temporal.PlainDate.from(near).toZonedDateTime(zone).epochMilliseconds + minutes * 60_000 + rest;
          const { date } = endDayIn(at, zone);
          expect(from <= at && at < to, `${new Date(at).toISOString()} ${zone}`).toBe(
            day <= date && date <= last,
          );
        }
      }),
      { seed: 13, numRuns: 2000 },
    );
  });

  it('is the day it is written with', () => {
    const { deadline, legalDay, endTime } = createFormatters('zh-CN');
    fc.assert(
      fc.property(instants, ([day, zone, minutes, rest]) => {
        const at =
          Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds + minutes * 60_000 + rest;
        expect(deadline(at, zone, at - 86_400_000)).toContain(
          `${legalDay(endDayIn(at, zone).date)} ${endTime(at, zone)}`,
        );
      }),
      { seed: 14, numRuns: 1000 },
    );
  });
});
