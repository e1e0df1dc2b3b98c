import Database from 'better-sqlite3';
import { migrate, refuseForeign, schemaVersion } from './migrate.ts';
import { openWriter } from './open.ts';

/**
 * Opens a copy of a database as a stranger would and lets SQLite read all of it; leaves it one plain file, without a log
 * beside it that a copy by hand would miss.
 *
 * @returns what is wrong with it, or null.
 */
export function examineCopy(file: string): string | null {
  const copy = new Database(file);
  try {
    copy.pragma('journal_mode = DELETE');
    refuseForeign(copy, file);
    const problems = copy.pragma('integrity_check') as { integrity_check: string }[];
    const first = problems.find((row) => row.integrity_check !== 'ok');
    if (first !== undefined) return first.integrity_check;
    return schemaVersion(copy) === 0 ? 'empty' : null;
  } finally {
    copy.close();
  }
}

/** The hashes of every blob a copied database names. */
export function blobsNamedBy(file: string): string[] {
  const copy = new Database(file, { readonly: true });
  try {
    const rows = copy.prepare('SELECT sha256 FROM blobs ORDER BY sha256').all() as { sha256: string }[];
    return rows.map((row) => row.sha256);
  } finally {
    copy.close();
  }
}

/**
 * Calendars may hold newer versions than a backup counts, and take no change for one that is numbered lower. From a restore on
 * entries count from the minute of it: no deadline has changed as often as that, and the number fits 32 bits for millennia.
 */
const SEQUENCES_GO_ON = `UPDATE calendar_entries SET sequence = max(sequence + 1, unixepoch() / 60)`;

/** Brings a restored database up to this program's schema; a newer one is refused by name. */
export function bringRestoredUpToDate(file: string): void {
  const connection = openWriter(file);
  try {
    refuseForeign(connection, file);
    migrate(connection);
    connection.exec(SEQUENCES_GO_ON);
  } finally {
    connection.close();
  }
}
