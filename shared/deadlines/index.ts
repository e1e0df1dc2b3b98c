/** Deadlines: working-day calendars and clocks that say why they end when they do. Pure. */
export {
  addedYear,
  changedDays,
  refusalOf,
  withYears,
  type AddedYear,
  type DayChange,
  type YearRefusal,
} from './added-year.ts';
export { addWorkingDays, type DayWalk } from './walk.ts';
export {
  calendarYear,
  libraryThrough,
  validThrough,
  type CalendarLibrary,
  type CalendarSpan,
  type CalendarYear,
  type DayKind,
  type DayReason,
  type WorkCalendar,
} from './calendar.ts';
export { dayKind } from './calendar-index.ts';
export {
  byWeight,
  calendarDays,
  countDates,
  DAY_END_KINDS,
  dayAfter,
  daysOnPage,
  endsByDay,
  readDay,
  turnedDay,
  type CalendarSheet,
  type DayEnd,
  type DayEndKind,
} from './calendar-page.ts';
export { findCalendar, workCalendars } from './calendars/index.ts';
export { clockEnds, type ClockEnds } from './ends.ts';
export { computeClock, type ClockOptions, type Pause } from './clock.ts';
export type { PlatformDays } from './possible-zones.ts';
export type {
  Certainty,
  ClockInput,
  ClockOwner,
  ClockReading,
  ClockStep,
  ComputedClock,
  ComputedReading,
} from './clock-types.ts';
export {
  uncomputablePart,
  UnsupportedDurationError,
  type DailyWindow,
  type Duration,
  type DurationUnit,
} from './duration.ts';
export { doubtOf, type Doubt } from './doubt.ts';
export { countSpan } from './count-span.ts';
export { beforeEnd, countedSpans, type CountedSpan } from './counted.ts';
export {
  clockPlan,
  cutOffAt,
  cutClockOf,
  cutOffMinutesOf,
  STEP_LENGTHS,
  STEPS_BEFORE,
  USUAL_PLAN,
  type ClockPlan,
  type StepBefore,
} from './clock-plan.ts';
export {
  calendarDay,
  calendarRecord,
  changesPart,
  clockChanges,
  clockEnd,
  clockRecord,
  daySpan,
  MOST_CHANGES,
  MOST_ENDS,
  pageClockId,
  readYear,
  recordChanges,
  type CalendarDay,
  type CalendarRecord,
  type ChangesPart,
  type ClockChange,
  type ClockChanges,
  type ClockEnd,
  type ClockRecord,
  type DaySpan,
  type PageClocks,
  type ReadYear,
  type RecordChanges,
} from './schema.ts';
