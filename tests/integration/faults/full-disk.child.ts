/**
 * One act on a disk that has less and less room, in a mount namespace of its own (`unshare -m`), so that nothing stays
 * mounted whatever becomes of this process: `node full-disk.child.ts <act> <prepared workspace as JSON>`. Prints what
 * happened as JSON.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { VerifyReport } from '../../../shared/workspace/index.ts';
import type { JobState } from '../../../shared/jobs/index.ts';
import { finished, openTestCore, resultOf, type TestCore } from '../../helpers/core.ts';
import type { PreparedWorkspace } from '../../soak/prepared-workspace.ts';
import { rowsOf, snapshot, type WorkspaceSnapshot } from '../../soak/workspace-snapshot.ts';

export const ACTS = ['intake', 'import', 'export', 'backup', 'start'] as const;
export type FullDiskAct = (typeof ACTS)[number];

/** What one try with so much room came to. */
export interface FullDiskTry {
  readonly freeKb: number;
  /** `done`, or the error's code. */
  readonly outcome: string;
  /** What should not be there afterwards. */
  readonly leftovers: readonly string[];
}

export interface FullDiskReport {
  readonly tries: readonly FullDiskTry[];
  /** After all room was given back: the act's outcome, and what `workspace.verify` finds. */
  readonly afterwards: string;
  readonly findings: readonly unknown[];
}

const DISK_MB = 64;
/** Room left for the act, in KB: from nothing to nearly enough. */
const ROOM: { readonly [Act in FullDiskAct]: readonly number[] } = {
  intake: [0, 40, 200, 900, 2_500, 6_000],
  import: [0, 40, 200, 900, 2_000, 3_500, 5_000],
  export: [0, 40, 200, 900, 1_600, 2_400],
  backup: [0, 40, 900, 2_000, 3_000],
  start: [0, 8, 40],
};

const [act = '', made = ''] = process.argv.slice(2);
const known = ACTS.find((each) => each === act);
if (known === undefined) throw new Error(`no such act: ${act}`);
const prepared = JSON.parse(made) as PreparedWorkspace;
const disk = mkdtempSync(join(tmpdir(), 'appealdesk-full-'));
execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'tmpfs', disk]);
// The disk goes with this process, the last one in its mount namespace.
console.log(JSON.stringify(known === 'start' ? await tryStart() : await tryAct(known)));

async function tryAct(tried: Exclude<FullDiskAct, 'start'>): Promise<FullDiskReport> {
  const folder = join(disk, 'workspace');
  cpSync(prepared.workspace, folder, { recursive: true });
  const desk = await openTestCore({ folder });
  const before = snapshot(folder);
  const tries: FullDiskTry[] = [];
  for (const room of ROOM[tried]) {
    leave(room);
    const state = await perform(tried, desk);
    const outcome = state.state === 'failed' ? (state.error?.code ?? '') : state.state;
    giveBack();
    tries.push({
      freeKb: room,
      outcome,
      leftovers: await settled(() => leftovers(before, snapshot(folder), outcome)),
    });
  }
  const last = await perform(tried, desk);
  const report = await resultOf<VerifyReport>(desk.client, await desk.client.workspace.verify({}));
  await desk.core.close();
  return { tries, afterwards: last.error?.code ?? last.state, findings: report.findings };
}

async function tryStart(): Promise<FullDiskReport> {
  const folder = join(disk, 'workspace');
  const tries: FullDiskTry[] = [];
  for (const room of ROOM.start) {
    cpSync(prepared.workspace, folder, { recursive: true });
    const before = snapshot(folder);
    leave(room);
    const outcome = await openTestCore({ folder }).then(
      (desk) => desk.core.close().then(() => 'done'),
      (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
    );
    giveBack();
    tries.push({ freeKb: room, outcome, leftovers: leftovers(before, snapshot(folder), outcome) });
  }
  const desk = await openTestCore({ folder });
  const report = await resultOf<VerifyReport>(desk.client, await desk.client.workspace.verify({}));
  await desk.core.close();
  return { tries, afterwards: 'done', findings: report.findings };
}

async function perform(tried: Exclude<FullDiskAct, 'start'>, { client }: TestCore): Promise<JobState> {
  const { storeId, caseId, table, files } = prepared.input;
  const jobs = {
    intake: () => client.evidence.takeIn({ caseId, files: files.map((path) => ({ file: { path } })) }),
    import: () => client.orders.startImport({ storeId, file: { path: table } }),
    export: () => client.packets.export({ caseId, language: 'zh-CN', originals: true }),
    backup: () => client.workspace.backUp({}),
  };
  const { jobId } = await jobs[tried]();
  return await finished(client, jobId);
}

/** Fills the disk but for so much. */
function leave(kilobytes: number): void {
  const { bavail, bsize } = statfsSync(disk);
  const bytes = bavail * bsize - kilobytes * 1024;
  if (bytes > 0) writeFileSync(join(disk, 'ballast'), Buffer.alloc(bytes));
}

function giveBack(): void {
  rmSync(join(disk, 'ballast'), { force: true });
}

/** What is still left after the few seconds in which the program itself looks for room again. */
async function settled(look: () => string[]): Promise<string[]> {
  for (let second = 0; second < 6 && look().length > 0; second += 1) await pause(1_000);
  return look();
}

function leftovers(before: WorkspaceSnapshot, after: WorkspaceSnapshot, outcome: string): string[] {
  const count = (table: string) => rowsOf(after, table).length - rowsOf(before, table).length;
  const orders = (found: WorkspaceSnapshot) => JSON.stringify(rowsOf(found, 'orders'));
  const failed = outcome !== 'done';
  return [
    ...after.incoming.map((name) => `incoming/${name}`),
    ...after.unfinished,
    ...rowsOf(after, 'order_imports')
      .filter((row) => row['state'] === 'running')
      .map(() => 'a running import'),
    ...(failed && orders(before) !== orders(after) ? ['changed orders'] : []),
    ...(failed && count('packets') !== 0 ? [`${count('packets')} packets`] : []),
    ...(after.exports.length !== rowsOf(after, 'packets').length ? ['folders without packets'] : []),
  ];
}
