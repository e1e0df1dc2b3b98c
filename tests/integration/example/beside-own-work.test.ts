import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BroadcastChannel } from 'node:worker_threads';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { beginExample, exampleState } from '../../../main/example/index.ts';
import { attach, type DeskConnection } from '../../../main/hosts/desk/connection.ts';
import { startCore } from '../../../main/workers/core-process.ts';
import { newStore } from '../../helpers/case.ts';
import { resultOf } from '../../helpers/core.ts';
import { dumpCaseTables, journalLength } from '../../helpers/database.ts';
import { memorySettings, startHost, type StartHostOptions, type TestHost } from '../../helpers/host.ts';

const LONG = { timeout: 120_000 };
const SOON = { timeout: 20_000 };

async function host(options: StartHostOptions = {}): Promise<TestHost> {
  const started = await startHost(options);
  onTestFinished(() => started.close());
  return started;
}

/** A script on whatever the host has open, at the folder it says that lies in. It ends with the host at the latest. */
async function scriptOn(folder: string): Promise<DeskConnection> {
  return await vi.waitFor(() => attach(folder), SOON);
}

/** Through the window's eyes: asks, has the answer, and comes back to another workspace. */
async function openExample(desk: TestHost): Promise<DeskConnection> {
  const { client } = await scriptOn(desk.workspaceDir);
  await client.workspace.openExample({});
  return await scriptOn(desk.exampleDir);
}

async function leaveExample(
  desk: TestHost,
  { client }: DeskConnection,
  remove: boolean,
): Promise<DeskConnection> {
  await client.workspace.leaveExample({ remove });
  return await scriptOn(desk.workspaceDir);
}

/** Every file of a folder and what is in it. */
async function bytesOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hashed = files.map(async (path) => [
    path,
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex'),
  ]);
  return Object.fromEntries(await Promise.all(hashed)) as Record<string, string>;
}

/** Nobody has the workspace open any more. */
const isClosed = (folder: string) =>
  vi.waitFor(() => expect(existsSync(join(folder, 'workspace.holder.json'))).toBe(false), SOON);

describe('the example lies beside the person’s own work and never in it', () => {
  it('opens in its place, is left, opened again as it was left, and is gone when removed', LONG, async () => {
    const desk = await host();
    const own = await scriptOn(desk.workspaceDir);
    await newStore(own.client, '自己的店');
    const ownFolder = desk.workspaceDir;

    const example = await openExample(desk);
    await isClosed(ownFolder);
    const before = { rows: dumpCaseTables(ownFolder), journal: journalLength(ownFolder) };
    const bytes = await bytesOf(ownFolder);
    expect(await example.client.workspace.info({})).toMatchObject({
      example: true,
      folder: desk.exampleDir,
      firstRun: false,
      recovery: [],
    });
    const [store] = await example.client.stores.list({});
    expect(store?.name).toContain('示例');
    expect((await example.client.cases.list({})).total).toBe(1);
    // No script finds the way to a workspace that is not the one it asked for.
    await expect(attach(ownFolder)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await example.client.clients.create({ name: '在示例里试的' });
    expect(await bytesOf(ownFolder)).toEqual(bytes);

    const back = await leaveExample(desk, example, false);
    expect(await back.client.workspace.info({})).toMatchObject({ example: false, folder: ownFolder });
    expect((await back.client.stores.list({})).map(({ name }) => name)).toEqual(['自己的店']);
    expect(await exampleState(desk.exampleDir)).toBe('made');

    const again = await openExample(desk);
    expect((await again.client.clients.list({})).map(({ name }) => name)).toContain('在示例里试的');
    expect((await again.client.cases.list({})).total).toBe(1);
    const home = await leaveExample(desk, again, true);
    await vi.waitFor(() => expect(existsSync(desk.exampleDir)).toBe(false), SOON);
    expect((await home.client.workspace.info({})).recovery).toEqual([]);
    expect({ rows: dumpCaseTables(ownFolder), journal: journalLength(ownFolder) }).toEqual(before);
  });

  it('serves the files of the workspace that is open, and of no other', LONG, async () => {
    const desk = await host();
    const entered = await fetch(desk.enterUrl, { redirect: 'manual' });
    const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const statusOf = async (sha256: string) => {
      const answer = await fetch(`${desk.url}/blob/${sha256}`, { headers: { cookie } });
      await answer.arrayBuffer();
      return answer.status;
    };
    const example = await openExample(desk);
    const { items } = await example.client.evidence.list({ limit: 1 });
    const sha256 = items[0]?.sha256 ?? '';
    expect(await statusOf(sha256)).toBe(200);
    await leaveExample(desk, example, false);
    expect(await statusOf(sha256)).toBe(404);
  });

  it('is not where the program begins the next time', LONG, async () => {
    const home = await mkdtemp(join(tmpdir(), 'appealdesk-own-'));
    onTestFinished(() => rm(home, { recursive: true, force: true }));
    const workspaceDir = join(home, 'workspace');
    const first = await startHost({ workspaceDir });
    await openExample(first);
    await first.close();
    const next = await host({ workspaceDir });
    const { client } = await scriptOn(next.workspaceDir);
    expect(await client.workspace.info({})).toMatchObject({ example: false, firstRun: true });
  });

  it('comes back as the example when its core dies', LONG, async () => {
    const desk = await host({ workerUrl: new URL('../hosts/mortal-core.worker.ts', import.meta.url) });
    const { client } = await openExample(desk);
    await client.workspace.info({});
    const orders = new BroadcastChannel(`die:${desk.exampleDir}`);
    orders.postMessage('die');
    orders.close();
    await vi.waitFor(async () => {
      const { client: later, close } = await attach(desk.exampleDir);
      expect(await later.workspace.info({})).toMatchObject({ example: true });
      await close();
    }, SOON);
  });
});

describe('what the person set for their own work does not reach into the example, nor out of it', () => {
  it(
    'backs up beside the example’s own data, stays where it is, and says what cannot be done in it',
    LONG,
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'appealdesk-backups-'));
      onTestFinished(() => rm(folder, { recursive: true, force: true }));
      const desk = await host({ settings: { backupFolder: folder } });
      const own = await scriptOn(desk.workspaceDir);
      const refused = (reason: string) => ({ code: 'CONFLICT', data: { params: { reason } } });
      await expect(own.client.workspace.leaveExample({ remove: true })).rejects.toMatchObject(
        refused('no-example-open'),
      );
      const { client } = await openExample(desk);
      await resultOf(client, await client.workspace.backUp({}));
      expect(await readdir(folder)).toEqual([]);
      await expect(client.workspace.move({ into: join(folder, 'moved') })).rejects.toMatchObject(
        refused('example-stays'),
      );
      await expect(client.workspace.openExample({})).rejects.toMatchObject(refused('no-example-here'));
      // Taste is the person's wherever they are.
      await client.settings.update({ theme: 'dark', backupFolder: '/elsewhere' });
      await client.workspace.leaveExample({ remove: false });
      const back = await scriptOn(desk.workspaceDir);
      expect(await back.client.settings.get({})).toMatchObject({ theme: 'dark', backupFolder: folder });
    },
  );
});

describe('an example that cannot be had leaves everything as it is', () => {
  it('never touches what somebody else put into its folder', LONG, async () => {
    const desk = await host();
    await mkdir(desk.exampleDir);
    await writeFile(join(desk.exampleDir, '家庭照片.txt'), '别删我');
    const { client } = await scriptOn(desk.workspaceDir);
    await expect(client.workspace.openExample({})).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { params: { reason: 'example-folder-taken', folder: desk.exampleDir } },
    });
    expect(await readFile(join(desk.exampleDir, '家庭照片.txt'), 'utf8')).toBe('别删我');
    // The same line goes on.
    expect(await client.workspace.info({})).toMatchObject({ example: false });
  });

  it('makes one anew that was cut short, unless another program is at it', LONG, async () => {
    const desk = await host();
    await beginExample(desk.exampleDir);
    const other = await startCore({
      workspaceDir: desk.exampleDir,
      settings: memorySettings(),
      version: '1',
      hostName: 'other',
    });
    const { client } = await scriptOn(desk.workspaceDir);
    await expect(client.workspace.openExample({})).rejects.toMatchObject({
      code: 'LOCKED',
      data: { params: { program: 'other' } },
    });
    await other.close();
    await client.workspace.openExample({});
    const example = await scriptOn(desk.exampleDir);
    expect(await example.client.workspace.info({})).toMatchObject({ example: true });
    expect((await example.client.cases.list({})).total).toBe(1);
  });

  it('waits for work that is under way', LONG, async () => {
    const desk = await host();
    const { client } = await scriptOn(desk.workspaceDir);
    const job = await client.workspace.backUp({});
    await expect(client.workspace.openExample({})).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { params: { reason: 'work-running' } },
    });
    await resultOf(client, job);
    expect(existsSync(desk.exampleDir)).toBe(false);
  });
});
