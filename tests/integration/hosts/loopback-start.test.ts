import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';

const MAIN = fileURLToPath(new URL('../../../main/hosts/loopback/main.ts', import.meta.url));

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'appealdesk-start-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Started {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

function start(args: readonly string[]): Started {
  const child = spawn(process.execPath, [MAIN, '--no-open', ...args], {
    env: { ...process.env, APPEALDESK_HOME: folder, INIT_CWD: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = (once(child, 'close') as Promise<[number | null]>).then(([code]) => code);
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, said: () => said, ended };
}

async function addressOf({ said }: Started): Promise<string> {
  await vi.waitFor(() => expect(said()).toMatch(/http:\/\/127\.0\.0\.1:\d+\/enter\?token=/), {
    timeout: 20_000,
  });
  return /http:\/\/127\.0\.0\.1:\d+\/enter\?token=[\w-]+/.exec(said())?.[0] ?? '';
}

describe('npm start, in a browser', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'prints its address and goes away cleanly on %s',
    async (signal) => {
      const workspace = join(folder, signal);
      const program = start(['--workspace', workspace]);
      const answer = await fetch(await addressOf(program), { redirect: 'manual' });
      expect(answer.status).toBe(303);
      expect(existsSync(join(workspace, '.host.json'))).toBe(true);
      program.child.kill(signal);
      expect(await program.ended).toBe(0);
      expect(existsSync(join(workspace, '.host.json'))).toBe(false);
      expect(existsSync(join(workspace, 'workspace.holder.json'))).toBe(false);
    },
  );

  it('a second time on the same workspace says in one line what runs, where, and how to get to it', async () => {
    const first = start([]);
    const { origin } = new URL(await addressOf(first));
    const second = start([]);
    expect(await second.ended).toBe(7);
    expect(second.said().trim().split('\n')).toHaveLength(1);
    expect(second.said()).toMatch(/a browser window|浏览器窗口/);
    expect(second.said()).toContain(origin);
    expect(second.said()).toContain(String(first.child.pid));
    expect(second.said()).toContain(folder);
    expect(second.said()).toMatch(/press Enter|按回车/);
    expect(await fetch(await addressOf(first), { redirect: 'manual' })).toMatchObject({ status: 303 });
  });

  it('opens anew after it was killed, for the system itself let go of the workspace', async () => {
    const workspace = join(folder, 'killed');
    const first = start(['--workspace', workspace]);
    await addressOf(first);
    first.child.kill('SIGKILL');
    await first.ended;
    await addressOf(start(['--workspace', workspace]));
  });

  it('says in one line which argument it did not understand, or that the port is taken', async () => {
    const wrong = start(['--prot', '1']);
    expect(await wrong.ended).toBe(2);
    expect(wrong.said()).toContain('--prot');
    const first = start(['--workspace', join(folder, 'a')]);
    const { port } = new URL(await addressOf(first));
    const second = start(['--workspace', join(folder, 'b'), '--port', port]);
    expect(await second.ended).not.toBe(0);
    expect(second.said()).toContain(port);
    expect(second.said().trim().split('\n')).toHaveLength(1);
  });
});
