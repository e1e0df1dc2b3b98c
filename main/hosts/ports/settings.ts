import { basename, dirname, extname } from 'node:path';
import Conf from 'conf';
import {
  DEFAULT_SETTINGS,
  settings as settingsSchema,
  type Settings,
} from '../../../shared/settings/index.ts';
import type { SettingsStore } from '../../workers/core-process.ts';

/**
 * Settings of this computer in a JSON file. A damaged file falls back to the defaults, and so does a single value that
 * no longer fits: nothing here is case data.
 */
export function openSettings(file: string): SettingsStore {
  const conf = new Conf<Record<string, unknown>>({
    cwd: dirname(file),
    configName: basename(file, extname(file)),
    fileExtension: extname(file).slice(1) || 'json',
    clearInvalidConfig: true,
    accessPropertiesByDotNotation: false,
  });
  const read = (): Settings => ({ ...DEFAULT_SETTINGS, ...fitting(conf.store) });
  return {
    get: read,
    set: (patch) => {
      conf.set(fitting(patch));
      return read();
    },
  };
}

/** The values that the schema of their setting takes; the others are as if never set. */
function fitting(values: Readonly<Record<string, unknown>>): Partial<Settings> {
  return Object.fromEntries(
    Object.entries(settingsSchema.shape)
      .map(([name, schema]) => [name, schema.safeParse(values[name])] as const)
      .flatMap(([name, parsed]) => (parsed.success ? [[name, parsed.data]] : [])),
  );
}
