import { AppError } from '../../kernel/index.ts';
import { workCalendar, type WorkCalendar } from '../calendar.ts';
import china from './cn.json' with { type: 'json' };
import weekdays from './weekdays.json' with { type: 'json' };

/**
 * Every calendar shipped, each from its data file.
 *
 * `cn.json`: working days of mainland China with 调休, from the State Council's notices; the years named in it as
 * provisional hold only the statutory days and the weekend compensation that follows from them. `weekdays.json`: no
 * public holidays are on record, and every result that rests on it is an estimate.
 */
export const workCalendars: readonly WorkCalendar[] = [china, weekdays].map((data) =>
  workCalendar.parse(data),
);

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
