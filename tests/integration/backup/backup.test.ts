import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  backUp,
  blobPath,
  copyBlob,
  hashFile,
  listBackups,
  restoreBackup,
  type FileLabour,
} from '../../../main/workspace/index.ts';
import { backUpDatabaseFile } from '../../../main/workspace/backup/index.ts';
import { openWriter, Store } from '../../../main/workspace/sqlite/index.ts';
import type { BackupRecord, VerifyReport } from '../../../shared/workspace/index.ts';
import {
  finished,
  HOUR,
  openTestCore,
  realRandom,
  resultOf,
  TestClock,
  type TestCore,
} from '../../helpers/core.ts';
import { prepareWorkspace, type PreparedWorkspace } from '../../soak/prepared-workspace.ts';
import { snapshot } from '../../soak/workspace-snapshot.ts';

describe('a backup', () => {
  let prepared: PreparedWorkspace;
  let desk: TestCore;
  let backup: BackupRecord;
  let places = 0;
  const newPlace = () => join(prepared.root, `place-${(places += 1)}`);

  const restore = async (from: string, into: string) => {
    const { jobId } = await desk.client.workspace.restore({ backupFolder: from, into });
    return await finished(desk.client, jobId);
  };
  /** A copy of the folder of all backups, to be spoiled. */
  const carried = () => {
    const to = newPlace();
    cpSync(desk.core.paths.backups, to, { recursive: true });
    return { all: to, one: join(to, backup.name) };
  };
  const flip = (path: string, at: number) => {
    const bytes = readFileSync(path);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    chmodSync(path, 0o644);
    writeFileSync(path, bytes);
  };

  beforeAll(async () => {
    prepared = await prepareWorkspace();
    desk = await openTestCore({ folder: prepared.workspace });
    const { client } = desk;
    await resultOf(
      client,
      await client.packets.export({ caseId: prepared.input.caseId, language: 'zh-CN', originals: true }),
    );
    backup = await resultOf<BackupRecord>(client, await client.workspace.backUp({}));
  });
  afterAll(async () => {
    await desk.core.close();
    await rm(prepared.root, { recursive: true, force: true });
  });

  it('restored into a new folder is the same workspace: every row of every table, every blob, every packet', async () => {
    const into = newPlace();
    expect(await restore(backup.folder, into)).toMatchObject({ state: 'done', result: { folder: into } });
    const original = snapshot(prepared.workspace);
    const restored = snapshot(into);
    expect([...restored.tables.keys()]).toEqual([...original.tables.keys()]);
    for (const [table, rows] of original.tables)
      if (table !== 'calendar_entries') expect([table, restored.tables.get(table)]).toEqual([table, rows]);
    // Whatever calendars took from the original later, they take what comes from the restored one.
    const entries = (of: typeof original) => of.tables.get('calendar_entries') as { sequence: number }[];
    expect(entries(restored).map((each) => ({ ...each, sequence: 0 }))).toEqual(
      entries(original).map((each) => ({ ...each, sequence: 0 })),
    );
    for (const { sequence } of entries(restored)) expect(sequence).toBeGreaterThan(1_000_000);
    expect(restored.vault).toEqual(original.vault);

    const opened = await openTestCore({ folder: into, clock: new TestClock('2026-12-01T00:00:00Z') });
    const { recovery } = await opened.client.workspace.info({});
    expect(recovery).toEqual([{ code: 'export-restored', count: 1 }]);
    const report = await resultOf<VerifyReport>(opened.client, await opened.client.workspace.verify({}));
    expect(report.findings).toEqual([]);
    expect(report.blobs).toBe(original.vault.length);
    await opened.core.close();
  });

  it('restores from wherever its folder was carried', async () => {
    const { one } = carried();
    await rename(desk.core.paths.backups, `${desk.core.paths.backups}-away`);
    try {
      expect(await restore(one, newPlace())).toMatchObject({ state: 'done' });
    } finally {
      await rename(`${desk.core.paths.backups}-away`, desk.core.paths.backups);
    }
  });

  it('is not restored over anything: a folder with files, a file, a synced folder', async () => {
    const full = newPlace();
    await mkdir(full);
    writeFileSync(join(full, 'mine.txt'), 'mine');
    expect(await restore(backup.folder, full)).toMatchObject({
      state: 'failed',
      error: { code: 'CONFLICT', params: { reason: 'folder-not-empty' } },
    });
    expect(readdirSync(full)).toEqual(['mine.txt']);
    const file = newPlace();
    writeFileSync(file, 'mine too');
    expect(await restore(backup.folder, file)).toMatchObject({
      state: 'failed',
      error: { code: 'CONFLICT' },
    });
    expect(readFileSync(file, 'utf8')).toBe('mine too');
    const synced = join(newPlace(), 'OneDrive', 'AppealDesk');
    await expect(
      desk.client.workspace.restore({ backupFolder: backup.folder, into: synced }),
    ).rejects.toMatchObject({ code: 'SYNCED_FOLDER', data: { params: { service: 'OneDrive' } } });
    expect(existsSync(synced)).toBe(false);
  });

  it('with one bit wrong in its database is found out and leaves nothing where it was to go', async () => {
    const spoiled = carried();
    flip(join(spoiled.one, 'appealdesk.sqlite3'), 5_000);
    const into = newPlace();
    expect(await restore(spoiled.one, into)).toMatchObject({
      state: 'failed',
      error: { code: 'BACKUP_FAILED', params: { reason: 'database-changed' } },
    });
    expect(existsSync(into) ? readdirSync(into) : []).toEqual([]);
    expect(await restore(backup.folder, into)).toMatchObject({ state: 'done', result: { missing: [] } });
  });

  it('with a blob gone or gone bad brings everything else back, and says which it lacks', async () => {
    const [first = '', ...others] = snapshot(prepared.workspace).vault;
    const last = others.at(-1) ?? '';
    const spoiled = carried();
    await rm(blobPath(join(spoiled.all, 'blobs'), first), { force: true });
    flip(blobPath(join(spoiled.all, 'blobs'), last), 0);
    const into = newPlace();
    const job = await restore(spoiled.one, into);
    expect(job.state).toBe('done');
    expect([...(job.result as { missing: string[] }).missing].sort()).toEqual([first, last].sort());
    expect([...snapshot(into).vault, first, last].sort()).toEqual([first, ...others].sort());
  });

  it('cut off in an earlier copy of a blob is made whole by the next one', async () => {
    const [sha256 = ''] = snapshot(prepared.workspace).vault;
    const copy = blobPath(join(desk.core.paths.backups, 'blobs'), sha256);
    chmodSync(copy, 0o644);
    writeFileSync(copy, '');
    const next = await resultOf<BackupRecord>(desk.client, await desk.client.workspace.backUp({}));
    expect(await restore(next.folder, newPlace())).toMatchObject({ state: 'done' });
  });

  it('shares its blobs with every other, so that a second one costs little more than the database', async () => {
    const size = () => Number(execFileSync('du', ['-sb', desk.core.paths.backups]).toString().split('\t')[0]);
    const before = size();
    const next = await resultOf<BackupRecord>(desk.client, await desk.client.workspace.backUp({}));
    const database = readFileSync(join(next.folder, 'appealdesk.sqlite3')).byteLength;
    expect(size() - before).toBeLessThan(database + 10_000);
  });

  it('that a crash left unfinished goes at the next start, which says so', async () => {
    await mkdir(join(desk.core.paths.backups, '.unfinished-2026-11-12-020000-asked'));
    desk = await desk.restart();
    expect((await desk.client.workspace.info({})).recovery).toEqual([{ code: 'backup-swept', count: 1 }]);
  });

  it('is hashed and copied by whoever is given that work, and restored by them too: the core only asks', async () => {
    const asked = { hash: 0, copy: 0 };
    const labour: FileLabour = {
      hash: (path) => ((asked.hash += 1), hashFile(path)),
      copy: (blob) => ((asked.copy += 1), copyBlob(blob)),
    };
    const blobs = snapshot(prepared.workspace).vault.length;
    await restoreBackup(backup.folder, newPlace(), { labour });
    expect(asked).toEqual({ hash: 1, copy: blobs });
  });
});

describe('a backup in a folder of its own', () => {
  it('that a crash left unfinished goes at the next start; what another workspace writes there stays', async () => {
    const above = mkdtempSync(join(tmpdir(), 'appealdesk-outside-'));
    const into = join(above, 'backups');
    const options = { folder: join(above, 'workspace'), settings: { backupFolder: into } };
    let desk = await openTestCore(options);
    try {
      await resultOf(desk.client, await desk.client.workspace.backUp({}));
      await desk.core.close();
      const live = Store.open(desk.core.paths.database, desk.clock, realRandom);
      let unfinished = '';
      const hash: FileLabour['hash'] = async (path) => {
        unfinished = basename(dirname(path));
        return await hashFile(path);
      };
      await backUp(live, desk.core.paths, into, desk.clock, 'asked', { labour: { hash, copy: copyBlob } });
      await live.close();
      // As they lie there when the power goes: ours, and the one of a second workspace that is being written just now.
      const foreign = unfinished.replace(/[0-9a-f]{8}-/, '00000000-');
      const kept = readdirSync(into);
      for (const name of [unfinished, foreign]) {
        expect(name).toMatch(/^\.unfinished-/);
        await mkdir(join(into, name));
        writeFileSync(join(into, name, 'appealdesk.sqlite3'), 'half');
      }
      desk = await openTestCore(options);
      expect((await desk.client.workspace.info({})).recovery).toEqual([{ code: 'backup-swept', count: 1 }]);
      expect(readdirSync(into).sort()).toEqual([...kept, foreign].sort());
      await desk.core.close();
      // A disk that is not there keeps nobody from working.
      desk = await openTestCore({ ...options, settings: { backupFolder: join(above, 'away') } });
      expect((await desk.client.workspace.info({})).recovery).toEqual([]);
    } finally {
      await desk.core.close();
      await rm(above, { recursive: true, force: true });
    }
  });
});

describe('daily backups', () => {
  it('are made by themselves when the last one is older than a day, and not before', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval'] });
    const desk = await openTestCore();
    try {
      const { client, clock } = desk;
      const made = async () =>
        (await client.workspace.backups({})).filter(({ reason }) => reason === 'daily').length;
      const quarterOfAnHour = async () => {
        vi.advanceTimersByTime(15 * 60_000);
        for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      };
      // One that is busy begins to look at the hour a little later; by the clock it is the same hour all the time.
      const until = async (isSo: () => Promise<boolean>) =>
        vi.waitUntil(
          async () => {
            await quarterOfAnHour();
            return isSo();
          },
          { timeout: 20_000 },
        );
      await until(async () => (await made()) === 1);
      clock.pass(23 * HOUR);
      await quarterOfAnHour();
      expect(await made()).toBe(1);
      clock.pass(2 * HOUR);
      await until(async () => (await made()) === 2);
      await until(async () => (await client.workspace.info({})).lastBackupAt === clock.now());
      expect(await made()).toBe(2);
    } finally {
      vi.useRealTimers();
      await desk.close();
    }
  });

  it('are kept, the newest 14, beside every one that a person asked for', async () => {
    const desk = await openTestCore();
    const { clock, folder } = desk;
    await desk.core.close();
    const into = join(folder, 'backups');
    const { database } = desk.core.paths;
    const live = Store.open(database, clock, realRandom);
    try {
      await backUp(live, desk.core.paths, into, clock, 'asked');
      for (let day = 0; day < 20; day += 1) {
        clock.pass(24 * HOUR);
        await backUp(live, desk.core.paths, into, clock, 'daily');
      }
    } finally {
      await live.close();
    }
    const kept = await listBackups(into);
    expect(kept.filter(({ reason }) => reason === 'daily')).toHaveLength(14);
    expect(kept.filter(({ reason }) => reason === 'asked')).toHaveLength(1);
    expect(kept[0]?.madeAt).toBe(clock.now());
    // One that is still being made, with its record written, is no backup yet.
    const [newest] = kept;
    await cp(newest?.folder ?? '', join(into, `.unfinished-${newest?.name ?? ''}`), { recursive: true });
    expect(await listBackups(into)).toEqual(kept);
    await rm(join(folder, '..'), { recursive: true, force: true });
  });
});

describe('a backup before a migration', () => {
  it('holds the database as the older program wrote it, read back by opening it', async () => {
    const above = mkdtempSync(join(tmpdir(), 'appealdesk-migrate-'));
    const desk = await openTestCore({ folder: join(above, 'workspace') });
    await desk.client.stores.create({ platform: 'aliexpress', name: '示例店' });
    await desk.core.close();
    const { paths } = desk.core;
    const connection = openWriter(paths.database);
    const record = await backUpDatabaseFile(connection, paths, desk.clock, 'before-migration');
    connection.close();
    expect(record.reason).toBe('before-migration');
    const copy = new Database(join(record.folder, 'appealdesk.sqlite3'), { readonly: true });
    expect(copy.prepare('SELECT name FROM stores').pluck().all()).toEqual(['示例店']);
    copy.close();
    const into = join(above, 'restored');
    await restoreBackup(record.folder, into);
    expect(snapshot(into).tables.get('stores')).toHaveLength(1);
    await rm(above, { recursive: true, force: true });
  });
});
