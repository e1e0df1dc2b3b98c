/**
 * `npm run check [-- <check> …]`: every rule of the house that a tool can hold, one line a check.
 *
 * `--write-notices` writes docs/third-party-notices.md anew instead of comparing it.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { licenceOffenders, noticesText, shippedPackages } from './licences.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const NOTICES = join(ROOT, 'docs/third-party-notices.md');

type Outcome = { readonly state: 'passed' | 'failed' | 'skipped'; readonly detail: string };
const passed: Outcome = { state: 'passed', detail: '' };

/** Runs a tool of node_modules under this Node; what it printed is the detail of a failure. */
function tool(path: string, args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, 'node_modules', path), ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text: string) => (output += text));
    }
    child.once('error', (error) => resolve({ state: 'failed', detail: error.message }));
    child.once('close', (code) => resolve(code === 0 ? passed : { state: 'failed', detail: output.trim() }));
  });
}

async function hasSources(folder: string): Promise<boolean> {
  if (!existsSync(join(ROOT, folder))) return false;
  return (await readdir(join(ROOT, folder), { recursive: true })).some((file) => /\.(tsx?|mjs)$/.test(file));
}

async function types(runtime: string): Promise<Outcome> {
  if (!(await hasSources(runtime))) return { state: 'skipped', detail: `${runtime}/ holds no sources yet` };
  return tool('typescript/bin/tsc', [
    ...['--noEmit', '--pretty', 'false', '-p', `.config/tsconfig.${runtime}.json`],
    ...['--incremental', '--tsBuildInfoFile', `node_modules/.cache/typescript/${runtime}.tsbuildinfo`],
  ]);
}

async function layers(): Promise<Outcome> {
  const folders = [];
  for (const folder of ['main', 'renderer', 'shared', 'tests'])
    if (await hasSources(folder)) folders.push(folder);
  return tool('dependency-cruiser/bin/dependency-cruiser.mjs', [
    ...['--config', '.config/dependency-cruiser.cjs', '--output-type', 'err-long', ...folders],
  ]);
}

async function licences(): Promise<Outcome> {
  const offenders = licenceOffenders(await shippedPackages(ROOT));
  return offenders.length === 0 ? passed : { state: 'failed', detail: offenders.join('\n') };
}

async function notices(): Promise<Outcome> {
  const wanted = await noticesText(ROOT, await shippedPackages(ROOT));
  if (process.argv.includes('--write-notices')) {
    await mkdir(join(ROOT, 'docs'), { recursive: true });
    await writeFile(NOTICES, wanted);
  }
  const found = existsSync(NOTICES) ? await readFile(NOTICES, 'utf8') : '';
  if (found.replace(/\r\n/g, '\n') === wanted) return passed;
  return {
    state: 'failed',
    detail: 'docs/third-party-notices.md is out of date: npm run check -- notices --write-notices',
  };
}

async function rulebook(): Promise<Outcome> {
  const compiler = join(ROOT, 'main/features/rulebook/compile-packs.ts');
  if (!existsSync(compiler)) return { state: 'skipped', detail: 'the pack compiler is not built yet' };
  const { compilePacksFromDisk } = (await import(pathToFileURL(compiler).href)) as {
    compilePacksFromDisk: (packsDir: string) => Promise<{ json: string }>;
  };
  await compilePacksFromDisk(join(ROOT, 'shared/rulebook/packs'));
  return passed;
}

const CHECKS: ReadonlyMap<string, () => Promise<Outcome>> = new Map([
  [
    'format',
    () =>
      tool('prettier/bin/prettier.cjs', [
        ...[
          '--check',
          '--log-level',
          'warn',
          '--cache',
          '--cache-location',
          'node_modules/.cache/prettier/check',
        ],
        '.',
      ]),
  ],
  ['types:shared', () => types('shared')],
  ['types:main', () => types('main')],
  ['types:renderer', () => types('renderer')],
  ['types:tests', () => types('tests')],
  [
    'lint',
    () => tool('eslint/bin/eslint.js', ['--config', '.config/eslint.config.js', '--max-warnings', '0', '.']),
  ],
  ['layers', layers],
  [
    'unused',
    () => tool('knip/bin/knip.js', ['--config', '.config/knip.json', '--no-progress', '--no-config-hints']),
  ],
  ['licences', licences],
  ['notices', notices],
  ['rulebook', rulebook],
]);

async function guarded(check: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await check();
  } catch (error) {
    return {
      state: 'failed',
      detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

const named = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const unknown = named.filter((name) => !CHECKS.has(name));
if (unknown.length > 0) {
  console.error(`no such check: ${unknown.join(', ')}; there are: ${[...CHECKS.keys()].join(', ')}`);
  process.exit(2);
}

const counts = { passed: 0, failed: 0, skipped: 0 };
for (const [name, check] of CHECKS) {
  if (named.length > 0 && !named.includes(name)) continue;
  const started = performance.now();
  const { state, detail } = await guarded(check);
  counts[state] += 1;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const [firstLine = ''] = detail.split('\n');
  console.log(
    `${state.padEnd(7)}  ${name.padEnd(14)}  ${seconds} s${state === 'skipped' ? `  ${firstLine}` : ''}`,
  );
  if (state === 'failed') console.log(detail.replace(/^/gm, '    '));
}
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed === 0 ? 0 : 1;
