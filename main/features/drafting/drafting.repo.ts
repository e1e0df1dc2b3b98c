import type { Statement } from '../../../shared/drafting/index.ts';
import type { Language } from '../../../shared/kernel/fields.ts';
import type { ReadHandle, Tables } from '../../workspace/index.ts';

export async function findStatementRow(
  read: ReadHandle,
  caseId: string,
  language: Language,
): Promise<Tables['statements'] | null> {
  const row = await read.query
    .selectFrom('statements')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('language', '=', language)
    .executeTakeFirst();
  return row ?? null;
}

export function toStatement(row: Tables['statements']): Statement {
  return {
    caseId: row.case_id,
    language: row.language as Language,
    title: row.title,
    sections: JSON.parse(row.sections_json) as Statement['sections'],
    version: row.version,
    savedAt: row.saved_at,
  };
}

export async function findCaseForDraft(read: ReadHandle, caseId: string) {
  return await read.query
    .selectFrom('cases')
    .innerJoin('stores', 'stores.id', 'cases.store_id')
    .selectAll('cases')
    .select(['stores.alias as store_alias', 'stores.zone as store_zone', 'stores.name as store_name'])
    .where('cases.id', '=', caseId)
    .executeTakeFirst();
}
