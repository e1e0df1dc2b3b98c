import { sql } from 'kysely';
import type { Attempt } from '../../../shared/attempts/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import { findCaseRow, type ReadHandle, type Tables, type WriteHandle } from '../../workspace/index.ts';

type AttemptRow = Tables['attempts'];

/**
 * What was entered of a matter as sent elsewhere in one scene, about the same number: for its case, or, where it names none, at
 * once with this.
 *
 * @param several whether there are several chances: then what was entered at once is of one of them, and the rest of others
 */
export async function enteredTogether(
  read: ReadHandle,
  row: AttemptRow,
  several: boolean,
): Promise<AttemptRow[]> {
  const together = read.query
    .selectFrom('attempts')
    .selectAll()
    .where('store_id', '=', row.store_id)
    .where('scenario_id', 'is', row.scenario_id)
    .where('made_by_kind', '=', 'elsewhere')
    .where('case_id', 'is', row.case_id)
    .where('matter_key', '=', row.matter_key)
    .orderBy('created_at')
    .orderBy('id');
  if (row.case_id !== null && !several) return await together.execute();
  return await together.where('created_at', '=', row.created_at).execute();
}

/** The number that was entered with an attempt, else that of its case, `owners`, which a notice says or the seller. */
export const matterOf = sql<string | null>`coalesce(
  nullif(attempts.matter_key, ''), nullif(notices.matter_key, ''), nullif(owners.matter_key, ''))`;

export async function listAttempts(
  read: ReadHandle,
  filter: {
    readonly storeId?: string | undefined;
    readonly orderNumbers?: readonly string[];
    /** With the orders: also what was entered for this case of an order that is no longer in it. */
    readonly caseId?: string;
    /** The number of that case, as numbers are compared, where its chances go by one and somebody wrote it down. */
    readonly matter?: string | null;
  },
): Promise<Attempt[]> {
  let found = read.query
    .selectFrom('attempts')
    .leftJoin('notices', 'notices.case_id', 'attempts.case_id')
    .leftJoin('cases as owners', 'owners.id', 'attempts.case_id')
    .selectAll('attempts')
    .select(['owners.number as case_number', matterOf.as('matter')]);
  if (filter.storeId !== undefined) found = found.where('attempts.store_id', '=', filter.storeId);
  const { orderNumbers, caseId } = filter;
  if (orderNumbers !== undefined) {
    found = found.where((builder) =>
      builder.or([
        ...(orderNumbers.length === 0 ? [] : [builder('attempts.order_number', 'in', orderNumbers)]),
        ...(caseId === undefined ? [] : [builder('attempts.case_id', '=', caseId)]),
      ]),
    );
  }
  const rows = await found.orderBy('attempts.created_at').orderBy('attempts.id').execute();
  const { matter = null } = filter;
  return rows.map((row) => ({
    ...toAttempt(row, row.case_number),
    otherMatter: matter !== null && row.matter !== null && row.matter !== matter,
  }));
}

export async function findAttemptRow(read: ReadHandle, attemptId: string): Promise<AttemptRow> {
  const row = await read.query
    .selectFrom('attempts')
    .selectAll()
    .where('id', '=', attemptId)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('NOT_FOUND', { kind: 'attempt', id: attemptId });
  return row;
}

/** The slots that a case itself holds or has spent. */
export async function attemptsOfCase(read: ReadHandle, caseId: string): Promise<AttemptRow[]> {
  return await read.query
    .selectFrom('attempts')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('made_by_kind', '=', 'here')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/**
 * Lets a case hold the chance of an order: a draft counts from its first day.
 *
 * @param orderNumber `OF_THE_MATTER` for the one of a matter without orders
 * @param chance which of the case's it is
 */
export async function holdAttempt(
  tx: WriteHandle,
  holder: Pick<Tables['cases'], 'id' | 'store_id' | 'scenario_id'>,
  orderNumber: string,
  chance = 1,
): Promise<void> {
  await tx.insert('attempts', {
    ...emptyAttempt(tx),
    store_id: holder.store_id,
    scenario_id: holder.scenario_id,
    order_number: orderNumber,
    state: 'held',
    made_by_kind: 'here',
    case_id: holder.id,
    chance,
  });
}

/** Of each order of a case, or of its matter, the slot of the last of its chances; what it filed before stays as it was. */
export async function lastAttemptsOfCase(read: ReadHandle, caseId: string): Promise<AttemptRow[]> {
  const byOrder = Map.groupBy(await attemptsOfCase(read, caseId), (row) => row.order_number);
  return [...byOrder.values()].flatMap((rows) =>
    rows.toSorted((one, other) => other.chance - one.chance).slice(0, 1),
  );
}

/** When a case was last filed or answered; null where neither has happened. */
export async function lastDealtWith(read: ReadHandle, caseId: string): Promise<number | null> {
  const filed = await read.query
    .selectFrom('submissions')
    .select(({ fn }) => fn.max('submitted_at').as('at'))
    .where('case_id', '=', caseId)
    .where('corrected_at', 'is', null)
    .executeTakeFirst();
  const decided = await read.query
    .selectFrom('decisions')
    .select(({ fn }) => fn.max('decided_at').as('at'))
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  const all = [filed?.at ?? null, decided?.at ?? null].filter((at) => at !== null);
  return all.length === 0 ? null : Math.max(...all);
}

/** Whether the platform, which has what a case filed last and has not answered it, asked for more of it since. */
export async function isAskedForMore(read: ReadHandle, caseId: string): Promise<boolean> {
  const newest = await read.query
    .selectFrom('submissions')
    .select(['id', 'submitted_at'])
    .where('case_id', '=', caseId)
    .where('corrected_at', 'is', null)
    .orderBy('round', 'desc')
    .executeTakeFirst();
  if (newest === undefined) return false;
  const decision = await read.query
    .selectFrom('decisions')
    .select('id')
    .where('submission_id', '=', newest.id)
    .executeTakeFirst();
  return decision === undefined && (await isAskedSince(read, caseId, newest.submitted_at));
}

/** Whether the platform asked for more of a case since something was filed of it. */
export async function isAskedSince(read: ReadHandle, caseId: string, filedAt: number): Promise<boolean> {
  const asked = await read.query
    .selectFrom('case_events')
    .select('id')
    .where('case_id', '=', caseId)
    .where('event', '=', 'evidence-requested')
    .where('happened_at', '>', filedAt)
    .executeTakeFirst();
  return asked !== undefined;
}

/** An attempt row with nothing known yet. */
export function emptyAttempt(
  tx: WriteHandle,
): Omit<AttemptRow, 'store_id' | 'scenario_id' | 'order_number' | 'state' | 'made_by_kind'> {
  return {
    id: tx.newId(),
    case_id: null,
    submission_id: null,
    made_by: '',
    made_at: null,
    sent_text: '',
    platform_number: '',
    result: '',
    item_ids_json: '[]',
    settled_note: '',
    corrected_reason: '',
    created_at: tx.now,
    matter_number: '',
    matter_key: '',
    chance: 1,
  };
}

export function toAttempt(row: AttemptRow, caseNumber: string | null): Attempt {
  return {
    id: row.id,
    storeId: row.store_id,
    scenarioId: row.scenario_id,
    orderNumber: row.order_number,
    state: row.state as Attempt['state'],
    by: row.made_by_kind as Attempt['by'],
    enteredAt: row.created_at,
    caseId: row.case_id,
    caseNumber,
    submissionId: row.submission_id,
    madeBy: row.made_by,
    madeAt: row.made_at,
    sentText: row.sent_text,
    platformNumber: row.platform_number,
    matterNumber: row.matter_number,
    otherMatter: false,
    result: row.result,
    itemIds: JSON.parse(row.item_ids_json) as string[],
    settledNote: row.settled_note,
    correctedReason: row.corrected_reason,
  };
}

/** Under which number, as numbers are compared, the platform has the matter of cases, where somebody wrote it down. */
export async function mattersOf(
  read: ReadHandle,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (let start = 0; start < caseIds.length; start += 500)
    for (const { id, noticed, matter_key: begun } of await read.query
      .selectFrom('cases')
      .leftJoin('notices', 'notices.case_id', 'cases.id')
      .select(['cases.id', 'cases.matter_key', 'notices.matter_key as noticed'])
      .where('cases.id', 'in', caseIds.slice(start, start + 500))
      .execute()) {
      const known = [noticed, begun].find((each) => each !== null && each !== '');
      if (known != null) found.set(id, known);
    }
  return found;
}

/** What was answered to some questions in cases, as `case fact`. */
export async function answersTo(
  read: ReadHandle,
  caseIds: readonly string[],
  factIds: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  const found = new Map<string, unknown>();
  if (factIds.length === 0) return found;
  for (let start = 0; start < caseIds.length; start += 500)
    for (const row of await read.query
      .selectFrom('case_answers')
      .select(['case_id', 'fact_id', 'value_json'])
      .where('case_id', 'in', caseIds.slice(start, start + 500))
      .where('fact_id', 'in', [...factIds])
      .execute())
      found.set(`${row.case_id} ${row.fact_id}`, JSON.parse(row.value_json));
  return found;
}

/** The numbers of cases, by their ids. */
export async function caseNumbers(
  read: ReadHandle,
  caseIds: readonly string[],
): Promise<Map<string, string>> {
  if (caseIds.length === 0) return new Map();
  const rows = await read.query
    .selectFrom('cases')
    .select(['id', 'number'])
    .where('id', 'in', [...new Set(caseIds)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.number]));
}

/** The numbers of the orders of cases, as they stand in each. */
export async function orderNumbersOf(
  read: ReadHandle,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const found = new Map<string, string[]>();
  for (let start = 0; start < caseIds.length; start += 500) {
    const rows = await read.query
      .selectFrom('case_orders')
      .select(['case_id', 'order_number'])
      .where('case_id', 'in', caseIds.slice(start, start + 500))
      .orderBy('position')
      .orderBy('id')
      .execute();
    for (const row of rows) {
      const known = found.get(row.case_id);
      if (known === undefined) found.set(row.case_id, [row.order_number]);
      else known.push(row.order_number);
    }
  }
  return found;
}

/** The cases in use of a store in which any of these orders stands. */
export async function casesWithOrders(
  read: ReadHandle,
  storeId: string,
  orderNumbers: readonly string[],
): Promise<Tables['cases'][]> {
  const found = new Map<string, Tables['cases']>();
  for (let start = 0; start < orderNumbers.length; start += 500) {
    const rows = await read.query
      .selectFrom('cases')
      .innerJoin('case_orders', 'case_orders.case_id', 'cases.id')
      .selectAll('cases')
      .distinct()
      .where('cases.store_id', '=', storeId)
      .where('cases.archived_at', 'is', null)
      .where('case_orders.order_number', 'in', orderNumbers.slice(start, start + 500))
      .orderBy('cases.id')
      .execute();
    for (const row of rows) found.set(row.id, row);
  }
  return [...found.values()];
}

/** The cases in use of a store and case type that the platform has under a number, as numbers are compared. */
export async function casesWithNumber(
  read: ReadHandle,
  { storeId, caseType }: { readonly storeId: string; readonly caseType: string },
  matter: string,
): Promise<Tables['cases'][]> {
  return await read.query
    .selectFrom('cases')
    .leftJoin('notices', 'notices.case_id', 'cases.id')
    .selectAll('cases')
    .where('cases.store_id', '=', storeId)
    .where('cases.case_type', '=', caseType)
    .where('cases.archived_at', 'is', null)
    .where(({ or, eb }) => or([eb('notices.matter_key', '=', matter), eb('cases.matter_key', '=', matter)]))
    .orderBy('cases.id')
    .execute();
}

/** The store of a case and the numbers of its orders. */
export async function ordersOfCase(
  read: ReadHandle,
  caseId: string,
): Promise<{ storeId: string; orderNumbers: string[] }> {
  const found = await findCaseRow(read, caseId);
  return { storeId: found.store_id, orderNumbers: (await orderNumbersOf(read, [caseId])).get(caseId) ?? [] };
}
