import type { ClockEnd, ClockPlan, ClockRecord, Pause } from '../../../shared/deadlines/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import { computedOf, titleOf, type ReadHandle, type Tables } from '../../workspace/index.ts';

export interface ClockFilter {
  readonly caseId?: string | undefined;
  /** Whether stopped ones are wanted too. */
  readonly stopped: boolean;
}

/** One page of clocks, by what is to be looked at first. The cursor names the last of the page before. */
export async function listClocks(
  read: ReadHandle,
  filter: ClockFilter,
  cursor: string | undefined,
  limit: number,
): Promise<{ items: ClockRecord[]; nextCursor: string | null }> {
  let page = filtered(read, filter);
  if (cursor !== undefined) {
    const [time = '0', id = ''] = cursor.split('|');
    page = page.where((builder) =>
      builder.or([
        builder('clocks.look_at', '>', Number(time)),
        builder.and([builder('clocks.look_at', '=', Number(time)), builder('clocks.id', '>', id)]),
      ]),
    );
  }
  const rows = await page.limit(limit + 1).execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toClock),
    nextCursor: rows.length > limit && last !== undefined ? `${last.look_at}|${last.id}` : null,
  };
}

/** Every clock that runs in a case that is not archived, by what is to be looked at first. */
export async function runningClocks(read: ReadHandle): Promise<ClockRecord[]> {
  return (await filtered(read, { stopped: false }).execute()).map(toClock);
}

/** A clock, running or not. NOT_FOUND where there is none. */
export async function findClock(read: ReadHandle, id: string): Promise<ClockRecord> {
  const row = await ofCases(read).where('clocks.id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('NOT_FOUND', { kind: 'clock', id });
  return toClock(row);
}

/**
 * Running clocks of cases that are not archived whose end, or of the platform's promise whose first look, lies between two
 * instants (`from` included, `to` not): one's own first, so that a limit never hides them behind another's.
 */
export async function clocksBetween(
  read: ReadHandle,
  from: number,
  to: number,
  limit: number,
): Promise<{ items: ClockEnd[]; total: number }> {
  const found = inUse(read).where((builder) =>
    builder.or([
      builder.and([builder('clocks.due_at', '>=', from), builder('clocks.due_at', '<', to)]),
      builder.and([
        builder('clocks.owner', '=', 'theirs'),
        builder('clocks.look_at', '>=', from),
        builder('clocks.look_at', '<', to),
      ]),
    ]),
  );
  const rows = await found
    .innerJoin('stores', 'stores.id', 'cases.store_id')
    .select(['clocks.id', 'clocks.case_id', 'clocks.owner', 'clocks.title_json'])
    .select(['clocks.look_at', 'clocks.due_at', 'cases.number', 'cases.title', 'stores.alias'])
    .orderBy((builder) => builder('clocks.owner', '=', 'mine'), 'desc')
    .orderBy('clocks.look_at')
    .orderBy('clocks.id')
    .limit(limit)
    .execute();
  const { total } = await found
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { items: rows.map(toEnd), total };
}

/** How many of one's own clocks had ended before an instant and still run. */
export async function countLateBefore(read: ReadHandle, before: number): Promise<number> {
  const { total } = await inUse(read)
    .where('clocks.owner', '=', 'mine')
    .where('clocks.due_at', '<', before)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

/** The cases in use that have running clocks, by what is to be looked at first. */
export async function casesWithClocks(read: ReadHandle): Promise<string[]> {
  const rows = await inUse(read)
    .select('clocks.case_id')
    .groupBy('clocks.case_id')
    .orderBy(({ fn }) => fn.min('clocks.look_at'))
    .execute();
  return rows.map(({ case_id: caseId }) => caseId);
}

/** What of the stores, and of the cases with running clocks, decides how those are counted. */
export async function whatDecides(read: ReadHandle) {
  const stores = await read.query
    .selectFrom('stores')
    .select(['id', 'zone', 'region', 'fulfilment'])
    .orderBy('id')
    .execute();
  const cases = await inUse(read)
    .select(['cases.id', 'cases.conduct_date', 'cases.notice_date'])
    .distinct()
    .orderBy('cases.id')
    .execute();
  // A matter without a notice began with what happened first in it.
  const begun = await read.query
    .selectFrom('case_events')
    .select(({ fn }) => ['case_id', fn.min('happened_at').as('at')])
    .groupBy('case_id')
    .orderBy('case_id')
    .execute();
  return { stores, cases, begun };
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

/** The clocks of a case that run, and after them those that somebody ended by hand. */
export async function runningOrEndedRows(read: ReadHandle, caseId: string): Promise<Tables['clocks'][]> {
  return await read.query
    .selectFrom('clocks')
    .selectAll()
    .where('case_id', '=', caseId)
    .where((builder) => builder.or([builder('stopped_at', 'is', null), builder('stop_reason', '!=', '')]))
    .orderBy('stopped_at', (order) => order.asc().nullsFirst())
    .orderBy('id')
    .execute();
}

/** Under which number the platform has what a case filed last; null where nothing was, or nobody wrote it down. */
export async function filedNumber(read: ReadHandle, caseId: string): Promise<string | null> {
  const row = await read.query
    .selectFrom('submissions')
    .select('platform_number')
    .where('case_id', '=', caseId)
    .where('corrected_at', 'is', null)
    .orderBy('submitted_at', 'desc')
    .executeTakeFirst();
  return row === undefined || row.platform_number === '' ? null : row.platform_number;
}

/** How often a case was filed, corrected filings left out. */
export async function countFiled(read: ReadHandle, caseId: string): Promise<number> {
  const { filed } = await read.query
    .selectFrom('submissions')
    .where('case_id', '=', caseId)
    .where('corrected_at', 'is', null)
    .select(({ fn }) => fn.countAll<number>().as('filed'))
    .executeTakeFirstOrThrow();
  return filed;
}

/** Clocks by their ids, stopped ones too. */
export async function clockRows(read: ReadHandle, ids: readonly string[]): Promise<Tables['clocks'][]> {
  if (ids.length === 0) return [];
  return await read.query.selectFrom('clocks').selectAll().where('id', 'in', ids).orderBy('id').execute();
}

/** The clocks of a case that were stopped at one instant. */
export async function stoppedClockRows(
  read: ReadHandle,
  caseId: string,
  stoppedAt: number,
): Promise<Tables['clocks'][]> {
  return await read.query
    .selectFrom('clocks')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('stopped_at', '=', stoppedAt)
    .orderBy('id')
    .execute();
}

/** The seller's own clocks of a case that were stopped, the newest of each kind, unless somebody ended that by hand. */
export async function stoppedOwnRows(read: ReadHandle, caseId: string): Promise<Tables['clocks'][]> {
  const rows = await read.query
    .selectFrom('clocks')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('owner', '=', 'mine')
    .where('stopped_at', 'is not', null)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const seen = new Set<string>();
  return rows
    .filter(({ spec_id: specId }) => !seen.has(specId) && seen.add(specId))
    .filter(({ stop_reason: byHand }) => byHand === '');
}

/** When the platform reviewed a case: from each filing to the answer it got. */
export async function reviewPauses(read: ReadHandle, caseId: string): Promise<Pause[]> {
  const rows = await read.query
    .selectFrom('submissions')
    .innerJoin('decisions', 'decisions.submission_id', 'submissions.id')
    .select(['submissions.submitted_at as from', 'decisions.decided_at as to'])
    .where('submissions.case_id', '=', caseId)
    // An answer is of the case of its filing: said as well, because answers have an index by their case and none by filing.
    .where('decisions.case_id', '=', caseId)
    .where('submissions.corrected_at', 'is', null)
    .orderBy('submissions.submitted_at')
    .execute();
  return rows.filter(({ from, to }) => from < to);
}

/** The clocks that run in cases that are not archived. */
export function inUse(read: ReadHandle) {
  return read.query
    .selectFrom('clocks')
    .innerJoin('cases', 'cases.id', 'clocks.case_id')
    .where('cases.archived_at', 'is', null)
    .where('clocks.stopped_at', 'is', null);
}

/** Clocks with what is shown of their cases. */
function ofCases(read: ReadHandle) {
  return read.query
    .selectFrom('clocks')
    .innerJoin('cases', 'cases.id', 'clocks.case_id')
    .innerJoin('stores', 'stores.id', 'cases.store_id')
    .selectAll('clocks')
    .select(['cases.number', 'cases.title', 'stores.alias']);
}

function filtered(read: ReadHandle, filter: ClockFilter) {
  let found = ofCases(read);
  if (filter.caseId !== undefined) found = found.where('clocks.case_id', '=', filter.caseId);
  else found = found.where('cases.archived_at', 'is', null);
  if (!filter.stopped) found = found.where('clocks.stopped_at', 'is', null);
  return found.orderBy('clocks.look_at').orderBy('clocks.id');
}

/** How a clock reminds, as somebody set it; null where it does as usual. */
export function planOf(row: Pick<Tables['clocks'], 'plan_json'>): ClockPlan | null {
  return row.plan_json === null ? null : (JSON.parse(row.plan_json) as ClockPlan);
}

type EndRow = Pick<Tables['clocks'], 'id' | 'case_id' | 'owner' | 'title_json' | 'look_at' | 'due_at'> & {
  readonly number: string;
  readonly title: string;
  readonly alias: string;
};

function toEnd(row: EndRow): ClockEnd {
  return {
    id: row.id,
    caseId: row.case_id,
    caseNumber: row.number,
    caseTitle: row.title,
    storeAlias: row.alias,
    owner: row.owner as ClockEnd['owner'],
    title: titleOf(row),
    lookAt: row.look_at,
    dueAt: row.due_at,
  };
}

type ClockRow = Awaited<ReturnType<ReturnType<typeof filtered>['executeTakeFirstOrThrow']>>;

function toClock(row: ClockRow): ClockRecord {
  return {
    ...toEnd(row),
    specId: row.spec_id,
    awaits: row.awaits as ClockRecord['awaits'],
    says: JSON.parse(row.says_json) as ClockRecord['says'],
    startedAt: row.started_at,
    computed: computedOf(row),
    sources: JSON.parse(row.sources_json) as ClockRecord['sources'],
    stoppedAt: row.stopped_at,
    stopReason: row.stop_reason,
    plan: planOf(row),
  };
}
