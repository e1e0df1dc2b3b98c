import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const INSTALL_HINT =
  'No browser to test with: install Chrome, Chromium or Edge, or set CHROMIUM_PATH to one. ' +
  'One command that does it: npx playwright-core install chromium';

/** A browser that can be started, and what it needs to start. */
export interface FoundBrowser {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Where it came from, for messages. */
  readonly source: 'CHROMIUM_PATH' | 'installed' | '@sparticuz/chromium';
}

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const MAC_PROGRAMS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

function candidatePaths(): string[] {
  if (process.platform === 'darwin') return MAC_PROGRAMS;
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name]);
    return roots.flatMap((root) => (root ? WINDOWS_PROGRAMS.map((program) => join(root, program)) : []));
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Only the fonts packed with the browser: a picture must not depend on what the machine has. */
const fontsConfiguration = (folder: string): string =>
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;

/**
 * The Chromium that npm carries for Linux x64, inflated once under `node_modules/.cache` by version.
 *
 * A child process does it into a folder of its own, which then takes its final name: test files that start together
 * would otherwise see each other's half-written program. Its libraries (libnss3 and others, which a bare machine lacks)
 * lie beside it. Its `chromium.args` are never used: they switch web security off.
 */
async function inflateChromium(): Promise<FoundBrowser> {
  const manifest = readFileSync(join(ROOT, 'node_modules/@sparticuz/chromium/package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const cache = join(ROOT, 'node_modules/.cache/chromium');
  const folder = join(cache, version);
  if (!existsSync(join(folder, 'chromium'))) {
    const staging = join(cache, `${version}.${process.pid}`);
    await mkdir(staging, { recursive: true });
    const inflate = `const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath();`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', inflate], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, TMPDIR: staging, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
    });
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code !== 0) throw new Error('@sparticuz/chromium could not be unpacked');
    await writeFile(join(staging, 'fonts/fonts.conf'), fontsConfiguration(folder));
    try {
      await rename(staging, folder);
    } catch (error) {
      await rm(staging, { recursive: true, force: true });
      if (!existsSync(join(folder, 'chromium'))) throw error;
    }
  }
  const libraries = [join(folder, 'al2023/lib'), process.env['LD_LIBRARY_PATH']].filter((path) => path);
  return {
    executablePath: join(folder, 'chromium'),
    args: ['--headless=shell'],
    env: { LD_LIBRARY_PATH: libraries.join(':'), FONTCONFIG_PATH: join(folder, 'fonts') },
    source: '@sparticuz/chromium',
  };
}

/**
 * Finds the browser of this machine: CHROMIUM_PATH, then an installed Chromium, Chrome or Edge, then on Linux x64 the
 * one that npm carries. Elsewhere it fails with the one command that helps.
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`);
    return { executablePath: named, args: [], env: {}, source: 'CHROMIUM_PATH' };
  }
  const installed = candidatePaths().find((path) => existsSync(path));
  if (installed) return { executablePath: installed, args: [], env: {}, source: 'installed' };
  if (process.platform === 'linux' && process.arch === 'x64') return inflateChromium();
  throw new Error(INSTALL_HINT);
}

/** Starts the browser without a window; the caller closes it. Its sandbox is on, except for root, who cannot have one. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, args, env } = await findBrowser();
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return chromium.launch({
    executablePath,
    args: [...args],
    chromiumSandbox: process.getuid?.() !== 0,
    env: { ...Object.fromEntries(inherited), ...env },
  });
}
