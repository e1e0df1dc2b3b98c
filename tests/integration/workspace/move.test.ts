import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { newStore, orderNumbers, prepareCase } from '../../helpers/case.ts';
import { finished, openTestCore, resultOf, type TestCore } from '../../helpers/core.ts';
import { dumpCaseTables } from '../../helpers/database.ts';
import { orderExport, putFile, screenshot, testFolder } from '../../helpers/files.ts';

/** Work that a person started, and how it is started. */
const WORK: readonly (readonly [string, (desk: TestCore, files: string) => Promise<{ jobId: string }>])[] = [
  [
    'an import',
    async ({ client }, files) => {
      const path = join(files, 'orders.csv');
      await writeFile(path, orderExport(orderNumbers(20_000).map((orderNumber) => ({ orderNumber }))));
      const storeId = await newStore(client);
      return await client.orders.startImport({ storeId, file: { path } });
    },
  ],
  [
    'an intake',
    async ({ client }, files) => {
      const paths = [];
      for (let place = 0; place < 30; place += 1)
        paths.push(await putFile(files, `${place}.png`, await screenshot(place, 200 + place, 200)));
      return await client.evidence.takeIn({ files: paths.map((path) => ({ file: { path } })) });
    },
  ],
  [
    'an export',
    async ({ client }, files) => {
      const storeId = await newStore(client);
      const { caseId } = await prepareCase(client, files, {
        storeId,
        orders: orderNumbers(1),
        seed: 5,
        pictures: 8,
      });
      return await client.packets.export({ caseId, language: 'zh-CN', originals: true });
    },
  ],
];

describe('moving the workspace', () => {
  it.each(WORK)('waits until %s that runs is over, and then takes all of it along', async (_name, start) => {
    const desk = await openTestCore({ settings: { idleMinutes: 0 } });
    onTestFinished(() => desk.close());
    const files = await testFolder();
    const into = join(files, 'moved');
    const job = await start(desk, files);
    await expect(desk.client.workspace.move({ into })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { params: { reason: 'work-running' } },
    });
    expect(existsSync(into)).toBe(false);
    expect(await finished(desk.client, job.jobId)).toMatchObject({ state: 'done' });
    await resultOf(desk.client, await desk.client.workspace.move({ into }));
    expect(dumpCaseTables(into)).toEqual(dumpCaseTables(desk.folder));
  });
});
