import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { onTestFinished, vi } from 'vitest';
import { runShell } from '../../main/hosts/electron/shell.ts';
import { defaultPlaces, type Places } from '../../main/hosts/ports/index.ts';
import { portTransport } from '../../renderer/api/port-transport.ts';
import type { Line } from '../../renderer/api/transport.ts';
import type { Client } from '../../shared/contract/index.ts';
import { ROOT } from '../runners/modules.ts';
import {
  createWorld,
  loadElectronStore,
  type PageDouble,
  type WindowDouble,
  type World,
  type WorldOptions,
} from './electron-double/index.ts';

const Store = await loadElectronStore();

/** A thread in the core's place that says nothing: for what the shell does whether or not there is a core. */
export const SILENT_CORE = new URL('../integration/hosts/silent-core.worker.ts', import.meta.url);

export interface StartShellOptions extends WorldOptions {
  readonly platform?: NodeJS.Platform;
  /** The folder of this person's things; a temporary one where none is given. */
  readonly home?: string;
  readonly workspace?: string;
  /** Started by the system at login. */
  readonly isHidden?: boolean;
  readonly workerUrl?: URL;
  readonly rendererDir?: string;
}

export interface TestShell {
  readonly world: World;
  readonly places: Places;
  readonly home: string;
  /** The window of the program. */
  window(): WindowDouble;
  /** Its page, once it is there. */
  page(): Promise<PageDouble>;
  /** A line of the page to the core, by the window's own code. */
  line(): Promise<Line & { readonly client: Client }>;
  /** A line that answers: one to a core that is just dying is dropped, as the window drops it. */
  answeringLine(): Promise<Line & { readonly client: Client }>;
  /** Resolves when the page has sent its next frame. */
  sending(): Promise<void>;
  /** Quits as a person does, and waits until the process would be gone. */
  quit(): Promise<void>;
}

export async function temporaryHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'appealdesk-shell-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  return home;
}

/** Starts the real shell, with the real core in its thread, on the double of Electron. */
export async function startShell(options: StartShellOptions = {}): Promise<TestShell> {
  const home = options.home ?? (await temporaryHome());
  const places = defaultPlaces({ platform: 'linux', environment: { APPEALDESK_HOME: home }, home });
  const world = createWorld(options);
  runShell(world.electron, Store, {
    platform: options.platform ?? 'linux',
    places,
    workspace: options.workspace,
    isHidden: options.isHidden === true,
    rendererDir: options.rendererDir ?? join(ROOT, 'renderer'),
    preload: join(ROOT, 'dist/main/preload.cjs'),
    icons: join(ROOT, 'dist/icons'),
    ...(options.workerUrl === undefined ? {} : { workerUrl: options.workerUrl }),
  });
  const quit = async (): Promise<void> => {
    world.app.quit();
    await world.app.gone;
  };
  onTestFinished(quit);
  await world.becomeReady();
  const window = (): WindowDouble => {
    const [first] = world.windows;
    if (first === undefined) throw new Error('there is no window');
    return first;
  };
  const page = (): Promise<PageDouble> => vi.waitFor(() => window().page(), { timeout: 10_000 });
  const line: TestShell['line'] = async () => {
    const { bridge, target } = await page();
    if (bridge === undefined) throw new Error('the page has no bridge');
    const opened = await portTransport(bridge, target).open();
    return { ...opened, client: createORPCClient(opened.link) };
  };
  return {
    world,
    places,
    home,
    window,
    page,
    line,
    answeringLine: () =>
      vi.waitFor(
        async () => {
          const opened = await line();
          await opened.client.system.info({});
          return opened;
        },
        { timeout: 20_000 },
      ),
    sending: () => window().page().sending(),
    quit,
  };
}
