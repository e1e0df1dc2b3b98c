import type { Campaign } from '../../../shared/campaigns/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import type { ReadHandle, Tables } from '../../workspace/index.ts';
import { visibleOrders } from '../orders/index.ts';

export async function campaignRows(read: ReadHandle, caseId: string): Promise<Tables['campaigns'][]> {
  return await read.query
    .selectFrom('campaigns')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('starts_on')
    .orderBy('id')
    .execute();
}

export async function findCampaignRow(read: ReadHandle, campaignId: string): Promise<Tables['campaigns']> {
  const row = await read.query
    .selectFrom('campaigns')
    .selectAll()
    .where('id', '=', campaignId)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('NOT_FOUND', { kind: 'campaign', id: campaignId });
  return row;
}

/** The store whose orders are counted, and the orders of the case among them. */
export async function storeOfCampaign(
  read: ReadHandle,
  caseId: string,
): Promise<{ storeId: string; zone: string; caseOrders: Set<string> }> {
  const found = await read.query
    .selectFrom('cases')
    .innerJoin('stores', 'stores.id', 'cases.store_id')
    .select(['stores.id', 'stores.zone'])
    .where('cases.id', '=', caseId)
    .executeTakeFirst();
  if (found === undefined) throw new AppError('NOT_FOUND', { kind: 'case', id: caseId });
  const orders = await read.query
    .selectFrom('case_orders')
    .select('order_number')
    .where('case_id', '=', caseId)
    .execute();
  return {
    storeId: found.id,
    zone: found.zone,
    caseOrders: new Set(orders.map((order) => order.order_number)),
  };
}

/** When the orders of a store were placed, between two instants. */
export async function orderTimes(
  read: ReadHandle,
  storeId: string,
  from: number,
  to: number,
): Promise<{ orderNumber: string; at: number }[]> {
  const rows = await visibleOrders(read)
    .select(['orders.order_number', 'orders.ordered_at'])
    .where('store_id', '=', storeId)
    .where('ordered_at', '>=', from)
    .where('ordered_at', '<', to)
    .execute();
  return rows.flatMap((row) =>
    row.ordered_at === null ? [] : { orderNumber: row.order_number, at: row.ordered_at },
  );
}

/** The files that the orders of a store were imported from, oldest first. */
export async function importFiles(
  read: ReadHandle,
  storeId: string,
): Promise<{ fileName: string; sha256: string; finishedAt: number }[]> {
  const rows = await read.query
    .selectFrom('order_imports')
    .select(['file_name', 'file_sha256', 'finished_at'])
    .where('store_id', '=', storeId)
    .where('state', '=', 'done')
    .where('kind', '=', 'file')
    .orderBy('finished_at')
    .execute();
  return rows.map((row) => ({
    fileName: row.file_name,
    sha256: row.file_sha256,
    finishedAt: row.finished_at ?? 0,
  }));
}

export function toCampaign(row: Tables['campaigns']): Campaign {
  return {
    id: row.id,
    caseId: row.case_id,
    name: row.name,
    place: row.place,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    what: row.what,
    itemIds: JSON.parse(row.item_ids_json) as string[],
  };
}
