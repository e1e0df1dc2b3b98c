import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HARASSMENT, importRows, newStore } from '../../helpers/case.ts';
import { resultOf } from '../../helpers/core.ts';
import { dumpCaseTables } from '../../helpers/database.ts';
import { orderExport } from '../../helpers/files.ts';
import { ownStore } from '../../helpers/own-store.ts';

const own = ownStore();

describe('an import can be taken back, or stopped on the way', () => {
  it('restores every row to its earlier version, byte for byte', async () => {
    await importRows(own.client, own.files, own.storeId, [
      { orderNumber: own.first, remark: '旧' },
      { orderNumber: own.second },
    ]);
    const before = own.dump();
    const { importId } = await own.importFile(
      'later.csv',
      orderExport([{ orderNumber: own.first, remark: '新' }, { orderNumber: own.third }]),
    );
    expect(await own.client.orders.undoImport({ importId })).toMatchObject({ state: 'undone' });
    expect(own.dump()).toBe(before);
    await expect(own.client.orders.undoImport({ importId })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { params: { reason: 'import-not-in-force' } },
    });
    expect(await own.imports()).toHaveLength(2);
  });

  it('is refused when a later import changed the same order, naming it', async () => {
    const { importId } = await own.importFile(
      'a.csv',
      orderExport([{ orderNumber: own.first, remark: '一' }]),
    );
    await own.importFile('b.csv', orderExport([{ orderNumber: own.first, remark: '二' }]));
    const before = dumpCaseTables(own.folder);
    await expect(own.client.orders.undoImport({ importId })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { params: { reason: 'order-changed-since', orderNumber: own.first } },
    });
    expect(dumpCaseTables(own.folder)).toEqual(before);
  });

  it('is refused while a case uses an order that only it brought', async () => {
    const { importId } = await own.importFile('a.csv', orderExport([{ orderNumber: own.first }]));
    const opened = await own.client.cases.create({
      storeId: own.storeId,
      scenarioId: HARASSMENT,
      orderNumbers: [own.first],
    });
    await expect(own.client.orders.undoImport({ importId })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { params: { reason: 'order-in-case', orderNumber: own.first, caseNumber: opened.number } },
    });
    await own.client.cases.setOrders({ caseId: opened.id, orderNumbers: [] });
    await own.client.orders.undoImport({ importId });
    expect(await own.count()).toBe(0);
  });

  it('rolls 20,000 rows back when it is cancelled, and nobody has seen one of them', async () => {
    const old = own.mine(50).map((orderNumber) => ({ orderNumber, remark: '旧' }));
    await importRows(own.client, own.files, own.storeId, old);
    const before = own.dump();
    const path = join(own.files, 'large.csv');
    own.clock.pass(1000);
    await writeFile(
      path,
      orderExport(own.mine(20_000).map((orderNumber) => ({ orderNumber, remark: '新' }))),
    );
    const { jobId } = await own.client.orders.startImport({ storeId: own.storeId, file: { path } });
    let seen = 0;
    for await (const state of await own.client.jobs.watch({ jobId })) {
      if (state.state !== 'running') {
        expect(state).toMatchObject({ state: 'cancelled', result: null });
        break;
      }
      if (state.done === 0) continue;
      seen += 1;
      // Rows of an import that is not in force yet are written, but shown to nobody.
      expect((await own.client.orders.list({ storeId: own.storeId })).total).toBe(50);
      const stores = await own.client.stores.list({});
      expect(stores.find((store) => store.id === own.storeId)?.orderCount).toBe(50);
      expect((await own.client.search.find({ text: own.mine(1, 60)[0] ?? '' })).length).toBe(0);
      if (seen === 3) await own.client.jobs.cancel({ jobId });
    }
    expect(seen).toBeGreaterThanOrEqual(3);
    expect(own.dump()).toBe(before);
    const imports = await own.imports();
    expect(imports.map((each) => each.state)).toEqual(['cancelled', 'done']);
  });

  it('keeps nothing of a file that was saved again while it was read, and merges no store into a running import', async () => {
    const path = join(own.files, 'large.csv');
    await writeFile(path, orderExport(own.mine(20_000).map((orderNumber) => ({ orderNumber }))));
    const otherId = await newStore(own.client, `${own.storeName} 旧店`);
    const { jobId } = await own.client.orders.startImport({ storeId: own.storeId, file: { path } });
    let touched = false;
    for await (const state of await own.client.jobs.watch({ jobId })) {
      if (state.state !== 'running') {
        expect(state).toMatchObject({ state: 'failed', error: { code: 'FILE_CHANGED' } });
        break;
      }
      if (state.done === 0 || touched) continue;
      touched = true;
      await appendFile(path, '\r\n');
      for (const [fromId, intoId] of [
        [otherId, own.storeId],
        [own.storeId, otherId],
      ] as const) {
        await expect(own.client.stores.merge({ fromId, intoId })).rejects.toMatchObject({
          code: 'CONFLICT',
          data: { params: { reason: 'work-running' } },
        });
      }
    }
    expect(touched).toBe(true);
    expect(own.dump()).toBe('[]');
  });

  it('says so when an order that comes back was brought again meanwhile', async () => {
    const rows = own.mine(3).map((orderNumber) => ({ orderNumber }));
    await importRows(own.client, own.files, own.storeId, rows);
    await own.client.journal.undo({});
    expect(await own.count()).toBe(0);
    own.clock.pass(1000);
    await importRows(own.client, own.files, own.storeId, rows.slice(0, 1));
    const before = own.dump();
    await expect(own.client.journal.redo({})).rejects.toMatchObject({
      code: expect.stringMatching(/^(NOT_FOUND|CONFLICT|CANNOT_UNDO)$/) as string,
    });
    expect(own.dump()).toBe(before);
  });

  it('takes thousands of rows in and gives them all back', async () => {
    const path = join(own.files, 'large.csv');
    await writeFile(path, orderExport(own.mine(4_000).map((orderNumber) => ({ orderNumber }))));
    const { importId } = await resultOf<{ importId: string }>(
      own.client,
      await own.client.orders.startImport({ storeId: own.storeId, file: { path } }),
    );
    expect((await own.client.orders.list({ storeId: own.storeId })).total).toBe(4_000);
    await own.client.orders.undoImport({ importId });
    expect(own.dump()).toBe('[]');
    await own.client.journal.undo({});
    expect((await own.client.orders.list({ storeId: own.storeId })).total).toBe(4_000);
  });
});
