import { join } from 'node:path';

/** The beginning of the name of a folder that is still being written: an export, a backup. */
export const UNFINISHED = '.unfinished-';

/** Where everything of a workspace lies. The folder is the unit of backup and of the lock. */
export interface WorkspacePaths {
  readonly root: string;
  readonly database: string;
  /** Byte-exact originals by content: `vault/ab/cd/<sha256>`. */
  readonly vault: string;
  /** Uploads and vault temporaries; whatever lies here at start-up is half-made and swept. */
  readonly incoming: string;
  /** Typeset pages for the screen; swept at start-up. */
  readonly previews: string;
  readonly exports: string;
  readonly backups: string;
  readonly logs: string;
  readonly lock: string;
  readonly holder: string;
}

/** The paths of the workspace in `root`. Touches nothing. */
export function workspacePaths(root: string): WorkspacePaths {
  return {
    root,
    database: join(root, 'appealdesk.sqlite3'),
    vault: join(root, 'vault'),
    incoming: join(root, 'incoming'),
    previews: join(root, 'previews'),
    exports: join(root, 'exports'),
    backups: join(root, 'backups'),
    logs: join(root, 'logs'),
    lock: join(root, 'workspace.lock'),
    holder: join(root, 'workspace.holder.json'),
  };
}

/** Where the vault keeps the bytes of a hash. */
export function blobPath(vault: string, sha256: string): string {
  return join(vault, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}
