import type { Citation, Fact } from '../../../shared/facts/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import type { ReadHandle, Tables } from '../../workspace/index.ts';
import { caseExhibits } from '../evidence/index.ts';

export async function factRows(read: ReadHandle, caseId: string): Promise<Tables['facts'][]> {
  return await read.query
    .selectFrom('facts')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export async function findFactRow(read: ReadHandle, factId: string): Promise<Tables['facts']> {
  const row = await read.query.selectFrom('facts').selectAll().where('id', '=', factId).executeTakeFirst();
  if (row === undefined) throw new AppError('NOT_FOUND', { kind: 'fact', id: factId });
  return row;
}

export async function citationRows(
  read: ReadHandle,
  factIds: readonly string[],
): Promise<Tables['citations'][]> {
  if (factIds.length === 0) return [];
  return await read.query
    .selectFrom('citations')
    .selectAll()
    .where('fact_id', 'in', factIds)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export async function findCitationRow(read: ReadHandle, citationId: string): Promise<Tables['citations']> {
  const row = await read.query
    .selectFrom('citations')
    .selectAll()
    .where('id', '=', citationId)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('NOT_FOUND', { kind: 'citation', id: citationId });
  return row;
}

/** The facts of a case in their order, each with its citations under the exhibits' present numbers. */
export async function listFacts(read: ReadHandle, caseId: string): Promise<Fact[]> {
  const rows = await factRows(read, caseId);
  const numbers = new Map(
    (await caseExhibits(read, caseId)).map((exhibit) => [exhibit.itemId, exhibit.exhibitNumber]),
  );
  const citations = await citationRows(
    read,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    text: row.text,
    happened: row.happened,
    position: row.position,
    confirmedBy: row.confirmed_by,
    confirmedAt: row.confirmed_at,
    citations: citations
      .filter((citation) => citation.fact_id === row.id)
      .map((citation): Citation => ({
        id: citation.id,
        itemId: citation.item_id,
        exhibitNumber: numbers.get(citation.item_id) ?? 0,
        page: citation.page,
        note: citation.note,
      })),
  }));
}

export async function findFact(read: ReadHandle, factId: string): Promise<Fact> {
  const row = await findFactRow(read, factId);
  const found = (await listFacts(read, row.case_id)).find((fact) => fact.id === factId);
  if (found === undefined) throw new AppError('NOT_FOUND', { kind: 'fact', id: factId });
  return found;
}

/** Statements of a case as stored, to see which facts their sentences stand on. */
export async function statementRows(read: ReadHandle, caseId: string): Promise<Tables['statements'][]> {
  return await read.query.selectFrom('statements').selectAll().where('case_id', '=', caseId).execute();
}
