import { AppError } from '../../kernel/index.ts';
import { workCalendar, type WorkCalendar } from '../calendar.ts';
import china from './cn.json' with { type: 'json' };
import statute from './cn-statute.json' with { type: 'json' };
import { readLibraryFile } from './library-file.ts';
import brazil from './regions/br.json' with { type: 'json' };
import canada from './regions/ca.json' with { type: 'json' };
import unitedKingdom from './regions/gb.json' with { type: 'json' };
import indonesia from './regions/id.json' with { type: 'json' };
import malaysia from './regions/my.json' with { type: 'json' };
import philippines from './regions/ph.json' with { type: 'json' };
import singapore from './regions/sg.json' with { type: 'json' };
import thailand from './regions/th.json' with { type: 'json' };
import taiwan from './regions/tw.json' with { type: 'json' };
import unitedStates from './regions/us.json' with { type: 'json' };
import vietnam from './regions/vn.json' with { type: 'json' };
import { readStatuteFile } from './statute-file.ts';
import weekdays from './weekdays.json' with { type: 'json' };

const LIBRARY_FILES = [
  ...[unitedStates, unitedKingdom, canada, brazil],
  ...[singapore, malaysia, philippines, thailand, indonesia, vietnam, taiwan],
];

function shipped(): readonly WorkCalendar[] {
  return [
    workCalendar.parse({ ...china, statute: readStatuteFile(statute) }),
    ...LIBRARY_FILES.map(readLibraryFile),
    workCalendar.parse(weekdays),
  ];
}

/**
 * Every calendar shipped, each from its data file.
 *
 * `cn.json`: working days of mainland China with 调休, from the State Council's notices; the years named in it as
 * provisional hold only the statutory days and the weekend compensation that follows from them. `cn-statute.json`: the
 * statutory days of every year to come, between which and the custom of the notices an estimate lies. `regions/`: public
 * holidays by a library, whose results say so. `weekdays.json`: no public holidays are on record, and every result that
 * rests on it is an estimate.
 *
 * Marked pure, so that the window, which asks the core, does not carry them.
 */
export const workCalendars: readonly WorkCalendar[] = /* @__PURE__ */ shipped();

/**
 * The calendar a pack names, of those shipped or of others.
 *
 * @throws AppError NOT_FOUND: no region's working days are ever used for another's.
 */
export function findCalendar(id: string, calendars: readonly WorkCalendar[] = workCalendars): WorkCalendar {
  const found = calendars.find((calendar) => calendar.id === id);
  if (found === undefined) throw new AppError('NOT_FOUND', { kind: 'calendar', id });
  return found;
}
