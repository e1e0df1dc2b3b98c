import { AppError, canonicalJson, isAppError } from '../../../shared/kernel/index.ts';
import {
  JOURNALED_TABLES,
  type JournaledTable,
  type JournalPayload,
  type RowChange,
  type WriteHandle,
} from '../../workspace/index.ts';
import type { Rulebooks } from '../editions/index.ts';
import { refuseDuplicates } from '../attempts/index.ts';
import { orderInUse } from '../orders/index.ts';
import { currentRow, findEntry, isUndo, payloadBackwards } from './journal.repo.ts';

const JOURNALED = new Set<string>(JOURNALED_TABLES);

/**
 * Takes an act back: every row it touched returns to what it was, if every one still is as the act left it. Else nothing
 * is touched, and what changed since is named.
 */
export async function takeBack(tx: WriteHandle, rulebooks: Rulebooks, sequence: number): Promise<void> {
  const entry = await findEntry(tx, sequence);
  if (entry.undo !== 'open') throw new AppError('CANNOT_UNDO', { reason: entry.undo, act: entry.act });
  await reverse(tx, rulebooks, sequence, entry);
}

/** Does again what an undo took back. */
export async function doAgain(tx: WriteHandle, rulebooks: Rulebooks, sequence: number): Promise<void> {
  const entry = await findEntry(tx, sequence);
  if (!(await isUndo(tx, sequence)))
    throw new AppError('CANNOT_UNDO', { reason: 'permanent', act: entry.act });
  await reverse(tx, rulebooks, sequence, entry);
}

async function reverse(
  tx: WriteHandle,
  rulebooks: Rulebooks,
  sequence: number,
  entry: Awaited<ReturnType<typeof findEntry>>,
): Promise<void> {
  if (entry.caseId !== null) tx.about(entry.caseId);
  const imports = await refuseChangedSince(tx, sequence, entry.act);
  for (const importId of imports) {
    const used = await orderInUse(tx, importId);
    if (used !== null) throw new AppError('CONFLICT', { reason: 'order-in-case', act: entry.act, ...used });
    const swapped = await tx.orders.swap(importId);
    if (!swapped.ok) {
      throw new AppError('CONFLICT', {
        reason: 'order-changed-since',
        act: entry.act,
        orderNumber: swapped.orderNumber,
      });
    }
  }
  const chances = new Map<string, RowChange>();
  // Backwards, so that what was made last, and leans on the rest, goes first.
  for await (const part of payloadBackwards(tx, sequence)) {
    for (const change of changesOf(part)) {
      await restore(tx, change, entry.act);
      await noteCustody(tx, change);
      if (change.table !== 'attempts') continue;
      const { after } = chances.get(change.id) ?? change;
      chances.set(change.id, { ...change, after });
    }
  }
  for (const chance of chances.values()) await refuseTakenChance(tx, rulebooks, chance, entry.act);
}

/**
 * The changes of a part, the last one first. An edition of a pack lies under its own hash and is nobody's alone: another case
 * may have begun with it since.
 */
const changesOf = ({ changes }: JournalPayload): RowChange[] =>
  changes.filter(({ table }) => table !== 'pack_editions').toReversed();

/**
 * Refuses where a row is no longer as the act left it; a row that the act touched several times, as it left it at last.
 *
 * @returns the bulk imports that the act put in force or took back
 */
async function refuseChangedSince(tx: WriteHandle, sequence: number, act: string): Promise<string[]> {
  const looked = new Set<string>();
  const imports: string[] = [];
  for await (const part of payloadBackwards(tx, sequence)) {
    imports.push(...part.imports);
    for (const { table, id, after } of changesOf(part)) {
      const key = `${table}\n${id}`;
      if (looked.has(key)) continue;
      looked.add(key);
      if (!isAsLeft(await currentRow(tx, journaled(table), id), after)) {
        throw new AppError('CONFLICT', { reason: 'changed-since', act, kind: table });
      }
    }
  }
  return imports;
}

/** A row that others lean on by now, or whose place another row has taken, has changed since in all but its own bytes. */
async function restore(tx: WriteHandle, change: RowChange, act: string): Promise<void> {
  try {
    await tx.restore(journaled(change.table), change.id, change.before);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!code.startsWith('SQLITE_CONSTRAINT')) throw error;
    throw new AppError('CONFLICT', { reason: 'changed-since', act, kind: change.table }, { cause: error });
  }
}

/** An exhibit whose description goes back to what it was has been described once more: its log says so. */
async function noteCustody(tx: WriteHandle, { table, id, before, after }: RowChange): Promise<void> {
  if (table !== 'evidence_items' || before === null || after === null) return;
  const fields = Object.keys(before).filter((column) => before[column] !== after[column]);
  await tx.custody({
    itemId: id,
    act: 'described',
    sha256: null,
    detail: { fields: fields.join(','), undo: 1 },
  });
}

/** A chance that comes back to a draft must still be free: another case may have taken the order in the meantime. */
async function refuseTakenChance(
  tx: WriteHandle,
  rulebooks: Rulebooks,
  { table, before, after }: RowChange,
  act: string,
): Promise<void> {
  if (table !== 'attempts' || before?.['state'] !== 'held' || after?.['state'] === 'held') return;
  try {
    await refuseDuplicates(tx, rulebooks, {
      storeId: String(before['store_id']),
      scenarioId: String(before['scenario_id']),
      orderNumbers: [String(before['order_number'])],
      ownCaseId: String(before['case_id']),
    });
  } catch (error) {
    if (!isAppError(error)) throw error;
    const { orderNumber = '', caseNumber = '' } = error.params;
    throw new AppError('CONFLICT', { reason: 'order-in-other-case', act, orderNumber, caseNumber });
  }
}

/**
 * Whether a row still is as an act left it. Columns that a later version of the program added were not there to be left in
 * any way, and are not compared.
 */
export function isAsLeft(now: RowChange['after'], left: RowChange['after']): boolean {
  if (now === null || left === null) return now === left;
  const compared = Object.fromEntries(Object.keys(left).map((column) => [column, now[column]]));
  return canonicalJson(compared) === canonicalJson(left);
}

function journaled(table: string): JournaledTable {
  if (!JOURNALED.has(table)) throw new AppError('CANNOT_UNDO', { reason: 'retired-table' });
  return table as JournaledTable;
}
