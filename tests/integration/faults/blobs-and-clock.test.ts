import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, rename, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blobPath } from '../../../main/workspace/index.ts';
import type { VerifyReport } from '../../../shared/workspace/index.ts';
import { finished, HOUR, openTestCore, resultOf, type TestCore } from '../../helpers/core.ts';
import { prepareWorkspace, type PreparedWorkspace } from '../../soak/prepared-workspace.ts';

describe('bytes that are gone from the vault', () => {
  let prepared: PreparedWorkspace;
  let desk: TestCore;
  let blob = { sha256: '', name: '', path: '', aside: '' };

  const verify = async () =>
    (await resultOf<VerifyReport>(desk.client, await desk.client.workspace.verify({}))).findings;
  const exportPacket = async () => {
    const { caseId } = prepared.input;
    const job = await desk.client.packets.export({ caseId, language: 'zh-CN', originals: true });
    return await finished(desk.client, job.jobId);
  };

  beforeAll(async () => {
    prepared = await prepareWorkspace();
    desk = await openTestCore({ folder: prepared.workspace });
    const exhibits = await desk.client.evidence.exhibits({ caseId: prepared.input.caseId });
    const { sha256 = '', fileName = '' } = exhibits[1]?.item ?? {};
    const path = blobPath(desk.core.paths.vault, sha256);
    blob = { sha256, name: fileName, path, aside: join(prepared.root, 'aside') };
    await rename(path, blob.aside);
  });
  afterAll(async () => {
    await desk.core.close();
    await rm(prepared.root, { recursive: true, force: true });
  });

  it('are named by verify', async () => {
    expect(await verify()).toEqual([
      { area: 'vault', code: 'blob-missing', place: blob.sha256, names: [blob.name] },
    ]);
  });

  it('stop an export by name and leave nothing of it', async () => {
    expect(await exportPacket()).toMatchObject({ state: 'failed', error: { code: 'BLOB_MISSING' } });
    expect(await desk.client.packets.list({ caseId: prepared.input.caseId })).toEqual([]);
  });

  it('do not keep the rest from being backed up, and the backup says what it lacks', async () => {
    const { jobId } = await desk.client.workspace.backUp({});
    expect(await finished(desk.client, jobId)).toMatchObject({
      state: 'done',
      result: { missing: [blob.sha256] },
    });
  });

  it('are named like any other fault where something unreadable lies in their place', async () => {
    await mkdir(blob.path);
    expect(await verify()).toEqual([
      { area: 'vault', code: 'blob-unreadable', place: blob.sha256, names: [blob.name] },
    ]);
    const { jobId } = await desk.client.workspace.backUp({});
    expect(await finished(desk.client, jobId)).toMatchObject({
      state: 'done',
      result: { missing: [blob.sha256] },
    });
    await rmdir(blob.path);
  });

  it('are found changed when a single bit is', async () => {
    const bytes = readFileSync(blob.aside);
    const flipped = Buffer.from(bytes);
    flipped[100] = (flipped[100] ?? 0) ^ 1;
    writeFileSync(blob.path, flipped);
    expect(await verify()).toEqual([
      { area: 'vault', code: 'blob-changed', place: blob.sha256, names: [blob.name] },
    ]);
    const { jobId } = await desk.client.workspace.backUp({});
    expect(await finished(desk.client, jobId)).toMatchObject({
      state: 'done',
      result: { missing: [blob.sha256] },
    });
  });

  it('come back, whole again, with the same file handed in again', async () => {
    const [taken] = await resultOf<readonly { known?: boolean }[]>(
      desk.client,
      await desk.client.evidence.takeIn({ files: [{ file: { path: blob.aside }, name: '1.png' }] }),
    );
    expect(taken).toMatchObject({ known: true });
    expect(await verify()).toEqual([]);
    expect(await exportPacket()).toMatchObject({ state: 'done' });
  });

  it('do not keep the workspace shut, though a packet that was moved away cannot be laid out again', async () => {
    const [packet] = await desk.client.packets.list({ caseId: prepared.input.caseId });
    const folder = join(desk.core.paths.exports, ...(packet?.folder ?? '').split('/'));
    const lost = packet?.files[0]?.sha256 ?? '';
    const path = blobPath(desk.core.paths.vault, lost);
    await desk.core.close();
    await rename(folder, join(prepared.root, 'packet'));
    chmodSync(path, 0o644);
    await rename(path, join(prepared.root, 'lost'));
    desk = await openTestCore({ folder: prepared.workspace });
    expect((await desk.client.workspace.info({})).recovery).toEqual([
      { code: 'export-not-restored', count: 1 },
    ]);
    const findings = await verify();
    expect(findings).toContainEqual({ area: 'vault', code: 'blob-missing', place: lost });
    expect(findings.some(({ code }) => code === 'packet-file-missing')).toBe(true);
    await rename(join(prepared.root, 'lost'), path);
    desk = await desk.restart();
    expect((await desk.client.workspace.info({})).recovery).toEqual([{ code: 'export-restored', count: 1 }]);
    expect(await verify()).toEqual([]);
  });

  it('never cost a person what they keep beside their material', async () => {
    const [packet] = await desk.client.packets.list({ caseId: prepared.input.caseId });
    const own = join(desk.core.paths.exports, packet?.folder.split('/')[0] ?? '', '我的备注.txt');
    writeFileSync(own, '不要删');
    desk = await desk.restart();
    expect(readFileSync(own, 'utf8')).toBe('不要删');
  });
});

describe('a computer’s clock that is set back', () => {
  it('changes neither the order of the journal nor the chain', async () => {
    const desk = await openTestCore();
    try {
      const { client, clock } = desk;
      const first = await client.stores.create({ platform: 'aliexpress', name: '示例一店' });
      clock.pass(-400 * 24 * HOUR);
      const second = await client.stores.create({ platform: 'aliexpress', name: '示例二店' });
      expect(second.id).not.toBe(first.id);
      clock.pass(800 * 24 * HOUR);
      await client.stores.create({ platform: 'aliexpress', name: '示例三店' });
      const { items } = await client.journal.list({});
      const sequences = items.map(({ sequence }) => sequence);
      expect(sequences).toEqual([...sequences].sort((left, right) => right - left));
      expect(new Set(sequences).size).toBe(sequences.length);
      const report = await resultOf<VerifyReport>(client, await client.workspace.verify({}));
      expect(report.findings).toEqual([]);
      await client.journal.undo({});
      expect((await client.stores.list({})).map(({ name }) => name)).not.toContain('示例三店');
    } finally {
      await desk.close();
    }
  });

  it('does not confuse backups, and two made in the same second are two', async () => {
    const desk = await openTestCore();
    try {
      const { client, clock } = desk;
      const names: string[] = [];
      for (const step of [0, 0, -HOUR, 2 * HOUR]) {
        clock.pass(step);
        names.push((await resultOf<{ name: string }>(client, await client.workspace.backUp({}))).name);
      }
      expect(new Set(names).size).toBe(4);
      expect((await client.workspace.backups({})).length).toBe(4);
    } finally {
      await desk.close();
    }
  });
});
