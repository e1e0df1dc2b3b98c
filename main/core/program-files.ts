import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the program's own files lie: the source tree, or the folder the build wrote. */
export interface ProgramFiles {
  /** True when TypeScript runs as it is. */
  readonly source: boolean;
  readonly root: string;
}

/** Looks upwards from this file for the mark of either: `rulebook.json` in a build, `package.json` in the source. */
export function programFiles(): ProgramFiles {
  const here = fileURLToPath(import.meta.url);
  const source = here.endsWith('.ts');
  const mark = source ? 'package.json' : 'rulebook.json';
  for (let folder = dirname(here); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, mark))) return { source, root: folder };
  }
  throw new Error(`the program's own files are not where they should be: no ${mark} above ${here}`);
}
