import { parseArgs } from 'node:util';
import { resolveTyped } from '../ports/index.ts';

/** The switch with which the system starts the program at login: without a window, beside the clock. */
export const HIDDEN = '--hidden';

/** Whether the program is to start without its window. */
export function readHiddenArgument(argv: readonly string[]): boolean {
  return argv.slice(1).includes(HIDDEN);
}

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
