import { AppError } from '../../../shared/kernel/index.ts';
import type { WriteHandle } from '../../workspace/index.ts';
import { findStoreRow } from './clients.repo.ts';

/**
 * Moves everything of one store to another of the same platform and archives the first.
 *
 * Orders move as a bulk change under an import's id, so that undo brings every one back; where both stores hold an
 * order, the one that is already there stays.
 */
export async function mergeStores(tx: WriteHandle, fromId: string, intoId: string): Promise<void> {
  const from = await findStoreRow(tx, fromId);
  const into = await findStoreRow(tx, intoId);
  if (fromId === intoId) throw new AppError('CONFLICT', { reason: 'same' });
  if (from.platform !== into.platform) throw new AppError('CONFLICT', { reason: 'other-platform' });
  if (tx.operatorId === null) throw new AppError('OPERATOR_NEEDED');

  const mergeId = tx.newId();
  const present = new Set(
    (await tx.query.selectFrom('orders').select('order_number').where('store_id', '=', intoId).execute()).map(
      (row) => row.order_number,
    ),
  );
  const moving = await tx.query.selectFrom('orders').selectAll().where('store_id', '=', fromId).execute();
  const moved = moving
    .filter((row) => !present.has(row.order_number))
    .map((row) => ({ ...row, store_id: intoId }));
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
    changed: 0,
    unchanged: moving.length - moved.length,
    rejected: 0,
    operator_id: tx.operatorId,
  });
  await tx.orders.remove(
    mergeId,
    moving.filter((row) => present.has(row.order_number)).map((row) => row.id),
  );
  await tx.orders.write(mergeId, moved);
  await tx.orders.putInForce(mergeId);
  await tx.update('order_imports', mergeId, { state: 'done' });

  for (const table of ['cases', 'attempts', 'order_imports'] as const) {
    const rows = await tx.query.selectFrom(table).select('id').where('store_id', '=', fromId).execute();
    for (const { id } of rows) await tx.update(table, id, { store_id: intoId });
  }
  const cases = await tx.query.selectFrom('cases').select('id').where('store_id', '=', intoId).execute();
  for (const { id } of cases) await tx.update('cases', id, { client_id: into.client_id });
  await tx.update('stores', fromId, { archived_at: tx.now });
}
