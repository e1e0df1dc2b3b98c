import { describe, expect, it } from 'vitest';
import { importRows, newStore, orderNumbers } from '../../helpers/case.ts';
import { openTestCore } from '../../helpers/core.ts';
import { withDatabase } from '../../helpers/database.ts';
import { testFolder } from '../../helpers/files.ts';

describe('an import that a crash cut off and that cannot be taken back', () => {
  it('is never put in force by halves: its new orders are shown to nobody, at this start and the next', async () => {
    let desk = await openTestCore();
    const files = await testFolder();
    const storeId = await newStore(desk.client);
    const [kept = '', fresh = '', later = ''] = orderNumbers(3);
    await importRows(desk.client, files, storeId, [{ orderNumber: kept, remark: '旧' }]);
    desk.clock.pass(1000);
    const importId = await importRows(
      desk.client,
      files,
      storeId,
      [{ orderNumber: kept, remark: '新' }, { orderNumber: fresh }],
      'second.csv',
    );
    await desk.core.close();
    // As it lies there after a crash in the middle: still running, and one of its rows has been changed since.
    withDatabase(
      desk.folder,
      (database) => {
        database.prepare(`UPDATE order_imports SET state = 'running' WHERE id = ?`).run(importId);
        database.prepare('UPDATE orders SET remark = ? WHERE order_number = ?').run('后来改的', kept);
      },
      { write: true },
    );
    const shown = async () =>
      (await desk.client.orders.list({ storeId })).items.map(({ orderNumber, remark }) => [
        orderNumber,
        remark,
      ]);
    for (let start = 0; start < 2; start += 1) {
      desk = await openTestCore({ folder: desk.folder, clock: desk.clock });
      expect((await desk.client.workspace.info({})).recovery).toContainEqual({
        code: 'import-not-rolled-back',
        count: 1,
      });
      expect(await shown()).toEqual([[kept, '后来改的']]);
      expect((await desk.client.search.find({ text: fresh })).length).toBe(0);
      const stuck = (await desk.client.orders.imports({ storeId })).items.find(({ id }) => id === importId);
      expect(stuck?.state).toBe('running');
      if (start === 0) await desk.core.close();
    }
    // It stands in the way of no other import.
    desk.clock.pass(1000);
    await importRows(desk.client, files, storeId, [{ orderNumber: later }], 'third.csv');
    expect((await shown()).map(([number]) => number).sort()).toEqual([kept, later].sort());
    await desk.core.close();
  });
});
