import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { backUp, listBackups, ownBackups } from '../../../main/workspace/index.ts';
import { Store } from '../../../main/workspace/sqlite/index.ts';
import type { BackupRecord } from '../../../shared/workspace/index.ts';
import { HOUR, openTestCore, realRandom, resultOf, TestClock, type TestCore } from '../../helpers/core.ts';
import { putFile, screenshot } from '../../helpers/files.ts';
import { takeIn } from '../../helpers/case.ts';

describe('two workspaces that back up into one folder', () => {
  let above: string;
  let into: string;
  const clock = new TestClock('2026-11-12T02:00:00Z');
  const open = (name: string): Promise<TestCore> =>
    openTestCore({ folder: join(above, name), clock, settings: { backupFolder: into } });
  const backedUp = async ({ client }: TestCore) =>
    await resultOf<BackupRecord>(client, await client.workspace.backUp({}));
  beforeAll(async () => {
    above = await mkdtemp(join(tmpdir(), 'appealdesk-shared-'));
    into = join(above, 'backups');
  });
  afterAll(() => rm(above, { recursive: true, force: true }));

  it('each say when they themselves were last backed up, and bring back what was their own', async () => {
    const [mine, theirs] = [await open('mine'), await open('theirs')];
    try {
      const picture = await putFile(above, 'same.png', await screenshot(1, 30, 30));
      await takeIn(mine.client, [picture]);
      await takeIn(theirs.client, [picture]);
      await mine.client.clients.create({ name: '我的商家' });
      const early = await backedUp(mine);
      expect((await theirs.client.workspace.info({})).lastBackupAt).toBeNull();
      clock.pass(HOUR);
      const late = await backedUp(theirs);
      expect((await mine.client.workspace.info({})).lastBackupAt).toBe(early.madeAt);
      expect((await theirs.client.workspace.info({})).lastBackupAt).toBe(late.madeAt);
      // Whoever stands before the folder sees all of it.
      expect((await mine.client.workspace.backups({})).map(({ madeAt }) => madeAt)).toEqual([
        late.madeAt,
        early.madeAt,
      ]);
      const restored = join(above, 'restored');
      await resultOf(
        mine.client,
        await mine.client.workspace.restore({ backupFolder: early.folder, into: restored }),
      );
      const again = await openTestCore({ folder: restored, clock });
      expect((await again.client.clients.list({})).map(({ name }) => name)).toContain('我的商家');
      await again.core.close();
    } finally {
      await mine.core.close();
      await theirs.core.close();
    }
  });

  it('make their own daily backup, whatever the other one made today', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval'] });
    const desk = await open('mine');
    try {
      const live = Store.open(desk.core.paths.database, clock, realRandom);
      const daily = async () =>
        (await ownBackups(into, live)).filter(({ reason }) => reason === 'daily').length;
      clock.pass(48 * HOUR);
      const other = await openTestCore({ folder: join(above, 'theirs'), clock });
      await other.core.close();
      const theirs = Store.open(other.core.paths.database, clock, realRandom);
      await backUp(theirs, other.core.paths, into, clock, 'daily');
      await theirs.close();
      expect(await daily()).toBe(0);
      vi.advanceTimersByTime(15 * 60_000);
      await vi.waitUntil(async () => (await daily()) === 1, { timeout: 20_000 });
      await live.close();
    } finally {
      vi.useRealTimers();
      await desk.core.close();
    }
  });

  it('drop the oldest of their own daily backups only', async () => {
    const made = await Promise.all(
      ['mine', 'theirs'].map(async (name) => {
        const desk = await open(name);
        await desk.core.close();
        return desk.core.paths;
      }),
    );
    const [mine, theirs] = made;
    if (mine === undefined || theirs === undefined) throw new Error('two workspaces are needed');
    const reader = Store.open(theirs.database, clock, realRandom);
    const writer = Store.open(mine.database, clock, realRandom);
    clock.pass(24 * HOUR);
    await backUp(reader, theirs, into, clock, 'daily');
    const before = (await ownBackups(into, reader)).length;
    for (let day = 0; day < 16; day += 1) {
      clock.pass(24 * HOUR);
      await backUp(writer, mine, into, clock, 'daily');
    }
    expect(await ownBackups(into, reader)).toHaveLength(before);
    expect((await ownBackups(into, writer)).filter(({ reason }) => reason === 'daily')).toHaveLength(14);
    await writer.close();
    await reader.close();
    expect((await listBackups(into)).length).toBe(
      (await readdir(into)).filter((name) => name !== 'blobs').length,
    );
  });
});
