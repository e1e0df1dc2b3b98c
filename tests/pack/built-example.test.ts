import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { buildIfNeeded } from '../../.config/build.ts';
import { attach } from '../../main/hosts/desk/connection.ts';
import { ROOT } from '../runners/modules.ts';

const SOON = { timeout: 30_000 };

test('the built program finds the example case beside its rulebook and works it up', async () => {
  await buildIfNeeded();
  const home = await mkdtemp(join(tmpdir(), 'built-example-'));
  const host = spawn(process.execPath, [join(ROOT, 'dist/main/loopback.js'), '--no-open'], {
    env: { PATH: process.env['PATH'], APPEALDESK_HOME: home, TMPDIR: tmpdir() },
    stdio: 'ignore',
  });
  try {
    const { client } = await vi.waitFor(() => attach(join(home, 'workspace')), SOON);
    await client.workspace.openExample({});
    const example = await vi.waitFor(() => attach(join(home, 'example')), SOON);
    expect(await example.client.workspace.info({})).toMatchObject({ example: true });
    expect((await example.client.cases.list({})).total).toBe(1);
    await example.close();
  } finally {
    host.kill();
    if (host.exitCode === null) await once(host, 'exit');
    await rm(home, { recursive: true, force: true });
  }
});
