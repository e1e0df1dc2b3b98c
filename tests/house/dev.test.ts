import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PlantedTree } from './planted-tree.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LONG = 120_000;

/** A host that says what it was built from, and takes its time to end when it is told to, however often. */
const HOST = [
  `import { greeting } from '../../../shared/a/index.ts';`,
  'let ends = false;',
  'const end = () => {',
  '  if (!ends) { console.log(`${greeting} ends`); setTimeout(() => process.exit(0), 600); }',
  '  ends = true;',
  '};',
  'for (const signal of [`SIGINT`, `SIGTERM`]) process.on(signal, end);',
  'console.log(`${greeting} ${process.argv.slice(2).join(` `)} runs as ${process.pid}`);',
  'setInterval(() => undefined, 1000);',
].join('\n');

let tree: PlantedTree;
let dev: ChildProcess;
let said = '';
beforeEach(() => {
  tree = new PlantedTree({
    'shared/a/index.ts': `export const greeting: string = 'first';\n`,
    'main/hosts/loopback/main.ts': HOST,
    'renderer/index.html':
      '<!doctype html><html lang="zh-CN"><head><title>x</title></head><body></body></html>',
  });
  cpSync(join(ROOT, 'main/launcher'), join(tree.folder, 'main/launcher'), { recursive: true });
  said = '';
  // As npm does it, in a group of its own, as a terminal has one.
  dev = spawn(process.execPath, ['main/launcher/launch.mjs', 'dev', '--no-open'], {
    cwd: tree.folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  for (const stream of [dev.stdout, dev.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      dev.emit('said');
    });
});
afterEach(() => {
  if (dev.exitCode === null && dev.pid !== undefined) process.kill(-dev.pid, 'SIGKILL');
  tree.remove();
});

/** Waits until these words were said, and gives what follows them on their line. */
async function heard(words: string): Promise<string> {
  while (!said.includes(words)) {
    if (dev.exitCode !== null) throw new Error(`dev ended: ${said}`);
    await once(dev, 'said');
  }
  return said.slice(said.indexOf(words) + words.length).split('\n')[0] ?? '';
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test(
  'dev builds, runs the host with what was typed, rebuilds and restarts it on a change, and ends with it on Ctrl-C',
  { timeout: LONG },
  async () => {
    const first = Number(await heard('first --no-open runs as '));
    expect(isAlive(first)).toBe(true);
    const page = join(tree.folder, 'dist/renderer/index.html');
    expect(readFileSync(page, 'utf8')).toContain('<title>x</title>');

    writeFileSync(join(tree.folder, 'shared/a/index.ts'), `export const greeting: string = 'second';\n`);
    await heard('first ends');
    const second = Number(await heard('second --no-open runs as '));
    expect(isAlive(first)).toBe(false);

    // A change that cannot be built is said, and what runs goes on running.
    writeFileSync(join(tree.folder, 'shared/a/index.ts'), `export { gone } from './gone.ts';\n`);
    await heard('gone.ts');
    expect(isAlive(second)).toBe(true);

    const ended = once(dev, 'exit');
    process.kill(-(dev.pid ?? 0), 'SIGINT');
    // An impatient second Ctrl-C leaves nothing behind either.
    await heard('second ends');
    process.kill(-(dev.pid ?? 0), 'SIGINT');
    expect(await ended).toEqual([0, null]);
    expect(isAlive(second)).toBe(false);
  },
);
