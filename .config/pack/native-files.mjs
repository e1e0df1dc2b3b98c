import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Arch } from 'electron-builder';

/**
 * electron-builder runs this before it packs: without the target's own database and picture libraries it would make an
 * installer without a complaint, and the program in it could not start.
 *
 * @param {import('electron-builder').BeforePackContext} context
 */
export default function requireNativeFiles({ arch, electronPlatformName, packager }) {
  const target = `${electronPlatformName}-${Arch[arch]}`;
  const missing = [`better-sqlite3/prebuilds/${target}.node`, `@img/sharp-${target}/package.json`].filter(
    (file) => !existsSync(join(packager.projectDir, 'node_modules', file)),
  );
  if (missing.length === 0) return;
  throw new Error(
    `Not packed: node_modules lacks ${missing.join(' and ')}. ` +
      `First: npm ci --os=${electronPlatformName} --cpu=${Arch[arch]}`,
  );
}
