import type { ReadHandle, Tables } from '../../workspace/index.ts';

/** A clock as a calendar knows it, with what is shown of its case; null where the case is gone. */
export interface CalendarEntryRow extends Pick<
  Tables['calendar_entries'],
  'clock_id' | 'sequence' | 'changed_at' | 'shape_json' | 'cancelled'
> {
  readonly number: string | null;
  readonly alias: string | null;
  readonly zone: string | null;
}

/** So long a calendar is told that something is off; after that every calendar has heard of it or never had it. */
const CANCELLED_FOR = 90 * 24 * 3_600_000;

/** Whose entries are wanted: of one clock, of one case, or of every case. */
export interface CalendarScope {
  readonly clockId?: string | undefined;
  readonly caseId?: string | undefined;
}

/**
 * What calendars were or will be handed, with what was cancelled in the last 90 days, so that they take it out: a clock that
 * stopped, a case that was archived.
 */
export async function calendarEntryRows(
  read: ReadHandle,
  { clockId, caseId }: CalendarScope,
  now: number,
): Promise<CalendarEntryRow[]> {
  let found = read.query
    .selectFrom('calendar_entries')
    .leftJoin('cases', 'cases.id', 'calendar_entries.case_id')
    .leftJoin('stores', 'stores.id', 'cases.store_id')
    .selectAll('calendar_entries')
    .select(['cases.number', 'stores.alias', 'stores.zone'])
    .where((builder) =>
      builder.or([
        builder('calendar_entries.cancelled', '=', 0),
        builder('calendar_entries.changed_at', '>=', now - CANCELLED_FOR),
      ]),
    );
  if (clockId !== undefined) found = found.where('calendar_entries.clock_id', '=', clockId);
  else if (caseId !== undefined) found = found.where('calendar_entries.case_id', '=', caseId);
  return await found.orderBy('calendar_entries.clock_id').execute();
}
