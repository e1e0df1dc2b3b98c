export { Rulebooks, isNewer, type CaseRules, type RuledCase } from './rulebooks.ts';
export { editionOf, editionsFor, standsOnToday, type Edition, type Pack } from './edition.ts';
export {
  calendarYearRows,
  choiceRows,
  filedAt,
  keepEdition,
  keepEditions,
  toOwnReading,
} from './editions.repo.ts';
