import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BroadcastChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { keepCore } from '../../../main/hosts/ports/index.ts';
import { startCore, type CoreProcess, type CoreSession } from '../../../main/workers/core-process.ts';
import { workspacePaths } from '../../../main/workspace/index.ts';
import type { Client } from '../../../shared/contract/index.ts';
import type { Outlook } from '../../../shared/reminders/index.ts';
import { HOUR } from '../../helpers/core.ts';
import { memorySettings } from '../../helpers/host.ts';
import { flaggedNumbers, noticeStore, openFromNotice } from '../../helpers/notice-case.ts';

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'appealdesk-core-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'workspace');
}

const settings = memorySettings({ digestAt: null });
const start = (workspaceDir: string, workerUrl?: URL): Promise<CoreProcess> =>
  startCore({
    workspaceDir,
    settings,
    version: '1.2.3',
    hostName: 'test',
    ...(workerUrl === undefined ? {} : { workerUrl }),
  });

function clientOf(core: CoreProcess, session: CoreSession = { trust: 'shell' }): Client {
  const port = core.connect(session);
  port.start();
  return createORPCClient(new RPCLink({ port }));
}

describe('the core in its thread', () => {
  it('answers every window on a port of its own and leaves the workspace free when it is closed', async () => {
    const folder = await newFolder();
    const core = await start(folder);
    const [first, second] = [clientOf(core), clientOf(core)];
    expect(await first.system.info({})).toMatchObject({ version: '1.2.3' });
    expect(await second.cases.list({})).toMatchObject({ items: [], nextCursor: null });
    await core.close();
    const again = await start(folder);
    await again.close();
  });

  it('names who holds a workspace that is open elsewhere', async () => {
    const folder = await newFolder();
    const core = await start(folder);
    onTestFinished(() => core.close());
    await expect(start(folder)).rejects.toMatchObject({
      code: 'LOCKED',
      params: { program: 'test', process: process.pid },
    });
    expect(await clientOf(core).cases.list({})).toMatchObject({ items: [] });
  });

  it('refuses a workspace of a newer version by its code, and touches nothing', async () => {
    const folder = await newFolder();
    await (await start(folder)).close();
    const database = new Database(workspacePaths(folder).database);
    database.pragma('user_version = 99990');
    database.close();
    await expect(start(folder)).rejects.toMatchObject({ code: 'DATABASE_FROM_FUTURE' });
  });

  it('rings through its host, once, and is told whether the system could', async () => {
    const rung: string[] = [];
    const shown: Outlook[] = [];
    const core = await startCore({
      workspaceDir: await newFolder(),
      settings,
      version: '1.2.3',
      hostName: 'test',
      notify: async ({ body }) => await Promise.resolve(rung.push(body) > 0),
      showOutlook: (outlook) => shown.push(outlook),
    });
    onTestFinished(() => core.close());
    const client = clientOf(core);
    const caseId = await openFromNotice(client, await noticeStore(client, '要响的店'), flaggedNumbers(1), {
      pageDeadline: Date.now() + HOUR + 500,
    });
    core.wake();
    await vi.waitFor(async () => expect((await client.reminders.list({}))[0]?.rang).toBe('shown'), {
      timeout: 20_000,
    });
    expect(rung).toHaveLength(1);
    expect(shown.at(-1)).toMatchObject({ unseen: 1, next: [{ caseId }] });
    expect(rung[0]).toContain((await client.cases.get({ caseId })).record.number);
  });

  it('sends a change of settings to the host, which keeps it', async () => {
    const core = await start(await newFolder());
    onTestFinished(() => core.close());
    const client = clientOf(core);
    await client.settings.update({ theme: 'dark' });
    expect((await client.settings.get({})).theme).toBe('dark');
    expect(settings.get().theme).toBe('dark');
  });

  it('takes no path of this computer from a page', async () => {
    const core = await start(await newFolder());
    onTestFinished(() => core.close());
    const page = clientOf(core, { trust: 'browser' });
    const [operator] = await page.operators.list({});
    await page.operators.signIn({ operatorId: operator?.id ?? '' });
    const taken = page.evidence.takeIn({ files: [{ file: { path: '/etc/passwd' } }] });
    await expect(taken).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('that dies is started again on the same workspace, and finds all that was committed', async () => {
    const folder = await newFolder();
    const causes: unknown[] = [];
    const mortal = new URL('./mortal-core.worker.ts', import.meta.url);
    const keeper = await keepCore(() => start(folder, mortal), {
      restarting: (cause) => causes.push(cause),
      lost: (cause) => causes.push(cause),
    });
    onTestFinished(() => keeper.close());
    const client = clientOf(await keeper.current());
    const [operator] = await client.operators.list({});
    await client.operators.signIn({ operatorId: operator?.id ?? '' });
    const made = await client.clients.create({ name: '王老板' });
    const orders = new BroadcastChannel(`die:${folder}`);
    orders.postMessage('die');
    await vi.waitFor(() => expect(causes).toHaveLength(1), { timeout: 10_000 });
    orders.close();
    const next = clientOf(await keeper.current());
    expect(causes).toMatchObject([{ message: 'a bug' }]);
    expect(await next.clients.list({})).toContainEqual(expect.objectContaining({ id: made.id }));
  });
});
