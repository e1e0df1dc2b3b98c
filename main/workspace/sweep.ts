import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecoveryNote } from '../../shared/workspace/index.ts';
import { UNFINISHED, type WorkspacePaths } from './paths.ts';
import { restorePacketFolder } from './packet-folder.ts';
import { readMeta, type Store } from './sqlite/index.ts';

/**
 * Puts right what a crash left half-made, and says what it did. Nothing committed is touched: a packet without its folder
 * gets the folder again from the vault, a folder that was still being written goes.
 */
export async function sweep(
  paths: WorkspacePaths,
  store: Store,
  afterCrash: boolean,
  backupFolder: string,
): Promise<RecoveryNote[]> {
  const notes: RecoveryNote[] = [];
  const note = (code: RecoveryNote['code'], count: number) => {
    if (count > 0) notes.push({ code, count });
  };
  const incoming = await names(paths.incoming);
  note(
    'vault-temporaries-swept',
    await removeAll(
      paths.incoming,
      incoming.filter((name) => name.endsWith('.part')),
    ),
  );
  note(
    'uploads-swept',
    await removeAll(
      paths.incoming,
      incoming.filter((name) => !name.endsWith('.part')),
    ),
  );
  await removeAll(paths.previews, await names(paths.previews));
  const backups = await names(paths.backups);
  note(
    'backup-swept',
    (await removeAll(
      paths.backups,
      backups.filter((name) => name.startsWith(UNFINISHED)),
    )) + (await sweepBackupFolder(store, backupFolder)),
  );
  const imports = await rollBackImports(store, null);
  note('import-rolled-back', imports.taken);
  note('import-not-rolled-back', imports.left);
  const packets = await settlePackets(paths, store);
  note('export-swept', packets.swept);
  note('export-restored', packets.restored);
  note('export-not-restored', packets.left);
  // A walk over the whole vault: only where a crash can have left something in it.
  if (afterCrash) note('vault-orphans-kept', await countOrphans(paths, store));
  return notes;
}

/**
 * Removes what this workspace left half-made in a backup folder of its own choice. Another one may be backing up into the
 * same folder just now: its name stands in what it writes. A disk that is away or closed keeps nobody from working.
 */
async function sweepBackupFolder(store: Store, folder: string): Promise<number> {
  if (folder === '') return 0;
  const own = `${UNFINISHED}${await readMeta(store.read, 'workspace_id')}-`;
  const left = (await names(folder)).filter((name) => name.startsWith(own));
  return await removeAll(folder, left);
}

/**
 * Takes back every import that is still `running` and that nobody runs: its rows go back to what they were. At start-up
 * that is each of them; later, one that failed on a full disk and could not even be taken back. One whose rows somebody
 * has changed since stays as it is: its new rows are shown to nobody, and half of it is never put in force.
 */
export async function rollBackImports(
  store: Store,
  operatorId: string | null,
): Promise<{ readonly taken: number; readonly left: number }> {
  const running = await store.read.query
    .selectFrom('order_imports')
    .select('id')
    .where('state', '=', 'running')
    // The newest first: what it kept as "before" may be an older one's rows.
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  let taken = 0;
  for (const { id } of running) {
    taken += await store.write(
      { operatorId },
      { code: 'orders.rollBackImport', permanent: true },
      async (tx) => {
        const { ok } = await tx.orders.swap(id);
        if (ok) await tx.update('order_imports', id, { state: 'cancelled', finished_at: tx.now });
        return ok ? 1 : 0;
      },
    );
  }
  return { taken, left: running.length - taken };
}

/**
 * Gives every packet its folder back. One that cannot be laid out now, because the disk is full, a file is held open or
 * its bytes are gone, keeps nobody from working: it is named, and laid out when it is asked for.
 */
async function settlePackets(
  paths: WorkspacePaths,
  store: Store,
): Promise<{ swept: number; restored: number; left: number }> {
  const rows = await store.read.query.selectFrom('packets').select(['id', 'folder']).execute();
  let swept = 0;
  for (const caseFolder of await names(paths.exports)) {
    const entries = await names(join(paths.exports, caseFolder));
    // Only what carries the unfinished name is ours to remove: people keep things of their own beside their material.
    swept += await removeAll(
      join(paths.exports, caseFolder),
      entries.filter((name) => name.startsWith(UNFINISHED)),
    );
  }
  let restored = 0;
  let left = 0;
  for (const row of rows) {
    const final = join(paths.exports, row.folder);
    if (await exists(final)) continue;
    const files = await store.read.query
      .selectFrom('packet_files')
      .select(['path', 'sha256'])
      .where('packet_id', '=', row.id)
      .execute();
    try {
      await restorePacketFolder(paths.vault, final, files);
      restored += 1;
    } catch {
      left += 1;
    }
  }
  return { swept, restored, left };
}

/** Bytes that reached the vault before a crash, without their row. They are whole, harm nobody, and may be asked for again. */
async function countOrphans(paths: WorkspacePaths, store: Store): Promise<number> {
  const rows = await store.read.query.selectFrom('blobs').select('sha256').execute();
  const known = new Set(rows.map((row) => row.sha256));
  let orphans = 0;
  for (const first of await names(paths.vault)) {
    for (const second of await names(join(paths.vault, first))) {
      for (const name of await names(join(paths.vault, first, second))) if (!known.has(name)) orphans += 1;
    }
  }
  return orphans;
}

async function names(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch {
    return [];
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}

/** Removes what it can: a file that a virus scanner holds open waits for the next start. */
async function removeAll(folder: string, entries: readonly string[]): Promise<number> {
  let removed = 0;
  for (const entry of entries) {
    removed += await rm(join(folder, entry), { recursive: true, force: true }).then(
      () => 1,
      () => 0,
    );
  }
  return removed;
}
