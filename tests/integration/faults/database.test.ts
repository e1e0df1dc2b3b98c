import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { workspacePaths } from '../../../main/workspace/index.ts';
import type { VerifyReport } from '../../../shared/workspace/index.ts';
import { openTestCore, resultOf } from '../../helpers/core.ts';
import { orderExport, putFile, screenshot } from '../../helpers/files.ts';

/** A closed workspace with orders and evidence. */
async function workedIn(): Promise<string> {
  const above = mkdtempSync(join(tmpdir(), 'appealdesk-damaged-'));
  onTestFinished(() => rm(above, { recursive: true, force: true }));
  const desk = await openTestCore({ folder: join(above, 'workspace') });
  const { client } = desk;
  const store = await client.stores.create({ platform: 'aliexpress', name: '示例店' });
  const rows = Array.from({ length: 600 }, (_, place) => ({
    orderNumber: String(8_012_345_678_900_000 + place),
  }));
  const table = await putFile(above, 'orders.csv', orderExport(rows));
  await resultOf(
    client,
    await client.orders.startImport({ storeId: store.id, file: { path: table }, zone: 'Asia/Shanghai' }),
  );
  const picture = await putFile(above, 'picture.png', await screenshot(1));
  await resultOf(client, await client.evidence.takeIn({ files: [{ file: { path: picture } }] }));
  await desk.core.close();
  return desk.folder;
}

const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

async function expectRefused(folder: string, code: string): Promise<void> {
  const { database } = workspacePaths(folder);
  const before = existsSync(database) ? hashOf(database) : null;
  await expect(openTestCore({ folder })).rejects.toMatchObject({ code, params: { file: database } });
  expect(existsSync(database) ? hashOf(database) : null).toBe(before);
}

describe('a database that cannot be used', () => {
  it.for(['wal', 'delete'])(
    'from a newer program is refused by name and stays as it is (%s)',
    async (mode) => {
      const folder = await workedIn();
      const newer = new Database(workspacePaths(folder).database);
      newer.pragma(`journal_mode = ${mode}`);
      newer.pragma('user_version = 9999');
      newer.close();
      await expectRefused(folder, 'DATABASE_FROM_FUTURE');
    },
  );

  it.for([0.01, 0.3, 0.7, 0.99])('cut off at %d of its length is called damaged', async (share) => {
    const folder = await workedIn();
    const { database } = workspacePaths(folder);
    truncateSync(database, Math.floor(statSync(database).size * share));
    await expectRefused(folder, 'DATABASE_DAMAGED');
  });

  it('that is something else altogether is called damaged', async () => {
    const folder = await workedIn();
    writeFileSync(
      workspacePaths(folder).database,
      'not a database at all, whatever its name says\n'.repeat(400),
    );
    await expectRefused(folder, 'DATABASE_DAMAGED');
  });

  it('of another program is left alone', async () => {
    const folder = await workedIn();
    rmSync(workspacePaths(folder).database);
    const foreign = new Database(workspacePaths(folder).database);
    foreign.exec('CREATE TABLE recipes (title TEXT)');
    foreign.close();
    await expectRefused(folder, 'DATABASE_DAMAGED');
  });

  it('that is empty or gone beside a filled vault is never taken for a new workspace', async () => {
    const folder = await workedIn();
    writeFileSync(workspacePaths(folder).database, '');
    await expectRefused(folder, 'DATABASE_DAMAGED');
    rmSync(workspacePaths(folder).database);
    await expectRefused(folder, 'DATABASE_DAMAGED');
  });

  it('damaged in the middle is named by verify, part by part, and by every call that meets the damage', async () => {
    const folder = await workedIn();
    const { database } = workspacePaths(folder);
    const bytes = readFileSync(database);
    const table = new Database(database, { readonly: true });
    const pageSize = Number(table.pragma('page_size', { simple: true }));
    const root = table
      .prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'orders'")
      .pluck()
      .get() as number;
    table.close();
    bytes.fill(0xa5, (root - 1) * pageSize, root * pageSize);
    writeFileSync(database, bytes);
    const desk = await openTestCore({ folder });
    try {
      await expect(desk.client.orders.list({})).rejects.toMatchObject({ code: 'DATABASE_DAMAGED' });
      const report = await resultOf<VerifyReport>(desk.client, await desk.client.workspace.verify({}));
      expect(report.findings.length).toBeGreaterThan(0);
      expect(new Set(report.findings.map(({ area }) => area))).toEqual(new Set(['database']));
      expect(report.blobs).toBe(1);
      const job = await desk.client.workspace.backUp({});
      await expect(resultOf(desk.client, job)).rejects.toThrow(/BACKUP_FAILED|DATABASE_DAMAGED/);
    } finally {
      await desk.core.close();
    }
  });

  it('that is sound is called sound, however often and whatever was written in between', async () => {
    const folder = await workedIn();
    const desk = await openTestCore({ folder });
    try {
      for (let round = 0; round < 4; round += 1) {
        const report = await resultOf<VerifyReport>(desk.client, await desk.client.workspace.verify({}));
        expect(report.findings).toEqual([]);
        for (let place = 0; place < 20; place += 1)
          await desk.client.evidence.takeInText({
            label: `${round}-${place}`,
            text: `line ${round} ${place}`,
          });
      }
    } finally {
      await desk.core.close();
    }
  });
});
