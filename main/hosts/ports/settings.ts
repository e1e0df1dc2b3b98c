import { existsSync, readFileSync, renameSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import Conf from 'conf';
import {
  DEFAULT_SETTINGS,
  settings as settingsSchema,
  type Settings,
} from '../../../shared/settings/index.ts';
import type { SettingsStore } from '../../workers/core-process.ts';
import { programVersion } from './places.ts';

/** What settings need of the file they lie in: `conf` in Node, `electron-store` (the same engine) in the shell. */
export interface SettingsFile {
  store: Record<string, unknown>;
  set(values: Partial<Record<string, unknown>>): void;
}

/** How both engines are told to open a file of settings. */
export interface SettingsFileOptions {
  readonly cwd: string;
  readonly name: string;
  readonly fileExtension: string;
  readonly projectVersion: string;
  readonly accessPropertiesByDotNotation: false;
  readonly migrations: Record<string, (file: SettingsFile) => void>;
}

/** Settings of this computer, and the damaged file that was set aside to open them, if there was one. */
export interface OpenedSettings extends SettingsStore {
  readonly setAside: string | null;
}

/**
 * What has to happen to a file of an older version, by the version that asks for it.
 *
 * Before 0.1.0 a value was written as it came (a zone was any text): what no longer fits goes, what nobody knows goes.
 */
const MIGRATIONS: SettingsFileOptions['migrations'] = {
  '0.1.0': (file) => {
    file.store = fitting(file.store);
  },
};

const openConf = ({ name, ...options }: SettingsFileOptions): SettingsFile =>
  new Conf<Record<string, unknown>>({ ...options, configName: name });

/**
 * Settings of this computer in a JSON file. A file that is no JSON is set aside under another name, never deleted, and
 * the defaults are used; so is the default for a single value that does not fit. Nothing here is case data.
 *
 * @param open the engine; `conf` unless told
 */
export function openSettings(
  file: string,
  open: (options: SettingsFileOptions) => SettingsFile = openConf,
): OpenedSettings {
  const setAside = setAsideDamaged(file);
  const opened = open({
    cwd: dirname(file),
    name: basename(file, extname(file)),
    fileExtension: extname(file).slice(1) || 'json',
    projectVersion: programVersion(),
    accessPropertiesByDotNotation: false,
    migrations: MIGRATIONS,
  });
  const read = (): Settings => ({ ...DEFAULT_SETTINGS, ...fitting(opened.store) });
  return {
    setAside,
    get: read,
    set: (patch) => {
      opened.set(fitting(patch));
      return read();
    },
  };
}

/** Where a file that is there but is no JSON object was moved to; null where the file is well, or there is none. */
export function setAsideDamaged(file: string): string | null {
  if (!existsSync(file) || isObjectFile(file)) return null;
  const extension = extname(file);
  const stem = file.slice(0, file.length - extension.length);
  let target = `${stem}.damaged${extension}`;
  for (let number = 2; existsSync(target); number += 1) target = `${stem}.damaged-${number}${extension}`;
  renameSync(file, target);
  return target;
}

function isObjectFile(file: string): boolean {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof content === 'object' && content !== null && !Array.isArray(content);
  } catch {
    return false;
  }
}

/** The values that the schema of their setting takes; the others are as if never set. */
function fitting(values: Readonly<Record<string, unknown>>): Partial<Settings> {
  return Object.fromEntries(
    Object.entries(settingsSchema.shape)
      .map(([name, schema]) => [name, schema.safeParse(values[name])] as const)
      .flatMap(([name, parsed]) => (parsed.success ? [[name, parsed.data]] : [])),
  );
}
