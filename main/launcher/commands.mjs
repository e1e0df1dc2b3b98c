import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findElectron } from './electron-binary.mjs';
import { run } from './run-node.mjs';
import { start } from './start.mjs';

/** @typedef {{ root: string, node: string, args: readonly string[] }} Call */
/** @typedef {(call: Call) => Promise<number>} Command resolves to the exit code */

/** Rings whose tests run from source, so that naming one of them needs no build. */
const SOURCE_RINGS = /^tests[\\/](unit|property|contract|integration|house)\b/;

/**
 * @param {string} path
 * @param {readonly string[]} [fixed] arguments before the caller's own
 * @returns {Command}
 */
const script =
  (path, fixed = []) =>
  ({ root, node, args }) =>
    run(node, [join(root, path), ...fixed, ...args], { cwd: root });

/**
 * Lets Node keep what it compiles: what runs from source starts a third sooner the next time. Not for `bench`, which
 * measures starts.
 *
 * @param {string} root
 */
const keepCompiled = (root) => ({ NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node') });

/**
 * @param {string} path
 * @returns {Command}
 */
const scriptKept =
  (path) =>
  ({ root, node, args }) =>
    run(node, [join(root, path), ...args], { cwd: root, env: keepCompiled(root) });

/** @type {Command} */
async function test({ root, node, args }) {
  const named = args.filter((argument) => !argument.startsWith('-') && existsSync(join(root, argument)));
  const fromSource = named.length > 0 && named.every((path) => SOURCE_RINGS.test(path));
  if (!fromSource && existsSync(join(root, 'renderer/index.html'))) {
    const built = await run(node, [join(root, '.config/build.ts'), '--if-needed'], { cwd: root });
    if (built !== 0) return built;
  }
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  return run(node, [vitest, 'run', '--config', '.config/vitest.config.ts', ...args], {
    cwd: root,
    env: keepCompiled(root),
  });
}

/** @type {Command} */
async function testElectron({ root, node, args }) {
  // Without the program there is nothing to build for: the runner says so.
  if (findElectron(root) !== null) {
    const built = await run(node, [join(root, '.config/build.ts'), '--if-needed'], { cwd: root });
    if (built !== 0) return built;
  }
  return run(node, [join(root, 'tests/runners/test-electron.ts'), ...args], { cwd: root });
}

/** @type {Command} */
async function pack({ root, node, args }) {
  const built = await run(node, [join(root, '.config/build.ts'), '--if-needed'], { cwd: root });
  if (built !== 0) return built;
  const builder = join(root, 'node_modules/electron-builder/cli.js');
  return run(node, [builder, ...args, '--publish', 'never'], { cwd: root });
}

/** @type {ReadonlyMap<string, Command>} */
export const COMMANDS = new Map([
  ['start', start],
  ['dev', script('.config/dev.ts')],
  ['build', script('.config/build.ts')],
  ['test', test],
  ['test:outside', script('tests/runners/outside.ts')],
  ['test:electron', testElectron],
  ['soak', scriptKept('tests/runners/soak.ts')],
  ['check', script('.config/check.ts')],
  ['bench', script('tests/runners/bench.ts')],
  ['desk', scriptKept('main/hosts/desk/desk.ts')],
  ['pack', pack],
]);
