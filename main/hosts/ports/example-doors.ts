import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { Client } from '../../../shared/contract/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import type { CoreProcess, ExampleDoor, SettingsStore } from '../../workers/core-process.ts';
import { systemClock } from '../../workers/system-ports.ts';
import type { CoreKeeper } from './core-keeper.ts';

export interface ExampleDoorsOptions {
  /** Where the example lies. The only folder that is ever removed, and only with our mark in it. */
  readonly folder: string;
  readonly settings: SettingsStore;
  readonly startOwn: () => Promise<CoreProcess>;
  readonly startExample: () => Promise<CoreProcess>;
  readonly replace: CoreKeeper['replace'];
  /** Another workspace is in place; its windows are about to come. */
  readonly onChange: (core: CoreProcess, isExample: boolean) => void | Promise<void>;
}

/** The way from the person's own workspace into the example, and the way back. */
export interface ExampleDoors {
  readonly beside: ExampleDoor;
  readonly inside: ExampleDoor;
}

export function createExampleDoors(options: ExampleDoorsOptions): ExampleDoors {
  const { folder, settings, startExample } = options;
  let isChanging = false;

  const change = async (
    to: () => Promise<CoreProcess>,
    isExample: boolean,
    afterwards: () => Promise<void>,
  ): Promise<() => void> => {
    if (isChanging) throw new AppError('CONFLICT', { reason: 'example-changing' });
    isChanging = true;
    try {
      let arrived: CoreProcess | null = null;
      const end = await options.replace(async () => (arrived = await to()));
      if (arrived !== null) await options.onChange(arrived, isExample);
      return () => {
        // What could not be removed is known as such and goes when the example is next asked for.
        void end()
          .then(afterwards)
          .catch(() => undefined);
      };
    } finally {
      isChanging = false;
    }
  };
  const refuse = (reason: string) => (): Promise<never> =>
    Promise.reject(new AppError('CONFLICT', { reason }));

  return {
    beside: {
      isOpen: false,
      open: () =>
        change(
          () => openMade(folder, startExample, settings),
          true,
          () => Promise.resolve(),
        ),
      leave: refuse('no-example-open'),
    },
    inside: {
      isOpen: true,
      open: refuse('no-example-here'),
      leave: (remove) =>
        change(options.startOwn, false, async () => {
          if (remove) await (await import('../../example/index.ts')).removeExample(folder);
        }),
    },
  };
}

/** Opens the example, made first where it is not there, or was not made or removed to the end. */
async function openMade(
  folder: string,
  start: () => Promise<CoreProcess>,
  settings: SettingsStore,
): Promise<CoreProcess> {
  // Only here: whoever never looks at the example needs none of it.
  const example = await import('../../example/index.ts');
  const state = await example.exampleState(folder);
  if (state === 'made') return await start();
  if (state === 'foreign') throw new AppError('CONFLICT', { reason: 'example-folder-taken', folder });
  if (state === 'unfinished') {
    await refuseInUse(start);
    await example.removeExample(folder);
  }
  await example.beginExample(folder);
  const core = await start();
  try {
    await overClient(core, (client) =>
      example.makeExample(
        client,
        join(folder, 'scratch'),
        settings.get().language,
        systemClock(() => '').now(),
      ),
    );
    await example.finishExample(folder);
    return core;
  } catch (error) {
    await core.close();
    await example.removeExample(folder).catch(() => undefined);
    throw example.toAppError(error);
  }
}

/** Another program may be making it this very moment. */
async function refuseInUse(start: () => Promise<CoreProcess>): Promise<void> {
  try {
    await (await start()).close();
  } catch (error) {
    if (error instanceof AppError && error.code === 'LOCKED') throw error;
  }
}

async function overClient(core: CoreProcess, work: (client: Client) => Promise<unknown>): Promise<void> {
  const port = core.connect({ trust: 'shell' });
  port.start();
  try {
    await work(createORPCClient(new RPCLink({ port })));
  } finally {
    port.close();
  }
}
