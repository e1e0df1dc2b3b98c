/** Asking others for vouchers: whom, for what, in which words, in their hours, and until when. Pure. */
export * from './schema.ts';
export { groupAsks, numbersSaid, type CaseToAsk } from './group.ts';
export { byWhen, type Asking } from './by-when.ts';
export {
  groupOutlook,
  usefulNow,
  type CaseOutlook,
  type GroupOutlook,
  type UsefulNow,
} from './group-outlook.ts';
export { askOutlook, lastMoment, type AskOutlook, type AskStep, type LastMoment } from './last-moment.ts';
export { askMessage, askMessages, type AskNeed } from './message.ts';
export {
  askedOne,
  hoursFor,
  hoursKey,
  hoursRecord,
  MOST_ANSWER_MINUTES,
  MOST_CLOSED_SPANS,
  openingHours,
  USUAL_HOURS,
  withUsualHours,
  type AskedOne,
  type HoursKey,
  type HoursRecord,
  type OpeningHours,
  type OpenWindow,
} from './opening-hours.ts';
export { openness, usualAnswer, type Calendars, type Openness } from './open-time.ts';
export { readWindows, weekRuns, windowsText, type WeekRun } from './windows-text.ts';
