import * as z from 'zod';
import { id, instant, sha256 } from '../kernel/fields.ts';

/** What the last start found half-made and put right. Nothing of it was committed work. */
export const recoveryNote = z.strictObject({
  code: z.enum([
    'uploads-swept',
    'vault-temporaries-swept',
    'vault-orphans-kept',
    'import-rolled-back',
    'import-not-rolled-back',
    'export-swept',
    'export-restored',
    'export-not-restored',
    'backup-swept',
  ]),
  count: z.int(),
});
export type RecoveryNote = z.infer<typeof recoveryNote>;

export const workspaceInfo = z.strictObject({
  folder: z.string(),
  version: z.string(),
  schemaVersion: z.int(),
  createdAt: instant,
  /** No store yet: the first-run question is still to be asked. */
  firstRun: z.boolean(),
  /** The example workspace: what is in it is made up. */
  example: z.boolean(),
  lastBackupAt: instant.nullable(),
  recovery: z.array(recoveryNote),
});

/** One thing that `workspace.verify` found wrong, by name. */
export const verifyFinding = z.strictObject({
  area: z.enum(['database', 'vault', 'journal', 'custody', 'packets']),
  code: z.enum([
    'database-damaged',
    'foreign-key-broken',
    'blob-missing',
    'blob-changed',
    'blob-unreadable',
    'chain-broken',
    'payload-changed',
    'payload-missing',
    'packet-file-missing',
    'packet-file-changed',
  ]),
  place: z.string(),
  /** What the originals of these bytes are called, where any evidence has them. */
  names: z.array(z.string()).optional(),
});
export type VerifyFinding = z.infer<typeof verifyFinding>;

export const verifyReport = z.strictObject({
  checkedAt: instant,
  blobs: z.int(),
  bytes: z.int(),
  journalEntries: z.int(),
  custodyEvents: z.int(),
  findings: z.array(verifyFinding),
});
export type VerifyReport = z.infer<typeof verifyReport>;

export const backupRecord = z.strictObject({
  name: z.string(),
  folder: z.string(),
  madeAt: instant,
  reason: z.enum(['daily', 'asked', 'before-migration', 'before-move']),
  databaseSha256: sha256,
  blobs: z.int(),
  bytes: z.int(),
  /** SHA-256 of originals that could not be backed up: gone from the vault, or no longer what came in. */
  missing: z.array(sha256).default([]),
  /** Whose it is: several workspaces may back up into one folder. Null in backups made before this was written down. */
  workspaceId: id.nullable().default(null),
});
export type BackupRecord = z.infer<typeof backupRecord>;
