import type { LookFound } from '../../../shared/look-ups/index.ts';
import type { Instant } from '../../../shared/kernel/index.ts';
import type { LookUpKind } from '../../../shared/rulebook/index.ts';
import type { ReadHandle, Tables } from '../../workspace/index.ts';

/** The stores that are looked after, with what names them. */
export async function storesInUse(read: ReadHandle) {
  return await read.query
    .selectFrom('stores')
    .innerJoin('clients', 'clients.id', 'stores.client_id')
    .select(['stores.id', 'stores.alias', 'stores.platform', 'stores.created_at', 'clients.name'])
    .where('stores.archived_at', 'is', null)
    .where('clients.archived_at', 'is', null)
    .orderBy('stores.alias')
    .orderBy('stores.id')
    .execute();
}

export async function planRows(read: ReadHandle): Promise<Tables['look_up_plans'][]> {
  return await read.query.selectFrom('look_up_plans').selectAll().execute();
}

export async function findPlan(
  read: ReadHandle,
  storeId: string,
  kind: LookUpKind,
): Promise<Tables['look_up_plans'] | undefined> {
  return (await planRows(read)).find((row) => row.store_id === storeId && row.kind === kind);
}

/** A look, as a list tells of it. */
export interface LastLook {
  readonly storeId: string;
  readonly kind: string;
  readonly at: Instant;
  readonly operatorName: string;
  readonly found: LookFound;
}

/** The newest look of every kind into every store. */
export async function lastLooks(read: ReadHandle): Promise<LastLook[]> {
  const newest = read.query
    .selectFrom('looks')
    .select(['store_id', 'kind'])
    // Of two looks at one instant the later one has the later id.
    .select(({ fn }) => fn.max('looks.id').as('id'))
    .groupBy(['store_id', 'kind'])
    .as('newest');
  const rows = await read.query
    .selectFrom(newest)
    .innerJoin('looks', 'looks.id', 'newest.id')
    .innerJoin('operators', 'operators.id', 'looks.operator_id')
    .select(['looks.store_id', 'looks.kind', 'looks.looked_at', 'looks.found', 'operators.name'])
    .execute();
  return rows.map((row) => ({
    storeId: row.store_id,
    kind: row.kind,
    at: row.looked_at,
    operatorName: row.name,
    found: row.found as LookFound,
  }));
}
