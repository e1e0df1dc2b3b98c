import * as z from 'zod';
import { bilingual } from '../../kernel/fields.ts';
import { calendarLibrary, type CalendarStatute } from '../calendar.ts';

/** `02-05`, or `02-05/02-08` for a run of days. */
const DAYS = /^(\d{2}-\d{2})(?:\/(\d{2}-\d{2}))?$/;

/** The days off that a statute gives, as `.config/calendars/make_statute.py` writes them: for each year those of each holiday. */
const statuteFile = z.strictObject({
  /** Where the days that go by the moon and the sun come from. */
  library: calendarLibrary,
  makeupDaysWithin: z.int().min(0),
  holidays: z.array(
    z.strictObject({ name: bilingual, daysBefore: z.int().min(0), daysAfter: z.int().min(0) }),
  ),
  years: z.record(z.string().regex(/^\d{4}$/), z.string()),
});

/** @throws Error for a file that is none of the generator's. */
export function readStatuteFile(data: unknown): CalendarStatute {
  const { makeupDaysWithin, holidays, years } = statuteFile.parse(data);
  return {
    makeupDaysWithin,
    years: Object.entries(years).map(([year, text]) => {
      const days = text.split(' ');
      if (days.length !== holidays.length) throw new RangeError(`${year} has not each holiday once`);
      return {
        year: Number(year),
        daysOff: holidays.map(({ name, daysBefore, daysAfter }, place) => {
          const [, from, to = from] = DAYS.exec(days[place] ?? '') ?? [];
          if (from === undefined || to === undefined) throw new RangeError(`${year}: ${days[place]}`);
          return { from: `${year}-${from}`, to: `${year}-${to}`, name, daysBefore, daysAfter };
        }),
      };
    }),
  };
}
