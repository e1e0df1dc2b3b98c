import * as z from 'zod';
import { bilingual, legalDate } from '../../kernel/fields.ts';
import { calendarLibrary, workCalendar, type CalendarSpan, type WorkCalendar } from '../calendar.ts';

const namedDays = z.record(legalDate, z.string());

/** A calendar taken from a library, as `.config/calendars/make_calendars.py` writes it: days by name, names once. */
const libraryFile = z.strictObject({
  id: z.string().min(1),
  region: bilingual,
  library: calendarLibrary,
  /** Whether days off are decided year by year there: of the years after that of making nothing is known for sure. */
  decidedYearly: z.boolean(),
  /** The English name of a day off, and its Chinese one. */
  names: z.record(z.string(), z.string()),
  years: z.record(
    z.string().regex(/^\d{4}$/),
    z.strictObject({ daysOff: namedDays, estimatedDaysOff: namedDays, makeupDays: namedDays }),
  ),
});

/** @throws ZodError for a file that is none of the generator's. */
export function readLibraryFile(data: unknown): WorkCalendar {
  const { names, years, decidedYearly, ...calendar } = libraryFile.parse(data);
  const madeIn = Number(calendar.library.made.slice(0, 4));
  const spans = (days: Readonly<Record<string, string>>): CalendarSpan[] =>
    Object.entries(days).map(([date, en]) => ({ from: date, to: date, name: { zh: names[en] ?? en, en } }));
  return workCalendar.parse({
    ...calendar,
    title: null,
    years: Object.entries(years).map(([year, { daysOff, estimatedDaysOff, makeupDays }]) => ({
      year: Number(year),
      status: 'library',
      notices: [],
      basis: null,
      ...(decidedYearly && Number(year) > madeIn ? { undecided: true } : {}),
      daysOff: spans(daysOff),
      estimatedDaysOff: spans(estimatedDaysOff),
      makeupDays: spans(makeupDays),
    })),
  });
}
