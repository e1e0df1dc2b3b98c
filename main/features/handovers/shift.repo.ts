import { sql, type RawBuilder } from 'kysely';
import { doubtOf } from '../../../shared/deadlines/index.ts';
import type { HandoverDue } from '../../../shared/handovers/index.ts';
import { computedOf, titleOf, type ReadHandle, type Tables } from '../../workspace/index.ts';
import { inUse } from '../deadlines/index.ts';

/** What a page is of: an instant to the next, and whose work (null: everybody's). */
export interface Shift {
  readonly from: number;
  readonly until: number;
  readonly operatorId: string | null;
}

/** How a line names its case. */
export interface CaseName {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly caseTitle: string;
  readonly storeAlias: string;
}

/** The first lines of a part, and how many there are in all. */
export interface Counted<Line> {
  readonly rows: Line[];
  readonly total: number;
}

/**
 * What ends before an instant: the seller's own first, what is late before the rest, then the platform's answers by when to
 * look, then what goes out of reach. What is out of reach already is nobody's any more.
 */
export async function endsBefore(
  read: ReadHandle,
  shift: Shift,
  before: number,
  limit: number,
): Promise<Counted<HandoverDue>> {
  const found = inUse(read)
    .where('clocks.look_at', '<', before)
    .where((builder) =>
      builder.or([builder('clocks.owner', '<>', 'vanishing'), builder('clocks.due_at', '>=', shift.until)]),
    )
    .where(inHands(shift));
  const rows = await found
    .innerJoin('stores', 'stores.id', 'cases.store_id')
    .select(['clocks.id', 'clocks.case_id', 'clocks.owner', 'clocks.title_json'])
    .select([
      'clocks.look_at',
      'clocks.due_at',
      'clocks.computed_json',
      'cases.number',
      'cases.title',
      'stores.alias',
    ])
    .orderBy(sql`case clocks.owner when 'mine' then 0 when 'theirs' then 1 else 2 end`)
    // Of all but the platform's the look is the end itself.
    .orderBy('clocks.look_at')
    .orderBy('clocks.id')
    .limit(limit)
    .execute();
  const { total } = await found
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return {
    rows: rows.map((row) => {
      const doubt = doubtOf(computedOf(row));
      return {
        ...nameOf(row),
        clockId: row.id,
        owner: row.owner as HandoverDue['owner'],
        title: titleOf(row),
        lookAt: row.look_at,
        dueAt: row.due_at,
        ...(doubt === null ? {} : { doubt }),
      };
    }),
    total,
  };
}

/** A request, with what is needed to say of which case and by whose rules. */
export type ShiftAsk = Tables['asks'] & { readonly found: Tables['cases']; readonly alias: string };

/** The requests that wait for an answer, the oldest first; then those that went out in the span and have one. */
export async function asksOf(read: ReadHandle, shift: Shift, limit: number): Promise<Counted<ShiftAsk>> {
  const { from, until } = shift;
  const open = sql<boolean>`asks.state = 'open'`;
  // Each half by an index of its own: of years of requests, those without an answer are few.
  const either = sql<string>`(
    select waiting.id from asks as waiting where waiting.state = 'open'
    union all
    select sent.id from asks as sent where sent.asked_at >= ${from} and sent.asked_at < ${until}
  )`;
  const found = read.query
    .selectFrom('asks')
    .innerJoin('cases', 'cases.id', 'asks.case_id')
    .where('asks.id', 'in', either)
    .where((builder) =>
      builder.or([
        builder('cases.archived_at', 'is', null),
        builder.and([builder('asks.asked_at', '>=', from), builder('asks.asked_at', '<', until)]),
      ]),
    )
    .where((builder) =>
      shift.operatorId === null
        ? inHands(shift)
        : builder.or([builder('asks.operator_id', '=', shift.operatorId), inHands(shift)]),
    );
  const rows = await found
    .selectAll('asks')
    .orderBy(open, 'desc')
    .orderBy('asks.asked_at')
    .orderBy('asks.id')
    .limit(limit)
    .execute();
  const { total } = await found
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const cases = await casesWithStores(
    read,
    rows.map((row) => row.case_id),
  );
  return {
    rows: rows.flatMap((row) => {
      const of = cases.get(row.case_id);
      return of === undefined ? [] : [{ ...row, ...of }];
    }),
    total,
  };
}

/** Chances of one scene that one case holds, or used. */
export interface Chances {
  readonly caseId: string | null;
  readonly storeAlias: string;
  readonly caseNumber: string;
  readonly caseTitle: string;
  readonly scenarioId: string;
  /** 0: the one of a matter that names no order. */
  readonly orders: number;
  readonly elsewhere: boolean;
}

/** The chances that drafts hold now, by the case; the newest case first. */
export async function heldChances(read: ReadHandle, shift: Shift, limit: number): Promise<Counted<Chances>> {
  const held = chances(read)
    .where(sql<boolean>`attempts.state = 'held'`)
    .where(inHands(shift));
  const rows = await held.orderBy('cases.number', 'desc').orderBy('attempts.scenario_id').execute();
  return { rows: rows.slice(0, limit).map(toChances), total: rows.length };
}

/** What may use up a chance, or find that one is used up. */
const SPENDING = ['submissions.record', 'attempts.enterPrior', 'attempts.settle'];

/** The chances that acts of the span used up, or found to be used up, and that still are; by the case. */
export async function spentChances(read: ReadHandle, shift: Shift, limit: number): Promise<Counted<Chances>> {
  const by = shift.operatorId === null ? sql`1` : sql`journal.operator_id = ${shift.operatorId}`;
  const spentInSpan = sql<string>`(
    select change.value ->> '$.id'
    from journal
      join journal_payloads on journal_payloads.sequence = journal.sequence,
      json_each(journal_payloads.payload_json, '$.changes') as change
    where journal.at >= ${shift.from} and journal.at < ${shift.until} and ${by}
      and journal.act in (${sql.join(SPENDING)})
      and change.value ->> '$.table' = 'attempts'
      and change.value ->> '$.after.state' = 'spent'
      and change.value ->> '$.before.state' is not 'spent'
  )`;
  const rows = await chances(read)
    .where('attempts.state', '=', 'spent')
    .where('attempts.id', 'in', spentInSpan)
    .orderBy('cases.number', 'desc')
    .orderBy('attempts.scenario_id')
    .execute();
  return { rows: rows.slice(0, limit).map(toChances), total: rows.length };
}

/** What these cases are called, by their ids. */
export async function caseNames(
  read: ReadHandle,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, CaseName>> {
  const cases = await casesWithStores(read, caseIds);
  return new Map(
    [...cases].map(([caseId, { found, alias }]) => [
      caseId,
      { caseId, caseNumber: found.number, caseTitle: found.title, storeAlias: alias },
    ]),
  );
}

async function casesWithStores(
  read: ReadHandle,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly found: Tables['cases']; readonly alias: string }>> {
  if (caseIds.length === 0) return new Map();
  const rows = await read.query
    .selectFrom('cases')
    .innerJoin('stores', 'stores.id', 'cases.store_id')
    .selectAll('cases')
    .select('stores.alias')
    .where('cases.id', 'in', [...new Set(caseIds)])
    .execute();
  return new Map(rows.map(({ alias, ...found }) => [found.id, { found, alias }]));
}

/** Attempts, counted by case and scene. */
function chances(read: ReadHandle) {
  return read.query
    .selectFrom('attempts')
    .innerJoin('stores', 'stores.id', 'attempts.store_id')
    .leftJoin('cases', 'cases.id', 'attempts.case_id')
    .select(['attempts.case_id', 'attempts.scenario_id', 'attempts.made_by_kind'])
    .select(['cases.number', 'cases.title', 'stores.alias'])
    .select(sql<number>`sum(attempts.order_number <> '')`.as('orders'))
    .groupBy(['attempts.case_id', 'attempts.store_id', 'attempts.scenario_id', 'attempts.made_by_kind']);
}

function toChances(row: {
  readonly case_id: string | null;
  readonly scenario_id: string;
  readonly made_by_kind: string;
  readonly number: string | null;
  readonly title: string | null;
  readonly alias: string;
  readonly orders: number;
}): Chances {
  return {
    caseId: row.case_id,
    caseNumber: row.number ?? '',
    caseTitle: row.title ?? '',
    storeAlias: row.alias,
    scenarioId: row.scenario_id,
    orders: row.orders,
    elsewhere: row.made_by_kind === 'elsewhere',
  };
}

/** The condition that a case is somebody's: theirs to handle, or one in which they did something in the span. */
function inHands({ operatorId, from, until }: Shift): RawBuilder<boolean> {
  if (operatorId === null) return sql<boolean>`1`;
  return sql<boolean>`(cases.owner_id = ${operatorId} or cases.id in (
    select journal.case_id from journal
    where journal.at >= ${from} and journal.at < ${until} and journal.operator_id = ${operatorId}
      and journal.case_id is not null
  ))`;
}

function nameOf(row: {
  readonly case_id: string;
  readonly number: string;
  readonly title: string;
  readonly alias: string;
}): CaseName {
  return { caseId: row.case_id, caseNumber: row.number, caseTitle: row.title, storeAlias: row.alias };
}
