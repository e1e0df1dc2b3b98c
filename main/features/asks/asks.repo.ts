import type { Ask } from '../../../shared/asks/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import type { ReadHandle, Tables } from '../../workspace/index.ts';
import { visibleOrders } from '../orders/index.ts';

/** The requests of a case, oldest first. */
export async function askRows(read: ReadHandle, caseId: string): Promise<Tables['asks'][]> {
  return await read.query
    .selectFrom('asks')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('asked_at')
    .orderBy('id')
    .execute();
}

/** The requests to one addressee of a case that wait for an answer. */
export async function openAskRows(
  read: ReadHandle,
  of: { readonly caseId: string; readonly addressee: string; readonly addresseeName: string },
): Promise<Tables['asks'][]> {
  return await read.query
    .selectFrom('asks')
    .selectAll()
    .where('case_id', '=', of.caseId)
    .where('addressee', '=', of.addressee)
    .where('addressee_name', '=', of.addresseeName)
    .where('state', '=', 'open')
    .orderBy('id')
    .execute();
}

/** Cases by their ids, with the shop and the client whose matters they are. */
export async function askedCases(read: ReadHandle, caseIds: readonly string[]) {
  if (caseIds.length === 0) return [];
  return await read.query
    .selectFrom('cases')
    .innerJoin('stores', 'stores.id', 'cases.store_id')
    .innerJoin('clients', 'clients.id', 'cases.client_id')
    .select(['cases.id', 'cases.number', 'cases.title', 'cases.client_id', 'stores.alias'])
    .select('clients.name as client_name')
    .where('cases.id', 'in', caseIds)
    .execute();
}

/** Cases in use in which a request waits for an answer, the one to look at first on top. */
export async function casesThatWait(read: ReadHandle): Promise<string[]> {
  const rows = await read.query
    .selectFrom('asks')
    .innerJoin('cases', 'cases.id', 'asks.case_id')
    .select('asks.case_id')
    .select(({ fn }) => fn.min<number | null>('asks.revisit_at').as('revisit_at'))
    .where('asks.state', '=', 'open')
    .where('cases.archived_at', 'is', null)
    .groupBy('asks.case_id')
    .orderBy((builder) => builder('revisit_at', 'is', null))
    .orderBy('revisit_at')
    .orderBy('asks.case_id')
    .execute();
  return rows.map((row) => row.case_id);
}

/** When to look again at each request of a case in use that waits for an answer and has such a time. */
export async function openRevisits(read: ReadHandle): Promise<number[]> {
  const rows = await read.query
    .selectFrom('asks')
    .innerJoin('cases', 'cases.id', 'asks.case_id')
    .select('asks.revisit_at')
    .where('asks.state', '=', 'open')
    .where('cases.archived_at', 'is', null)
    .$narrowType<{ revisit_at: number }>()
    .where('asks.revisit_at', 'is not', null)
    .execute();
  return rows.map((row) => row.revisit_at);
}

export async function findAskRow(read: ReadHandle, askId: string): Promise<Tables['asks']> {
  const row = await read.query.selectFrom('asks').selectAll().where('id', '=', askId).executeTakeFirst();
  if (row === undefined) throw new AppError('NOT_FOUND', { kind: 'ask', id: askId });
  return row;
}

/** The orders of a case for which vouchers are still worth asking: those not sorted yet, and those not proven yet. */
export async function ordersToProve(read: ReadHandle, caseId: string): Promise<string[]> {
  const rows = await read.query
    .selectFrom('case_orders')
    .select('order_number')
    .where('case_id', '=', caseId)
    .where((builder) => builder.or([builder('class', 'is', null), builder('class', '=', 'cannot-be-proven')]))
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map((row) => row.order_number);
}

/** The waybill number of each order of a case, where an imported one names it. */
export async function waybillsOf(read: ReadHandle, caseId: string): Promise<Map<string, string>> {
  const rows = await visibleOrders(read)
    .innerJoin('cases', 'cases.store_id', 'orders.store_id')
    .innerJoin('case_orders', (join) =>
      join
        .onRef('case_orders.case_id', '=', 'cases.id')
        .onRef('case_orders.order_number', '=', 'orders.order_number'),
    )
    .select(['orders.order_number', 'orders.tracking_number'])
    .where('cases.id', '=', caseId)
    .where('orders.tracking_number', '<>', '')
    .execute();
  return new Map(rows.map((row) => [row.order_number, row.tracking_number]));
}

export function toAsk(row: Tables['asks']): Ask {
  return {
    id: row.id,
    caseId: row.case_id,
    addressee: row.addressee as Ask['addressee'],
    addresseeName: row.addressee_name,
    requirementIds: JSON.parse(row.requirement_ids_json) as string[],
    orderNumbers: JSON.parse(row.order_numbers_json) as string[],
    text: row.text,
    channel: row.channel,
    askedAt: row.asked_at,
    itemId: row.item_id,
    state: row.state as Ask['state'],
    answeredAt: row.answered_at,
    answerItemId: row.answer_item_id,
    revisitAt: row.revisit_at,
    note: row.note,
  };
}
