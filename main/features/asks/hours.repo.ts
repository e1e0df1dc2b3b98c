import type { HoursKey, HoursRecord, OpeningHours } from '../../../shared/asks/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import type { ReadHandle } from '../../workspace/index.ts';

/** The hours that somebody set, the eldest first. */
export async function setHours(read: ReadHandle): Promise<HoursRecord[]> {
  return (await hoursQuery(read).orderBy('opening_hours.id').execute()).map(toHours);
}

export async function findHours(read: ReadHandle, hoursId: string): Promise<HoursRecord> {
  const row = await hoursQuery(read).where('opening_hours.id', '=', hoursId).executeTakeFirst();
  if (row === undefined) throw new AppError('NOT_FOUND', { kind: 'opening-hours', id: hoursId });
  return toHours(row);
}

/** The id of the hours that were set for exactly these; null where none were. */
export async function findHoursId(read: ReadHandle, key: HoursKey): Promise<string | null> {
  const row = await read.query
    .selectFrom('opening_hours')
    .select('id')
    .where('client_id', 'is', key.clientId)
    .where('addressee', '=', key.addressee)
    .where('party_name', '=', key.partyName)
    .executeTakeFirst();
  return row?.id ?? null;
}

function hoursQuery(read: ReadHandle) {
  return read.query
    .selectFrom('opening_hours')
    .leftJoin('clients', 'clients.id', 'opening_hours.client_id')
    .selectAll('opening_hours')
    .select('clients.name as client_name');
}

type HoursRow = Awaited<ReturnType<ReturnType<typeof hoursQuery>['executeTakeFirstOrThrow']>>;

function toHours(row: HoursRow): HoursRecord {
  return {
    id: row.id,
    clientId: row.client_id,
    clientName: row.client_name,
    addressee: row.addressee as HoursRecord['addressee'],
    partyName: row.party_name,
    hours: {
      zone: row.zone,
      week: JSON.parse(row.week_json) as OpeningHours['week'],
      holidays: row.holidays,
      closedSpans: JSON.parse(row.closed_spans_json) as OpeningHours['closedSpans'],
      answerMinutes: row.answer_minutes,
    },
  };
}
