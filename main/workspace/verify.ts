import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { isAppError } from '../../shared/kernel/index.ts';
import type { VerifyFinding, VerifyReport } from '../../shared/workspace/index.ts';
import { CHAIN_START, custodyHash, journalHash } from './journal/index.ts';
import { blobPath, type WorkspacePaths } from './paths.ts';
import type { Store } from './sqlite/index.ts';
import { fileSize, hashFile } from './vault/index.ts';

export interface VerifyOptions {
  readonly now: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number, current: string) => void) | undefined;
  /** Hashes a file away from the core; the plain function where there is no pool. */
  readonly hash?: (path: string) => Promise<{ sha256: string; size: number }>;
}

/**
 * Checks everything that can be checked, and names whatever fails: the database by SQLite's own check, every blob by its
 * hash, both chains link by link, every exported file against what was frozen.
 */
export async function verifyWorkspace(
  store: Store,
  paths: WorkspacePaths,
  options: VerifyOptions,
): Promise<VerifyReport> {
  const findings: VerifyFinding[] = [];
  const hash = options.hash ?? ((path) => hashFile(path, options.signal));
  /** Damage in one part of the database must not hide what the rest has to say. */
  const reading = async <Part>(place: string, none: Part, read: () => Promise<Part>): Promise<Part> => {
    try {
      return await read();
    } catch (error) {
      if (!isAppError(error) || error.code !== 'DATABASE_DAMAGED') throw error;
      findings.push({ area: 'database', code: 'database-damaged', place });
      return none;
    }
  };
  await reading('integrity_check', undefined, async () => {
    const { damaged, brokenReferences } = store.integrityProblems();
    for (const line of damaged) findings.push({ area: 'database', code: 'database-damaged', place: line });
    for (const place of brokenReferences)
      findings.push({ area: 'database', code: 'foreign-key-broken', place });
  });

  const journalEntries = await reading('journal', 0, () => verifyJournal(store, findings));
  const custodyEvents = await reading('custody_events', 0, () => verifyCustody(store, findings));

  const blobs = await reading('blobs', [], () =>
    store.read.query.selectFrom('blobs').selectAll().orderBy('sha256').execute(),
  );
  const files = await reading('packet_files', [], () =>
    store.read.query
      .selectFrom('packet_files')
      .innerJoin('packets', 'packets.id', 'packet_files.packet_id')
      .select(['packets.folder', 'packet_files.path', 'packet_files.sha256'])
      .execute(),
  );
  const named = await reading('evidence_items', new Map<string, string[]>(), () => namesOfOriginals(store));
  const total = blobs.length + files.length;
  let bytes = 0;
  let done = 0;
  for (const blob of blobs) {
    options.signal?.throwIfAborted();
    const names = named.get(blob.sha256);
    const original = { place: blob.sha256, ...(names === undefined ? {} : { names }) };
    const path = blobPath(paths.vault, blob.sha256);
    if ((await fileSize(path)) === null) {
      findings.push({ area: 'vault', code: 'blob-missing', ...original });
    } else {
      const found = await readable(hash(path), options.signal);
      bytes += found?.size ?? 0;
      if (found === null) findings.push({ area: 'vault', code: 'blob-unreadable', ...original });
      else if (found.sha256 !== blob.sha256)
        findings.push({ area: 'vault', code: 'blob-changed', ...original });
    }
    done += 1;
    options.onProgress?.(done, total, blob.sha256.slice(0, 12));
  }
  for (const file of files) {
    options.signal?.throwIfAborted();
    const path = join(paths.exports, file.folder, ...file.path.split('/'));
    const place = `${file.folder}/${file.path}`;
    if ((await fileSize(path)) === null)
      findings.push({ area: 'packets', code: 'packet-file-missing', place });
    else if ((await readable(hash(path), options.signal))?.sha256 !== file.sha256) {
      findings.push({ area: 'packets', code: 'packet-file-changed', place });
    }
    done += 1;
    options.onProgress?.(done, total, file.path);
  }
  return { checkedAt: options.now, blobs: blobs.length, bytes, journalEntries, custodyEvents, findings };
}

/** What each original is called by the evidence that has its bytes: the seller knows names, not hashes. */
async function namesOfOriginals(store: Store): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>();
  const items = await store.read.query
    .selectFrom('evidence_items')
    .select(['sha256', 'label', 'file_name'])
    .orderBy('id')
    .execute();
  for (const { sha256, label, file_name: fileName } of items)
    names.set(sha256, [...(names.get(sha256) ?? []), label === '' ? fileName : label]);
  return names;
}

/** A bad sector or a file that something holds closed is a finding, not the end of the check. */
async function readable<Found>(reading: Promise<Found>, signal?: AbortSignal): Promise<Found | null> {
  return await reading.catch((error: unknown) => {
    if (signal?.aborted === true) throw error;
    return null;
  });
}

async function verifyJournal(store: Store, findings: VerifyFinding[]): Promise<number> {
  const entries = await store.read.query.selectFrom('journal').selectAll().orderBy('sequence').execute();
  const payloads = await payloadHashes(store);
  let previous = CHAIN_START;
  let expected = 1;
  for (const entry of entries) {
    const place = `#${entry.sequence}`;
    if (
      entry.sequence !== expected ||
      entry.previous_hash !== previous ||
      journalHash(previous, entry) !== entry.hash
    ) {
      findings.push({ area: 'journal', code: 'chain-broken', place });
    }
    const payload = payloads.get(entry.sequence);
    if (payload === undefined) findings.push({ area: 'journal', code: 'payload-missing', place });
    else if (payload !== entry.payload_hash) {
      findings.push({ area: 'journal', code: 'payload-changed', place });
    }
    previous = entry.hash;
    expected = entry.sequence + 1;
  }
  return entries.length;
}

/** So many parts of what acts did are read at once. */
const PARTS_AT_ONCE = 20;

/** The hash of what each act did, over its parts one after the other. */
async function payloadHashes(store: Store): Promise<Map<number, string>> {
  const hashes = new Map<number, string>();
  let running = { sequence: 0, hash: createHash('sha256') };
  const end = (): void => {
    if (running.sequence > 0) hashes.set(running.sequence, running.hash.digest('hex'));
  };
  for (let last = { sequence: 0, part: 0 }; ;) {
    const rows = await store.read.query
      .selectFrom('journal_payloads')
      .selectAll()
      .where(({ eb, refTuple, tuple }) =>
        eb(refTuple('sequence', 'part'), '>', tuple(last.sequence, last.part)),
      )
      .orderBy('sequence')
      .orderBy('part')
      .limit(PARTS_AT_ONCE)
      .execute();
    for (const { sequence, part, payload_json: text } of rows) {
      if (sequence !== running.sequence) {
        end();
        running = { sequence, hash: createHash('sha256') };
      }
      running.hash.update(text, 'utf8');
      last = { sequence, part };
    }
    if (rows.length < PARTS_AT_ONCE) break;
  }
  end();
  return hashes;
}

async function verifyCustody(store: Store, findings: VerifyFinding[]): Promise<number> {
  const events = await store.read.query
    .selectFrom('custody_events')
    .selectAll()
    .orderBy('sequence')
    .execute();
  let previous = CHAIN_START;
  let expected = 1;
  for (const event of events) {
    if (
      event.sequence !== expected ||
      event.previous_hash !== previous ||
      custodyHash(previous, event) !== event.hash
    ) {
      findings.push({ area: 'custody', code: 'chain-broken', place: `#${event.sequence}` });
    }
    previous = event.hash;
    expected = event.sequence + 1;
  }
  return events.length;
}
