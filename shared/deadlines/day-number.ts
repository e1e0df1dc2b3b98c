import type { LegalDate } from '../kernel/index.ts';

/** Days of the Gregorian calendar as whole numbers from 1970-01-01 on: what a walk of a million days is cheap in. */
export type DayNumber = number;

/** From 1 March 0000, where a leap day is the last of its year, to 1970-01-01. */
const SHIFT = 719_468;
const DAYS_OF_400_YEARS = 146_097;

/** @throws RangeError for a text that is no day */
export function dayNumber(date: LegalDate): DayNumber {
  const month = Number(date.slice(5, 7));
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const ofEra = year - era * 400;
  const ofYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(date.slice(8, 10)) - 1;
  const day =
    era * DAYS_OF_400_YEARS + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - SHIFT;
  if (dateOf(day) !== date) throw new RangeError(`${date} is no day of the calendar`);
  return day;
}

/** `YYYY-MM-DD`; years after 9999 with a sign and six digits, as ISO 8601 has them. */
export function dateOf(day: DayNumber): LegalDate {
  const shifted = day + SHIFT;
  const era = Math.floor(shifted / DAYS_OF_400_YEARS);
  const ofEra = shifted - era * DAYS_OF_400_YEARS;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * ofYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  const written = year > 9999 ? `+${String(year).padStart(6, '0')}` : String(year).padStart(4, '0');
  return `${written}-${twoDigits(month)}-${twoDigits(ofYear - Math.floor((153 * marchMonth + 2) / 5) + 1)}`;
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
