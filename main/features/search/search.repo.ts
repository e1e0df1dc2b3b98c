import { sql } from 'kysely';
import { numberKey } from '../../../shared/kernel/index.ts';
import type { SearchHit } from '../../../shared/search/index.ts';
import { beginningWith, type ReadHandle } from '../../workspace/index.ts';
import { visibleOrders } from '../orders/index.ts';

/** Documents of the full-text index that a search expression finds, best first. */
export async function findDocuments(
  read: ReadHandle,
  expression: string,
  limit: number,
): Promise<SearchHit[]> {
  const rows = await read.query
    .selectFrom('search_documents')
    .selectAll()
    .where('id', 'in', sql<number>`(select rowid from search_index where search_index match ${expression})`)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    kind: row.kind as SearchHit['kind'],
    refId: row.ref_id,
    caseId: row.case_id,
    title: row.title,
    detail: row.detail,
  }));
}

/** Orders whose number begins with what was typed, or whose buyer is named so. */
export async function findOrderHits(read: ReadHandle, text: string, limit: number): Promise<SearchHit[]> {
  const typed = text.trim();
  if (typed.length < 3) return [];
  const rows = await visibleOrders(read)
    .select(['order_number', 'buyer_name', 'store_id'])
    .where((builder) =>
      builder.or([builder('order_number', 'like', beginningWith(typed)), builder('buyer_name', '=', typed)]),
    )
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    kind: 'order' as const,
    refId: `${row.store_id}/${row.order_number}`,
    caseId: null,
    title: row.order_number,
    detail: row.buyer_name,
  }));
}

/** Cases whose item, dispute or violation has a number that begins with what was typed, however either is written. */
export async function findNumberHits(read: ReadHandle, text: string, limit: number): Promise<SearchHit[]> {
  const key = numberKey(text);
  if (key.length < 3) return [];
  const rows = await read.query
    .selectFrom('cases')
    .leftJoin('notices', 'notices.case_id', 'cases.id')
    .select(['cases.id', 'cases.number', 'cases.title', 'cases.matter_number', 'notices.platform_number'])
    .where(({ or, eb }) =>
      or([
        eb('cases.matter_key', 'like', beginningWith(key)),
        eb('notices.matter_key', 'like', beginningWith(key)),
      ]),
    )
    .orderBy('cases.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    kind: 'case' as const,
    refId: row.id,
    caseId: row.id,
    title: `${row.number} ${row.title}`,
    detail: row.matter_number === '' ? (row.platform_number ?? '') : row.matter_number,
  }));
}
