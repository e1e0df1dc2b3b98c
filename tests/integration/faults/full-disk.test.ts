import { execFile, execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareWorkspace, type PreparedWorkspace } from '../../soak/prepared-workspace.ts';
import type { FullDiskAct, FullDiskReport } from './full-disk.child.ts';

const CHILD = fileURLToPath(new URL('./full-disk.child.ts', import.meta.url));

function canMount(): boolean {
  try {
    execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Made once; each act fills a copy. */
let prepared: PreparedWorkspace;

async function onSmallDisk(act: FullDiskAct): Promise<FullDiskReport> {
  const { stdout } = await promisify(execFile)('unshare', [
    '-m',
    process.execPath,
    CHILD,
    act,
    JSON.stringify(prepared),
  ]);
  return JSON.parse(stdout) as FullDiskReport;
}

const mountable = canMount();

describe('a disk that is full', () => {
  beforeAll(async () => {
    prepared = await prepareWorkspace();
  });
  afterAll(() => rm(prepared.root, { recursive: true }));

  it.for(['intake', 'import', 'export', 'backup', 'start'] as const)(
    'is named, leaves nothing half-made, and the work goes on once there is room: %s',
    { timeout: 240_000 },
    async (act, { skip }) => {
      if (!mountable) return skip('not run: mounting a small tmpfs needs root on Linux');
      const { tries, afterwards, findings } = await onSmallDisk(act);
      expect(
        tries.flatMap(({ freeKb, leftovers }) => leftovers.map((left) => `${freeKb} KB: ${left}`)),
      ).toEqual([]);
      const outcomes = tries.map(({ outcome }) => outcome);
      expect(outcomes.filter((outcome) => outcome !== 'done' && outcome !== 'OUT_OF_SPACE')).toEqual([]);
      expect(outcomes.filter((outcome) => outcome === 'OUT_OF_SPACE').length).toBeGreaterThanOrEqual(2);
      expect(afterwards).toBe('done');
      expect(findings).toEqual([]);
    },
  );
});
