import { AppError } from '../../../shared/kernel/index.ts';
import { actingOperator } from '../../core/context.ts';
import type { WriteHandle } from '../../workspace/index.ts';
import type { Rulebooks } from '../editions/index.ts';
import { setClocksOfImport } from '../radar/index.ts';
import { findStoreRow } from './clients.repo.ts';

/**
 * Moves everything of one store to another of the same platform and archives the first.
 *
 * Orders move as a bulk change under an import's id, so that undo brings every one back; where both stores hold an
 * order, what the newer import brought stays.
 */
export async function mergeStores(
  tx: WriteHandle,
  rulebooks: Rulebooks,
  fromId: string,
  intoId: string,
): Promise<void> {
  const from = await findStoreRow(tx, fromId);
  const into = await findStoreRow(tx, intoId);
  if (fromId === intoId) throw new AppError('CONFLICT', { reason: 'same' });
  if (from.platform !== into.platform) throw new AppError('CONFLICT', { reason: 'other-platform' });
  // Its rows are not in force yet, and it goes on writing them into the store it began with.
  const running = await tx.query
    .selectFrom('order_imports')
    .select('id')
    .where('store_id', 'in', [fromId, intoId])
    .where('state', '=', 'running')
    .executeTakeFirst();
  if (running !== undefined) throw new AppError('CONFLICT', { reason: 'work-running' });

  const mergeId = tx.newId();
  const present = new Map(
    (
      await tx.query
        .selectFrom('orders')
        .select(['id', 'order_number'])
        .where('store_id', '=', intoId)
        .execute()
    ).map((row) => [row.order_number, row.id]),
  );
  const broughtAt = await ordersBroughtAt(tx, [fromId, intoId]);
  const moving = await tx.query.selectFrom('orders').selectAll().where('store_id', '=', fromId).execute();
  const shared = moving.filter((row) => present.has(row.order_number));
  const moved = moving
    .filter((row) => !present.has(row.order_number))
    .map((row) => ({ ...row, store_id: intoId }));
  const newer = shared.flatMap((row) => {
    const id = present.get(row.order_number) ?? '';
    return (broughtAt.get(row.id) ?? 0) > (broughtAt.get(id) ?? 0) ? { ...row, id, store_id: intoId } : [];
  });
  await tx.orders.begin({
    id: mergeId,
    store_id: intoId,
    kind: 'merge',
    file_name: from.name,
    file_sha256: '',
    state: 'undone',
    started_at: tx.now,
    finished_at: tx.now,
    added: moved.length,
    changed: newer.length,
    unchanged: shared.length - newer.length,
    rejected: 0,
    operator_id: actingOperator(tx),
  });
  await tx.orders.remove(
    mergeId,
    shared.map((row) => row.id),
  );
  await tx.orders.write(mergeId, [...moved, ...newer]);
  await tx.orders.putInForce(mergeId);
  await tx.update('order_imports', mergeId, { state: 'done' });

  for (const table of ['cases', 'attempts', 'order_imports', 'ship_decisions'] as const) {
    const rows = await tx.query.selectFrom(table).select('id').where('store_id', '=', fromId).execute();
    for (const { id } of rows) await tx.update(table, id, { store_id: intoId });
  }
  const cases = await tx.query.selectFrom('cases').select('id').where('store_id', '=', intoId).execute();
  for (const { id } of cases) await tx.update('cases', id, { client_id: into.client_id });
  await tx.update('stores', fromId, { archived_at: tx.now });
  await setClocksOfImport(tx, rulebooks, mergeId);
}

/** When the last import that holds brought or changed each order of these stores. */
async function ordersBroughtAt(tx: WriteHandle, storeIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.query
    .selectFrom('order_versions')
    .innerJoin('order_imports', 'order_imports.id', 'order_versions.import_id')
    .innerJoin('orders', 'orders.id', 'order_versions.order_id')
    .select('order_versions.order_id')
    .select(({ fn }) => fn.max('order_imports.started_at').as('at'))
    .where('orders.store_id', 'in', storeIds)
    .where('order_imports.state', '=', 'done')
    .groupBy('order_versions.order_id')
    .execute();
  return new Map(rows.map((row) => [row.order_id, row.at]));
}
