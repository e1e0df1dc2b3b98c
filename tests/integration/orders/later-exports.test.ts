import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importRows, newStore } from '../../helpers/case.ts';
import { finished } from '../../helpers/core.ts';
import { orderExport, putFile } from '../../helpers/files.ts';
import { ownStore } from '../../helpers/own-store.ts';

const own = ownStore();

describe('nothing doubles, and the later word wins', () => {
  it('folds an order that stands several times in one file into its last row', async () => {
    const rows = [
      { orderNumber: own.first, remark: '旧' },
      { orderNumber: own.second },
      { orderNumber: own.first, remark: '新' },
      { orderNumber: own.first, remark: '最新' },
    ];
    expect(await own.preview('orders.csv', orderExport(rows))).toMatchObject({
      counts: { rows: 4, added: 2, changed: 0, unchanged: 0, repeated: 2 },
    });
    await own.importFile('orders.csv', orderExport(rows));
    expect((await own.orders()).length).toBe(2);
    expect(await own.client.orders.get({ storeId: own.storeId, orderNumber: own.first })).toMatchObject({
      remark: '最新',
    });
  });

  it('folds it also where the rows lie far apart', async () => {
    const many = own.mine(1200, 1000).map((orderNumber) => ({ orderNumber }));
    const rows = [
      { orderNumber: own.first, remark: '旧' },
      ...many,
      { orderNumber: own.first, remark: '新' },
    ];
    await own.importFile('orders.csv', orderExport(rows));
    const [imported] = await own.imports();
    expect(imported).toMatchObject({ added: 1201, changed: 0, unchanged: 0, state: 'done' });
    expect(await own.client.orders.get({ storeId: own.storeId, orderNumber: own.first })).toMatchObject({
      remark: '新',
    });
    expect(await own.count()).toBe(1201);
  });

  it('lets a later export update what an earlier one brought, and counts honestly', async () => {
    await importRows(own.client, own.files, own.storeId, [
      { orderNumber: own.first },
      { orderNumber: own.second, remark: '旧' },
      { orderNumber: own.third },
    ]);
    const later = [
      { orderNumber: own.second, remark: '新' },
      { orderNumber: own.third },
      { orderNumber: own.fourth },
    ];
    const counts = { added: 1, changed: 1, unchanged: 1, rejected: 0 };
    expect(await own.preview('later.csv', orderExport(later))).toMatchObject({ counts });
    own.clock.pass(1000);
    await own.importFile('later.csv', orderExport(later));
    expect((await own.imports())[0]).toMatchObject(counts);
    expect((await own.orders()).map((order) => order.orderNumber).sort()).toEqual([...own.mine(4)].sort());
    expect(await own.client.orders.get({ storeId: own.storeId, orderNumber: own.second })).toMatchObject({
      remark: '新',
    });
  });

  it('changes no byte when the same file comes again', async () => {
    const text = orderExport(own.mine(4).map((orderNumber) => ({ orderNumber })));
    await own.importFile('orders.csv', text);
    const before = own.dump();
    own.clock.pass(1000);
    await own.importFile('orders.csv', text);
    expect(own.dump()).toBe(before);
    expect((await own.imports())[0]).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 4,
    });
  });

  it('does not let the same export in twice at once, as a double click would', async () => {
    const path = await putFile(
      own.files,
      'orders.csv',
      orderExport(own.mine(3000).map((orderNumber) => ({ orderNumber }))),
    );
    const starts = await Promise.allSettled(
      [1, 2].map(() => own.client.orders.startImport({ storeId: own.storeId, file: { path } })),
    );
    for (const start of starts) {
      if (start.status === 'fulfilled') await finished(own.client, start.value.jobId);
    }
    expect(await own.count()).toBe(3000);
    const imports = await own.imports();
    expect(imports.filter((each) => each.state === 'running')).toEqual([]);
    for (const each of imports.filter((candidate) => candidate.state === 'done')) {
      await own.client.orders.undoImport({ importId: each.id });
    }
    expect(await own.count()).toBe(0);
  });
});

describe('the export of another store is not taken for this one', () => {
  it('is recognised by the shop it names, with the store that fits', async () => {
    const otherName = `${own.storeName} 分店`;
    const otherId = await newStore(own.client, otherName);
    const text = `订单号,买家名称,店铺名称\r\n${own.first},Ivan,${otherName}\r\n`;
    expect(await own.preview('other.csv', text)).toMatchObject({
      otherStore: { shopName: otherName, storeId: otherId },
    });
    await expect(
      own.client.orders.startImport({ storeId: own.storeId, file: { path: join(own.files, 'other.csv') } }),
    ).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { params: { reason: 'other-store', name: otherName, store: own.storeName } },
    });
    expect(await own.count()).toBe(0);
    expect(await own.preview('own.csv', text.replace(otherName, own.storeName))).toMatchObject({
      otherStore: null,
    });
  });

  it('is recognised by orders that the other store is known to have', async () => {
    const otherName = `${own.storeName} 分店`;
    const otherId = await newStore(own.client, otherName);
    await importRows(
      own.client,
      own.files,
      otherId,
      own.mine(4).map((orderNumber) => ({ orderNumber })),
    );
    const text = orderExport([...own.mine(4), ...own.mine(2, 50)].map((orderNumber) => ({ orderNumber })));
    expect(await own.preview('again.csv', text)).toMatchObject({
      otherStore: { shopName: otherName, storeId: otherId },
    });
    await expect(
      own.client.orders.startImport({ storeId: own.storeId, file: { path: join(own.files, 'again.csv') } }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
    // One row for each article: three of every order.
    const rows = own.mine(4).flatMap((orderNumber) => [1, 2, 3].map(() => ({ orderNumber })));
    expect(await own.preview('articles.csv', orderExport(rows))).toMatchObject({
      otherStore: { shopName: otherName, storeId: otherId },
    });
  });
});
