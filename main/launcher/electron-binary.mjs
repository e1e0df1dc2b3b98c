import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Longest time without a new byte or line before a download counts as stuck. */
const STALL_MS = 15_000;

const packageFolder = (/** @type {string} */ root) => join(root, 'node_modules', 'electron');
const cacheFolder = (/** @type {string} */ root) => join(root, 'node_modules', '.cache', 'appealdesk');
const failureFile = (/** @type {string} */ root) => join(cacheFolder(root), 'electron.json');

/**
 * @param {string} path
 * @returns {string | null} null where there is no such file
 */
function readText(path) {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}

/**
 * @param {string} path
 * @returns {unknown} undefined where there is no such JSON file
 */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

const electronVersion = (/** @type {string} */ root) => {
  const manifest = /** @type {{ version?: string } | undefined} */ (
    readJson(join(packageFolder(root), 'package.json'))
  );
  return manifest?.version ?? null;
};

/**
 * Electron's program, found without importing the package, by the package's own rules: the installer writes `path.txt`
 * last, beside a `dist/version` that must be the package's, and `ELECTRON_OVERRIDE_DIST_PATH` names another folder.
 *
 * @param {string} root
 * @returns {string | null}
 */
export function findElectron(root) {
  const name = readText(join(packageFolder(root), 'path.txt'));
  const elsewhere = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (elsewhere) {
    const program = join(elsewhere, name ?? 'electron');
    return existsSync(program) ? program : null;
  }
  const dist = join(packageFolder(root), 'dist');
  const version = readText(join(dist, 'version'))?.replace(/^v/, '');
  if (name === null || version === undefined || version !== electronVersion(root)) return null;
  const program = join(dist, name);
  return existsSync(program) ? program : null;
}

/**
 * Why the last download of this very version failed, or null when there is nothing to remember.
 *
 * @param {string} root
 * @returns {string | null}
 */
export function recallFailure(root) {
  const version = electronVersion(root);
  if (version === null) return 'the package electron is not installed';
  const memory = /** @type {{ version?: string, reason?: string } | undefined} */ (
    readJson(failureFile(root))
  );
  return memory?.version === version ? (memory.reason ?? 'the download failed before') : null;
}

/**
 * Runs Electron's own installer once, in sight, and gives up when nothing has moved for 15 s.
 *
 * Its downloads go to a temp folder of ours, because the only honest sign of progress is that files grow.
 *
 * @param {{ root: string, node: string, stallMs?: number }} options
 * @returns {Promise<{ path: string } | { reason: string }>}
 */
export async function installElectron({ root, node, stallMs = STALL_MS }) {
  const temporary = join(cacheFolder(root), 'electron-download');
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  const reason = await runInstaller({ root, node, temporary, stallMs });
  rmSync(temporary, { recursive: true, force: true });
  const path = findElectron(root);
  if (path !== null) {
    rmSync(failureFile(root), { force: true });
    return { path };
  }
  const remembered = reason ?? 'the installer left no program';
  writeFileSync(failureFile(root), JSON.stringify({ version: electronVersion(root), reason: remembered }));
  return { reason: remembered };
}

/**
 * @param {{ root: string, node: string, temporary: string, stallMs: number }} options
 * @returns {Promise<string | null>} why it failed
 */
function runInstaller({ root, node, temporary, stallMs }) {
  const installer = join(packageFolder(root), 'install.js');
  if (!existsSync(installer)) return Promise.resolve('the package electron is not installed');
  return new Promise((resolve) => {
    const child = spawn(node, [installer], {
      cwd: root,
      // Its own bar would come after 30 s and write over ours.
      env: {
        ...process.env,
        TMPDIR: temporary,
        TEMP: temporary,
        TMP: temporary,
        ELECTRON_GET_NO_PROGRESS: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let lastMove = Date.now();
    let lastSize = 0;
    let lastLine = '';
    let stalled = false;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (/** @type {string} */ text) => {
        lastMove = Date.now();
        const error = /(?:Error|ERR)[^\n]*/.exec(text);
        if (lastLine === '' && error) lastLine = error[0].slice(0, 160);
      });
    }
    const timer = setInterval(() => {
      const size = folderSize(temporary) + folderSize(join(packageFolder(root), 'dist'));
      if (size !== lastSize) {
        lastSize = size;
        lastMove = Date.now();
        process.stderr.write(`\r${Math.round(size / 1_000_000)} MB `);
      } else if (Date.now() - lastMove > stallMs) {
        stalled = true;
        child.kill('SIGKILL');
      }
    }, 500);
    const finish = (/** @type {string | null} */ reason) => {
      clearInterval(timer);
      if (lastSize > 0) process.stderr.write('\n');
      resolve(reason);
    };
    child.once('error', (error) => finish(error.message));
    child.once('close', (code) => {
      if (stalled) finish(`no progress for ${Math.round(stallMs / 1000)} s`);
      else finish(code === 0 ? null : lastLine || `the installer ended with code ${code}`);
    });
  });
}

/** @param {string} folder */
function folderSize(folder) {
  if (!existsSync(folder)) return 0;
  let size = 0;
  for (const entry of readdirSync(folder, { recursive: true })) {
    try {
      const status = statSync(join(folder, String(entry)));
      if (status.isFile()) size += status.size;
    } catch {
      // A file that vanished between listing and looking is progress too.
    }
  }
  return size;
}
