import type { DriverRun } from './driver-process.ts';
import type { KilledAct } from './kill-acts.ts';
import { rowsOf, type WorkspaceSnapshot } from './workspace-snapshot.ts';

/** In which state a kill found the act, in words, for the histogram of the proof. */
export function stateFound(
  act: KilledAct,
  run: DriverRun,
  base: WorkspaceSnapshot,
  killed: WorkspaceSnapshot,
  finished: WorkspaceSnapshot,
): string {
  if (run.endMs !== null) return 'done and told';
  if (run.firstByteMs === null) return 'nothing written yet';
  switch (act) {
    case 'import':
      return importState(base, killed, finished);
    case 'intake':
      return intakeState(base, killed, finished);
    case 'export':
      return exportState(base, killed);
  }
}

function importState(base: WorkspaceSnapshot, killed: WorkspaceSnapshot, done: WorkspaceSnapshot): string {
  const imports = rowsOf(killed, 'order_imports');
  if (imports.length === rowsOf(base, 'order_imports').length) return 'first bytes written, import not begun';
  if (!imports.some((row) => row['state'] === 'running')) return 'in force, not told';
  const before = rowsOf(base, 'order_versions').length;
  const written = rowsOf(killed, 'order_versions').length - before;
  const all = rowsOf(done, 'order_versions').length - before;
  if (written === 0) return 'import begun, no rows';
  if (written >= all) return 'every row written, not in force';
  return `rows partly written, quarter ${Math.floor((4 * written) / all) + 1} of 4`;
}

function intakeState(base: WorkspaceSnapshot, killed: WorkspaceSnapshot, done: WorkspaceSnapshot): string {
  const items = (found: WorkspaceSnapshot) => rowsOf(found, 'evidence_items').length;
  const taken = items(killed) - items(base);
  const all = items(done) - items(base);
  if (taken === all) return 'every file in, not told';
  if (killed.incoming.length > 0) return 'a file half copied';
  if (killed.vault.length > rowsOf(killed, 'blobs').length) return 'bytes in the vault, row not yet';
  return taken === 0 ? 'first bytes written, no file in yet' : 'between two files';
}

function exportState(base: WorkspaceSnapshot, killed: WorkspaceSnapshot): string {
  if (rowsOf(killed, 'packets').length > rowsOf(base, 'packets').length)
    return killed.unfinished.length > 0 ? 'frozen, folder not yet named' : 'frozen and named, not told';
  if (killed.unfinished.some((path) => path.startsWith('exports/')))
    return 'folder half laid out, not frozen';
  if (killed.incoming.length > 0) return 'a made file half written';
  return killed.vault.length > base.vault.length
    ? 'made files in the vault, no folder'
    : 'first bytes written, nothing kept yet';
}
