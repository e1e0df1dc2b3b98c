import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { OF_THE_MATTER } from '../../../shared/attempts/index.ts';
import type { AttemptEntry } from '../../../shared/rulebook/index.ts';
import type { ReadHandle, Tables } from '../../workspace/index.ts';

type AttemptRow = Tables['attempts'];

/** A slot with the number under which the platform has the matter of its case; null where nobody wrote it down. */
export type LedgerRow = AttemptRow & { readonly matter: string | null };

/** Slots, each with the number of its case's matter. */
const slots = (read: ReadHandle) =>
  read.query
    .selectFrom('attempts')
    .leftJoin('notices', 'notices.case_id', 'attempts.case_id')
    .selectAll('attempts')
    .select('notices.platform_number as matter');

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
 * none. What belongs to no case was entered for its orders alone.
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
    .where('attempts.case_id', 'is not', null)
    .where('attempts.scenario_id', 'in', scenarioIds)
    .where('attempts.state', '<>', 'left');
  if (exceptCaseId !== undefined) found = found.where('attempts.case_id', '<>', exceptCaseId);
  if (matter !== null)
    found = found.where((builder) =>
      builder.or([
        builder('notices.platform_number', 'in', [matter, '']),
        builder('notices.platform_number', 'is', null),
      ]),
    );
  return await found.orderBy('attempts.created_at').orderBy('attempts.id').execute();
}

function isOfMatter(builder: ExpressionBuilder<Tables, 'attempts'>): Expression<SqlBool> {
  return builder.or([
    builder('attempts.order_number', '=', OF_THE_MATTER),
    builder('attempts.made_by_kind', '=', 'elsewhere'),
  ]);
}

/** Every slot that the orders of these cases, and their matters, are known to have, under their numbers too; by the case. */
export async function ledgerOfCases(
  read: ReadHandle,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, LedgerRow[]>> {
  const found = new Map<string, LedgerRow[]>();
  for (let start = 0; start < caseIds.length; start += 500) {
    const some = caseIds.slice(start, start + 500);
    const rows = await read.query
      .selectFrom('case_orders')
      .innerJoin('cases', 'cases.id', 'case_orders.case_id')
      .innerJoin('attempts', (join) =>
        join
          .onRef('attempts.store_id', '=', 'cases.store_id')
          .onRef('attempts.order_number', '=', 'case_orders.order_number'),
      )
      .leftJoin('notices', 'notices.case_id', 'attempts.case_id')
      .selectAll('attempts')
      .select('notices.platform_number as matter')
      .select('case_orders.case_id as asking_case_id')
      .where('case_orders.case_id', 'in', some)
      .union((builder) =>
        builder
          .selectFrom('attempts')
          .leftJoin('notices', 'notices.case_id', 'attempts.case_id')
          .selectAll('attempts')
          .select('notices.platform_number as matter')
          .select((of) => of.ref('attempts.case_id').$notNull().as('asking_case_id'))
          .where('attempts.case_id', 'in', some)
          .where(isOfMatter),
      )
      .union((builder) =>
        builder
          .selectFrom('notices as asking')
          .innerJoin('cases', 'cases.id', 'asking.case_id')
          .innerJoin('notices', 'notices.platform_number', 'asking.platform_number')
          .innerJoin('attempts', (join) =>
            join
              .onRef('attempts.case_id', '=', 'notices.case_id')
              .onRef('attempts.store_id', '=', 'cases.store_id'),
          )
          .selectAll('attempts')
          .select('notices.platform_number as matter')
          .select((of) => of.ref('asking.case_id').$notNull().as('asking_case_id'))
          .where('asking.case_id', 'in', some)
          .where('asking.platform_number', '<>', ''),
      )
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    for (const { asking_case_id: asking, ...row } of rows) {
      const known = found.get(asking);
      if (known === undefined) found.set(asking, [row]);
      else known.push(row);
    }
  }
  return found;
}

/** The ledger as the rulebook's engine reads it. */
export function toLedger(rows: readonly LedgerRow[]): AttemptEntry[] {
  return rows.map((row) => ({
    orderNumber: row.order_number,
    scenarioId: row.scenario_id,
    state: row.state as AttemptEntry['state'],
    caseId: row.case_id,
    by: row.made_by_kind as AttemptEntry['by'],
    matter: row.matter === '' ? null : row.matter,
    filing: filingOf(row),
  }));
}

/** What was filed, or is drafted, at once: by its case, or, where that was elsewhere, by when it was entered. */
export function filingOf(row: Pick<AttemptRow, 'id' | 'made_by_kind' | 'case_id' | 'created_at'>): string {
  return row.made_by_kind === 'elsewhere'
    ? `elsewhere ${row.case_id ?? ''} ${row.created_at}`
    : (row.case_id ?? row.id);
}
