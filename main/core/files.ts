import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../shared/kernel/index.ts';
import type { FileReference } from '../../shared/kernel/fields.ts';
import type { CallContext } from './context.ts';

/**
 * Where a file that was handed in lies. A browser page may name an upload only: a path from it would let any page that
 * got hold of the socket read this computer.
 */
export function resolveFile(context: CallContext, file: FileReference): string {
  if ('uploadId' in file) return join(context.services.workspace.paths.incoming, file.uploadId);
  if (context.session.trust === 'browser') throw new AppError('BAD_REQUEST', { reason: 'path-from-browser' });
  return file.path;
}

/**
 * Removes what was sent for a piece of work that is over, whatever came of it: nobody hands the same upload in twice. A
 * file that was given by its path is the person's own and stays.
 */
export async function dropUploads(context: CallContext, files: readonly FileReference[]): Promise<void> {
  for (const file of files) {
    if (!('uploadId' in file)) continue;
    // On Windows a thread that was just told to stop holds it open for a moment; the next start sweeps what is left.
    await rm(resolveFile(context, file), { force: true, maxRetries: 5, retryDelay: 100 }).catch(
      (error: unknown) => context.services.log.warn({ err: error }, 'an upload could not be removed'),
    );
  }
}
