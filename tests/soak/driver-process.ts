import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { workspacePaths } from '../../main/workspace/index.ts';
import type { KilledAct } from './kill-acts.ts';
import type { PreparedWorkspace } from './prepared-workspace.ts';

const DRIVER = fileURLToPath(new URL('./kill-driver.ts', import.meta.url));
const LONGEST_MS = 120_000;

/** What can be seen of an act from outside: it began, it wrote its first byte, it touched the folder of exports. */
export type Mark = 'start' | 'first-byte' | 'folder';

/** When to kill: that long after a mark; null lets the act finish. */
export type KillPoint = { readonly after: Mark; readonly ms: number } | null;

/** What was seen of one run of the driver, times in ms since it said `start`. */
export interface DriverRun {
  /** The folder it left, a copy of its own. */
  readonly folder: string;
  readonly firstByteMs: number | null;
  readonly folderMs: number | null;
  /** Null: it was killed before it could say that the act was done. */
  readonly endMs: number | null;
}

/** Copies the prepared workspace, does the act in a process of its own and kills that process with SIGKILL. */
export async function runDriver(
  act: KilledAct,
  prepared: PreparedWorkspace,
  killAt: KillPoint,
): Promise<DriverRun> {
  const folder = join(mkdtempSync(join(prepared.root, 'run-')), 'workspace');
  await cp(prepared.workspace, folder, { recursive: true, preserveTimestamps: true });
  const child = spawn(process.execPath, [DRIVER, act, folder, prepared.inputFile], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let said = '';
  let complaints = '';
  let startedAt: number | null = null;
  let endedAt: number | null = null;
  let trace = '';
  let folderTrace = 0n;
  child.stderr.on('data', (text: Buffer) => (complaints += text.toString()));
  child.stdout.on('data', (text: Buffer) => {
    said += text.toString();
    if (startedAt === null && said.includes('start\n')) {
      startedAt = performance.now();
      trace = traceOf(folder);
      folderTrace = exportsTouched(folder);
    }
    if (endedAt === null && said.includes('end\n')) endedAt = performance.now();
  });
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let gone = false;
  void closed.then(() => (gone = true));
  const limit = performance.now() + LONGEST_MS;

  let firstByteAt: number | null = null;
  let folderAt: number | null = null;
  while (!gone && performance.now() < limit) {
    const now = performance.now();
    if (startedAt !== null && firstByteAt === null && traceOf(folder) !== trace) firstByteAt = now;
    if (startedAt !== null && folderAt === null && exportsTouched(folder) !== folderTrace) folderAt = now;
    const marks = { start: startedAt, 'first-byte': firstByteAt, folder: folderAt };
    // An act that is over before its mark was seen is killed all the same.
    const due = killAt === null ? endedAt : (marks[killAt.after] ?? endedAt);
    if (due !== null && now >= due + (killAt?.ms ?? 0)) break;
    await pause(startedAt === null ? 5 : 1);
  }
  const died = gone;
  child.kill('SIGKILL');
  await closed;
  if (died || startedAt === null) throw new Error(`the driver did not do its act: ${complaints || said}`);
  return {
    folder,
    firstByteMs: firstByteAt === null ? null : firstByteAt - startedAt,
    folderMs: folderAt === null ? null : folderAt - startedAt,
    endMs: endedAt === null ? null : endedAt - startedAt,
  };
}

/** Removes what a run left. */
export async function forgetRun(run: DriverRun): Promise<void> {
  await rm(join(run.folder, '..'), { recursive: true, force: true });
}

const exportsTouched = (folder: string): bigint =>
  statSync(workspacePaths(folder).exports, { bigint: true }).mtimeNs;

/** Differs as soon as anything was written: the database's log grew, or a folder got or lost an entry. */
function traceOf(folder: string): string {
  const paths = workspacePaths(folder);
  const log = statSync(`${paths.database}-wal`, { bigint: true, throwIfNoEntry: false });
  const folders = [paths.incoming, paths.vault, paths.exports].map(
    (path) => statSync(path, { bigint: true }).mtimeNs,
  );
  return [log?.size, log?.mtimeNs, ...folders, readdirSync(paths.incoming).length].join(' ');
}
