import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLoopbackHost } from '../../main/hosts/loopback/index.ts';
import { rendererFolder } from '../../main/hosts/ports/index.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../shared/settings/index.ts';
import type { SettingsStore } from '../../main/workers/core-process.ts';

export interface StartHostOptions {
  /** An existing or new folder, which then stays; a temporary one, removed at close, where none is given. */
  readonly workspaceDir?: string;
  readonly settings?: Partial<Settings>;
  /** Another window than the built one. */
  readonly rendererDir?: string;
  readonly uploadLimit?: number;
  readonly workerUrl?: URL;
  readonly onRestart?: (cause: unknown) => void;
  readonly onLost?: (cause: unknown) => void;
}

export interface TestHost {
  /** Where the example workspace goes. */
  readonly exampleDir: string;
  readonly url: string;
  /** Good for one browser context. */
  readonly enterUrl: string;
  /** Another one. */
  readonly newEnterUrl: () => string;
  readonly workspaceDir: string;
  close(): Promise<void>;
}

/** Settings in memory. */
export function memorySettings(changed: Partial<Settings> = {}): SettingsStore {
  let settings: Settings = { ...DEFAULT_SETTINGS, ...changed };
  return { get: () => settings, set: (patch) => (settings = { ...settings, ...patch }) };
}

/** Starts the loopback host in this process, the core in its thread, from source where no other is named, with the built window. */
export async function startHost(options: StartHostOptions = {}): Promise<TestHost> {
  const temporary = await mkdtemp(join(tmpdir(), 'appealdesk-host-'));
  const exampleDir = join(temporary, 'example');
  const host = await startLoopbackHost({
    workspaceDir: options.workspaceDir ?? join(temporary, 'workspace'),
    exampleDir,
    settings: memorySettings(options.settings),
    rendererDir: options.rendererDir ?? rendererFolder(),
    events: { restarting: (cause) => options.onRestart?.(cause), lost: (cause) => options.onLost?.(cause) },
    ...(options.uploadLimit === undefined ? {} : { uploadLimit: options.uploadLimit }),
    ...(options.workerUrl === undefined ? {} : { workerUrl: options.workerUrl }),
  });
  return {
    url: host.url,
    enterUrl: host.enterUrl(),
    newEnterUrl: () => host.enterUrl(),
    workspaceDir: host.workspaceDir,
    exampleDir,
    close: async () => {
      await host.close();
      await rm(temporary, { recursive: true, force: true });
    },
  };
}
