import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What a tool said about the planted files. */
export interface ToolRun {
  readonly code: number;
  readonly output: string;
}

/**
 * A small tree of its own under the real tool configs, in which rules can be broken without touching ours.
 *
 * `node_modules` is the real one, by link; `files` are all there is beside the configs.
 */
export class PlantedTree {
  readonly folder = mkdtempSync(join(tmpdir(), 'appealdesk-house-'));

  constructor(files: Readonly<Record<string, string>>) {
    for (const path of ['.config', 'package.json', 'tsconfig.json', '.prettierrc.json', '.prettierignore']) {
      cpSync(join(ROOT, path), join(this.folder, path), { recursive: true });
    }
    symlinkSync(join(ROOT, 'node_modules'), join(this.folder, 'node_modules'), 'junction');
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true });
      writeFileSync(join(this.folder, path), text);
    }
  }

  /** Runs a tool of node_modules in the tree. */
  run(tool: string, ...args: readonly string[]): ToolRun {
    const result = spawnSync(process.execPath, [join(this.folder, 'node_modules', tool), ...args], {
      cwd: this.folder,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
      maxBuffer: 64 * 2 ** 20,
    });
    return { code: result.status ?? 1, output: `${result.stdout}${result.stderr}` };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
