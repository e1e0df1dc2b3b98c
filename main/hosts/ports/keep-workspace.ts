import type { CoreProcess, ExampleDoor, SettingsStore } from '../../workers/core-process.ts';
import { keepCore, type CoreKeeper, type CoreKeeperEvents } from './core-keeper.ts';
import { createExampleDoors } from './example-doors.ts';

/** What a core is started with beside its folder. */
export interface LentToCore {
  readonly settings: SettingsStore;
  readonly example?: ExampleDoor;
}

export interface KeepWorkspaceOptions {
  readonly settings: SettingsStore;
  /** Opens a core on the person's own workspace. */
  readonly openOwn: (lent: LentToCore) => Promise<CoreProcess>;
  /** Where the example lies, and how a core is opened on it; without it nobody is offered one. */
  readonly example?: {
    readonly folder: string;
    readonly open: (lent: LentToCore) => Promise<CoreProcess>;
  };
  readonly events: CoreKeeperEvents & {
    /** The example has taken the place of the person's own workspace, or the other way round. */
    readonly changed: (core: CoreProcess, isExample: boolean) => void | Promise<void>;
  };
}

/** Keeps a core on the person's own workspace, or on the example in its place for as long as they look at that. */
export async function keepWorkspace(options: KeepWorkspaceOptions): Promise<CoreKeeper> {
  const { settings, openOwn, example, events } = options;
  if (example === undefined) return await keepCore(() => openOwn({ settings }), events);
  const ofExample = exampleSettings(settings);
  const doors = createExampleDoors({
    folder: example.folder,
    settings,
    startOwn: () => openOwn({ settings, example: doors.beside }),
    startExample: () => example.open({ settings: ofExample, example: doors.inside }),
    replace: (start) => keeper.replace(start),
    onChange: (core, isExample) => events.changed(core, isExample),
  });
  const keeper = await keepCore(() => openOwn({ settings, example: doors.beside }), events);
  return keeper;
}

/**
 * The person's settings without their folders: the example neither backs up among their backups, nor writes into their
 * calendar, nor moves their workspace.
 */
function exampleSettings(settings: SettingsStore): SettingsStore {
  return {
    get: () => ({ ...settings.get(), backupFolder: '', calendarFolder: '', workspaceFolder: '' }),
    set: ({ backupFolder: _backups, calendarFolder: _calendar, workspaceFolder: _workspace, ...taste }) =>
      settings.set(taste),
  };
}
