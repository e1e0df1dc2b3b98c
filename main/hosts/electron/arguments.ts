import { parseArgs } from 'node:util';
import { resolveTyped } from '../ports/index.ts';

/**
 * The folder after `--workspace`, whole; undefined where none was typed. The engine has switches of its own on the same
 * line, so what is not ours is passed over.
 */
export function readWorkspaceArgument(argv: readonly string[]): string | undefined {
  const { values } = parseArgs({
    args: argv.slice(1),
    options: { workspace: { type: 'string' } },
    strict: false,
  });
  return typeof values['workspace'] === 'string' && values['workspace'] !== ''
    ? resolveTyped(values['workspace'])
    : undefined;
}
