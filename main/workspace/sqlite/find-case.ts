import { AppError } from '../../../shared/kernel/index.ts';
import type { ReadHandle } from './handles.ts';
import type { Tables } from './schema.ts';

/**
 * A case by its id. It lies here because nearly every feature hangs on a case, and the feature of cases on nearly all of
 * them.
 *
 * @throws AppError NOT_FOUND
 */
export async function findCaseRow(read: ReadHandle, caseId: string): Promise<Tables['cases']> {
  const row = await read.query.selectFrom('cases').selectAll().where('id', '=', caseId).executeTakeFirst();
  if (row === undefined) throw new AppError('NOT_FOUND', { kind: 'case', id: caseId });
  return row;
}
