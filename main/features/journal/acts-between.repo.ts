import { sql } from 'kysely';
import type { ActCount } from '../../../shared/handovers/index.ts';
import type { ReadHandle } from '../../workspace/index.ts';
import { undone } from './journal.repo.ts';

/**
 * What was done between two instants (`from` included, `until` not) and still stands: how often each kind of act, case by
 * case. What was done and taken back within the span is as if it had not been; what was there before and was taken back
 * within it is told as that.
 *
 * @param operatorId whose acts; null: everybody's
 */
export async function actsBetween(
  read: ReadHandle,
  { from, until }: { readonly from: number; readonly until: number },
  operatorId: string | null,
): Promise<ActCount[]> {
  const taken = sql<string | null>`coalesce(first.act, target.act)`;
  let found = read.query
    .selectFrom('journal')
    // What an undo takes back; of a redo, the undo, and what that took back.
    .leftJoin('journal as target', 'target.sequence', 'journal.undoes')
    .leftJoin('journal as first', 'first.sequence', 'target.undoes')
    .select(['journal.case_id', 'journal.act', taken.as('of')])
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max<number>('journal.at').as('last_at')])
    .where('journal.at', '>=', from)
    .where('journal.at', '<', until)
    // What the program did by itself is nobody's work.
    .where('journal.operator_id', 'is not', null)
    .where(
      sql<boolean>`case
        when journal.undoes is null then ${undone} = 0
        when first.sequence is null then target.at < ${from}
          and not exists (select 1 from journal as again where again.undoes = journal.sequence)
        else target.at < ${from}
      end`,
    );
  if (operatorId !== null) found = found.where('journal.operator_id', '=', operatorId);
  const rows = await found.groupBy(['journal.case_id', 'journal.act', taken]).execute();
  return rows.map(({ case_id: caseId, last_at: lastAt, act, of, count }) => ({
    caseId,
    act,
    of,
    count,
    lastAt,
  }));
}
