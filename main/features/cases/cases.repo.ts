import { sql } from 'kysely';
import type { CaseListItem, CaseOrder, CaseRecord, CaseStage } from '../../../shared/cases/index.ts';
import { numberKey } from '../../../shared/kernel/index.ts';
import { containing, type ReadHandle, type Tables } from '../../workspace/index.ts';
import { isAskedSince } from '../attempts/index.ts';
import type { Rulebooks } from '../editions/index.ts';
import { findOrders } from '../orders/index.ts';
import { caseCoverage } from '../requirements/index.ts';

/** The next running number of a year: `2026-001`. */
export async function nextCaseNumber(read: ReadHandle, year: string): Promise<string> {
  const { highest } = await read.query
    .selectFrom('cases')
    .select(sql<number | null>`max(cast(substr(number, 6) as integer))`.as('highest'))
    .where('number', 'like', `${year}-%`)
    .executeTakeFirstOrThrow();
  return `${year}-${String((highest ?? 0) + 1).padStart(3, '0')}`;
}

/** Cases by their ids; one that is not there is left out. */
export async function findCaseRows(
  read: ReadHandle,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, Tables['cases']>> {
  if (caseIds.length === 0) return new Map();
  const rows = await read.query.selectFrom('cases').selectAll().where('id', 'in', caseIds).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export async function caseOrderRows(read: ReadHandle, caseId: string): Promise<Tables['case_orders'][]> {
  return await read.query
    .selectFrom('case_orders')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** The orders of a case with what was imported of each, and how many of its own vouchers are there. */
export async function ordersWithCoverage(
  read: ReadHandle,
  rulebooks: Rulebooks,
  found: Tables['cases'],
): Promise<CaseOrder[]> {
  const orders = await caseOrders(read, found);
  const coverage = new Map(
    (await caseCoverage(read, rulebooks, found.id)).orders.map(({ orderNumber, met, total }) => [
      orderNumber,
      { met, total },
    ]),
  );
  return orders.map((order) => ({ ...order, coverage: coverage.get(order.orderNumber) ?? null }));
}

/** The orders of a case by number, with what was imported of each. */
export async function caseOrders(
  read: ReadHandle,
  found: Tables['cases'],
): Promise<Omit<CaseOrder, 'coverage'>[]> {
  const rows = await caseOrderRows(read, found.id);
  const imported = new Map(
    (
      await findOrders(
        read,
        found.store_id,
        rows.map((row) => row.order_number),
      )
    ).map((order) => [order.order_number, order]),
  );
  return rows.map((row) => {
    const order = imported.get(row.order_number);
    return {
      id: row.id,
      orderNumber: row.order_number,
      orderId: order?.id ?? null,
      buyerName: order?.buyer_name ?? '',
      orderedAt: order?.ordered_at ?? null,
      paidAt: order?.paid_at ?? null,
      totalMinor: order?.total_minor ?? null,
      currency: order?.currency ?? null,
      country: order?.country ?? '',
      remark: order?.remark ?? '',
      status: order?.status ?? '',
      trackingNumber: order?.tracking_number ?? '',
      class: row.class as CaseOrder['class'],
      classReason: row.class_reason,
      classedAt: row.classed_at,
      wasAdmitted: row.admitted_at !== null,
    };
  });
}

export async function answerRows(read: ReadHandle, caseId: string): Promise<Tables['case_answers'][]> {
  return await read.query
    .selectFrom('case_answers')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('fact_id')
    .execute();
}

/** What was recorded of a case's way, in as few reads as it takes. */
export interface CaseProgress {
  readonly packets: number;
  readonly liveSubmissions: number;
  /** What came of the latest submission, or of a case that was never filed; null while nothing has. */
  readonly outcome: string | null;
  /** Why, in the platform's words; empty while nothing has come or nothing was said. */
  readonly reason: string;
  /** When that came. */
  readonly decidedAt: number | null;
  /** When the latest submission was made. */
  readonly filedAt: number | null;
  /** Whether the platform asked for more of it since, and has not answered it. */
  readonly askedForMore: boolean;
}

export async function caseProgress(read: ReadHandle, caseId: string): Promise<CaseProgress> {
  const { packets } = await read.query
    .selectFrom('packets')
    .select(({ fn }) => fn.countAll<number>().as('packets'))
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  const submissions = await read.query
    .selectFrom('submissions')
    .select(['id', 'submitted_at'])
    .where('case_id', '=', caseId)
    .where('corrected_at', 'is', null)
    .orderBy('round', 'desc')
    .execute();
  const [newest] = submissions;
  // By the submission it answers and not by the clock: people write times down to the minute.
  const decision = await read.query
    .selectFrom('decisions')
    .select(['outcome', 'reason', 'decided_at'])
    .where('case_id', '=', caseId)
    .where('submission_id', 'is', newest?.id ?? null)
    .orderBy('decided_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return {
    packets,
    liveSubmissions: submissions.length,
    outcome: decision?.outcome ?? null,
    reason: decision?.reason ?? '',
    decidedAt: decision?.decided_at ?? null,
    filedAt: newest?.submitted_at ?? null,
    askedForMore:
      newest !== undefined &&
      decision === undefined &&
      (await isAskedSince(read, caseId, newest.submitted_at)),
  };
}

/**
 * Cases in use that were filed and not answered, for which no clock of the platform's runs: nothing but this tells that they
 * wait. Those that wait longest come first.
 */
export async function filedWithoutClock(read: ReadHandle, limit: number) {
  return await read.query
    .selectFrom('submissions as filed')
    .innerJoin('cases', 'cases.id', 'filed.case_id')
    .innerJoin('stores', 'stores.id', 'cases.store_id')
    .select(['cases.id', 'cases.number', 'cases.title', 'cases.store_id', 'stores.alias'])
    .select('filed.submitted_at')
    .where('cases.archived_at', 'is', null)
    .where('filed.corrected_at', 'is', null)
    .where(
      'filed.round',
      '=',
      sql<number>`(select max(latest.round) from submissions latest
                   where latest.case_id = cases.id and latest.corrected_at is null)`,
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('decisions').select('decisions.id').whereRef('decisions.submission_id', '=', 'filed.id'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('clocks')
            .select('clocks.id')
            .whereRef('clocks.case_id', '=', 'cases.id')
            .where('clocks.owner', '=', 'theirs')
            .where('clocks.stopped_at', 'is', null),
        ),
      ),
    )
    .orderBy('filed.submitted_at')
    .orderBy('cases.id')
    .limit(limit)
    .execute();
}

/** Whether the platform has what the case filed. What came back is to be filed again, with the same chance. */
export function isWithPlatform({ filedAt, outcome }: CaseProgress): boolean {
  return filedAt !== null && outcome !== 'returned';
}

/** Where a case stands, from what was recorded of it. */
export function stageOf(row: Pick<Tables['cases'], 'archived_at'>, progress: CaseProgress): CaseStage {
  if (row.archived_at !== null) return 'closed';
  if (progress.outcome !== null) return progress.outcome === 'returned' ? 'returned' : 'decided';
  if (progress.askedForMore) return 'returned';
  if (progress.liveSubmissions > 0) return 'submitted';
  return progress.packets > 0 ? 'frozen' : 'preparing';
}

/**
 * The cases in use whose material is still being gathered, all of them: nothing has gone out, or it was returned. The one whose
 * own time ends first stands on top; one whose own time is over is left out. The stages that `stageOf` tells, in one query.
 */
export async function casesThatGather(read: ReadHandle, now: number): Promise<string[]> {
  const filed = sql<string | null>`(select s.id from submissions s where s.case_id = cases.id
                                    and s.corrected_at is null order by s.round desc limit 1)`;
  const outcome = sql<string | null>`(select d.outcome from decisions d where d.case_id = cases.id
                                      and d.submission_id is ${filed} order by d.decided_at desc, d.id desc limit 1)`;
  const ownEnd = sql<number | null>`(select min(c.due_at) from clocks c where c.case_id = cases.id
                                     and c.stopped_at is null and c.owner = 'mine')`;
  const rows = await filtered(read, { archived: false })
    .select(['cases.id', ownEnd.as('own_end')])
    .where(sql<boolean>`coalesce(${outcome}, iif(${filed} is null, 'returned', '')) = 'returned'`)
    .where(sql<boolean>`coalesce(${ownEnd} > ${now}, true)`)
    .orderBy(sql`own_end is null`)
    .orderBy('own_end')
    .orderBy('cases.created_at', 'desc')
    .orderBy('cases.id', 'desc')
    .execute();
  return rows.map(({ id }) => id);
}

export async function toCaseRecord(read: ReadHandle, row: Tables['cases']): Promise<CaseRecord> {
  return recordOf(row, stageOf(row, await caseProgress(read, row.id)));
}

function recordOf(row: Tables['cases'], stage: CaseStage): CaseRecord {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    platform: row.platform,
    caseType: row.case_type,
    scenarioId: row.scenario_id,
    clientId: row.client_id,
    storeId: row.store_id,
    ownerId: row.owner_id,
    reviewerId: row.reviewer_id,
    buyerName: row.buyer_name,
    matterNumber: row.matter_number,
    conductDate: row.conduct_date,
    noticeDate: row.notice_date,
    createdAt: row.created_at,
    archivedAt: row.archived_at,
    stage,
  };
}

export interface CaseFilter {
  readonly storeId?: string | undefined;
  readonly clientId?: string | undefined;
  readonly text?: string | undefined;
  readonly archived: boolean;
}

/** One page of cases: by what is due first, then the newest. The cursor is how many came before. */
export async function listCases(
  read: ReadHandle,
  filter: CaseFilter,
  cursor: string | undefined,
  limit: number,
): Promise<{ items: CaseListItem[]; nextCursor: string | null; total: number }> {
  const { total } = await filtered(read, filter)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const offset = cursor === undefined ? 0 : Number(cursor);
  const rows = await filtered(read, filter)
    .innerJoin('stores', 'stores.id', 'cases.store_id')
    .leftJoin('clocks', (join) =>
      join.on(
        'clocks.id',
        '=',
        sql<string>`(select c.id from clocks c where c.case_id = cases.id and c.stopped_at is null
                     and c.owner <> 'vanishing' order by c.look_at, c.id limit 1)`,
      ),
    )
    .selectAll('cases')
    .select(['stores.alias', 'clocks.id as clock_id', 'clocks.look_at', 'clocks.owner'])
    .select((builder) =>
      builder
        .selectFrom('case_orders')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('case_orders.case_id', '=', 'cases.id')
        .as('order_count'),
    )
    .orderBy(sql`clocks.look_at is null`)
    .orderBy('clocks.look_at')
    .orderBy('cases.created_at', 'desc')
    .orderBy('cases.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  const items: CaseListItem[] = [];
  for (const row of rows) {
    const record = recordOf(row, stageOf(row, await caseProgress(read, row.id)));
    items.push({
      ...record,
      storeAlias: row.alias,
      orderCount: row.order_count ?? 0,
      nextDue:
        row.clock_id === null || row.look_at === null
          ? null
          : { at: row.look_at, side: row.owner === 'mine' ? 'mine' : 'theirs', clockId: row.clock_id },
    });
  }
  const after = offset + rows.length;
  return { items, nextCursor: after < total ? String(after) : null, total };
}

function filtered(read: ReadHandle, filter: CaseFilter) {
  let found = read.query
    .selectFrom('cases')
    .where('cases.archived_at', filter.archived ? 'is not' : 'is', null);
  if (filter.storeId !== undefined) found = found.where('cases.store_id', '=', filter.storeId);
  if (filter.clientId !== undefined) found = found.where('cases.client_id', '=', filter.clientId);
  const text = filter.text?.trim() ?? '';
  if (text !== '') {
    const like = containing(text);
    found = found.where((builder) =>
      builder.or([
        builder('cases.number', 'like', like),
        builder('cases.title', 'like', like),
        builder('cases.buyer_name', 'like', like),
        builder('cases.id', 'in', withNumberLike(read, text)),
        builder.exists(
          builder
            .selectFrom('case_orders')
            .select('case_orders.id')
            .whereRef('case_orders.case_id', '=', 'cases.id')
            .where('case_orders.order_number', 'like', like),
        ),
      ]),
    );
  }
  return found;
}

/** Cases whose item, dispute or violation has a number with some text in it, or the one that the text is, however it is typed. */
function withNumberLike(read: ReadHandle, text: string) {
  const like = containing(text);
  const key = numberKey(text);
  return read.query
    .selectFrom('cases as begun')
    .select('begun.id')
    .where(({ or, and, eb }) =>
      or([
        eb('begun.matter_number', 'like', like),
        and([eb('begun.matter_key', '=', key), eb('begun.matter_key', '<>', '')]),
      ]),
    )
    .union(
      read.query
        .selectFrom('notices')
        .select('notices.case_id as id')
        .where(({ or, and, eb }) =>
          or([
            eb('notices.platform_number', 'like', like),
            and([eb('notices.matter_key', '=', key), eb('notices.matter_key', '<>', '')]),
          ]),
        ),
    );
}

/** Counts that the rail of steps and the next act are told from. */
export async function caseCounts(read: ReadHandle, caseId: string) {
  const count = async (
    table: 'case_orders' | 'case_evidence' | 'facts' | 'requirement_ticks' | 'packets',
  ) => {
    const row = await read.query
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow();
    return row.count;
  };
  const { confirmed } = await read.query
    .selectFrom('facts')
    .select(({ fn }) => fn.count<number>('confirmed_at').as('confirmed'))
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  return {
    orders: await count('case_orders'),
    exhibits: await count('case_evidence'),
    facts: await count('facts'),
    confirmedFacts: confirmed,
  };
}

/** The sections of a case's statement in each language it is written in; the plan cites nothing and is none. */
export async function statementSections(read: ReadHandle, caseId: string): Promise<string[]> {
  const rows = await read.query
    .selectFrom('statements')
    .select('sections_json')
    .where('case_id', '=', caseId)
    .where('document', '=', 'statement')
    .execute();
  return rows.map((row) => row.sections_json);
}

export async function namesAround(read: ReadHandle, row: Tables['cases']) {
  const store = await read.query
    .selectFrom('stores')
    .select('alias')
    .where('id', '=', row.store_id)
    .executeTakeFirst();
  const client = await read.query
    .selectFrom('clients')
    .select('name')
    .where('id', '=', row.client_id)
    .executeTakeFirst();
  const people = await read.query
    .selectFrom('operators')
    .select(['id', 'name'])
    .where('id', 'in', row.reviewer_id === null ? [row.owner_id] : [row.owner_id, row.reviewer_id])
    .execute();
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? null;
  return {
    storeAlias: store?.alias ?? '',
    clientName: client?.name ?? '',
    ownerName: nameOf(row.owner_id) ?? '',
    reviewerName: nameOf(row.reviewer_id),
  };
}

/** The instant of the last act about a case. */
export async function lastTouched(read: ReadHandle, caseId: string): Promise<number> {
  const { at } = await read.query
    .selectFrom('journal')
    .select(({ fn }) => fn.max('at').as('at'))
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  return at ?? 0;
}
