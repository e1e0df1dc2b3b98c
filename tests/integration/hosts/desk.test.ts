import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { nearestNames } from '../../../main/hosts/desk/procedures.ts';
import { startHost } from '../../helpers/host.ts';

const DESK = fileURLToPath(new URL('../../../main/hosts/desk/desk.ts', import.meta.url));
const NO_SUCH_ID = '01900000-0000-7000-8000-000000000000';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'appealdesk-desk-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function spawnDesk(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [DESK, ...args], {
    env: { ...process.env, APPEALDESK_HOME: folder, INIT_CWD: folder },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

async function desk(
  args: readonly string[],
  input = '',
): Promise<{ code: number; out: string; err: string }> {
  const child = spawnDesk(args);
  child.stdin?.end(input);
  const [out, err, [code]] = await Promise.all([
    text(child.stdout!),
    text(child.stderr!),
    once(child, 'exit') as Promise<[number]>,
  ]);
  return { code, out, err };
}

describe('desk, a shell’s way into the whole contract', () => {
  it('prints an answer as JSON and succeeds', async () => {
    const { code, out, err } = await desk(['cases.list', '{}']);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({ items: [], nextCursor: null });
  });

  it('takes its input from standard input too, and acts as the only operator there is', async () => {
    const made = await desk(['clients.create', '-', '--workspace', 'other'], '{"name":"王老板"}');
    expect([made.code, made.err]).toEqual([0, '']);
    const listed = await desk(['clients.list', '{}', '--workspace', join(folder, 'other')]);
    expect(JSON.parse(listed.out)).toContainEqual(expect.objectContaining({ name: '王老板' }));
  });

  it.each([
    ['a procedure that does not exist', ['case.list'], 2, 'BAD_REQUEST'],
    ['what is no procedure but a part of every object', ['cases.constructor'], 2, 'BAD_REQUEST'],
    ['input that is not JSON', ['cases.list', '{'], 2, 'BAD_REQUEST'],
    ['input with a key the contract does not know', ['cases.list', '{"colour":"red"}'], 2, 'BAD_REQUEST'],
    ['an option that does not exist', ['cases.list', '--colour'], 2, 'BAD_REQUEST'],
    ['an id of nothing', ['cases.get', `{"caseId":"${NO_SUCH_ID}"}`], 3, 'NOT_FOUND'],
    ['an operator of nothing', ['cases.list', '--operator', NO_SUCH_ID], 3, 'NOT_FOUND'],
    ['attaching where nothing runs', ['cases.list', '--attach', '--workspace', 'nowhere'], 3, 'NOT_FOUND'],
  ])('refuses %s with the code and its exit code', async (_what, args, exitCode, code) => {
    const result = await desk(args);
    expect([result.code, result.out]).toEqual([exitCode, '']);
    expect(JSON.parse(result.err)).toMatchObject({ code });
  });

  it('proposes the procedures that were probably meant', async () => {
    const { err } = await desk(['case.list']);
    expect(JSON.parse(err).params.nearest).toContain('cases.list');
    expect(nearestNames('evidence.takein', ['evidence.takeIn', 'cases.list'])).toEqual(['evidence.takeIn']);
    expect(nearestNames('takeIn', ['cases.list', 'evidence.takeIn'])).toEqual(['evidence.takeIn']);
    expect(nearestNames('zzzzzzzz', ['evidence.takeIn', 'cases.list'])).toEqual([]);
  });

  it('lists every procedure with what it does and how it may fail', async () => {
    const { code, out } = await desk(['--list']);
    const entries = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(entries.find(({ name }) => name === 'evidence.takeInText')).toMatchObject({
      kind: 'mutation',
      undo: 'permanent',
      errors: expect.arrayContaining(['NOT_FOUND', 'INTERNAL']),
    });
    expect(new Set(entries.map(({ name }) => name)).size).toBe(entries.length);
  });

  it('follows a job to its end and prints how it ended', async () => {
    const { code, out, err } = await desk(['workspace.verify', '{}', '--quiet']);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({ kind: 'verify', state: 'done' });
  });

  it(
    'is told who holds a locked workspace, and speaks to that program when asked to',
    { timeout: 90_000 },
    async () => {
      const workspaceDir = join(folder, 'held');
      const host = await startHost({ workspaceDir });
      onTestFinished(() => host.close());
      const locked = await desk(['cases.list', '--workspace', workspaceDir]);
      expect([locked.code, locked.out]).toEqual([7, '']);
      expect(JSON.parse(locked.err)).toMatchObject({
        code: 'LOCKED',
        params: { program: 'browser window', process: process.pid },
        hint: expect.stringContaining('--attach'),
      });

      const made = await desk(['clients.create', '{"name":"附着"}', '--attach', '--workspace', workspaceDir]);
      expect([made.code, made.err]).toEqual([0, '']);
      const missing = await desk([
        'cases.get',
        `{"caseId":"${NO_SUCH_ID}"}`,
        '--attach',
        '--workspace',
        workspaceDir,
      ]);
      expect([missing.code, JSON.parse(missing.err).code]).toEqual([3, 'NOT_FOUND']);
      const verified = await desk([
        'workspace.verify',
        '{}',
        '--attach',
        '--quiet',
        '--workspace',
        workspaceDir,
      ]);
      expect([verified.code, JSON.parse(verified.out).state]).toEqual([0, 'done']);

      await host.close();
      const gone = await desk(['cases.list', '--attach', '--workspace', workspaceDir]);
      expect([gone.code, JSON.parse(gone.err).code]).toEqual([3, 'NOT_FOUND']);
    },
  );

  it('prints events one a line until it is interrupted', async () => {
    const workspaceDir = join(folder, 'events');
    const host = await startHost({ workspaceDir });
    onTestFinished(() => host.close());
    const listener = spawnDesk(['system.changes', '{}', '--attach', '--workspace', workspaceDir]);
    let printed = '';
    listener.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    const ended = once(listener, 'exit') as Promise<[number | null]>;
    // A change made before the listener listens is not its business; so change until it has heard of one.
    for (let turn = 0; turn < 20 && !printed.includes('\n'); turn += 1) {
      await desk(['clients.create', `{"name":"${turn}"}`, '--attach', '--workspace', workspaceDir]);
    }
    listener.kill('SIGINT');
    expect((await ended)[0]).toBe(0);
    expect(JSON.parse(printed.split('\n')[0] ?? '')).toMatchObject({
      features: expect.arrayContaining(['clients']),
    });
  });
});
