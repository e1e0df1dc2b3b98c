import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { temporaryHome } from '../../helpers/shell.ts';
import { ROOT } from '../../runners/modules.ts';

/** Loads the entry as Electron does, with the double where the program asks for `electron`. */
const LOADER = `
import { registerHooks } from 'node:module';
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: 'data:text/javascript,' + encodeURIComponent(
          'const e = globalThis.electronDouble; export default e.forStore; export const { ' + globalThis.electronNames.join(', ') + ' } = e.main;',
        ), format: 'module', shortCircuit: true }
      : next(specifier, context),
});
`;

it('the program’s entry file runs to its end before the engine is ready, and then opens a window', async () => {
  const home = await temporaryHome();
  const address = (path: string): string => JSON.stringify(pathToFileURL(join(ROOT, path)).href);
  const script = join(home, 'run.mjs');
  writeFileSync(
    script,
    `
const { createWorld } = await import(${address('tests/helpers/electron-double/world.ts')});
const world = createWorld();
const names = ['app','BrowserWindow','dialog','ipcMain','Menu','MessageChannelMain','nativeImage','nativeTheme',
  'Notification','powerMonitor','protocol','screen','session','Tray'];
globalThis.electronNames = names;
globalThis.electronDouble = { forStore: {}, main: Object.fromEntries(names.map((name) => [name, world.electron[name]])) };
${LOADER}
await import(${address('main/hosts/electron/main.ts')});
if (world.windows.length > 0) throw new Error('a window before the engine was ready');
await world.becomeReady();
console.log(JSON.stringify({ windows: world.windows.length, preload: world.windows[0].options.webPreferences.preload, userData: world.app.paths.get('userData') }));
world.app.quit();
await world.app.gone;
console.log('gone');
process.exit(0);
`,
  );
  const { stdout, stderr } = spawnSync(process.execPath, [script], {
    encoding: 'utf8',
    env: { ...process.env, APPEALDESK_HOME: home },
  });
  const [first = '{}', last] = stdout.trim().split('\n');
  expect(JSON.parse(first), stderr).toEqual({
    windows: 1,
    preload: join(ROOT, 'dist/main/preload.cjs'),
    userData: join(home, 'desktop'),
  });
  expect(last).toBe('gone');
});
