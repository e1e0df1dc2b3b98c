import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { canRun, chooseNode, parseVersion } from '../../main/launcher/choose-node.mjs';
import { findElectron, installElectron, recallFailure } from '../../main/launcher/electron-binary.mjs';
import { findNode, packagedNodePath } from '../../main/launcher/find-node.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'appealdesk-launcher-'));
  cpSync(join(ROOT, 'main/launcher'), join(folder, 'main/launcher'), { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function launch(program: string, ...args: readonly string[]) {
  return spawnSync(program, [join(folder, 'main/launcher/launch.mjs'), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
}

/** A Node too old for us, where this machine has one: the real thing that a seller may have. */
function oldNode(): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
  return folders
    .filter((each) => each !== '' && !each.includes('node_modules'))
    .map((each) => join(each, process.platform === 'win32' ? 'node.exe' : 'node'))
    .find((path) => {
      const version = existsSync(path)
        ? parseVersion(spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout)
        : null;
      return version !== null && !canRun(version);
    });
}

describe('which Node runs AppealDesk', () => {
  const packaged = { path: '/app/node', version: 'v24.21.0' };

  test('the one npm brought, whatever started the launcher', () => {
    expect(chooseNode({ packaged, current: { path: '/usr/bin/node', version: 'v20.20.2' } })).toEqual({
      path: '/app/node',
    });
    expect(findNode(ROOT)).toEqual({ path: packagedNodePath(ROOT) });
  });

  test.each([
    ['v22.18.0', true],
    ['v22.17.1', false],
    ['v23.5.0', false],
    ['v23.6.0', true],
    ['v24.0.0', true],
    ['v26.1.0', true],
    ['v20.20.2', false],
  ])('without it, the machine’s own %s: %s', (version, works) => {
    const choice = chooseNode({ packaged: null, current: { path: '/usr/bin/node', version } });
    expect('path' in choice).toBe(works);
  });

  test('one that npm brought but that does not run here is passed over', () => {
    const broken = { path: '/app/node', version: '' };
    const choice = chooseNode({ packaged: broken, current: { path: '/usr/bin/node', version: 'v24.1.0' } });
    expect(choice).toEqual({ path: '/usr/bin/node' });
  });

  test('with none, one line says what to run', () => {
    const choice = chooseNode({ packaged: null, current: { path: '/usr/bin/node', version: 'v20.20.2' } });
    const problem = 'problem' in choice ? choice.problem : '';
    expect(problem).toContain('npm ci --include=optional');
    expect(problem).toContain('npm install-scripts approve node');
    expect(problem).not.toContain('\n');
  });

  const old = oldNode();
  test.skipIf(old === undefined)('a machine with only an old Node gets that line and exit code 1', () => {
    const { status, stderr, stdout } = launch(old ?? '', 'desk', 'cases.list', '{}');
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain('npm ci --include=optional');
  });

  test.skipIf(old === undefined)('the launcher itself runs on that old Node and hands over to ours', () => {
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
    write('main/hosts/desk/desk.ts', 'const major: string = process.versions.node; console.log(major);');
    expect(launch(old ?? '', 'desk').stdout).toMatch(/^24\./);
  });
});

describe('a command under the launcher', () => {
  test('gets its arguments as they are, and its exit code is the launcher’s', () => {
    write(
      'main/hosts/desk/desk.ts',
      'console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = 7;',
    );
    const { status, stdout } = launch(process.execPath, 'desk', 'cases.list', '{"a": "b c"}', '--attach');
    expect(JSON.parse(stdout)).toEqual(['cases.list', '{"a": "b c"}', '--attach']);
    expect(status).toBe(7);
  });

  test('gets the signal that would end the launcher, and ends in its own way', async () => {
    write(
      'main/hosts/desk/desk.ts',
      `process.on('SIGTERM', () => { console.log('closed'); process.exit(3); }); setInterval(() => {}, 1000); console.log('up');`,
    );
    const child = spawn(process.execPath, [join(folder, 'main/launcher/launch.mjs'), 'desk'], {
      stdio: 'pipe',
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (text.includes('up')) child.kill('SIGTERM');
    });
    expect(await once(child, 'close')).toEqual([3, null]);
    expect(output).toContain('closed');
  });

  test('that does not exist is answered with the list of those that do', () => {
    const { status, stderr } = launch(process.execPath, 'fly');
    expect(status).toBe(2);
    expect(stderr).toContain('start|dev|build|test');
  });

  test('every npm script of package.json is known', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const commands = readFileSync(join(ROOT, 'main/launcher/commands.mjs'), 'utf8');
    for (const [name, line] of Object.entries(scripts)) {
      expect(line).toBe(`node main/launcher/launch.mjs ${name}`);
      expect(commands).toContain(`['${name}', `);
    }
  });
});

describe('starting AppealDesk', () => {
  beforeEach(() => {
    write('.config/build.ts', '');
    write('dist/main/loopback.js', 'console.log("host", ...process.argv.slice(2)); process.exitCode = 5;');
    write('node_modules/electron/package.json', '{"version": "45.4.1"}');
    write('node_modules/electron/index.js', 'throw new Error("imported electron");');
  });

  const installer = (text: string): void => write('node_modules/electron/install.js', text);
  const failing = `console.error('Error: getaddrinfo ENOTFOUND github.com'); process.exit(1);`;

  test('a tree without the desktop window opens in a browser, with the arguments as they are', () => {
    installer('throw new Error("must not be tried")');
    const { status, stdout, stderr } = launch(process.execPath, 'start', '--port', '0');
    expect(stdout.trim()).toBe('host --port 0');
    expect(stderr).toBe('');
    expect(status).toBe(5);
  });

  test('without Electron’s program it tries once, says why and how to retry, and opens in a browser', () => {
    write('dist/main/electron.js', '');
    installer(failing);
    const first = launch(process.execPath, 'start');
    expect(first.stdout.trim()).toBe('host');
    expect(first.stderr).toContain('ENOTFOUND github.com');
    expect(first.stderr).toContain('npm start -- --install-electron');
    expect(first.stderr).toContain('ELECTRON_MIRROR');

    installer('throw new Error("must not be tried again")');
    const second = launch(process.execPath, 'start');
    expect(second.stdout.trim()).toBe('host');
    expect(second.stderr.trim().split('\n')).toHaveLength(1);
    expect(second.stderr).toContain('ENOTFOUND github.com');
  });

  test('asked to, it tries a failed download again, and forgets the failure when it works', () => {
    write('dist/main/electron.js', '');
    installer(failing);
    launch(process.execPath, 'start');
    expect(recallFailure(folder)).toContain('ENOTFOUND');
    installer(
      `const { mkdirSync, writeFileSync } = require('node:fs');
       mkdirSync(__dirname + '/dist', { recursive: true });
       writeFileSync(__dirname + '/dist/version', 'v45.4.1');
       writeFileSync(__dirname + '/dist/electron', '#!/bin/sh\\necho "window"\\n', { mode: 0o755 });
       writeFileSync(__dirname + '/path.txt', 'electron');`,
    );
    const again = launch(process.execPath, 'start', '--install-electron', '--port', '0');
    expect(findElectron(folder)).toBe(join(folder, 'node_modules/electron/dist/electron'));
    expect(recallFailure(folder)).toBeNull();
    if (process.platform !== 'win32') expect(again.stdout.trim()).toBe('window');
  });

  const program = (text: string): void => {
    write('dist/main/electron.js', '');
    write('node_modules/electron/path.txt', 'electron');
    write('node_modules/electron/dist/version', 'v45.4.1');
    write('node_modules/electron/dist/electron', `#!/bin/sh\n${text}\n`);
    chmodSync(join(folder, 'node_modules/electron/dist/electron'), 0o755);
  };

  test.skipIf(process.platform === 'win32')('with Electron’s program it opens the window in it', () => {
    program('echo "window $1"');
    expect(launch(process.execPath, 'start').stdout.trim()).toBe(
      `window ${join(folder, 'dist/main/electron.js')}`,
    );
  });

  test.skipIf(process.platform === 'win32')('a window that cannot open here gives way to the browser', () => {
    program('kill -TRAP $$');
    const { stdout, stderr } = launch(process.execPath, 'start');
    expect(stdout.trim()).toBe('host');
    expect(stderr).toContain('133');
  });

  test('a program of another version, or half unpacked, is none', () => {
    program('');
    expect(findElectron(folder)).not.toBeNull();
    write('node_modules/electron/dist/version', 'v44.0.0');
    expect(findElectron(folder)).toBeNull();
    write('node_modules/electron/dist/version', 'v45.4.1');
    rmSync(join(folder, 'node_modules/electron/path.txt'));
    expect(findElectron(folder)).toBeNull();
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', join(folder, 'node_modules/electron/dist'));
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(findElectron(folder)).toBe(join(folder, 'node_modules/electron/dist/electron'));
  });

  test('a download that stands still is given up and remembered for that version only', async () => {
    installer('setInterval(() => {}, 1000);');
    const outcome = await installElectron({ root: folder, node: process.execPath, stallMs: 600 });
    expect(outcome).toEqual({ reason: expect.stringContaining('no progress') as string });
    expect(recallFailure(folder)).toContain('no progress');
    expect(findElectron(folder)).toBeNull();
    write('node_modules/electron/package.json', '{"version": "45.5.0"}');
    expect(recallFailure(folder)).toBeNull();
  });
});

describe('where the download leads nowhere', () => {
  /** A mirror that takes every connection and never says a word: what a blocked GitHub looks like from an office. */
  async function silentMirror(): Promise<{
    readonly env: Record<string, string>;
    readonly asked: () => number;
  }> {
    let asked = 0;
    const server = createServer((socket) => {
      asked += 1;
      socket.on('error', () => undefined);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const env = {
      ELECTRON_MIRROR: `http://127.0.0.1:${port}/`,
      electron_config_cache: join(folder, 'cache'),
      NODE_USE_ENV_PROXY: '',
      ELECTRON_GET_USE_PROXY: '',
    };
    return { env, asked: () => asked };
  }

  beforeEach(() => {
    // Electron's own installer, in a folder of its own; what it needs is where it always is.
    cpSync(join(ROOT, 'node_modules/electron'), join(folder, 'node_modules/electron'), {
      recursive: true,
      filter: (path) => !/electron[\\/](dist|path\.txt|electron\.d\.ts)/.test(path),
    });
    for (const name of ['@electron', '@electron-internal'])
      symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name), 'junction');
    write('.config/build.ts', '');
    write('dist/main/electron.js', '');
    write('dist/main/loopback.js', 'console.log("host", ...process.argv.slice(2));');
  });

  test('Electron’s own installer is given up when nothing has moved for the time it is given', async () => {
    const { env, asked } = await silentMirror();
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    onTestFinished(() => void vi.unstubAllEnvs());
    const started = performance.now();
    const outcome = await installElectron({ root: folder, node: process.execPath, stallMs: 3_000 });
    expect(outcome).toEqual({ reason: 'no progress for 3 s' });
    expect(asked()).toBeGreaterThan(0);
    expect(performance.now() - started).toBeGreaterThan(3_000);
    expect(performance.now() - started).toBeLessThan(8_000);
  });

  test('npm start is in the browser within 20 s the first time, and at once from then on', async () => {
    const { env, asked } = await silentMirror();
    const start = async (): Promise<{ seconds: number; stdout: string; stderr: string }> => {
      const began = performance.now();
      const child = spawn(process.execPath, [join(folder, 'main/launcher/launch.mjs'), 'start'], {
        cwd: folder,
        env: { ...process.env, ...env },
        stdio: 'pipe',
      });
      let [stdout, stderr] = ['', ''];
      child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
      await once(child, 'close');
      return { seconds: (performance.now() - began) / 1000, stdout: stdout.trim(), stderr };
    };
    const first = await start();
    expect(first.stdout).toBe('host');
    expect(first.stderr).toContain('no progress for 15 s');
    expect(first.seconds).toBeLessThan(20);
    const before = asked();
    expect(before).toBeGreaterThan(0);
    const second = await start();
    expect(second.stdout).toBe('host');
    expect(second.stderr).toContain('npm start -- --install-electron');
    expect(second.seconds).toBeLessThan(5);
    expect(asked()).toBe(before);
  }, 60_000);
});
