import { describe, expect, it } from 'vitest';
import { resultOf } from '../../helpers/core.ts';
import { orderExport, putFile } from '../../helpers/files.ts';
import { ownStore } from '../../helpers/own-store.ts';

const own = ownStore();

describe('the clock of an export is asked for once per store', () => {
  it('refuses to import times nobody has placed, then remembers the answer', async () => {
    const { id } = await own.client.stores.create({ platform: 'aliexpress', name: `新店 ${own.storeName}` });
    const path = await putFile(own.files, 'a.csv', orderExport([{ orderNumber: own.first }]));
    expect(await own.client.orders.previewImport({ storeId: id, file: { path } })).toMatchObject({
      needsZone: true,
    });
    await expect(own.client.orders.startImport({ storeId: id, file: { path } })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      data: { params: { reason: 'zone-needed' } },
    });
    await resultOf(
      own.client,
      await own.client.orders.startImport({ storeId: id, file: { path }, zone: 'America/Los_Angeles' }),
    );
    const store = (await own.client.stores.list({})).find((each) => each.id === id);
    expect(store?.exportZone).toBe('America/Los_Angeles');
    const next = await putFile(own.files, 'b.csv', orderExport([{ orderNumber: own.second }]));
    expect(await own.client.orders.previewImport({ storeId: id, file: { path: next } })).toMatchObject({
      needsZone: false,
    });
    await resultOf(own.client, await own.client.orders.startImport({ storeId: id, file: { path: next } }));
    const orders = (await own.client.orders.list({ storeId: id })).items;
    expect(new Set(orders.map((order) => order.orderedAt))).toEqual(
      new Set([Date.parse('2026-11-03T04:14:00Z')]),
    );
  });

  it('refuses a zone that does not exist and imports nothing', async () => {
    const path = await putFile(own.files, 'a.csv', orderExport([{ orderNumber: own.first }]));
    await expect(
      own.client.orders.startImport({ storeId: own.storeId, file: { path }, zone: 'Mars/Base' }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect(await own.count()).toBe(0);
  });
});
