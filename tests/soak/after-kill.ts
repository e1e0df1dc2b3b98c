import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { RecoveryNote, VerifyReport } from '../../shared/workspace/index.ts';
import { openTestCore, resultOf, TestClock } from '../helpers/core.ts';
import { perform, type ActInput, type KilledAct } from './kill-acts.ts';
import { lostRows, rowsOf, snapshot, type Row, type WorkspaceSnapshot } from './workspace-snapshot.ts';

/** Tables that an import which is taken back puts back itself; what they must hold is checked by value. */
const IMPORT_TABLES = ['orders', 'order_imports', 'order_versions'];

/**
 * Opens what a kill left and says everything that is wrong with it: something committed that is lost, something half-made
 * that remains, a start that does not say what it swept, a chain that broke, an act that cannot be done again.
 *
 * @param base the workspace before the act; `finished` after an act that nobody killed
 */
export async function problemsAfterKill(
  act: KilledAct,
  input: ActInput,
  folder: string,
  killed: WorkspaceSnapshot,
  base: WorkspaceSnapshot,
  finished: WorkspaceSnapshot,
): Promise<string[]> {
  const problems: string[] = [];
  const clock = new TestClock(new Date().toISOString());
  const desk = await openTestCore({ folder, clock });
  try {
    const { recovery } = await desk.client.workspace.info({});
    const told = notesOf(recovery);
    const due = notesOf(notesDue(folder, killed));
    if (told !== due) problems.push(`the start says "${told}" and not "${due}"`);

    const reopened = snapshot(folder);
    problems.push(...lostRows(base, reopened, ['orders']).map((row) => `lost from before, ${row}`));
    problems.push(...lostRows(killed, reopened, IMPORT_TABLES).map((row) => `lost though committed, ${row}`));
    problems.push(...halfMade(folder, reopened));
    const inForce =
      rowsOf(reopened, 'order_imports').length > rowsOf(base, 'order_imports').length &&
      rowsOf(reopened, 'order_imports').every((row) => row['state'] === 'done');
    problems.push(...ordersDiffer(reopened, inForce ? finished : base));
    problems.push(...(await findings(desk.client)));

    await perform(act, desk.client, input);
    const again = snapshot(folder);
    problems.push(...halfMade(folder, again).map((each) => `after doing it again: ${each}`));
    problems.push(...actMissing(act, again, finished).map((each) => `after doing it again: ${each}`));
    problems.push(...(await findings(desk.client)).map((each) => `after doing it again: ${each}`));
  } finally {
    await desk.core.close();
  }
  return problems;
}

/** What the next start has to say, by what lies there. */
function notesDue(folder: string, killed: WorkspaceSnapshot): RecoveryNote[] {
  const blobs = new Set(rowsOf(killed, 'blobs').map((row) => row['sha256']));
  const unfinished = killed.unfinished.filter((path) => /^exports\/[^/]+\/[^/]+$/.test(path)).length;
  const notes: RecoveryNote[] = [
    { code: 'vault-temporaries-swept', count: killed.incoming.length },
    { code: 'import-rolled-back', count: runningImports(killed) },
    { code: 'export-swept', count: unfinished },
    { code: 'export-restored', count: packetsWithoutFolder(folder, killed, killed.exports).length },
    { code: 'vault-orphans-kept', count: killed.vault.filter((sha256) => !blobs.has(sha256)).length },
  ];
  return notes.filter(({ count }) => count > 0);
}

const notesOf = (notes: readonly RecoveryNote[]): string =>
  notes
    .map(({ code, count }) => `${code} ${count}`)
    .sort()
    .join(', ');

const runningImports = (found: WorkspaceSnapshot): number =>
  rowsOf(found, 'order_imports').filter((row) => row['state'] === 'running').length;

function packetsWithoutFolder(
  folder: string,
  found: WorkspaceSnapshot,
  exports: readonly string[],
): string[] {
  return rowsOf(found, 'packets')
    .map((row) => String(row['folder']))
    .filter((path) => !exports.includes(path) || !statSync(join(folder, 'exports', path)).isDirectory());
}

function halfMade(folder: string, found: WorkspaceSnapshot): string[] {
  const packets = new Set(rowsOf(found, 'packets').map((row) => String(row['folder'])));
  const vault = new Set(found.vault);
  return [
    ...found.incoming.map((name) => `incoming/${name} remains`),
    ...found.unfinished.map((path) => `${path} remains`),
    ...(runningImports(found) > 0 ? ['an import is still running'] : []),
    ...packetsWithoutFolder(folder, found, found.exports).map((path) => `packet ${path} has no folder`),
    ...found.exports.filter((path) => !packets.has(path)).map((path) => `folder ${path} has no packet`),
    ...rowsOf(found, 'blobs')
      .filter((row) => !vault.has(String(row['sha256'])))
      .map((row) => `blob ${String(row['sha256'])} has no file`),
  ];
}

/** An order as it is known, whichever import brought it and under whichever id. */
const orderText = ({ id: _id, import_id: _import, ...order }: Row): string => JSON.stringify(order);

function ordersDiffer(found: WorkspaceSnapshot, expected: WorkspaceSnapshot): string[] {
  const orders = (from: WorkspaceSnapshot) => rowsOf(from, 'orders').map(orderText).sort().join('\n');
  return orders(found) === orders(expected)
    ? []
    : [
        `the orders are neither those from before nor those of the whole import: ${rowsOf(found, 'orders').length}`,
      ];
}

/** What an act that was done does not show. */
function actMissing(act: KilledAct, found: WorkspaceSnapshot, finished: WorkspaceSnapshot): string[] {
  const values = (from: WorkspaceSnapshot, table: string, column: string) =>
    rowsOf(from, table)
      .map((row) => String(row[column]))
      .sort();
  switch (act) {
    case 'import':
      return ordersDiffer(found, finished);
    case 'intake': {
      const has = values(found, 'evidence_items', 'sha256').join();
      return has === values(finished, 'evidence_items', 'sha256').join()
        ? []
        : ['other evidence than handed in'];
    }
    case 'export': {
      const packets = rowsOf(found, 'packets').length;
      const done = rowsOf(finished, 'packets').length;
      return packets === done || packets === done + 1 ? [] : [`${packets} packets`];
    }
  }
}

async function findings(client: Awaited<ReturnType<typeof openTestCore>>['client']): Promise<string[]> {
  const report = await resultOf<VerifyReport>(client, await client.workspace.verify({}));
  return report.findings.map(({ area, code, place }) => `verify finds ${area} ${code} ${place}`);
}
