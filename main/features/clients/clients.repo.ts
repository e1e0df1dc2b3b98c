import type { Client, Store } from '../../../shared/clients/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import { ordersInForce, type ReadHandle, type Tables } from '../../workspace/index.ts';

export async function listClients(read: ReadHandle, archived: boolean): Promise<Client[]> {
  const rows = await clientQuery(read)
    .where('clients.archived_at', archived ? 'is not' : 'is', null)
    .orderBy('clients.created_at')
    .orderBy('clients.id')
    .execute();
  return rows.map(toClient);
}

export async function findClient(read: ReadHandle, clientId: string): Promise<Client> {
  const row = await clientQuery(read).where('clients.id', '=', clientId).executeTakeFirst();
  if (row === undefined) throw new AppError('NOT_FOUND', { kind: 'client', id: clientId });
  return toClient(row);
}

export async function findStoreRow(read: ReadHandle, storeId: string): Promise<Tables['stores']> {
  const row = await read.query.selectFrom('stores').selectAll().where('id', '=', storeId).executeTakeFirst();
  if (row === undefined) throw new AppError('NOT_FOUND', { kind: 'store', id: storeId });
  return row;
}

export async function listStores(read: ReadHandle, archived: boolean): Promise<Store[]> {
  const rows = await storeQuery(read)
    .where('stores.archived_at', archived ? 'is not' : 'is', null)
    .orderBy('stores.created_at')
    .orderBy('stores.id')
    .execute();
  return rows.map(toStore);
}

export async function findStore(read: ReadHandle, storeId: string): Promise<Store> {
  const row = await storeQuery(read).where('stores.id', '=', storeId).executeTakeFirst();
  if (row === undefined) throw new AppError('NOT_FOUND', { kind: 'store', id: storeId });
  return toStore(row);
}

export async function storesOfClient(read: ReadHandle, clientId: string): Promise<Tables['stores'][]> {
  return await read.query.selectFrom('stores').selectAll().where('client_id', '=', clientId).execute();
}

/** The opening hours that were set for one client alone. */
export async function hoursOfClient(read: ReadHandle, clientId: string): Promise<Tables['opening_hours'][]> {
  return await read.query
    .selectFrom('opening_hours')
    .selectAll()
    .where('client_id', '=', clientId)
    .orderBy('id')
    .execute();
}

function clientQuery(read: ReadHandle) {
  return read.query
    .selectFrom('clients')
    .leftJoin('stores', (join) =>
      join.onRef('stores.client_id', '=', 'clients.id').on('stores.archived_at', 'is', null),
    )
    .select(['clients.id', 'clients.name', 'clients.note', 'clients.archived_at'])
    .select(({ fn }) => fn.count<number>('stores.id').as('store_count'))
    .groupBy('clients.id');
}

type ClientRow = Awaited<ReturnType<ReturnType<typeof clientQuery>['executeTakeFirstOrThrow']>>;

function toClient(row: ClientRow): Client {
  return {
    id: row.id,
    name: row.name,
    note: row.note,
    storeCount: row.store_count,
    archivedAt: row.archived_at,
  };
}

function storeQuery(read: ReadHandle) {
  return read.query
    .selectFrom('stores')
    .innerJoin('clients', 'clients.id', 'stores.client_id')
    .selectAll('stores')
    .select('clients.name as client_name')
    .select((builder) =>
      builder
        .selectFrom('cases')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('cases.store_id', '=', 'stores.id')
        .where('cases.archived_at', 'is', null)
        .as('case_count'),
    )
    .select((builder) =>
      builder
        .selectFrom('orders')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('orders.store_id', '=', 'stores.id')
        .where(ordersInForce)
        .as('order_count'),
    );
}

type StoreRow = Awaited<ReturnType<ReturnType<typeof storeQuery>['executeTakeFirstOrThrow']>>;

function toStore(row: StoreRow): Store {
  return {
    id: row.id,
    clientId: row.client_id,
    clientName: row.client_name,
    platform: row.platform,
    name: row.name,
    alias: row.alias,
    zone: row.zone,
    exportZone: row.export_zone,
    currency: row.currency,
    region: row.region,
    fulfilment: row.fulfilment as Store['fulfilment'],
    caseCount: row.case_count ?? 0,
    orderCount: row.order_count ?? 0,
    archivedAt: row.archived_at,
  };
}
