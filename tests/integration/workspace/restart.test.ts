import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { workspacePaths } from '../../../main/workspace/index.ts';
import type { VerifyReport } from '../../../shared/workspace/index.ts';
import { exportCase, importRows, newStore, orderNumbers, prepareCase } from '../../helpers/case.ts';
import { openTestCore, resultOf, type TestCore } from '../../helpers/core.ts';
import { dumpCaseTables, withDatabase } from '../../helpers/database.ts';
import { testFolder } from '../../helpers/files.ts';

let desk: TestCore;
afterEach(() => desk.close());

const verified = async () => {
  const report = await resultOf<VerifyReport>(desk.client, await desk.client.workspace.verify({}));
  return report.findings;
};

describe('the next start shows what the last one left', () => {
  it('shows the same data, and has nothing to put right after an orderly end', async () => {
    desk = await openTestCore();
    const files = await testFolder();
    const storeId = await newStore(desk.client);
    const orders = orderNumbers(2);
    await importRows(
      desk.client,
      files,
      storeId,
      orders.map((orderNumber) => ({ orderNumber })),
    );
    const prepared = await prepareCase(desk.client, files, { storeId, orders, seed: 1 });
    const before = dumpCaseTables(desk.folder);
    const shown = await desk.client.cases.get({ caseId: prepared.caseId });
    desk = await desk.restart();
    expect(dumpCaseTables(desk.folder)).toEqual(before);
    expect(await desk.client.cases.get({ caseId: prepared.caseId })).toEqual(shown);
    expect((await desk.client.workspace.info({})).recovery).toEqual([]);
    expect(await desk.client.journal.undo({})).toMatchObject({ act: 'journal.undo' });
  });

  it('sweeps what a crash left half-made, says what it swept, and touches nothing that was committed', async () => {
    desk = await openTestCore();
    const files = await testFolder();
    const storeId = await newStore(desk.client);
    const orders = orderNumbers(3);
    await importRows(
      desk.client,
      files,
      storeId,
      orders.map((orderNumber) => ({ orderNumber, remark: '旧' })),
    );
    const prepared = await prepareCase(desk.client, files, { storeId, orders: orders.slice(0, 1), seed: 2 });
    await exportCase(desk.client, prepared.caseId);
    const [packet] = await desk.client.packets.list({ caseId: prepared.caseId });
    const before = dumpCaseTables(desk.folder);
    await desk.core.close();

    const paths = workspacePaths(desk.folder);
    await writeFile(join(paths.incoming, 'copy.part'), 'half a file');
    await writeFile(
      join(paths.incoming, '01890000-0000-7000-8000-000000000001'),
      'an upload nobody asked for again',
    );
    await mkdir(join(paths.exports, packet?.folder.split('/')[0] ?? '', '.unfinished-9'), {
      recursive: true,
    });
    await mkdir(join(paths.backups, '.unfinished-2026'), { recursive: true });
    await mkdir(join(paths.vault, 'ab', 'cd'), { recursive: true });
    await writeFile(join(paths.vault, 'ab', 'cd', 'ab'.repeat(32)), 'bytes without a row');
    await rm(join(paths.exports, ...(packet?.folder ?? '').split('/')), { recursive: true });
    beginImport(desk.folder);
    // The holder's name is still there: nobody let go in order.
    await writeFile(paths.holder, JSON.stringify({ program: 'test', computer: 'x', process: 1, since: 1 }));

    desk = await openTestCore({ folder: desk.folder, clock: desk.clock });
    const { recovery } = await desk.client.workspace.info({});
    expect(Object.fromEntries(recovery.map((note) => [note.code, note.count]))).toEqual({
      'vault-temporaries-swept': 1,
      'uploads-swept': 1,
      'backup-swept': 1,
      'import-rolled-back': 1,
      'export-swept': 1,
      'export-restored': 1,
      'vault-orphans-kept': 1,
    });
    expect(dumpCaseTables(desk.folder)).toEqual(before);
    expect(await readdir(paths.incoming)).toEqual([]);
    expect((await readdir(paths.backups)).filter((name) => name.startsWith('.'))).toEqual([]);
    for (const file of packet?.files ?? []) {
      await readFile(join(paths.exports, ...(packet?.folder ?? '').split('/'), ...file.path.split('/')));
    }
    expect((await desk.client.orders.imports({ storeId })).items.map((each) => each.state).sort()).toEqual([
      'cancelled',
      'done',
    ]);
    expect(await verified()).toEqual([]);
    const folder = desk.folder;
    desk = await desk.restart();
    expect(desk.folder).toBe(folder);
    expect((await desk.client.workspace.info({})).recovery).toEqual([]);
  });

  it('keeps a second program out, and names who is in', async () => {
    desk = await openTestCore();
    await expect(openTestCore({ folder: desk.folder })).rejects.toMatchObject({
      code: 'LOCKED',
      params: { program: 'test', process: process.pid },
    });
    expect(await desk.client.cases.list({})).toMatchObject({ items: [] });
  });

  it('restores a backup into a new folder with every byte, and leaves the old one alone', async () => {
    desk = await openTestCore();
    const files = await testFolder();
    const storeId = await newStore(desk.client);
    await prepareCase(desk.client, files, { storeId, orders: orderNumbers(1), seed: 3 });
    const backup = await resultOf<{ folder: string }>(desk.client, await desk.client.workspace.backUp({}));
    const before = dumpCaseTables(desk.folder);
    await desk.client.clients.create({ name: '之后的' });
    const into = join(files, 'restored');
    await resultOf(desk.client, await desk.client.workspace.restore({ backupFolder: backup.folder, into }));
    expect(dumpCaseTables(into)).toEqual(before);
    const restored = await openTestCore({ folder: into, clock: desk.clock });
    const report = await resultOf<VerifyReport>(restored.client, await restored.client.workspace.verify({}));
    expect(report.findings).toEqual([]);
    await restored.close();
    await expect(
      desk.client.workspace
        .restore({ backupFolder: backup.folder, into })
        .then(({ jobId }) => resultOf(desk.client, { jobId })),
    ).rejects.toThrow('folder-not-empty');
    expect((await desk.client.clients.list({})).map((each) => each.name)).toContain('之后的');
  });
});

/** What a crash in the middle of an import leaves: rows written under an import that is still running. */
function beginImport(folder: string): void {
  withDatabase(
    folder,
    (database) => {
      database.exec(`
        INSERT INTO order_imports (id, store_id, kind, file_name, file_sha256, state, started_at, added, changed,
            unchanged, rejected, operator_id)
          SELECT '01890000-0000-7000-8000-0000000000aa', store_id, 'file', 'b.csv', file_sha256, 'running',
            started_at + 1, 0, 0, 0, 0, operator_id FROM order_imports LIMIT 1`);
      const [first, second] = database
        .prepare('SELECT * FROM orders ORDER BY order_number LIMIT 2')
        .all() as {
        id: string;
      }[];
      for (const row of [first, second]) writeVersion(database, row ?? { id: '' });
    },
    { write: true },
  );
}

function writeVersion(
  database: Parameters<Parameters<typeof withDatabase>[1]>[0],
  row: { readonly id: string },
): void {
  const sorted = (value: object) =>
    JSON.stringify(
      Object.fromEntries(Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1))),
    );
  const after = { ...row, remark: '新' };
  database.prepare('UPDATE orders SET remark = ? WHERE id = ?').run('新', row.id);
  database
    .prepare('INSERT INTO order_versions (import_id, order_id, before_json, after_hash) VALUES (?, ?, ?, ?)')
    .run('01890000-0000-7000-8000-0000000000aa', row.id, sorted(row), sha256(sorted(after)));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
