import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { OF_THE_MATTER } from '../../../shared/attempts/index.ts';
import type { AttemptEntry } from '../../../shared/rulebook/index.ts';
import type { ReadHandle, Tables } from '../../workspace/index.ts';
import { matterOf } from './attempts.repo.ts';

type AttemptRow = Tables['attempts'];

/** A slot with the number, as numbers are compared, under which the platform has what it was filed of; null where nobody wrote it down. */
export type LedgerRow = AttemptRow & { readonly matter: string | null };

/** Slots, each with the number of its matter. */
const slots = (read: ReadHandle) =>
  read.query
    .selectFrom('attempts')
    .leftJoin('notices', 'notices.case_id', 'attempts.case_id')
    .leftJoin('cases as owners', 'owners.id', 'attempts.case_id')
    .selectAll('attempts')
    .select(matterOf.as('matter'));

/** Every slot that these orders of a store are known to have, in the order they were entered. */
export async function ledgerRows(
  read: ReadHandle,
  storeId: string,
  orderNumbers: readonly string[],
): Promise<LedgerRow[]> {
  const found: LedgerRow[] = [];
  for (let start = 0; start < orderNumbers.length; start += 500) {
    const some = orderNumbers.slice(start, start + 500);
    found.push(
      ...(await slots(read)
        .where('attempts.store_id', '=', storeId)
        .where('attempts.order_number', 'in', some)
        .orderBy('attempts.created_at')
        .orderBy('attempts.id')
        .execute()),
    );
  }
  return found;
}

/**
 * What a case knows of its matter, whichever orders it names by now: the slot of a matter without orders, and what was
 * entered as sent elsewhere.
 */
export async function ledgerOfMatter(read: ReadHandle, caseId: string): Promise<LedgerRow[]> {
  return await slots(read)
    .where('attempts.case_id', '=', caseId)
    .where(isOfMatter)
    .orderBy('attempts.created_at')
    .orderBy('attempts.id')
    .execute();
}

/**
 * Slots of a store in some scenes whose matter is, or may be, that of a number: they have the same one, or one of the two has
 * none. What belongs to no case was entered for its orders alone, where it has no number of its own.
 *
 * @param exceptCaseId what the asking case knows of its own matter is `ledgerOfMatter`'s
 */
export async function ledgerOfNumber(
  read: ReadHandle,
  storeId: string,
  scenarioIds: readonly string[],
  matter: string | null,
  exceptCaseId: string | undefined,
): Promise<LedgerRow[]> {
  let found = slots(read)
    .where('attempts.store_id', '=', storeId)
    .where('attempts.scenario_id', 'in', scenarioIds)
    .where('attempts.state', '<>', 'left')
    .where(({ or, eb }) => or([eb('attempts.case_id', 'is not', null), eb('attempts.matter_key', '<>', '')]));
  if (exceptCaseId !== undefined) found = found.where('attempts.case_id', 'is not', exceptCaseId);
  if (matter !== null)
    found = found.where(({ or, eb }) => or([eb(matterOf, '=', matter), eb(matterOf, 'is', null)]));
  return await found.orderBy('attempts.created_at').orderBy('attempts.id').execute();
}

function isOfMatter(builder: ExpressionBuilder<Tables, 'attempts'>): Expression<SqlBool> {
  return builder.or([
    builder('attempts.order_number', '=', OF_THE_MATTER),
    builder('attempts.made_by_kind', '=', 'elsewhere'),
  ]);
}

/**
 * Every slot that the orders of these cases, and their matters, are known to have, under their numbers too; by the case.
 *
 * @param matters the numbers of the cases, as they are compared
 */
export async function ledgerOfCases(
  read: ReadHandle,
  asking: readonly Pick<Tables['cases'], 'id' | 'store_id'>[],
  matters: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, LedgerRow[]>> {
  const found = new Map<string, Map<string, LedgerRow>>();
  const take = (caseId: string, row: LedgerRow): void => {
    const known = found.get(caseId) ?? new Map<string, LedgerRow>();
    found.set(caseId, known.set(row.id, row));
  };
  for (let start = 0; start < asking.length; start += 500) {
    const some = asking.slice(start, start + 500);
    const caseIds = some.map(({ id }) => id);
    for (const { asking_case_id: caseId, ...row } of await ledgerOfOrders(read, caseIds)) take(caseId, row);
    const numbers = [...new Set(caseIds.flatMap((id) => matters.get(id) ?? []))];
    const numbered = Map.groupBy(await ledgerOfNumbers(read, numbers), placeOf);
    for (const { id, store_id: storeId } of some) {
      const matter = matters.get(id);
      if (matter === undefined) continue;
      for (const row of numbered.get(placeOf({ store_id: storeId, matter })) ?? []) take(id, row);
    }
  }
  const inOrder = (one: LedgerRow, other: LedgerRow): number =>
    one.created_at - other.created_at || (one.id < other.id ? -1 : 1);
  return new Map([...found].map(([caseId, rows]) => [caseId, [...rows.values()].toSorted(inOrder)]));
}

const placeOf = ({ store_id: storeId, matter }: Pick<LedgerRow, 'store_id' | 'matter'>): string =>
  `${storeId} ${matter ?? ''}`;

/** Of each of these cases the slots of its orders, whoever has them, and those of its own matter. */
async function ledgerOfOrders(
  read: ReadHandle,
  caseIds: readonly string[],
): Promise<(LedgerRow & { readonly asking_case_id: string })[]> {
  const ofOrders = slots(read)
    .innerJoin('cases', 'cases.store_id', 'attempts.store_id')
    .innerJoin('case_orders', (join) =>
      join
        .onRef('case_orders.case_id', '=', 'cases.id')
        .onRef('case_orders.order_number', '=', 'attempts.order_number'),
    )
    .select('case_orders.case_id as asking_case_id')
    .where('case_orders.case_id', 'in', caseIds);
  const ofMatter = slots(read)
    .select((of) => of.ref('attempts.case_id').$notNull().as('asking_case_id'))
    .where('attempts.case_id', 'in', caseIds)
    .where(isOfMatter);
  return await ofOrders.union(ofMatter).execute();
}

/** The slots that have any of these numbers. */
async function ledgerOfNumbers(read: ReadHandle, numbers: readonly string[]): Promise<LedgerRow[]> {
  if (numbers.length === 0) return [];
  const rows = await slots(read)
    .where(({ or, eb, selectFrom }) =>
      or([
        eb('attempts.matter_key', 'in', numbers),
        eb(
          'attempts.case_id',
          'in',
          selectFrom('notices as said').select('said.case_id').where('said.matter_key', 'in', numbers),
        ),
        eb(
          'attempts.case_id',
          'in',
          selectFrom('cases as begun').select('begun.id').where('begun.matter_key', 'in', numbers),
        ),
      ]),
    )
    .execute();
  return rows;
}

/** The ledger as the rulebook's engine reads it. */
export function toLedger(rows: readonly LedgerRow[]): AttemptEntry[] {
  return rows.map((row) => ({
    orderNumber: row.order_number,
    scenarioId: row.scenario_id,
    state: row.state as AttemptEntry['state'],
    caseId: row.case_id,
    by: row.made_by_kind as AttemptEntry['by'],
    matter: row.matter,
    filing: filingOf(row),
  }));
}

/**
 * What was filed, or is drafted, with one chance: by its case and the how-manieth of its chances that is, or, where that was
 * elsewhere, by when it was entered.
 */
export function filingOf(
  row: Pick<AttemptRow, 'id' | 'made_by_kind' | 'case_id' | 'created_at' | 'chance'>,
): string {
  return row.made_by_kind === 'elsewhere'
    ? `elsewhere ${row.case_id ?? ''} ${row.created_at}`
    : `${row.case_id ?? row.id} ${row.chance}`;
}
