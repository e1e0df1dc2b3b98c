import type { ClockRecord } from '../../../shared/deadlines/index.ts';
import type { ReadHandle, Tables } from '../../workspace/index.ts';

export interface ClockFilter {
  readonly caseId?: string | undefined;
  /** Whether stopped ones are wanted too. */
  readonly stopped: boolean;
}

/** Clocks by what is to be looked at first. */
export async function listClocks(read: ReadHandle, filter: ClockFilter): Promise<ClockRecord[]> {
  let found = read.query
    .selectFrom('clocks')
    .innerJoin('cases', 'cases.id', 'clocks.case_id')
    .innerJoin('stores', 'stores.id', 'cases.store_id')
    .selectAll('clocks')
    .select(['cases.number', 'cases.title', 'stores.alias']);
  if (filter.caseId !== undefined) found = found.where('clocks.case_id', '=', filter.caseId);
  else found = found.where('cases.archived_at', 'is', null);
  if (!filter.stopped) found = found.where('clocks.stopped_at', 'is', null);
  const rows = await found.orderBy('clocks.look_at').orderBy('clocks.id').limit(2000).execute();
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    caseNumber: row.number,
    caseTitle: row.title,
    storeAlias: row.alias,
    specId: row.spec_id,
    owner: row.owner as ClockRecord['owner'],
    title: JSON.parse(row.title_json) as ClockRecord['title'],
    says: JSON.parse(row.says_json) as ClockRecord['says'],
    startedAt: row.started_at,
    lookAt: row.look_at,
    dueAt: row.due_at,
    computed: JSON.parse(row.computed_json) as ClockRecord['computed'],
    sources: JSON.parse(row.sources_json) as ClockRecord['sources'],
    stoppedAt: row.stopped_at,
  }));
}

export async function runningClockRows(read: ReadHandle, caseId: string): Promise<Tables['clocks'][]> {
  return await read.query
    .selectFrom('clocks')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('stopped_at', 'is', null)
    .orderBy('id')
    .execute();
}
