import { sql } from 'kysely';
import type { BuyerSummary, Order, OrderImport } from '../../../shared/orders/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import { containing, ordersInForce, type ReadHandle, type Tables } from '../../workspace/index.ts';

export interface OrderFilter {
  readonly storeId?: string | undefined;
  readonly buyerName?: string | undefined;
  readonly text?: string | undefined;
}

/** One page of orders, newest first, those without a time last. The cursor names the last row of the page before. */
export async function listOrders(
  read: ReadHandle,
  filter: OrderFilter,
  cursor: string | undefined,
  limit: number,
): Promise<{ items: Order[]; nextCursor: string | null; total: number }> {
  const { total } = await filtered(read, filter)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  let page = filtered(read, filter).selectAll('orders');
  if (cursor !== undefined) {
    const [time = '', id = ''] = cursor.split('|');
    page =
      time === ''
        ? page.where('ordered_at', 'is', null).where('orders.id', '<', id)
        : page.where((builder) =>
            builder.or([
              builder('ordered_at', '<', Number(time)),
              builder.and([builder('ordered_at', '=', Number(time)), builder('orders.id', '<', id)]),
              builder('ordered_at', 'is', null),
            ]),
          );
  }
  const rows = await page
    .orderBy('ordered_at', 'desc')
    .orderBy('orders.id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toOrder),
    nextCursor: rows.length > limit && last !== undefined ? `${last.ordered_at ?? ''}|${last.id}` : null,
    total,
  };
}

export async function findOrders(
  read: ReadHandle,
  storeId: string,
  orderNumbers: readonly string[],
): Promise<Tables['orders'][]> {
  const found: Tables['orders'][] = [];
  for (let start = 0; start < orderNumbers.length; start += 500) {
    const some = orderNumbers.slice(start, start + 500);
    found.push(
      ...(await visibleOrders(read)
        .selectAll('orders')
        .where('store_id', '=', storeId)
        .where('order_number', 'in', some)
        .execute()),
    );
  }
  return found;
}

export async function findOrder(read: ReadHandle, storeId: string, orderNumber: string): Promise<Order> {
  const row = (await findOrders(read, storeId, [orderNumber]))[0];
  if (row === undefined) throw new AppError('NOT_FOUND', { kind: 'order', id: orderNumber });
  return toOrder(row);
}

/** Of these numbers, which other store of the platform holds the most; null where none holds any. */
export async function otherStoreHolding(
  read: ReadHandle,
  store: Tables['stores'],
  orderNumbers: readonly string[],
): Promise<{ storeId: string; name: string; count: number } | null> {
  if (orderNumbers.length === 0) return null;
  const row = await visibleOrders(read)
    .innerJoin('stores', 'stores.id', 'orders.store_id')
    .select(['stores.id', 'stores.name'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('stores.platform', '=', store.platform)
    .where('stores.id', '!=', store.id)
    .where('order_number', 'in', orderNumbers.slice(0, 500))
    .groupBy('stores.id')
    .orderBy('count', 'desc')
    .executeTakeFirst();
  return row === undefined ? null : { storeId: row.id, name: row.name, count: row.count };
}

export async function listBuyers(
  read: ReadHandle,
  storeId: string,
  text: string | undefined,
  limit: number,
): Promise<BuyerSummary[]> {
  let found = visibleOrders(read)
    .select('buyer_name')
    .select(({ fn }) => fn.countAll<number>().as('order_count'))
    .select(sql<number>`sum(case when paid_at is null then 1 else 0 end)`.as('unpaid_count'))
    .where('store_id', '=', storeId)
    .where('buyer_name', '!=', '');
  if (text !== undefined && text.trim() !== '') found = found.where('buyer_name', 'like', containing(text));
  const rows = await found
    .groupBy('buyer_name')
    .orderBy('order_count', 'desc')
    .orderBy('buyer_name')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    buyerName: row.buyer_name,
    orderCount: row.order_count,
    unpaidCount: row.unpaid_count,
  }));
}

/** One page of imports, newest first. The cursor names the last of the page before. */
export async function listImports(
  read: ReadHandle,
  storeId: string | undefined,
  cursor: string | undefined,
  limit: number,
): Promise<{ items: OrderImport[]; nextCursor: string | null }> {
  let found = read.query.selectFrom('order_imports').selectAll().where('kind', '=', 'file');
  if (storeId !== undefined) found = found.where('store_id', '=', storeId);
  if (cursor !== undefined) {
    const [time = '0', id = ''] = cursor.split('|');
    found = found.where((builder) =>
      builder.or([
        builder('started_at', '<', Number(time)),
        builder.and([builder('started_at', '=', Number(time)), builder('id', '<', id)]),
      ]),
    );
  }
  const rows = await found
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toImport),
    nextCursor: rows.length > limit && last !== undefined ? `${last.started_at}|${last.id}` : null,
  };
}

export async function findImportRow(read: ReadHandle, importId: string): Promise<Tables['order_imports']> {
  const row = await read.query
    .selectFrom('order_imports')
    .selectAll()
    .where('id', '=', importId)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('NOT_FOUND', { kind: 'import', id: importId });
  return row;
}

/** An order that a case uses and that only this import brought, if there is one. */
export async function orderInUse(
  read: ReadHandle,
  importId: string,
): Promise<{ orderNumber: string; caseNumber: string } | null> {
  const row = await read.query
    .selectFrom('order_versions')
    .innerJoin('orders', 'orders.id', 'order_versions.order_id')
    .innerJoin('case_orders', 'case_orders.order_number', 'orders.order_number')
    .innerJoin('cases', (join) =>
      join.onRef('cases.id', '=', 'case_orders.case_id').onRef('cases.store_id', '=', 'orders.store_id'),
    )
    .select(['orders.order_number', 'cases.number'])
    .where('order_versions.import_id', '=', importId)
    .where('order_versions.before_json', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : { orderNumber: row.order_number, caseNumber: row.number };
}

/** Orders as everybody sees them: those of an import still under way are not there yet. */
export function visibleOrders(read: ReadHandle) {
  return read.query.selectFrom('orders').where(ordersInForce);
}

function filtered(read: ReadHandle, filter: OrderFilter) {
  let found = visibleOrders(read);
  if (filter.storeId !== undefined) found = found.where('store_id', '=', filter.storeId);
  if (filter.buyerName !== undefined && filter.buyerName !== '')
    found = found.where('buyer_name', '=', filter.buyerName);
  const text = filter.text?.trim() ?? '';
  if (text !== '') {
    const like = containing(text);
    found = found.where((builder) =>
      builder.or([
        builder('order_number', 'like', like),
        builder('buyer_name', 'like', like),
        builder('items', 'like', like),
        builder('remark', 'like', like),
        builder('address', 'like', like),
        builder('tracking_number', 'like', like),
      ]),
    );
  }
  return found;
}

function toOrder(row: Tables['orders']): Order {
  return {
    id: row.id,
    storeId: row.store_id,
    orderNumber: row.order_number,
    buyerName: row.buyer_name,
    status: row.status,
    orderedAt: row.ordered_at,
    paidAt: row.paid_at,
    shippedAt: row.shipped_at,
    receivedAt: row.received_at,
    shipBy: row.ship_by,
    totalMinor: row.total_minor,
    currency: row.currency,
    items: row.items,
    remark: row.remark,
    recipient: row.recipient,
    country: row.country,
    address: row.address,
    phone: row.phone,
    trackingNumber: row.tracking_number,
    extra: JSON.parse(row.extra_json) as Record<string, string>,
    importId: row.import_id,
  };
}

export function toImport(row: Tables['order_imports']): OrderImport {
  return {
    id: row.id,
    storeId: row.store_id,
    fileName: row.file_name,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    state: row.state as OrderImport['state'],
    added: row.added,
    changed: row.changed,
    unchanged: row.unchanged,
    rejected: row.rejected,
  };
}
