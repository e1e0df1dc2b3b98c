import type { WorkCalendar } from '../calendar.ts';

/** No public holidays are on record for it: Monday to Friday, and every result that rests on it is an estimate. */
export const weekdayCalendar: WorkCalendar = {
  id: 'WEEKDAYS',
  region: { zh: '周一至周五（没有节假日资料）', en: 'Monday to Friday (no holidays on record)' },
  validThrough: '1970-01-01',
  years: [],
};
