import { AppError } from '../../kernel/index.ts';
import type { WorkCalendar } from '../calendar.ts';
import { chinaCalendar } from './china.ts';
import { weekdayCalendar } from './weekdays.ts';

/** Every calendar shipped. */
export const workCalendars: readonly WorkCalendar[] = [chinaCalendar, weekdayCalendar];

/**
 * The calendar a pack names.
 *
 * @throws AppError NOT_FOUND: no region's working days are ever used for another's.
 */
export function findCalendar(id: string): WorkCalendar {
  const found = workCalendars.find((calendar) => calendar.id === id);
  if (found === undefined) throw new AppError('NOT_FOUND', { kind: 'calendar', id });
  return found;
}
