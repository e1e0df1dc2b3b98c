import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const LOCK = fileURLToPath(new URL('../node_modules/.cache/appealdesk/build.lock', import.meta.url));
const HOLDER = join(LOCK, 'pid');

async function holderIsAlive(): Promise<boolean> {
  const pid = Number(await readFile(HOLDER, 'utf8').catch(() => ''));
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Two builds into one `dist/` would mix, so the second waits for the first; a holder that died is passed over. */
export async function withBuildLock(work: () => Promise<void>): Promise<void> {
  await mkdir(join(LOCK, '..'), { recursive: true });
  for (let tries = 0; ; tries += 1) {
    try {
      await mkdir(LOCK);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      // The pid is written just after the folder is made: an empty lock is dead only when it stays empty.
      if (tries > 0 && !(await holderIsAlive())) await rm(LOCK, { recursive: true, force: true });
      else await sleep(300);
    }
  }
  try {
    await writeFile(HOLDER, String(process.pid));
    await work();
  } finally {
    await rm(LOCK, { recursive: true, force: true });
  }
}
