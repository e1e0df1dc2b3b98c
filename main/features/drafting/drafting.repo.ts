import type { DraftDocument, Statement } from '../../../shared/drafting/index.ts';
import type { Language } from '../../../shared/kernel/fields.ts';
import type { ReadHandle, Tables } from '../../workspace/index.ts';

export async function findStatementRow(
  read: ReadHandle,
  caseId: string,
  document: DraftDocument,
  language: Language,
): Promise<Tables['statements'] | null> {
  const row = await read.query
    .selectFrom('statements')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('document', '=', document)
    .where('language', '=', language)
    .executeTakeFirst();
  return row ?? null;
}

export function toStatement(row: Tables['statements']): Statement {
  return {
    caseId: row.case_id,
    document: row.document as DraftDocument,
    language: row.language as Language,
    title: row.title,
    sections: JSON.parse(row.sections_json) as Statement['sections'],
    version: row.version,
    savedAt: row.saved_at,
  };
}
