import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chooseNode } from './choose-node.mjs';

/**
 * Where the npm package `node` keeps its program. On Windows `bin/node` is a text file left blank on purpose.
 *
 * @param {string} root
 * @param {NodeJS.Platform} [platform]
 */
export function packagedNodePath(root, platform = process.platform) {
  return join(root, 'node_modules', 'node', 'bin', platform === 'win32' ? 'node.exe' : 'node');
}

/**
 * @param {string} root the folder of package.json
 * @returns {{ path: string } | { problem: string }}
 */
export function findNode(root) {
  const path = packagedNodePath(root);
  let packaged = null;
  if (existsSync(path)) {
    const { stdout } = spawnSync(path, ['--version'], {
      encoding: 'utf8',
      timeout: 20_000,
      windowsHide: true,
    });
    packaged = { path, version: stdout ?? '' };
  }
  return chooseNode({ packaged, current: { path: process.execPath, version: process.version } });
}
