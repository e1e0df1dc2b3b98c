import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PlantedTree } from './planted-tree.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SLOW_SOAK = `
import { setTimeout as sleep } from 'node:timers/promises';
export const name = 'slow';
export const fullCount = 40;
export async function run({ from, count, signal, log }: { from: number; count: number; signal: AbortSignal; log: (line: string) => void }) {
  let done = 0;
  while (done < count && !signal.aborted) { log('case ' + (from + done)); done += 1; await sleep(100); }
  return { done, failures: [], details: { from, done } };
}`;
const FAILING_SOAK = `
export const name = 'failing';
export const fullCount = 3;
export const run = async ({ seed, from, count }: { seed: number; from: number; count: number }) =>
  ({ done: count, failures: from === 1 ? ['case 1 of seed ' + seed + ' lost a row'] : [] });`;

let tree: PlantedTree;

function plant(files: Readonly<Record<string, string>>): void {
  tree = new PlantedTree(files);
  cpSync(join(ROOT, 'tests/runners'), join(tree.folder, 'tests/runners'), { recursive: true });
  // The state of soak runs lies under node_modules/.cache, so this tree must not share it.
  rmSync(join(tree.folder, 'node_modules'));
}

const runner = (name: string): string => join(tree.folder, 'tests/runners', `${name}.ts`);
const run = (name: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, [runner(name), ...args], { cwd: tree.folder, encoding: 'utf8' });
const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';

beforeEach(() => plant({}));
afterEach(() => tree.remove());

describe('a soak run', () => {
  test('that is stopped goes on where it was, and proves only the whole', async () => {
    tree.remove();
    plant({ 'tests/soak/slow.soak.ts': SLOW_SOAK });
    const first = spawn(process.execPath, [runner('soak'), 'slow'], { cwd: tree.folder, stdio: 'pipe' });
    first.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('case 4\n')) first.kill('SIGINT');
    });
    expect(await once(first, 'close')).toEqual([0, null]);
    const proof = join(tree.folder, 'docs/proof/slow.json');
    expect(existsSync(proof)).toBe(false);

    const second = run('soak', 'slow');
    expect(second.stdout).not.toContain('case 0\n');
    expect(second.stdout).toContain('case 39\n');
    expect(lastLine(second.stdout)).toBe('1 passed, 0 failed, 0 skipped');
    const { count, failures, details } = JSON.parse(readFileSync(proof, 'utf8')) as {
      count: number;
      failures: string[];
      details: { done: number }[];
    };
    expect({ count, failures }).toEqual({ count: 40, failures: [] });
    expect(details.reduce((sum, { done }) => sum + done, 0)).toBe(40);
  });

  test('that fails says which case of which seed, and ends with 1', () => {
    tree.remove();
    plant({ 'tests/soak/failing.soak.ts': FAILING_SOAK });
    const { status, stdout } = run('soak', '--seed', '7');
    expect(status).toBe(1);
    expect(stdout).toContain('case 1 of seed 7 lost a row');
    expect(lastLine(stdout)).toBe('0 passed, 1 failed, 0 skipped');
  });

  test('in rotation stops with its minutes and writes no proof', () => {
    tree.remove();
    plant({ 'tests/soak/slow.soak.ts': SLOW_SOAK });
    expect(run('soak', '--rotate', '--minutes', '0').status).toBe(0);
    expect(existsSync(join(tree.folder, 'docs'))).toBe(false);
  });

  test('of a name that does not exist is refused with the names that do', () => {
    const { status, stderr } = run('soak', 'nothing');
    expect(status).not.toBe(0);
    expect(stderr).toContain('no such soak: nothing');
  });
});

describe('an outside test', () => {
  const outside = (name: string, tool: string, body: string): string =>
    `export const name = '${name}'; export const tools = ['${tool}']; export const aptPackages = ['pkg-${name}'];
     export async function run() { ${body} }`;

  test('whose tool is missing counts as skipped, never as passed, and says what to install', () => {
    tree.remove();
    plant({
      'tests/outside/good.outside.ts': outside('good', 'node', ''),
      'tests/outside/bad.outside.ts': outside('bad', 'node', `throw new Error('the PDF is broken');`),
      'tests/outside/missing.outside.ts': outside('missing', 'no-such-tool-anywhere', ''),
    });
    const { status, stdout } = run('outside');
    expect(status).toBe(1);
    expect(stdout).toContain('not run  missing  (missing: no-such-tool-anywhere)');
    expect(stdout).toContain('apt-get install --no-install-recommends pkg-missing');
    expect(stdout).toContain('the PDF is broken');
    expect(lastLine(stdout)).toBe('1 passed, 1 failed, 1 skipped');
  });
});

describe('the walk of the desktop window', () => {
  const FAKE_PROGRAM = '#!/bin/sh\n';
  const walk = (promises: string): string =>
    `export const DESKTOP_PROMISES = [${promises}];
     export const startDesktop = async () => ({ home: '', end: async () => { console.log('desktop ended'); } });`;
  const kept = `{ name: 'opens', keep: async () => undefined }`;
  const broken = `{ name: 'closes', keep: async () => { throw new Error('it stayed open'); } }`;
  /** Plants the runner with a walk, and with a program for it where one is given. */
  const walkOn = (promises: string, hasProgram: boolean) => {
    tree.remove();
    plant({ 'tests/electron/desktop-walk.ts': walk(promises), 'program/electron': FAKE_PROGRAM });
    cpSync(join(ROOT, 'main/launcher'), join(tree.folder, 'main/launcher'), { recursive: true });
    const program = hasProgram ? { ELECTRON_OVERRIDE_DIST_PATH: join(tree.folder, 'program') } : {};
    return spawnSync(process.execPath, [runner('test-electron')], {
      cwd: tree.folder,
      encoding: 'utf8',
      env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: '', ...program },
    });
  };

  test('says that it did not run where the program is not installed, and how it can; that is no failure', () => {
    const { status, stdout } = walkOn(broken, false);
    expect(stdout).toContain('not run  desktop');
    expect(stdout).toContain('npm start -- --install-electron');
    expect(lastLine(stdout)).toBe('0 passed, 0 failed, 1 skipped');
    expect(status).toBe(0);
  });

  test('counts each promise, names one that is broken with its reason, closes the window and ends with 1', () => {
    const { status, stdout } = walkOn(`${kept}, ${broken}`, true);
    expect(stdout).toMatch(/^passed {3}opens/m);
    expect(stdout).toMatch(/^failed {3}closes\n {4}Error: it stayed open/m);
    expect(stdout).toContain('desktop ended');
    expect(lastLine(stdout)).toBe('1 passed, 1 failed, 0 skipped');
    expect(status).toBe(1);
  });

  test('ends with 0 where every promise is kept', () => {
    const { status, stdout } = walkOn(kept, true);
    expect({ status, last: lastLine(stdout) }).toEqual({ status: 0, last: '1 passed, 0 failed, 0 skipped' });
  });
});

describe('a bench', () => {
  test('prints medians and their ratio, and writes them only when asked', () => {
    tree.remove();
    plant({
      'tests/bench/intake.bench.ts': `export const name = 'intake';
        export const run = async () => [{ figure: 'intake', ours: [30, 10, 20], peer: [10, 10, 40], peerName: 'cp',
          unit: 'ms', runs: 3, memoryMb: 12 }];`,
    });
    expect(run('bench').stdout).toContain('| intake | 20.0 ms | 10.0 ms | cp | 2.00 × | 3 | 12 MB |');
    expect(existsSync(join(tree.folder, 'docs/bench.md'))).toBe(false);
    run('bench', '--write');
    expect(readFileSync(join(tree.folder, 'docs/bench.md'), 'utf8')).toContain('| intake | 20.0 ms |');
  });
});
