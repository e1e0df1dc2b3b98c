import { sql } from 'kysely';
import type { JournalEntry } from '../../../shared/journal/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import type { JournalPayload, ReadHandle, Tables } from '../../workspace/index.ts';

/** One page of the activity log, newest first. The cursor is the last sequence of the page before. */
export async function listEntries(
  read: ReadHandle,
  caseId: string | undefined,
  cursor: string | undefined,
  limit: number,
): Promise<{ items: JournalEntry[]; nextCursor: string | null }> {
  let found = entries(read);
  if (caseId !== undefined) found = found.where('journal.case_id', '=', caseId);
  if (cursor !== undefined) found = found.where('journal.sequence', '<', Number(cursor));
  const rows = await found
    .orderBy('journal.sequence', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toEntry),
    nextCursor: rows.length > limit && last !== undefined ? String(last.sequence) : null,
  };
}

export async function findEntry(read: ReadHandle, sequence: number): Promise<JournalEntry> {
  const row = await entries(read).where('journal.sequence', '=', sequence).executeTakeFirst();
  if (row === undefined) throw new AppError('NOT_FOUND', { kind: 'act', id: String(sequence) });
  return toEntry(row);
}

/** The newest act of an operator that can still be taken back, or null. */
export async function newestOpen(read: ReadHandle, operatorId: string): Promise<number | null> {
  const row = await entries(read)
    .where('journal.operator_id', '=', operatorId)
    .where('journal.permanent', '=', 0)
    .where('journal.undoes', 'is', null)
    .where(undone, '=', 0)
    .orderBy('journal.sequence', 'desc')
    .executeTakeFirst();
  return row?.sequence ?? null;
}

/** What an act did, its last part first, one part at a time: all of a long act would fill the memory. */
export async function* payloadBackwards(read: ReadHandle, sequence: number): AsyncGenerator<JournalPayload> {
  const parts = read.query.selectFrom('journal_payloads').where('sequence', '=', sequence);
  const last = await parts.select(({ fn }) => fn.max('part').as('part')).executeTakeFirst();
  const known = last?.part as number | null | undefined;
  if (known === null || known === undefined) throw new AppError('CANNOT_UNDO', { reason: 'purged' });
  for (let part = known; part >= 0; part -= 1) {
    const row = await parts.select('payload_json').where('part', '=', part).executeTakeFirstOrThrow();
    yield JSON.parse(row.payload_json) as JournalPayload;
  }
}

/** Whether an act is the taking back of another one. */
export async function isUndo(read: ReadHandle, sequence: number): Promise<boolean> {
  const row = await read.query
    .selectFrom('journal')
    .select('act')
    .where('sequence', '=', sequence)
    .executeTakeFirst();
  return row?.act === 'journal.undo';
}

/** The newest act that took another one back. */
export async function entryTakingBack(read: ReadHandle, sequence: number): Promise<JournalEntry> {
  const row = await entries(read)
    .where('journal.undoes', '=', sequence)
    .orderBy('journal.sequence', 'desc')
    .executeTakeFirst();
  if (row === undefined) throw new AppError('NOT_FOUND', { kind: 'act', id: String(sequence) });
  return toEntry(row);
}

/** A row of any journaled table as it is now, or null. */
export async function currentRow(
  read: ReadHandle,
  table: keyof Tables,
  id: string,
): Promise<Record<string, unknown> | null> {
  const found = await read.query
    .selectFrom(table as 'cases')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return found === undefined ? null : { ...found };
}

/** An act counts as undone while the newest act that took it back has not been taken back itself. */
export const undone = sql<number>`(
  select coalesce(sum(case when j2.sequence is null then 1 else 0 end), 0)
  from journal as j1 left join journal as j2 on j2.undoes = j1.sequence
  where j1.undoes = journal.sequence
)`;

function entries(read: ReadHandle) {
  return read.query
    .selectFrom('journal')
    .leftJoin('operators', 'operators.id', 'journal.operator_id')
    .selectAll('journal')
    .select('operators.name as operator_name')
    .select(undone.as('undone'));
}

function toEntry(row: Tables['journal'] & { operator_name: string | null; undone: number }): JournalEntry {
  return {
    sequence: row.sequence,
    at: row.at,
    zone: row.zone,
    operatorId: row.operator_id,
    operatorName: row.operator_name ?? '',
    act: row.act,
    caseId: row.case_id,
    rows: row.rows,
    // An undo is taken back by redo and a redo by undoing the act itself, so that each act has one state.
    undo: row.permanent === 1 || row.undoes !== null ? 'permanent' : row.undone > 0 ? 'undone' : 'open',
    hash: row.hash,
  };
}
