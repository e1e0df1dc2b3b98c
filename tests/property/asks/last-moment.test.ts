import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  lastMoment,
  openness,
  usualAnswer,
  type OpeningHours,
  type OpenWindow,
} from '../../../shared/asks/index.ts';
import { dayKind, findCalendar } from '../../../shared/deadlines/index.ts';

const QUARTER = 15 * 60_000;
const timeOf = (quarter: number): string =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;

/** From four in the morning on: what of a window lies in an hour that a clock skips or repeats, people would argue about. */
const windows: fc.Arbitrary<OpenWindow[]> = fc.oneof(
  fc.constant<OpenWindow[]>([]),
  fc.constant<OpenWindow[]>([{ opens: '00:00', closes: '24:00' }]),
  fc
    .uniqueArray(fc.integer({ min: 16, max: 96 }), { minLength: 2, maxLength: 4 })
    .map((quarters) => quarters.toSorted((left, right) => left - right))
    .map((ends) =>
      Array.from({ length: Math.floor(ends.length / 2) }, (_, place) => ({
        opens: timeOf(ends[2 * place] ?? 0),
        closes: timeOf(ends[2 * place + 1] ?? 0),
      })),
    ),
);
const firstDay = Temporal.PlainDate.from('2026-01-01');
const days = fc.integer({ min: 0, max: 364 }).map((count) => firstDay.add({ days: count }).toString());
const spans = fc
  .tuple(days, fc.integer({ min: 0, max: 4 }))
  .map(([from, more]) => ({ from, to: Temporal.PlainDate.from(from).add({ days: more }).toString() }));
const hours: fc.Arbitrary<OpeningHours> = fc.record({
  zone: fc.constantFrom('Asia/Shanghai', 'America/Los_Angeles', 'Europe/Berlin', 'Australia/Lord_Howe'),
  week: fc
    .array(windows, { minLength: 7, maxLength: 7 })
    .filter((week) => week.some((day) => day.length > 0)),
  holidays: fc.constantFrom(null, 'CN'),
  closedSpans: fc.array(spans, { maxLength: 2 }),
  answerMinutes: fc.integer({ min: 1, max: 64 }).map((quarters) => quarters * 15),
});
/** Often in the long holidays and in the nights in which clocks change. */
const instants = fc
  .tuple(
    fc.oneof(days, fc.constantFrom('2026-10-08', '2026-10-10', '2026-02-24', '2026-03-29', '2026-11-01')),
    fc.integer({ min: 0, max: 95 }),
  )
  .map(([day, quarter]) => Date.parse(`${day}T00:00:00Z`) + quarter * QUARTER);

/** Whether somebody is there in a quarter of an hour, by the clock on their wall. */
function isThere(of: OpeningHours, at: number): boolean {
  const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(of.zone);
  const date = wall.toPlainDate().toString();
  if (of.closedSpans.some(({ from, to }) => from <= date && date <= to)) return false;
  const kind = of.holidays === null ? null : dayKind(findCalendar(of.holidays), date);
  if (kind?.reason === 'holiday') return false;
  const own = of.week[wall.dayOfWeek - 1] ?? [];
  const workday = of.week.slice(0, 5).find((day) => day.length > 0) ?? [];
  const open = kind?.reason === 'makeup-day' && own.length === 0 ? workday : own;
  const time = wall.toPlainTime().toString().slice(0, 5);
  return open.some(({ opens, closes }) => opens <= time && time < closes);
}

const quartersThere = (of: OpeningHours, from: number, to: number): number => {
  let count = 0;
  for (let at = from; at < to; at += QUARTER) count += isThere(of, at) ? 1 : 0;
  return count;
};

describe('laws of the last useful moment to ask', () => {
  it('leaves them exactly the time they take, by their own wall clock, and a quarter later would not', () => {
    fc.assert(
      fc.property(hours, instants, (of, cutOff) => {
        const { at, steps } = lastMoment(of, cutOff);
        if (at === null) return;
        expect(at).toBeLessThan(cutOff);
        expect(isThere(of, at)).toBe(true);
        expect(openness(of, at).isOpen).toBe(true);
        expect(quartersThere(of, at, cutOff) * 15).toBe(of.answerMinutes);
        const counted = steps.map((step) => (step.kind === 'open' ? step.to - step.from : 0));
        expect(counted.reduce((sum, each) => sum + each, 0)).toBe(of.answerMinutes * 60_000);
      }),
      { seed: 21, numRuns: 150 },
    );
  });

  it('never comes earlier for a later cut-off', () => {
    fc.assert(
      fc.property(hours, instants, fc.integer({ min: 0, max: 400 }), (of, cutOff, quarters) => {
        const { at } = lastMoment(of, cutOff);
        const later = lastMoment(of, cutOff + quarters * QUARTER).at;
        if (at !== null) expect(later).toBeGreaterThanOrEqual(at);
      }),
      { seed: 22, numRuns: 150 },
    );
  });

  it('never comes later for one more day on which they are closed', () => {
    fc.assert(
      fc.property(hours, instants, fc.integer({ min: -1, max: 9 }), (of, cutOff, back) => {
        const day = Temporal.Instant.fromEpochMilliseconds(cutOff)
          .toZonedDateTimeISO(of.zone)
          .toPlainDate()
          .subtract({ days: back })
          .toString();
        const { at } = lastMoment(of, cutOff);
        const closed = { ...of, closedSpans: [...of.closedSpans, { from: day, to: day }] };
        const then = lastMoment(closed, cutOff).at;
        if (then !== null) expect(then).toBeLessThanOrEqual(at ?? -Infinity);
      }),
      { seed: 23, numRuns: 150 },
    );
  });

  it('and an answer is looked for once they were there for as long as they take, while they are there', () => {
    fc.assert(
      fc.property(hours, instants, (of, askedAt) => {
        const at = usualAnswer(of, askedAt);
        if (at === null) return;
        expect(isThere(of, at)).toBe(true);
        expect(quartersThere(of, askedAt, at) * 15).toBe(of.answerMinutes);
      }),
      { seed: 24, numRuns: 100 },
    );
  });
});
