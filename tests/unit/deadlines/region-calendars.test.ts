import { describe, expect, it } from 'vitest';
import {
  computeClock,
  dayKind,
  findCalendar,
  libraryThrough,
  workCalendars,
  type Certainty,
} from '../../../shared/deadlines/index.ts';

const MADE = 2026;
const regions = workCalendars.filter(({ library }) => library !== null);

function certaintyOf(calendar: string, start: string, max: number): Certainty {
  const duration = {
    min: null,
    max,
    unit: 'bd' as const,
    startDayCounts: false,
    pauseDuringReview: false,
    movesOffHolidays: false,
    window: null,
  };
  const readings = [{ ruleId: 'R', readingId: 'stated', duration }];
  const startedAt = Date.parse(`${start}T12:00:00Z`);
  return computeClock(
    { owner: 'mine', readings },
    { startedAt, zone: 'UTC', calendar: findCalendar(calendar) },
  ).certainty;
}

describe('public holidays of other regions', () => {
  it.each([
    ['US', '2026-11-26', 'Thanksgiving Day'],
    ['US', '2026-07-03', 'Independence Day (observed)'],
    ['US', '2027-12-31', "New Year's Day (observed)"],
    ['GB', '2026-12-28', 'Boxing Day (observed)'],
    ['GB', '2026-08-31', 'Late Summer Bank Holiday'],
    ['GB', '2022-09-19', 'State Funeral of Queen Elizabeth II'],
    ['CA', '2026-07-01', 'Canada Day'],
    ['SG', '2026-08-10', 'National Day (observed)'],
    ['SG', '2025-05-03', 'Polling Day'],
    ['BR', '2024-11-20', 'National Day of Zumbi and Black Awareness'],
    ['BR', '2026-04-21', "Tiradentes' Day"],
    ['TH', '2026-01-02', 'Bridge Public Holiday'],
    ['ID', '2026-08-17', 'Independence Day'],
    ['PH', '2026-11-30', 'Bonifacio Day'],
    ['MY', '2025-09-16', 'Malaysia Day'],
    ['VN', '2026-02-17', 'Lunar New Year'],
    ['TW', '2026-02-27', 'Peace Memorial Day (observed)'],
  ])('%s: nobody works on %s, %s', (id, date, name) => {
    expect(dayKind(findCalendar(id), date)).toMatchObject({
      works: false,
      reason: 'holiday',
      name: { en: name },
      library: true,
    });
  });

  it('Brazil worked on the 20th of November until it became a national holiday', () => {
    expect(dayKind(findCalendar('BR'), '2023-11-20')).toMatchObject({ works: true });
  });

  it('Taiwan worked on a Saturday for a day off that bridged', () => {
    expect(dayKind(findCalendar('TW'), '2025-02-08')).toMatchObject({ works: true, reason: 'makeup-day' });
    expect(dayKind(findCalendar('TW'), '2025-01-27')).toMatchObject({ works: false, reason: 'holiday' });
  });

  it('each names every day off in both languages, and says which library it is by and up to when', () => {
    expect(regions.map(({ id }) => id).sort()).toEqual(
      ['BR', 'CA', 'GB', 'ID', 'MY', 'PH', 'SG', 'TH', 'TW', 'US', 'VN'].sort(),
    );
    for (const calendar of regions) {
      expect(libraryThrough(calendar)).toMatchObject({ licence: 'MIT', through: '2032-12-31' });
      for (const { status, daysOff, estimatedDaysOff, makeupDays } of calendar.years) {
        expect(status).toBe('library');
        for (const { name } of [...daysOff, ...estimatedDaysOff, ...makeupDays])
          expect(name.zh).toMatch(/\p{Script=Han}/u);
      }
    }
  });

  it('what goes by the moon is certain only of years that were over', () => {
    for (const { years } of regions)
      for (const { year, daysOff, estimatedDaysOff } of years) {
        const byMoon = daysOff.filter(({ name }) => /Eid|Vesak|Diwali|Bucha|Islamic|Prophet/.test(name.en));
        if (year < MADE) expect(estimatedDaysOff).toEqual([]);
        // A fixed holiday of the same day makes the day certain.
        else expect(byMoon.filter(({ name }) => !name.en.includes(';'))).toEqual([]);
      }
  });
});

describe('what a span on such a calendar is called', () => {
  it.each([
    ['CN', '2026-06-01', 3, 'exact'],
    ['US', '2026-11-24', 3, 'library'],
    ['SG', '2025-08-01', 5, 'library'],
    // Eid al-Fitr 2027 is foreseen for the 10th of March; a day to either side it may move.
    ['SG', '2027-03-08', 1, 'estimate'],
    ['SG', '2027-07-05', 3, 'library'],
    // Bridges, special days, the length of Tết and exchanged days are decided for one year at a time.
    ['TH', '2027-04-08', 5, 'estimate'],
    ['PH', '2027-12-20', 5, 'estimate'],
    ['VN', '2027-02-02', 5, 'estimate'],
    ['TW', '2028-06-05', 3, 'estimate'],
    ['MY', '2027-07-05', 3, 'estimate'],
    ['ID', '2027-07-05', 3, 'estimate'],
    ['TH', '2026-12-23', 3, 'library'],
    ['TH', '2026-12-28', 5, 'estimate'],
    ['US', '2032-12-29', 5, 'estimate'],
    ['WEEKDAYS', '2026-06-01', 3, 'estimate'],
  ])('%s from %s, %i working days: %s', (calendar, start, count, certainty) => {
    expect(certaintyOf(calendar, start, count)).toBe(certainty);
  });

  const rangeOf = (id: string, start: string, max: number) => {
    const duration = {
      ...{ min: null, max, unit: 'wd' as const, startDayCounts: false, pauseDuringReview: false },
      ...{ movesOffHolidays: false, window: null },
    };
    const clock = computeClock(
      { owner: 'mine', readings: [{ ruleId: 'R', readingId: 'stated', duration }] },
      { startedAt: Date.parse(`${start}T12:00:00Z`), zone: 'UTC', calendar: findCalendar(id) },
    );
    const day = (at: number | undefined) => new Date(at ?? 0).toISOString().slice(0, 10);
    const [reading] = clock.readings;
    expect(reading?.library).toMatchObject({ name: 'holidays (Python)' });
    expect(clock.dueAt).toBe(reading?.range?.earliest);
    return [reading?.range?.earliest, reading?.latest, reading?.range?.latest].map(day);
  };

  it('an estimate ends between the holidays not coming and their coming a day to either side', () => {
    // The 10th is off as foreseen; none of 9 to 11 may be, or all.
    expect(rangeOf('SG', '2027-03-08', 3)).toEqual(['2027-03-12', '2027-03-13', '2027-03-17']);
  });

  it('and where the year is still to be decided, with a bridge beside every day off, or a Saturday exchanged', () => {
    // Songkran from Tuesday to Thursday; the Monday and the Friday beside it may be off, and those of the week after.
    expect(rangeOf('TH', '2027-04-08', 5)).toEqual(['2027-04-21', '2027-04-21', '2027-04-29']);
    // Three days in a week without a holiday: the Saturdays of Taiwan were worked for bridges.
    expect(rangeOf('TW', '2028-06-15', 3)).toEqual(['2028-06-20', '2028-06-21', '2028-06-23']);
  });
});
