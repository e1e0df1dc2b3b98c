import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { ElectronStore } from '../../../main/hosts/electron/electron-api.ts';
import { ROOT } from '../../runners/modules.ts';

/**
 * The real `electron-store`. It asks for `electron` when it is loaded, which would download it here; under the double it
 * gets an empty one, and works with the full paths that the shell gives it.
 */
export async function loadElectronStore(): Promise<ElectronStore> {
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron'
        ? { url: 'data:text/javascript,export default {}', format: 'module', shortCircuit: true }
        : next(specifier, context),
  });
  try {
    const address = pathToFileURL(join(ROOT, 'node_modules/electron-store/index.js')).href;
    return ((await import(address)) as { default: ElectronStore }).default;
  } finally {
    hooks.deregister();
  }
}
