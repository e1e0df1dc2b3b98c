import * as z from 'zod';
import { journalEntry } from '../journal/index.ts';
import { done, id, jobStarted, nothing, pageOf, pageRequest } from '../kernel/fields.ts';
import { backupRecord, workspaceInfo } from '../workspace/index.ts';
import { act, permanent, query } from './builder.ts';

export const workspace = {
  info: query().input(nothing).output(workspaceInfo),
  /** Checks database, every file of the vault, the journal's and the custody log's chain. Result: a verify report. */
  verify: act().input(nothing).output(jobStarted),
  backups: query().input(nothing).output(z.array(backupRecord)),
  /** Makes a backup, opens it and checks it before it counts. Result: the backup's record. */
  backUp: act('BACKUP_FAILED').input(nothing).output(jobStarted),
  /** Restores a backup into a new, empty folder and verifies it there. The present workspace stays as it is. */
  restore: act('NOT_FOUND', 'CONFLICT', 'SYNCED_FOLDER', 'BACKUP_FAILED')
    .input(z.strictObject({ backupFolder: z.string().min(1).max(4096), into: z.string().min(1).max(4096) }))
    .output(jobStarted),
  /**
   * Moves the workspace: copies it into a new, empty folder, checks every byte there and remembers the folder. Writes wait
   * meanwhile and answer MOVED afterwards, until the program is opened again. The old folder stays as it was.
   */
  move: act('CONFLICT', 'SYNCED_FOLDER', 'BACKUP_FAILED', 'BLOB_MISSING')
    .input(z.strictObject({ into: z.string().min(1).max(4096) }))
    .output(jobStarted),
  /** Whether a folder can hold a workspace; a synced or network folder is named, with a local one proposed. */
  checkFolder: query()
    .input(z.strictObject({ folder: z.string().min(1).max(4096) }))
    .output(
      z.strictObject({
        fit: z.boolean(),
        problem: z.enum(['synced', 'network', 'not-empty', 'read-only']).nullable(),
        service: z.string(),
        proposal: z.string(),
      }),
    ),
  /**
   * Opens the example workspace in place of this one, and makes its case first where it is not there yet. Once this has
   * answered, the line closes, and the next one leads there; this workspace is closed and stays as it is. CONFLICT
   * `no-example-here` where the host has none, `work-running` while a job runs.
   */
  openExample: act('CONFLICT', 'LOCKED', 'SYNCED_FOLDER').input(nothing).output(done),
  /** Goes back to the person's own workspace in the same way; with `remove` the example and all done in it is deleted. */
  leaveExample: act('CONFLICT', 'NOT_FOUND', 'LOCKED')
    .input(z.strictObject({ remove: z.boolean() }))
    .output(done),
};

export const journal = {
  /** The activity log, newest first. */
  list: query()
    .input(z.strictObject({ caseId: id.optional(), ...pageRequest }))
    .output(pageOf(journalEntry)),
  /**
   * Takes back an act (the newest open one of this operator's window where no sequence is given) as a new act: only if
   * every row still is as it left it, else CONFLICT naming what changed since.
   */
  undo: permanent('NOT_FOUND', 'CANNOT_UNDO', 'CONFLICT')
    .input(z.strictObject({ sequence: z.int().optional() }))
    .output(journalEntry),
  /** Does again what the newest undo took back. */
  redo: permanent('NOT_FOUND', 'CANNOT_UNDO', 'CONFLICT').input(nothing).output(journalEntry),
};
