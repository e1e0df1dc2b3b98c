import type { LegalDate } from '../kernel/index.ts';
import type { CalendarSpan, CalendarYear, DayKind, WorkCalendar } from './calendar.ts';
import { dateOf, dayNumber, weekdayOf, type DayNumber } from './day-number.ts';
import { unsettledDays } from './possible-days.ts';

/**
 * Says whether a day is worked, and why.
 *
 * A year the calendar does not hold is answered by weekday alone and marked `estimate`; it is never passed off as known.
 */
export function dayKind(calendar: WorkCalendar, date: LegalDate): DayKind {
  return dayAt(calendar, dayNumber(date)).kind;
}

/** A day as a calendar has it. */
export interface LaidOutDay {
  readonly date: LegalDate;
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number;
  readonly kind: DayKind;
}

/** A day by its number: what a walk asks for every one of its days. */
export function dayAt(calendar: WorkCalendar, day: DayNumber): LaidOutDay {
  const { first, days } = indexOf(calendar);
  return days[day - first] ?? plainDay(day, 'none');
}

/** Every day of the years of a calendar, laid out once: a calendar never changes, and is asked a million times. */
interface CalendarIndex {
  readonly first: DayNumber;
  readonly days: readonly LaidOutDay[];
}

const indexes = new WeakMap<WorkCalendar, CalendarIndex>();

function indexOf(calendar: WorkCalendar): CalendarIndex {
  const known = indexes.get(calendar);
  if (known !== undefined) return known;
  const index = layOut(calendar);
  indexes.set(calendar, index);
  return index;
}

function layOut(calendar: WorkCalendar): CalendarIndex {
  const { years } = calendar;
  const first = dayNumber(`${years[0]?.year ?? 1970}-01-01`);
  const days = years.flatMap(({ year, ...known }) => {
    const begin = dayNumber(`${year}-01-01`);
    const length = dayNumber(`${year}-12-31`) - begin + 1;
    return Array.from({ length }, (_, place) => plainDay(begin + place, knowledgeOf(known)));
  });
  const change = (span: Days, before: number, after: number, kind: (day: LaidOutDay) => DayKind): void => {
    const to = dayNumber(span.to) + after;
    for (let day = dayNumber(span.from) - before; day <= to; day += 1) {
      const found = days[day - first];
      if (found !== undefined) days[day - first] = { ...found, kind: kind(found) };
    }
  };
  // What may move is laid first, with the days around it; what stands for sure lies over it.
  for (const { estimatedDaysOff } of years)
    for (const span of estimatedDaysOff) change(span, 1, 1, ({ kind }) => ({ ...kind, estimate: true }));
  for (const { daysOff, estimatedDaysOff, makeupDays, ...known } of years) {
    const said = saidBy(knowledgeOf(known));
    for (const { name, ...span } of estimatedDaysOff)
      change(span, 0, 0, () => ({ works: false, reason: 'holiday', name, ...said, estimate: true }));
    for (const { name, ...span } of daysOff)
      change(span, 0, 0, () => ({ works: false, reason: 'holiday', name, ...said }));
    for (const { name, ...span } of makeupDays)
      change(span, 0, 0, () => ({ works: true, reason: 'makeup-day', name, ...said }));
  }
  // Over all of it: what the year after, whose notice is not out, may still say of a year that has its own.
  for (const day of unsettledDays(calendar)) {
    const found = days[day - first];
    if (found !== undefined) days[day - first] = { ...found, kind: { ...found.kind, estimate: true } };
  }
  return { first, days };
}

/** What is known of a year: its status, whether it is a library's that is still to be decided, or nothing. */
type Knowledge = CalendarYear['status'] | 'undecided' | 'none';

function knowledgeOf({ status, undecided }: Pick<CalendarYear, 'status' | 'undecided'>): Knowledge {
  return undecided === true ? 'undecided' : status;
}

function saidBy(knowledge: Knowledge): Pick<DayKind, 'estimate' | 'library'> {
  return {
    estimate: knowledge === 'none' || knowledge === 'provisional' || knowledge === 'undecided',
    library: knowledge === 'library' || knowledge === 'undecided',
  };
}

type KindsByWeekday = Readonly<Record<'works' | 'rests', DayKind>>;

function kindsByWeekday(knowledge: Knowledge): KindsByWeekday {
  const said = { name: null, ...saidBy(knowledge) };
  return {
    works: { works: true, reason: 'working-day', ...said },
    rests: { works: false, reason: 'weekend', ...said },
  };
}

const PLAIN = {
  published: kindsByWeekday('published'),
  library: kindsByWeekday('library'),
  undecided: kindsByWeekday('undecided'),
  provisional: kindsByWeekday('provisional'),
  none: kindsByWeekday('none'),
};

/** A day of which only the weekday is told. */
function plainDay(day: DayNumber, knowledge: Knowledge): LaidOutDay {
  const weekday = weekdayOf(day);
  return { date: dateOf(day), weekday, kind: PLAIN[knowledge][weekday <= 5 ? 'works' : 'rests'] };
}

type Days = Pick<CalendarSpan, 'from' | 'to'>;
