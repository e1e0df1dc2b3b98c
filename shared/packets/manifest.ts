import { AppError } from '../kernel/index.ts';

/** One file of a manifest: path with `/`, relative to the folder in which the manifest lies. */
export interface ManifestEntry {
  readonly path: string;
  readonly sha256: string;
}

const HASH = /^[0-9a-f]{64}$/;

/**
 * The text of a manifest that `sha256sum -c` accepts, one line a file in the order given.
 *
 * A path with a backslash or a line break is written the GNU way: a backslash before the line, `\\`, `\n` and `\r`
 * inside it.
 *
 * @throws AppError BAD_REQUEST if a hash is not 64 lower-case hex characters, or a path is empty, absolute, holds NUL or
 *   climbs out of its folder.
 */
export function manifestText(entries: readonly ManifestEntry[]): string {
  return entries.map(manifestLine).join('');
}

function manifestLine({ path, sha256 }: ManifestEntry): string {
  const climbs = path.split('/').some((part) => part === '' || part === '.' || part === '..');
  if (!HASH.test(sha256) || climbs || path.includes('\0')) {
    throw new AppError('BAD_REQUEST', { path, sha256 });
  }
  if (!/[\\\n\r]/.test(path)) return `${sha256}  ${path}\n`;
  const escaped = path.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
  return `\\${sha256}  ${escaped}\n`;
}
