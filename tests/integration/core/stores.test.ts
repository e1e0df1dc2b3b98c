import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HARASSMENT, importRows, newStore, orderNumbers } from '../../helpers/case.ts';
import { openTestCore, type TestCore } from '../../helpers/core.ts';
import { dumpCaseTables, withDatabase } from '../../helpers/database.ts';
import { testFolder } from '../../helpers/files.ts';

describe('stores and clients are put in order without losing anything', () => {
  let desk: TestCore;
  let files: string;
  beforeAll(async () => {
    desk = await openTestCore({ settings: { idleMinutes: 0 } });
    files = await testFolder();
  });
  afterAll(() => desk.close());

  it('brings a client of its own with the first store, and asks a lone seller nothing', async () => {
    const { client } = desk;
    const store = await client.stores.create({ platform: 'aliexpress', name: '第一家店' });
    const second = await client.stores.create({ platform: 'aliexpress', name: '第二家店' });
    expect(second.clientId).toBe(store.clientId);
    expect(store).toMatchObject({
      zone: 'Asia/Shanghai',
      currency: 'USD',
      alias: '第一家店',
      exportZone: null,
    });
    expect(await client.clients.list({})).toMatchObject([{ name: '第一家店', storeCount: 2 }]);
  });

  it('refuses a second store of the same name, an unknown platform and a clock nobody has', async () => {
    const { client } = desk;
    await expect(client.stores.create({ platform: 'aliexpress', name: '第一家店' })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { params: { reason: 'same-name', name: '第一家店' } },
    });
    await expect(client.stores.create({ platform: 'nowhere', name: '店' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(
      client.stores.create({ platform: 'aliexpress', name: '店', zone: 'Mars/Base' }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('refuses a mere distance from UTC as the zone of a store, and says why', async () => {
    const { client } = desk;
    const refused = { code: 'BAD_REQUEST', data: { params: { reason: 'zone-is-offset', zone: '+08:00' } } };
    await expect(
      client.stores.create({ platform: 'aliexpress', name: '时差店', zone: '+08:00' }),
    ).rejects.toMatchObject(refused);
    const { id } = await client.stores.create({ platform: 'aliexpress', name: '时差店' });
    await expect(client.stores.update({ storeId: id, zone: '+08:00' })).rejects.toMatchObject(refused);
    // One of before is kept as it is until its zone is touched.
    withDatabase(
      desk.folder,
      (database) => database.prepare("UPDATE stores SET zone = '+08:00' WHERE id = ?").run(id),
      {
        write: true,
      },
    );
    expect(await client.stores.update({ storeId: id, alias: '时差', zone: '+08:00' })).toMatchObject({
      alias: '时差',
      zone: '+08:00',
    });
  });

  it('puts an archived store out of sight, keeps its data and lets its name be used again', async () => {
    const { client } = desk;
    const store = await client.stores.create({ platform: 'aliexpress', name: '旧店' });
    await importRows(
      client,
      files,
      store.id,
      [{ orderNumber: orderNumbers(1, 900)[0] ?? '' }].map((row) => row),
    ).catch(async () => {
      await client.stores.update({ storeId: store.id, exportZone: 'Asia/Shanghai' });
      return await importRows(client, files, store.id, [{ orderNumber: orderNumbers(1, 900)[0] ?? '' }]);
    });
    await client.stores.archive({ storeId: store.id, archived: true });
    expect((await client.stores.list({})).map((each) => each.id)).not.toContain(store.id);
    expect(await client.stores.list({ archived: true })).toMatchObject([{ id: store.id, orderCount: 1 }]);
    await client.stores.create({ platform: 'aliexpress', name: '旧店' });
    await client.stores.archive({ storeId: store.id, archived: false });
    expect((await client.orders.list({ storeId: store.id })).total).toBe(1);
  });

  it('merges two entries of one shop: orders, cases and chances move, and all of it comes back by one undo', async () => {
    const { client, folder, clock } = desk;
    const [from, into] = [await newStore(client, '店 A'), await newStore(client, '店 B')];
    const [shared = '', onlyFrom = '', onlyInto = ''] = orderNumbers(3, 700);
    await importRows(client, files, into, [{ orderNumber: onlyInto }, { orderNumber: shared, remark: '旧' }]);
    clock.pass(1000);
    // The other store's known orders would be taken for a mistake; here the shop was entered twice.
    await importRows(client, files, from, [
      { orderNumber: shared, remark: '新' },
      { orderNumber: onlyFrom },
      ...orderNumbers(3, 750).map((orderNumber) => ({ orderNumber })),
    ]);
    const opened = await client.cases.create({
      storeId: from,
      scenarioId: HARASSMENT,
      orderNumbers: [onlyFrom],
    });
    const before = dumpCaseTables(folder);
    await client.stores.merge({ fromId: from, intoId: into });
    expect((await client.orders.list({ storeId: into })).total).toBe(6);
    expect((await client.orders.list({ storeId: from })).total).toBe(0);
    expect(await client.orders.get({ storeId: into, orderNumber: shared })).toMatchObject({ remark: '新' });
    expect((await client.cases.get({ caseId: opened.id })).record.storeId).toBe(into);
    expect(await client.attempts.list({ storeId: into })).toMatchObject([
      { orderNumber: onlyFrom, state: 'held' },
    ]);
    expect((await client.stores.list({ archived: true })).map((each) => each.id)).toContain(from);
    await expect(
      client.cases.create({ storeId: into, scenarioId: HARASSMENT, orderNumbers: [onlyFrom] }),
    ).rejects.toMatchObject({ code: 'DUPLICATE_CASE' });
    await client.journal.undo({});
    expect(dumpCaseTables(folder)).toEqual(before);
    await client.journal.redo({});
    expect((await client.orders.list({ storeId: into })).total).toBe(6);
    // A store that was merged away can be opened again; what it imports then is its own.
    await client.stores.archive({ storeId: from, archived: false });
    const ownAgain = orderNumbers(3, 720);
    await importRows(
      client,
      files,
      from,
      ownAgain.map((orderNumber) => ({ orderNumber })),
    );
    expect((await client.orders.list({ storeId: into })).total).toBe(6);
  });

  it('refuses to merge a store with itself', async () => {
    const id = await newStore(desk.client, '独一家');
    await expect(desk.client.stores.merge({ fromId: id, intoId: id })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { params: { reason: 'same' } },
    });
  });

  it('merges two clients: stores, cases and evidence go over, and come back', async () => {
    const { client, folder } = desk;
    const from = await client.clients.create({ name: '商家甲' });
    const into = await client.clients.create({ name: '商家乙' });
    const store = await client.stores.create({ platform: 'aliexpress', name: '甲的店', clientId: from.id });
    const opened = await client.cases.create({ storeId: store.id, scenarioId: HARASSMENT });
    const item = await client.evidence.takeInText({ label: '举证号', text: 'WW-7', caseId: opened.id });
    const before = dumpCaseTables(folder);
    await client.clients.merge({ fromId: from.id, intoId: into.id });
    const after = dumpCaseTables(folder);
    expect((await client.cases.get({ caseId: opened.id })).record.clientId).toBe(into.id);
    expect(after['evidence_items']?.find((row) => row.includes(item.id))).toContain(into.id);
    expect((await client.clients.list({ archived: true })).map((each) => each.id)).toContain(from.id);
    await client.journal.undo({});
    expect(dumpCaseTables(folder)).toEqual(before);
  });
});
