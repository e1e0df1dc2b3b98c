/**
 * Builds what the hosts serve and start, into `dist/`:
 *
 *   dist/renderer/      the window, with the fonts     dist/rulebook.json   the packs, checked and compiled
 *   dist/main/*.js      hosts and workers              dist/example-case.yaml   the example case, checked
 *   dist/icons/         of the desktop window
 *   dist/build.json     a hash of the sources; written last, so a build that died half-way counts as none
 *
 * `--if-needed` returns at once when the sources still have the hash in `dist/build.json`.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { withBuildLock } from './build-lock.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIST = join(ROOT, 'dist');

const SOURCE_FOLDERS = ['main', 'renderer', 'shared'];
const SOURCE_FILES = [
  'package.json',
  'package-lock.json',
  '.config/build.ts',
  '.config/vite.node.config.ts',
  '.config/vite.renderer.config.ts',
];

/** `@2x` is what the engine takes by itself on a dense display. */
const ICONS = [
  ['window.png', 256],
  ['tray.png', 16],
  ['tray@2x.png', 32],
] as const;

/** What a build writes and the next one finds; its own mark is not among them. */
const KEPT = new Set(['main', 'renderer', 'icons', 'rulebook.json', 'example-case.yaml']);

/** The parts a change can concern; `dev` rebuilds only those. */
export type BuildPart = 'renderer' | 'main' | 'rulebook' | 'example' | 'icons';
const ALL_PARTS: readonly BuildPart[] = ['main', 'rulebook', 'example', 'icons', 'renderer'];

/** SHA-256 over the paths and bytes of everything a build reads from this repository. */
export async function hashSources(): Promise<string> {
  const files = SOURCE_FILES.filter((path) => existsSync(join(ROOT, path)));
  for (const folder of SOURCE_FOLDERS) {
    if (!existsSync(join(ROOT, folder))) continue;
    for (const entry of await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) files.push(relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'));
    }
  }
  const hash = createHash('sha256');
  for (const path of files.sort()) {
    hash
      .update(`${path}\0`)
      .update(await readFile(join(ROOT, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

async function builtHash(): Promise<string | null> {
  try {
    const { hash } = JSON.parse(await readFile(join(DIST, 'build.json'), 'utf8')) as { hash?: unknown };
    return typeof hash === 'string' ? hash : null;
  } catch {
    return null;
  }
}

async function buildRenderer(): Promise<string> {
  if (!existsSync(join(ROOT, 'renderer/index.html')))
    return 'skipped: renderer/index.html does not exist yet';
  const { build } = await import('vite');
  await build({ configFile: join(ROOT, '.config/vite.renderer.config.ts'), logLevel: 'warn' });
  return 'dist/renderer';
}

async function buildMain(): Promise<string> {
  const { build } = await import('vite');
  const { default: config, absentNodeEntries, preloadConfig } = await import('./vite.node.config.ts');
  const missing = absentNodeEntries.length === 0 ? '' : ` (not there yet: ${absentNodeEntries.join(', ')})`;
  const input = config.build?.rolldownOptions?.input ?? {};
  if (Object.keys(input).length === 0) return `skipped${missing}`;
  await build({ ...config, configFile: false, logLevel: 'warn' });
  if (preloadConfig !== null) await build({ ...preloadConfig, configFile: false, logLevel: 'warn' });
  return `dist/main${missing}`;
}

async function buildRulebook(): Promise<string> {
  const compiler = join(ROOT, 'main/features/rulebook/compile-packs.ts');
  if (!existsSync(compiler)) return 'skipped: main/features/rulebook/compile-packs.ts does not exist yet';
  const { compilePacksFromDisk } = (await import(pathToFileURL(compiler).href)) as {
    compilePacksFromDisk: (packsDir: string) => Promise<{ json: string }>;
  };
  const { json } = await compilePacksFromDisk(join(ROOT, 'shared/rulebook/packs'));
  await writeFile(join(DIST, 'rulebook.json'), json);
  return 'dist/rulebook.json';
}

async function copyExample(): Promise<string> {
  const source = join(ROOT, 'shared/example/example-case.yaml');
  if (!existsSync(source)) return 'skipped: shared/example/example-case.yaml does not exist';
  const { readExample } = await import('../shared/example/index.ts');
  const text = await readFile(source, 'utf8');
  readExample(text);
  await writeFile(join(DIST, 'example-case.yaml'), text);
  return 'dist/example-case.yaml';
}

/** The mark in the sizes that the system asks a running program for; it reads no SVG. Small ones have a drawing of their own. */
async function drawIcons(): Promise<string> {
  if (!existsSync(join(ROOT, 'renderer/app/icon.svg')))
    return 'skipped: renderer/app/icon.svg does not exist';
  const { default: sharp } = await import('sharp');
  await mkdir(join(DIST, 'icons'), { recursive: true });
  for (const [name, size] of ICONS) {
    const drawing = size > 32 ? '.config/pack/icon.svg' : 'renderer/app/icon.svg';
    await sharp(join(ROOT, drawing), { density: 300 })
      .resize(size, size)
      .png()
      .toFile(join(DIST, 'icons', name));
  }
  return 'dist/icons';
}

const STEPS: Readonly<Record<BuildPart, () => Promise<string>>> = {
  main: buildMain,
  rulebook: buildRulebook,
  example: copyExample,
  icons: drawIcons,
  renderer: buildRenderer,
};

/** Builds the given parts (all of them unless told) and records the hash the sources had when it began. */
export async function buildAll(parts: readonly BuildPart[] = ALL_PARTS): Promise<void> {
  const hash = await hashSources();
  await mkdir(DIST, { recursive: true });
  // With what a build of another form left behind: all of dist/ is packed.
  for (const name of await readdir(DIST))
    if (!KEPT.has(name)) await rm(join(DIST, name), { recursive: true, force: true });
  for (const part of ALL_PARTS.filter((candidate) => parts.includes(candidate))) {
    const started = performance.now();
    const outcome = await STEPS[part]();
    console.log(
      `build  ${part.padEnd(8)}  ${outcome}  ${((performance.now() - started) / 1000).toFixed(1)} s`,
    );
  }
  await writeFile(join(DIST, 'build.json'), `${JSON.stringify({ hash })}\n`);
}

/** Builds unless `dist/` already is what these sources give. */
export async function buildIfNeeded(): Promise<void> {
  if ((await builtHash()) === (await hashSources())) return;
  await withBuildLock(async () => {
    if ((await builtHash()) === (await hashSources())) return;
    await buildAll();
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await (process.argv.includes('--if-needed') ? buildIfNeeded() : withBuildLock(() => buildAll()));
  } catch (error) {
    // The bundler's message names the file and the line; its stack names only the bundler.
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
