import type { CaseEventRecord } from '../../../shared/events/index.ts';
import { AppError, type Instant } from '../../../shared/kernel/index.ts';
import type { ClockEnding } from '../../../shared/rulebook/index.ts';
import type { Outcome } from '../../../shared/submissions/index.ts';
import type { ReadHandle, Tables } from '../../workspace/index.ts';
import { endedByFiling } from '../deadlines/index.ts';

/** The events of a case, the newest first. */
export async function eventRows(read: ReadHandle, caseId: string): Promise<Tables['case_events'][]> {
  return await read.query
    .selectFrom('case_events')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('happened_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

export async function findEventRow(read: ReadHandle, eventId: string): Promise<Tables['case_events']> {
  const row = await read.query
    .selectFrom('case_events')
    .selectAll()
    .where('id', '=', eventId)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('NOT_FOUND', { kind: 'event', id: eventId });
  return row;
}

/** Ids of the clocks that recorded events of a case started: no other record may stop them. */
export async function clocksOfEvents(read: ReadHandle, caseId: string): Promise<ReadonlySet<string>> {
  return new Set((await eventRows(read, caseId)).flatMap(clockIdsOf));
}

/** The clocks that an event started. */
export function clockIdsOf({ clock_ids_json }: Pick<Tables['case_events'], 'clock_ids_json'>): string[] {
  return JSON.parse(clock_ids_json) as string[];
}

/** A filing or a decision: from when it counts, and when it stopped what was running. */
export interface CaseStop {
  readonly ends: readonly ClockEnding[];
  readonly at: Instant;
  readonly stoppedAt: Instant;
}

/**
 * The filings and decisions of a case that end what began before them. What a filing stopped carries the instant it was
 * recorded at: a correction of the filing lets just that run on.
 */
export async function stopsOf(read: ReadHandle, caseId: string): Promise<CaseStop[]> {
  const filed = await read.query
    .selectFrom('submissions')
    .select('submitted_at as at')
    .where('case_id', '=', caseId)
    .where('corrected_at', 'is', null)
    .orderBy('submitted_at')
    .execute();
  const decided = await read.query
    .selectFrom('decisions')
    .select(['decided_at as at', 'outcome'])
    .where('case_id', '=', caseId)
    .execute();
  const recorded = await read.query
    .selectFrom('journal')
    .select('at')
    .where('case_id', '=', caseId)
    .where('act', 'in', ['submissions.record', 'decisions.record'])
    .orderBy('act', 'desc')
    .orderBy('sequence', 'desc')
    .executeTakeFirst();
  if (recorded === undefined) return [];
  const stoppedAt = recorded.at;
  return [
    ...filed.map(({ at }, earlier) => ({ ends: endedByFiling(earlier), at, stoppedAt })),
    ...decided.map(({ at, outcome }) => ({ ends: [outcome as Outcome], at, stoppedAt })),
  ];
}

export function toEvent(row: Tables['case_events']): CaseEventRecord {
  return {
    id: row.id,
    caseId: row.case_id,
    event: row.event as CaseEventRecord['event'],
    happenedAt: row.happened_at,
    note: row.note,
    pageWords: row.page_words,
    pageReadAt: row.page_read_at,
    pageDeadline: row.page_deadline,
    itemId: row.item_id,
  };
}
