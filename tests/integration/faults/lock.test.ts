import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openTestCore } from '../../helpers/core.ts';

const HOLDER = fileURLToPath(new URL('./holder.child.ts', import.meta.url));
const LAUNCHER = fileURLToPath(new URL('../../../main/launcher/launch.mjs', import.meta.url));

async function hold(folder: string): Promise<ChildProcess> {
  const holder = spawn(process.execPath, [HOLDER, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void holder.kill('SIGKILL'));
  await once(holder.stdout, 'data');
  return holder;
}

function newFolder(): string {
  const above = mkdtempSync(join(tmpdir(), 'appealdesk-lock-'));
  onTestFinished(() => rm(above, { recursive: true, force: true }));
  return join(above, 'workspace');
}

describe('a workspace that is open elsewhere', () => {
  it('is refused, saying which program on which computer has it, here and from a shell', async () => {
    const folder = newFolder();
    const holder = await hold(folder);
    const params = { program: 'test', computer: hostname(), process: holder.pid };
    await expect(openTestCore({ folder })).rejects.toMatchObject({ code: 'LOCKED', params });
    const desk = promisify(execFile)(process.execPath, [
      LAUNCHER,
      'desk',
      'cases.list',
      '{}',
      '--workspace',
      folder,
    ]);
    const failure = await desk.then(
      () => null,
      (error: unknown) => error as { code: number; stderr: string },
    );
    expect(failure?.code).toBe(7);
    expect(JSON.parse(failure?.stderr.trim().split('\n').at(-1) ?? '{}')).toMatchObject({
      code: 'LOCKED',
      params,
    });
  });

  it('is free again as soon as its holder is killed, whatever the holder file still says', async () => {
    const folder = newFolder();
    const holder = await hold(folder);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const desk = await openTestCore({ folder });
    expect((await desk.client.workspace.info({})).recovery).toEqual([]);
    await desk.core.close();
  });

  it('is free again after an opening that failed', async () => {
    const folder = newFolder();
    const holder = await hold(folder);
    for (let round = 0; round < 3; round += 1)
      await expect(openTestCore({ folder })).rejects.toMatchObject({ code: 'LOCKED' });
    holder.kill('SIGTERM');
    await once(holder, 'exit');
    const desk = await openTestCore({ folder });
    await desk.core.close();
  });
});
