import { execFile } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { JobState } from '../../../shared/jobs/index.ts';
import { orderNumbers, prepareCase } from '../../helpers/case.ts';
import { openTestCore } from '../../helpers/core.ts';
import { testFolder } from '../../helpers/files.ts';
import { oneDesk } from '../../helpers/one-desk.ts';
import { readMaterial } from '../../helpers/packet-folder.ts';
import { pageTexts } from '../../helpers/pdf.ts';

const desk = oneDesk();
const PICTURES = 12;

describe('material is made of what it was when its export began', () => {
  it('also where exhibits change places while it is set: every mark in the text names the picture that is there', async () => {
    const { client } = desk;
    const { caseId, itemIds } = await prepareCase(client, desk.files, {
      storeId: desk.storeId,
      orders: orderNumbers(1, 700),
      seed: 700,
      pictures: PICTURES,
    });
    const before = await client.evidence.exhibits({ caseId });
    const cited = before.find(({ itemId }) => itemId === itemIds[0]);
    expect(cited?.exhibitNumber).toBe(1);
    const { jobId } = await client.packets.export({ caseId, language: 'zh-CN', originals: false });
    let placed: number | null = null;
    let last: JobState | null = null;
    for await (const state of await client.jobs.watch({ jobId })) {
      last = state;
      if (placed !== null || state.total === 0) continue;
      await client.evidence.arrange({ caseId, itemIds: [...itemIds].reverse() });
      placed = (await client.jobs.get({ jobId })).done;
    }
    expect(last).toMatchObject({ state: 'done' });
    // The change fell into the placing, well before the text was set.
    expect(placed).toBeLessThan(PICTURES);
    const [packet] = await client.packets.list({ caseId });
    const folder = join(desk.folder, 'exports', ...(packet?.folder ?? '').split('/'));
    // As whoever opens it counts them.
    const archive = await pageTexts(new Uint8Array(await readFile(join(folder, '存档', '存档.pdf'))));
    expect(packet?.pages).toBe(archive.length);
    const { pdf } = await readMaterial(folder);
    expect(pdf).toContain('〔证据1〕');
    expect(pdf).not.toContain(`〔证据${PICTURES}〕`);
    const after = await client.evidence.exhibits({ caseId });
    expect(after.find(({ itemId }) => itemId === itemIds[0])?.exhibitNumber).toBe(PICTURES);
  });
});

const CHILD = fileURLToPath(new URL('./export.child.ts', import.meta.url));
const NOBODY = 65_534;

/** Root removes whatever lies in its way: only somebody else meets a folder that stays. */
async function asNobody(...given: readonly string[]): Promise<unknown> {
  const command = [process.execPath, CHILD, ...given];
  if (process.getuid?.() === 0)
    command.unshift('setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups');
  const [program = '', ...rest] = command;
  return JSON.parse((await promisify(execFile)(program, rest)).stdout);
}

describe('material that is frozen', () => {
  it.skipIf(process.platform === 'win32')(
    'is not called failed because its folder cannot get its name just then, and is laid out when it is asked for',
    { timeout: 120_000 },
    async () => {
      const above = await testFolder();
      const folder = join(above, 'workspace');
      const made = await openTestCore({ folder });
      const { caseId } = await prepareCase(made.client, above, {
        storeId: (
          await made.client.stores.create({
            platform: 'aliexpress',
            name: '一店',
            exportZone: 'Asia/Shanghai',
          })
        ).id,
        orders: orderNumbers(1, 800),
        seed: 800,
      });
      const { record } = await made.client.cases.get({ caseId });
      await made.core.close();
      // Something lies where the first packet goes, and whoever exports may not remove it.
      const inTheWay = join(folder, 'exports', record.number, '材料-1');
      mkdirSync(inTheWay, { recursive: true });
      writeFileSync(join(inTheWay, '别人的.txt'), 'x');
      if (process.getuid?.() === 0)
        for (const path of ['.', ...readdirSync(above, { recursive: true, encoding: 'utf8' })])
          chownSync(join(above, path), NOBODY, NOBODY);
      chmodSync(inTheWay, 0o500);
      const exported = await asNobody('export', folder, caseId);
      expect(exported).toMatchObject({
        state: 'done',
        error: null,
        result: { packetId: expect.any(String) as string },
      });
      expect(await readdir(inTheWay)).toEqual(['别人的.txt']);

      chmodSync(inTheWay, 0o700);
      const [{ packetId } = { packetId: '' }] = [(exported as { result: { packetId: string } }).result];
      expect(await asNobody('rename', inTheWay, `${inTheWay} 别人的`)).toBe('done');
      expect(await asNobody('show', folder, packetId)).toMatchObject({ folder: inTheWay });
      expect((await readdir(inTheWay)).sort()).toEqual(['上传包', '存档']);
    },
  );
});
