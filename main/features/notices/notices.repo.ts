import type { Notice, Penalty } from '../../../shared/notices/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import type { ReadHandle, Tables } from '../../workspace/index.ts';

/** What a notice needs to know of its case. */
export async function caseOfNotice(
  read: ReadHandle,
  caseId: string,
): Promise<
  Pick<Tables['cases'], 'id' | 'scenario_id' | 'platform' | 'notice_date'> & { store_zone: string }
> {
  const found = await read.query
    .selectFrom('cases')
    .innerJoin('stores', 'stores.id', 'cases.store_id')
    .select(['cases.id', 'cases.scenario_id', 'cases.platform', 'cases.notice_date'])
    .select('stores.zone as store_zone')
    .where('cases.id', '=', caseId)
    .executeTakeFirst();
  if (found === undefined) throw new AppError('NOT_FOUND', { kind: 'case', id: caseId });
  return found;
}

export async function findNotice(read: ReadHandle, caseId: string): Promise<Tables['notices'] | null> {
  const row = await read.query
    .selectFrom('notices')
    .selectAll()
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  return row ?? null;
}

/** What the notice of a case says it costs; nothing where there is no notice. */
export async function penaltiesOf(read: ReadHandle, caseId: string): Promise<readonly Penalty[]> {
  const row = await findNotice(read, caseId);
  return row === null ? [] : (JSON.parse(row.penalties_json) as Penalty[]);
}

/** Cases of a store that hold these orders, by order number. */
export async function casesHolding(
  read: ReadHandle,
  storeId: string,
  orderNumbers: readonly string[],
): Promise<Map<string, { caseId: string; caseNumber: string }[]>> {
  const held = new Map<string, { caseId: string; caseNumber: string }[]>();
  for (let start = 0; start < orderNumbers.length; start += 500) {
    const rows = await read.query
      .selectFrom('case_orders')
      .innerJoin('cases', 'cases.id', 'case_orders.case_id')
      .select(['case_orders.order_number', 'cases.id', 'cases.number'])
      .where('cases.store_id', '=', storeId)
      .where('case_orders.order_number', 'in', orderNumbers.slice(start, start + 500))
      .orderBy('cases.number')
      .execute();
    for (const row of rows) {
      const known = held.get(row.order_number) ?? [];
      held.set(row.order_number, [...known, { caseId: row.id, caseNumber: row.number }]);
    }
  }
  return held;
}

export function toNotice(row: Tables['notices']): Notice {
  return {
    caseId: row.case_id,
    text: row.text,
    platformNumber: row.platform_number,
    ruleCited: row.rule_cited,
    basis: row.basis,
    issuedAt: row.issued_at,
    seenAt: row.seen_at,
    handedOverAt: row.handed_over_at,
    pageWords: row.page_words,
    pageReadAt: row.page_read_at,
    pageDeadline: row.page_deadline,
    itemId: row.item_id,
    penalties: JSON.parse(row.penalties_json) as Penalty[],
    occurrence: row.occurrence,
    listsUnproven: row.lists_unproven === 1,
    disclosesAdmitted: row.discloses_admitted === 1,
  };
}
