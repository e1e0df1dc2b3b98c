import { existsSync } from 'node:fs';
import { AppError } from '../../../shared/kernel/index.ts';
import type { Settings } from '../../../shared/settings/index.ts';
import { workspacePaths } from '../../workspace/paths.ts';
import { resolveTyped, type Places } from './places.ts';

/**
 * The workspace to open: the folder that was typed, else the one it was moved to, else the default place.
 *
 * @throws AppError NOT_FOUND where a moved workspace is not in its place (its disk is not plugged in): an empty one must
 *   never take its name.
 */
export function chosenWorkspace(typed: string | undefined, settings: Settings, places: Places): string {
  if (typed !== undefined) return resolveTyped(typed);
  const moved = settings.workspaceFolder;
  if (moved === '') return places.workspace;
  if (!existsSync(workspacePaths(moved).database))
    throw new AppError('NOT_FOUND', { kind: 'workspace', id: moved });
  return moved;
}
