import { AppError, isOffset } from '../../../shared/kernel/index.ts';
import { platforms, type PlatformInfo } from '../../../shared/rulebook/index.ts';
import { os, write, type CallContext } from '../../core/context.ts';
import type { WriteHandle } from '../../workspace/index.ts';
import {
  findClient,
  findStore,
  findStoreRow,
  hoursOfClient,
  listClients,
  listStores,
  storesOfClient,
} from './clients.repo.ts';
import { mergeStores } from './merge-stores.ts';

export const clients = {
  list: os.clients.list.handler(({ context, input }) => listClients(context.services.read, input.archived)),

  create: os.clients.create.handler(({ context, input }) =>
    write(context, 'clients.create', async (tx) => {
      const id = await insertClient(tx, input.name, input.note);
      return await findClient(tx, id);
    }),
  ),

  update: os.clients.update.handler(({ context, input }) =>
    write(context, 'clients.update', async (tx) => {
      const { clientId, ...patch } = input;
      await tx.update('clients', clientId, patch);
      return await findClient(tx, clientId);
    }),
  ),

  archive: os.clients.archive.handler(({ context, input }) =>
    write(context, 'clients.archive', async (tx) => {
      await tx.update('clients', input.clientId, { archived_at: input.archived ? tx.now : null });
      return await findClient(tx, input.clientId);
    }),
  ),

  merge: os.clients.merge.handler(({ context, input }) =>
    write(context, 'clients.merge', async (tx) => {
      if (input.fromId === input.intoId) throw new AppError('CONFLICT', { reason: 'same' });
      await findClient(tx, input.fromId);
      await findClient(tx, input.intoId);
      for (const store of await storesOfClient(tx, input.fromId)) {
        await tx.update('stores', store.id, { client_id: input.intoId });
      }
      for (const table of ['cases', 'evidence_items'] as const) {
        const rows = await tx.query
          .selectFrom(table)
          .select('id')
          .where('client_id', '=', input.fromId)
          .execute();
        for (const { id } of rows) await tx.update(table, id, { client_id: input.intoId });
      }
      await moveHours(tx, input.fromId, input.intoId);
      await tx.update('clients', input.fromId, { archived_at: tx.now });
      return await findClient(tx, input.intoId);
    }),
  ),
};

export const stores = {
  list: os.stores.list.handler(({ context, input }) => listStores(context.services.read, input.archived)),

  create: os.stores.create.handler(({ context, input }) =>
    write(context, 'stores.create', async (tx) => {
      const platform = await platformOf(tx, context, input.platform);
      refuseOtherRegion(platform, input.region);
      refuseOffset(input.zone);
      await refuseSameName(tx, input.platform, input.name);
      const clientId = input.clientId ?? (await defaultClient(tx, input.name));
      await findClient(tx, clientId);
      const id = tx.newId();
      await tx.insert('stores', {
        id,
        client_id: clientId,
        platform: input.platform,
        name: input.name,
        alias: input.alias === '' ? input.name : input.alias,
        zone: input.zone ?? zoneOf(platform, input.region),
        region: input.region,
        fulfilment: input.fulfilment,
        export_zone: input.exportZone,
        currency: input.currency ?? platform.currency,
        archived_at: null,
        created_at: tx.now,
      });
      return await findStore(tx, id);
    }),
  ),

  update: os.stores.update.handler(({ context, input }) =>
    write(context, 'stores.update', async (tx) => {
      const row = await findStoreRow(tx, input.storeId);
      if (input.name !== undefined && input.name !== row.name)
        await refuseSameName(tx, row.platform, input.name);
      if (input.clientId !== undefined) await findClient(tx, input.clientId);
      if (input.region !== undefined)
        refuseOtherRegion(await platformOf(tx, context, row.platform), input.region);
      if (input.zone !== row.zone) refuseOffset(input.zone);
      await tx.update('stores', input.storeId, {
        ...(input.clientId === undefined ? {} : { client_id: input.clientId }),
        ...(input.name === undefined ? {} : { name: input.name }),
        ...(input.alias === undefined
          ? {}
          : { alias: input.alias === '' ? (input.name ?? row.name) : input.alias }),
        ...(input.zone === undefined ? {} : { zone: input.zone }),
        ...(input.exportZone === undefined ? {} : { export_zone: input.exportZone }),
        ...(input.currency === undefined ? {} : { currency: input.currency }),
        ...(input.region === undefined ? {} : { region: input.region }),
        ...(input.fulfilment === undefined ? {} : { fulfilment: input.fulfilment }),
      });
      return await findStore(tx, input.storeId);
    }),
  ),

  archive: os.stores.archive.handler(({ context, input }) =>
    write(context, 'stores.archive', async (tx) => {
      await tx.update('stores', input.storeId, { archived_at: input.archived ? tx.now : null });
      return await findStore(tx, input.storeId);
    }),
  ),

  merge: os.stores.merge.handler(({ context, input }) =>
    write(context, 'stores.merge', async (tx) => {
      await mergeStores(tx, context.services.rulebooks, input.fromId, input.intoId);
      return await findStore(tx, input.intoId);
    }),
  ),
};

/** The opening hours of whom one client asks become the other's; where both said something, the other's stay. */
async function moveHours(tx: WriteHandle, fromId: string, intoId: string): Promise<void> {
  const said = await hoursOfClient(tx, intoId);
  for (const row of await hoursOfClient(tx, fromId)) {
    const isSaid = said.some(
      (each) => each.addressee === row.addressee && each.party_name === row.party_name,
    );
    if (isSaid) await tx.remove('opening_hours', row.id);
    else await tx.update('opening_hours', row.id, { client_id: intoId });
  }
}

async function platformOf(tx: WriteHandle, context: CallContext, platformId: string): Promise<PlatformInfo> {
  const platform = platforms(await context.services.rulebooks.current(tx)).find(
    (candidate) => candidate.id === platformId,
  );
  // A law has no shops.
  if (platform === undefined || platform.kind === 'law')
    throw new AppError('NOT_FOUND', { kind: 'platform', id: platformId });
  return platform;
}

/** The zone of a platform's days, or of one of its regions where that has its own. */
function zoneOf(platform: PlatformInfo, region: string | null): string {
  return platform.regions.find(({ id }) => id === region)?.zone ?? platform.zone;
}

function refuseOtherRegion(platform: PlatformInfo, region: string | null): void {
  if (region !== null && !platform.regions.some(({ id }) => id === region))
    throw new AppError('NOT_FOUND', { kind: 'region', id: region });
}

/** A distance from UTC such as `+08:00` names no place: no calendar file can carry it, and no summer time is known of it. */
function refuseOffset(zone: string | undefined): void {
  if (zone !== undefined && isOffset(zone))
    throw new AppError('BAD_REQUEST', { reason: 'zone-is-offset', zone });
}

/** Two shops of one name on one platform are nearly always one shop entered twice. */
async function refuseSameName(tx: WriteHandle, platform: string, name: string): Promise<void> {
  const same = await tx.query
    .selectFrom('stores')
    .select('id')
    .where('platform', '=', platform)
    .where('name', '=', name)
    .where('archived_at', 'is', null)
    .executeTakeFirst();
  if (same !== undefined) throw new AppError('CONFLICT', { reason: 'same-name', name });
}

/** A lone seller never has to think of clients: the first store brings the one there is. */
async function defaultClient(tx: WriteHandle, storeName: string): Promise<string> {
  const first = (await listClients(tx, false))[0];
  return first?.id ?? (await insertClient(tx, storeName, ''));
}

async function insertClient(tx: WriteHandle, name: string, note: string): Promise<string> {
  const id = tx.newId();
  await tx.insert('clients', { id, name, note, archived_at: null, created_at: tx.now });
  return id;
}
