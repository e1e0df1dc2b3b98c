import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What is known of the computer; passed in, so that a test can be any computer. */
export interface Surroundings {
  readonly platform: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

const HERE: Surroundings = { platform: process.platform, environment: process.env, home: homedir() };
const NAME = 'AppealDesk';

/** Folders of this person on this computer. */
export interface Places {
  /** The workspace that is opened where none is named. */
  readonly workspace: string;
  /** The example workspace, beside it. */
  readonly example: string;
  readonly settingsFile: string;
  /** The profile of the browser window, apart from the daily browser with its plug-ins. */
  readonly browserProfile: string;
  /** What the desktop window's engine keeps for itself. */
  readonly desktopProfile: string;
}

/**
 * Where things lie by default: in the system's own place for a program's local data, never in Documents or on the
 * desktop, which OneDrive and iCloud copy behind our back.
 *
 * `APPEALDESK_HOME` moves all of them, for a portable folder or a test.
 */
export function defaultPlaces({ platform, environment, home }: Surroundings = HERE): Places {
  const moved = environment['APPEALDESK_HOME'];
  const data =
    moved !== undefined && moved !== '' ? moved : join(dataFolder(platform, environment, home), NAME);
  return {
    workspace: join(data, 'workspace'),
    example: join(data, 'example'),
    settingsFile: join(data, 'settings.json'),
    browserProfile: join(data, 'browser'),
    desktopProfile: join(data, 'desktop'),
  };
}

function dataFolder(platform: string, environment: Surroundings['environment'], home: string): string {
  if (platform === 'win32') return environment['LOCALAPPDATA'] || join(home, 'AppData', 'Local');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  return environment['XDG_DATA_HOME'] || join(home, '.local', 'share');
}

/** The program's own folder, found upwards from this file: the same from source and from the build. */
export function programFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

/** A path that a person typed: seen from the folder they typed it in, which npm leaves for the program's own. */
export function resolveTyped(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}

/** Where the build put the window. */
export function rendererFolder(): string {
  return join(programFolder(), 'dist', 'renderer');
}

/** The program's version, from its package. */
export function programVersion(): string {
  const { version } = JSON.parse(readFileSync(join(programFolder(), 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}
