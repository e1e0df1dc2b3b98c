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
