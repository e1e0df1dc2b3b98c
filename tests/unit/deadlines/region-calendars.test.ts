import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
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
    ['ID', '2027-03-08', 1, 'estimate'],
    ['ID', '2027-07-05', 3, 'library'],
    ['US', '2032-12-29', 5, 'estimate'],
    ['WEEKDAYS', '2026-06-01', 3, 'estimate'],
  ])('%s from %s, %i working days: %s', (calendar, start, count, certainty) => {
    expect(certaintyOf(calendar, start, count)).toBe(certainty);
  });

  it('an estimate ends between the holidays not coming and their coming a day to either side', () => {
    const indonesia = findCalendar('ID');
    // 10 and 11 March are off as foreseen; none of 9 to 12 may be, or all.
    const clock = computeClock(
      {
        owner: 'mine',
        readings: [
          {
            ruleId: 'R',
            readingId: 'stated',
            duration: {
              min: null,
              max: 3,
              unit: 'wd',
              startDayCounts: false,
              pauseDuringReview: false,
              movesOffHolidays: false,
              window: null,
            },
          },
        ],
      },
      { startedAt: Date.parse('2027-03-08T12:00:00Z'), zone: 'UTC', calendar: indonesia },
    );
    expect(addWorkingDays('2027-03-08', 3, indonesia).endDate).toBe('2027-03-15');
    expect(clock.readings[0]?.range).toEqual({
      earliest: Date.parse('2027-03-12T00:00:00Z'),
      latest: Date.parse('2027-03-18T00:00:00Z'),
    });
    expect(clock.dueAt).toBe(Date.parse('2027-03-12T00:00:00Z'));
    expect(clock.readings[0]?.library).toMatchObject({ name: 'holidays (Python)' });
  });
});
