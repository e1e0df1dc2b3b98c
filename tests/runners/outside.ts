/**
 * `npm run test:outside [name …]`: what we export is read back by programs that are not ours.
 *
 * A module `tests/outside/<name>.outside.ts` exports `name`, `tools` (programs it needs), `aptPackages` (what brings
 * them on Debian), `run()`, which throws where something is wrong, and where it needs more than programs `missing()`, which
 * says what brings the rest. Something missing is no pass: it counts as skipped and is named.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { readArguments } from './arguments.ts';
import { loadModules } from './modules.ts';

interface OutsideTest {
  readonly name: string;
  readonly tools: readonly string[];
  readonly aptPackages: readonly string[];
  missing?(): Promise<readonly string[]>;
  run(): Promise<void>;
}

const FOLDERS = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
const ENDINGS = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
const isInstalled = (tool: string): boolean =>
  FOLDERS.some((folder) => ENDINGS.some((ending) => existsSync(join(folder, tool + ending))));

const { names } = readArguments(process.argv.slice(2), []);
const counts = { passed: 0, failed: 0, skipped: 0 };
const missingPackages = new Set<string>();

for (const each of await loadModules<OutsideTest>('outside', names)) {
  const missingTools = each.tools.filter((tool) => !isInstalled(tool));
  const missing = missingTools.length > 0 ? missingTools : ((await each.missing?.()) ?? []);
  if (missing.length > 0) {
    counts.skipped += 1;
    if (missingTools.length > 0) for (const name of each.aptPackages) missingPackages.add(name);
    console.log(`not run  ${each.name}  (missing: ${missing.join(', ')})`);
    continue;
  }
  const started = performance.now();
  try {
    await each.run();
    counts.passed += 1;
    console.log(`passed   ${each.name}  ${((performance.now() - started) / 1000).toFixed(1)} s`);
  } catch (error) {
    counts.failed += 1;
    console.log(`failed   ${each.name}`);
    console.log(
      (error instanceof Error ? (error.stack ?? error.message) : String(error)).replace(/^/gm, '    '),
    );
  }
}
if (missingPackages.size > 0) {
  console.log(
    `to run the rest: apt-get install --no-install-recommends ${[...missingPackages].sort().join(' ')}`,
  );
}
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed === 0 ? 0 : 1;
