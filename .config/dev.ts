/** `npm run dev`: builds, starts the loopback host, and on a change rebuilds what it concerns and starts it anew. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAll, type BuildPart } from './build.ts';
import { withBuildLock } from './build-lock.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const HOST = join(ROOT, 'dist/main/loopback.js');
const PARTS: Readonly<Record<string, readonly BuildPart[]>> = {
  renderer: ['renderer', 'icons'],
  main: ['main', 'rulebook'],
  shared: ['main', 'rulebook', 'example', 'renderer'],
};

let host: ChildProcess | null = null;
let leaving: Promise<void> | null = null;

async function stopHost(): Promise<void> {
  if (host === null || host.exitCode !== null) return;
  const ended = once(host, 'exit');
  host.kill('SIGTERM');
  await ended;
}

async function startHost(): Promise<void> {
  await stopHost();
  // A build that was under way when the end was asked for starts nothing any more.
  if (leaving !== null) return;
  if (!existsSync(HOST)) {
    console.log('dev    main/hosts/loopback/main.ts does not exist yet; waiting for it');
    return;
  }
  host = spawn(process.execPath, [HOST, ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' });
}

async function rebuild(parts: readonly BuildPart[] | undefined): Promise<void> {
  try {
    await withBuildLock(() => buildAll(parts));
    await startHost();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
}

const changed = new Set<BuildPart>();
let running = Promise.resolve();
let timer: NodeJS.Timeout | undefined;

for (const [folder, parts] of Object.entries(PARTS)) {
  if (!existsSync(join(ROOT, folder))) continue;
  watch(join(ROOT, folder), { recursive: true }, () => {
    for (const part of parts) changed.add(part);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const concerned = [...changed];
      changed.clear();
      running = running.then(() => rebuild(concerned));
    }, 150);
  });
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // A terminal tells the whole group, and the launcher passes it on: the second word must not cut the first one short.
  process.on(signal, () => {
    leaving ??= stopHost().then(() => process.exit(0));
  });
}
running = rebuild(undefined);
