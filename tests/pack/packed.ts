import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { ROOT } from '../runners/modules.ts';
import { builderTool } from './stub-electron.ts';

export type System = 'linux' | 'win32' | 'darwin';
export interface Target {
  readonly system: System;
  readonly arch: string;
}

/** How electron-builder calls a system, on its command line and in the names of its folders. */
const BUILDER_NAME: Readonly<Record<System, string>> = { linux: 'linux', win32: 'win', darwin: 'mac' };

export interface PackOptions {
  readonly project: string;
  readonly stub: string;
  readonly output: string;
  readonly systems: readonly System[];
  readonly architectures: readonly string[];
  /** What package.json calls its entry; our own configuration's where none is given. */
  readonly main?: string;
}

/** Runs electron-builder with the project's own configuration on a stub Electron, any door to the network shut. */
export function pack(options: PackOptions): Promise<{ readonly code: number; readonly output: string }> {
  const args = [
    join(ROOT, 'node_modules/electron-builder/cli.js'),
    ...['--projectDir', options.project, '--publish', 'never'],
    ...options.systems.flatMap((system) => [`--${BUILDER_NAME[system]}`, 'dir']),
    ...options.architectures.map((arch) => `--${arch}`),
    `--config.electronDist=${options.stub}`,
    `--config.directories.output=${options.output}`,
    ...(options.main === undefined ? [] : [`--config.extraMetadata.main=${options.main}`]),
  ];
  const nowhere = 'http://127.0.0.1:9';
  const child = spawn(process.execPath, args, {
    cwd: options.project,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...{
        HTTP_PROXY: nowhere,
        HTTPS_PROXY: nowhere,
        ELECTRON_GET_USE_PROXY: '1',
        npm_config_offline: 'true',
      },
      // No certificate of the person at this machine is to sign a stub.
      CSC_IDENTITY_AUTO_DISCOVERY: 'false',
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => (output += text));
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Where things lie in what `pack` made. */
export interface Packed {
  readonly folder: string;
  readonly program: string;
  readonly resources: string;
  readonly archive: string;
}

/** The parts of the unpacked program for one target. */
export function packedAt(output: string, { system, arch }: Target): Packed {
  const suffix = arch === 'x64' ? '' : `-${arch}`;
  const folder = join(output, `${BUILDER_NAME[system]}${suffix}${system === 'darwin' ? '' : '-unpacked'}`);
  const bundle = join(folder, 'AppealDesk.app');
  const resources = system === 'darwin' ? join(bundle, 'Contents/Resources') : join(folder, 'resources');
  const program = {
    linux: join(folder, 'appealdesk'),
    win32: join(folder, 'AppealDesk.exe'),
    darwin: bundle,
  }[system];
  return { folder, program, resources, archive: join(resources, 'app.asar') };
}

interface ArchiveTool {
  listPackage(archive: string, options: { isPack: boolean }): string[];
  extractAll(archive: string, folder: string): void;
  statFile(archive: string, path: string): object;
}
const archives = (): ArchiveTool => builderTool('@electron/asar') as ArchiveTool;

/** Every file of an archive, `/`-separated; those that lie beside it as real files are `outside`. */
export function filesIn(archive: string): { readonly all: string[]; readonly outside: string[] } {
  const tool = archives();
  const files = tool
    .listPackage(archive, { isPack: true })
    .map((line) => ({ outside: line.startsWith('unpack'), path: line.slice(line.indexOf(':') + 2).slice(1) }))
    .filter(({ path }) => !('files' in tool.statFile(archive, path)))
    .map(({ outside, path }) => ({ outside, path: path.split(sep).join('/') }));
  return {
    all: files.map(({ path }) => path).sort(),
    outside: files
      .filter(({ outside }) => outside)
      .map(({ path }) => path)
      .sort(),
  };
}

/** Lays an archive, with what lies beside it, out as plain files. */
export function unpack(archive: string, folder: string): void {
  archives().extractAll(archive, folder);
}

/** Every file below a folder, `/`-separated. */
export async function filesBelow(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** The fuses of a program, in Electron's order: true, false, or null where nothing was said. */
export async function fusesOf(program: string): Promise<Record<string, boolean | null>> {
  const tool = builderTool('@electron/fuses') as {
    getCurrentFuseWire(path: string): Promise<Record<string, number | string>>;
    FuseV1Options: Record<string, string | number>;
  };
  const wire = await tool.getCurrentFuseWire(program);
  const states: Record<string, boolean | null> = {};
  for (const [place, state] of Object.entries(wire)) {
    const name = tool.FuseV1Options[place];
    if (typeof name === 'string') states[name] = state === 0x31 ? true : state === 0x30 ? false : null;
  }
  return states;
}
