import type { Client, Store } from '../../../shared/clients/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import type { ReadHandle, Tables } from '../../workspace/index.ts';

export async function listClients(read: ReadHandle, archived: boolean): Promise<Client[]> {
  const rows = await read.query
    .selectFrom('clients')
    .leftJoin('stores', (join) =>
      join.onRef('stores.client_id', '=', 'clients.id').on('stores.archived_at', 'is', null),
    )
    .select(['clients.id', 'clients.name', 'clients.note', 'clients.archived_at'])
    .select(({ fn }) => fn.count<number>('stores.id').as('store_count'))
    .where('clients.archived_at', archived ? 'is not' : 'is', null)
    .groupBy('clients.id')
    .orderBy('clients.created_at')
    .orderBy('clients.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    note: row.note,
    storeCount: row.store_count,
    archivedAt: row.archived_at,
  }));
}

export async function findClient(read: ReadHandle, clientId: string): Promise<Client> {
  const all = [...(await listClients(read, false)), ...(await listClients(read, true))];
  const found = all.find((client) => client.id === clientId);
  if (found === undefined) throw new AppError('NOT_FOUND', { kind: 'client', id: clientId });
  return found;
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
    caseCount: row.case_count ?? 0,
    orderCount: row.order_count ?? 0,
    archivedAt: row.archived_at,
  };
}
