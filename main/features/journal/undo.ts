import { AppError, canonicalJson } from '../../../shared/kernel/index.ts';
import { JOURNALED_TABLES, type JournaledTable, type WriteHandle } from '../../workspace/index.ts';
import { currentRow, findEntry, findPayload } from './journal.repo.ts';

const JOURNALED = new Set<string>(JOURNALED_TABLES);

/**
 * Takes an act back: every row it touched returns to what it was, if every one still is as the act left it. Else nothing
 * is touched, and what changed since is named.
 */
export async function takeBack(tx: WriteHandle, sequence: number): Promise<void> {
  const entry = await findEntry(tx, sequence);
  if (entry.undo !== 'open') throw new AppError('CANNOT_UNDO', { reason: entry.undo, act: entry.act });
  if (entry.caseId !== null) tx.about(entry.caseId);
  const payload = await findPayload(tx, sequence);
  for (const change of payload.changes) {
    const now = await currentRow(tx, journaled(change.table), change.id);
    if (canonicalJson(now) !== canonicalJson(change.after)) {
      throw new AppError('CONFLICT', { reason: 'changed-since', act: entry.act, kind: change.table });
    }
  }
  for (const importId of payload.imports) {
    const swapped = await tx.orders.swap(importId);
    if (!swapped.ok) {
      throw new AppError('CONFLICT', {
        reason: 'order-changed-since',
        act: entry.act,
        orderNumber: swapped.orderNumber,
      });
    }
  }
  // Backwards, so that what was made last, and leans on the rest, goes first.
  for (const change of [...payload.changes].reverse())
    await tx.restore(journaled(change.table), change.id, change.before);
}

function journaled(table: string): JournaledTable {
  if (!JOURNALED.has(table)) throw new AppError('CANNOT_UNDO', { reason: 'retired-table' });
  return table as JournaledTable;
}
