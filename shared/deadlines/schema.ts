import * as z from 'zod';
import { bilingual, computed, id, instant, legalDate, zone } from '../kernel/fields.ts';
import { clockPlan } from './clock-plan.ts';
import type { DayChange } from './added-year.ts';
import { calendarLibrary, calendarNotice } from './calendar.ts';
import type { ComputedClock } from './clock-types.ts';

/** A running clock of a case (倒计时), as it was computed when its event happened. */
export const clockRecord = z.strictObject({
  id,
  caseId: id,
  caseNumber: z.string(),
  caseTitle: z.string(),
  storeAlias: z.string(),
  specId: z.string(),
  /** Ours to keep, the platform's promise, or something that can no longer be looked up after it. */
  owner: z.enum(['mine', 'theirs', 'vanishing']),
  /** Whom it waits for: the platform's answer to what was filed, something else it does, or others. Null where nobody says. */
  awaits: z.enum(['answer', 'platform', 'others']).nullable(),
  title: bilingual,
  says: bilingual,
  startedAt: instant,
  /** When to look first: the shortest reading for the platform's promise, else the end itself. */
  lookAt: instant,
  /** The end; for the platform's promise the longest reading, before which chasing is not fair. */
  dueAt: instant,
  /** All readings with their day-by-day explanation. */
  computed: computed<ComputedClock>(),
  /** Where each reading comes from, in the order of `computed.readings`. */
  sources: z.array(
    z.strictObject({
      ruleId: z.string(),
      readingId: z.string(),
      quote: z.string(),
      sourceTitle: bilingual,
      date: z.string().nullable(),
      confidence: z.enum(['H', 'M', 'L']),
      secondHand: z.boolean(),
    }),
  ),
  stoppedAt: instant.nullable(),
  /** Why somebody ended it by hand; empty for all others. */
  stopReason: z.string(),
  /** How it reminds; null where it does as usual. */
  plan: clockPlan.nullable(),
});
export type ClockRecord = z.infer<typeof clockRecord>;

/** A calendar as it is listed: what its working days are known from, and up to when. */
export const calendarRecord = z.strictObject({
  id: z.string(),
  region: bilingual,
  /** The last day that a published notice covers; null where none does. */
  validThrough: legalDate.nullable(),
  /** What its notices are called; null where it has none. */
  title: bilingual.nullable(),
  /** The library it is taken from, and the last day that covers. */
  library: calendarLibrary.extend({ through: legalDate }).nullable(),
  /** The years that came in a file. */
  added: z.array(
    z.strictObject({
      year: z.int(),
      notices: z.array(calendarNotice),
      addedAt: instant,
      /** False once the program brings that year itself, or where the year before it is missing by now. */
      inForce: z.boolean(),
    }),
  ),
});
export type CalendarRecord = z.infer<typeof calendarRecord>;

/** A clock as it stands in a calendar: whose it is and when, without the reasons. */
export const clockEnd = clockRecord.pick({
  id: true,
  caseId: true,
  caseNumber: true,
  caseTitle: true,
  storeAlias: true,
  owner: true,
  title: true,
  lookAt: true,
  dueAt: true,
});
export type ClockEnd = z.infer<typeof clockEnd>;

const clockTimes = z.strictObject({
  lookAt: instant,
  dueAt: instant,
  certainty: z.enum(['exact', 'arguable', 'library', 'estimate']),
});

/** A clock that is, or would be, otherwise than before; null: it does not run then. */
export const clockChange = z.strictObject({
  clock: clockEnd.omit({ lookAt: true, dueAt: true }),
  /** The platform's, in which its days end. */
  zone,
  before: clockTimes.nullable(),
  after: clockTimes.nullable(),
});
export type ClockChange = z.infer<typeof clockChange>;

/** So many changes are told of at once. */
export const MOST_CHANGES = 200;

/** Which of them: so many of the first are passed over, and so many told of. */
export const changesPart = z.strictObject({
  skip: z.int().min(0).default(0),
  limit: z.int().min(1).max(MOST_CHANGES).default(MOST_CHANGES),
});
export type ChangesPart = z.infer<typeof changesPart>;

/** Clocks that are, or would be, otherwise: what ends first before the rest. */
export const clockChanges = z.strictObject({
  items: z.array(clockChange).max(MOST_CHANGES),
  /** How many more there are behind `items`. */
  left: z.int().min(0),
});
export type ClockChanges = z.infer<typeof clockChanges>;

/** Which of one's own clocks the page's countdown may be of; fewer than two where there is nothing to choose. */
export const pageClocks = z.strictObject({
  clocks: z.array(z.strictObject({ id: z.string(), title: bilingual })),
  /** The one it is taken for; null where the page gives no running clock its end. */
  counted: z.string().nullable(),
});
export type PageClocks = z.infer<typeof pageClocks>;

/** Which clock somebody said the page counts down: one of `PageClocks`. Left out: as it was said before, else the nearest. */
export const pageClockId = z.string().min(1).max(120).optional();

/** What a record would move, and which clock its countdown would be of. */
export const recordChanges = clockChanges.extend({ page: pageClocks });
export type RecordChanges = z.infer<typeof recordChanges>;

/** A year of a calendar as its file was read: what it would change, before anything does. */
export const readYear = z.strictObject({
  sha256: z.string(),
  calendar: z.string(),
  region: bilingual,
  year: z.int(),
  notices: z.array(calendarNotice),
  /** What was known of that year until now; null: nothing. */
  known: z.enum(['published', 'provisional']).nullable(),
  /** Each day that is worked by the file and was not before, or the other way round. */
  days: z.array(computed<DayChange>()),
  /** What of the running clocks would be otherwise. */
  clocks: clockChanges,
});
export type ReadYear = z.infer<typeof readYear>;

/** So many clocks of a calendar are told of at once. */
export const MOST_ENDS = 1000;

/** A day as a working-day calendar has it. */
export const calendarDay = z.strictObject({
  date: legalDate,
  works: z.boolean(),
  reason: z.enum(['working-day', 'makeup-day', 'weekend', 'holiday']),
  /** The holiday, or the one a make-up day belongs to. */
  name: bilingual.nullable(),
  /** Whether its year is not known yet, or a holiday near it may still move. */
  estimate: z.boolean(),
  /** Whether only a library says so, no notice. */
  library: z.boolean(),
});
export type CalendarDay = z.infer<typeof calendarDay>;

/** A span to count: from a day of the calendar, in working or calendar days or in months. */
export const daySpan = z.strictObject({
  calendar: z.string().min(1).max(40),
  start: legalDate,
  /** IANA zone whose midnights end the days. */
  zone,
  count: z.int().min(1).max(3650),
  unit: z.enum(['wd', 'cd', 'month']),
  startDayCounts: z.boolean().default(false),
  /** Whether a last day that nobody works on moves on, as civil law has it; for calendar days and months. */
  movesOffHolidays: z.boolean().default(false),
});
export type DaySpan = z.infer<typeof daySpan>;
