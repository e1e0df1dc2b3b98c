import type {
  App,
  BrowserWindowConstructorOptions,
  CreateFromBitmapOptions,
  Dialog,
  Display,
  MenuItemConstructorOptions,
  NativeTheme,
  NotificationConstructorOptions,
  PowerMonitor,
  Rectangle,
  Screen,
  Tray,
  WebContents,
} from 'electron';
import type { Electron } from '../../../main/hosts/electron/electron-api.ts';
import { eventsOf, preventable } from './events.ts';
import { createIpc, type IpcDouble } from './ipc.ts';
import { MessageChannelMainDouble } from './ports.ts';
import { createSession, type SessionDouble } from './session.ts';
import { refuseUnknown, strict } from './strict.ts';
import { openWindow, type WindowDouble } from './window.ts';

/** A display of the double's computer. */
export function display(id: number, bounds: Rectangle, scaleFactor = 1): Display {
  const workArea = { ...bounds, height: bounds.height - 40 };
  return { id, bounds, workArea, scaleFactor } as Display;
}

export interface WorldOptions {
  readonly displays?: readonly Display[];
  /** False where another instance runs already. */
  readonly isFirst?: boolean;
  /** False where the system has no place for an icon. */
  readonly hasTray?: boolean;
  readonly isPackaged?: boolean;
  readonly isDark?: boolean;
  /** What the system has of the program among what starts at login. */
  readonly login?: Partial<World['login']>;
}

interface ShownNotification {
  readonly title: string;
  readonly body: string;
  click(): void;
}

/** Electron as a test sees it from the outside: a computer with a person at it. */
export interface World {
  readonly electron: Electron;
  readonly ipc: IpcDouble;
  readonly session: SessionDouble;
  readonly request: SessionDouble['request'];
  readonly windows: readonly WindowDouble[];
  forget(window: WindowDouble): void;
  /** The engine is ready: what `whenReady` waits for. */
  becomeReady(): Promise<void>;
  readonly app: {
    readonly name: string;
    readonly paths: ReadonlyMap<string, string>;
    readonly switches: ReadonlyMap<string, string>;
    readonly isSandboxed: boolean;
    readonly hasQuit: boolean;
    readonly hostResolver: object | null;
    readonly lockData: unknown;
    /** Resolves when the process is gone. */
    readonly gone: Promise<void>;
    /** Another start on the same profile. */
    startAgain(data: unknown): void;
    /** The person picks the program in the Dock. */
    activate(): void;
    /** The person, or the system, asks it to quit. */
    quit(): void;
  };
  readonly menu: {
    items: readonly MenuItemConstructorOptions[];
    popups: (readonly MenuItemConstructorOptions[])[];
  };
  readonly tray: {
    isThere: boolean;
    toolTip: string;
    items: readonly MenuItemConstructorOptions[];
    click(): void;
  };
  readonly notifications: readonly ShownNotification[];
  readonly dialogs: {
    /** What the person answers to the next folder dialog; null cancels. */
    answerFolder: string | null;
    readonly folderAsked: object[];
    readonly messages: { readonly message: string; readonly detail: string }[];
  };
  /** The number on the program's icon. */
  readonly badge: { count: number };
  /** The menu of the program in the Dock of a Mac. */
  readonly dock: { items: readonly MenuItemConstructorOptions[] };
  /** What starts at login, as the system keeps it. */
  readonly login: {
    isOn: boolean;
    args: readonly string[];
    /** A person has switched it off, or has yet to allow it, in the system's own settings. */
    isStopped: boolean;
    wasOpened: boolean;
  };
  readonly theme: { source: string };
  readonly power: { suspend(): void; resume(): void; shutdown(): void };
  setDisplays(displays: readonly Display[]): void;
}

const APP_EVENTS = [
  ...['before-quit', 'will-quit', 'window-all-closed', 'activate', 'second-instance'],
  'web-contents-created',
];

export function createWorld(options: WorldOptions = {}): World {
  let isReady = false;
  const needsReady = (name: string): void => {
    if (!isReady) throw new Error(`${name} can only be used after app is ready`);
  };
  const beforeReady = (name: string): void => {
    if (isReady) throw new Error(`${name} can only be used before app is ready`);
  };
  const ready = Promise.withResolvers<void>();
  const gone = Promise.withResolvers<void>();
  const ipc = createIpc();
  const session = createSession(() => isReady);
  const windows: WindowDouble[] = [];
  let displays: readonly Display[] = options.displays ?? [
    display(1, { x: 0, y: 0, width: 1920, height: 1080 }),
  ];
  let isQuitting = false;

  const known = {
    name: 'Electron',
    paths: new Map<string, string>(),
    switches: new Map<string, string>(),
    isSandboxed: false,
    hasQuit: false,
    hostResolver: null as object | null,
    lockData: undefined as unknown,
  };

  const badge = { count: 0 };
  const dock: World['dock'] = { items: [] };
  const login = { isOn: false, args: [], isStopped: false, wasOpened: false, ...options.login };
  const templates = new WeakMap<object, readonly MenuItemConstructorOptions[]>();

  const appEvents = eventsOf<App>(APP_EVENTS, () => app);
  function quit(): void {
    if (known.hasQuit) return;
    if (!isReady) {
      known.hasQuit = true;
      gone.resolve();
      return;
    }
    const asked = preventable({});
    appEvents.emit('before-quit', asked);
    if (asked.defaultPrevented) return;
    isQuitting = true;
    for (const window of [...windows]) {
      if (window.close()) continue;
      isQuitting = false;
      return;
    }
    const leaving = preventable({});
    appEvents.emit('will-quit', leaving);
    if (leaving.defaultPrevented) return;
    known.hasQuit = true;
    gone.resolve();
  }
  const app = strict('app', {
    ...appEvents.methods,
    isPackaged: options.isPackaged ?? false,
    setName: (name) => {
      known.name = name;
    },
    setPath: (name, path) => {
      beforeReady('app.setPath of userData');
      known.paths.set(name, path);
    },
    requestSingleInstanceLock: (data) => {
      if (!known.paths.has('userData'))
        throw new Error('the lock would lie in the profile of every Electron program');
      known.lockData = data;
      return options.isFirst ?? true;
    },
    commandLine: strict('commandLine', {
      appendSwitch: (name: string, value = '') => {
        beforeReady('commandLine.appendSwitch');
        if (!/^[a-z][a-z0-9-]*$/.test(name)) throw new Error(`no switch is called ${name}`);
        known.switches.set(name, value);
      },
    }) as unknown as App['commandLine'],
    enableSandbox: () => {
      beforeReady('app.enableSandbox');
      known.isSandboxed = true;
    },
    setAppUserModelId: () => undefined,
    setAboutPanelOptions: () => undefined,
    setBadgeCount: (count = 0) => {
      needsReady('app.setBadgeCount');
      badge.count = count;
      return true;
    },
    dock: strict('dock', {
      setMenu: (built: object) => {
        dock.items = templates.get(built) ?? [];
      },
    }) as unknown as NonNullable<App['dock']>,
    getLoginItemSettings: (asked = {}) => {
      const isOurs = login.args.join(' ') === (asked.args ?? []).join(' ');
      return {
        openAtLogin: login.isOn && isOurs,
        wasOpenedAtLogin: login.wasOpened,
        status: login.isOn ? (login.isStopped ? 'requires-approval' : 'enabled') : 'not-registered',
        executableWillLaunchAtLogin: login.isOn && !login.isStopped,
        launchItems: [],
      };
    },
    setLoginItemSettings: ({ openAtLogin = false, args = [] }) => {
      Object.assign(login, { isOn: openAtLogin, args, isStopped: false });
    },
    configureHostResolver: (resolver) => {
      needsReady('app.configureHostResolver');
      known.hostResolver = resolver;
    },
    whenReady: () => ready.promise,
    quit,
  } satisfies Partial<App>) as unknown as App;

  class BrowserWindowDouble {
    constructor(windowOptions: BrowserWindowConstructorOptions = {}) {
      needsReady('BrowserWindow');
      const opened = openWindow(world, windowOptions);
      windows.push(opened);
      appEvents.emit('web-contents-created', {}, opened.contents);
      return opened.window;
    }
    static fromWebContents(contents: WebContents) {
      return windows.find((each) => each.contents === contents)?.window ?? null;
    }
  }

  const menu: World['menu'] = { items: [], popups: [] };
  const ROLES_AND_KEYS: readonly (keyof MenuItemConstructorOptions)[] = [
    ...(['role', 'label', 'type', 'click', 'accelerator', 'submenu', 'enabled'] as const),
  ];
  const Menu = strict('Menu', {
    buildFromTemplate: (template: readonly MenuItemConstructorOptions[]) => {
      const check = (items: readonly MenuItemConstructorOptions[]): void => {
        for (const item of items) {
          refuseUnknown('a menu item', item, ROLES_AND_KEYS);
          if (Array.isArray(item.submenu)) check(item.submenu);
        }
      };
      check(template);
      const built = strict('Menu', { popup: () => void menu.popups.push(template) });
      templates.set(built, template);
      return built;
    },
    setApplicationMenu: (built: object | null) => {
      menu.items = built === null ? [] : (templates.get(built) ?? []);
    },
  });

  const trayEvents = eventsOf<Tray>(['click'], () => ({}));
  const tray: World['tray'] = {
    isThere: false,
    toolTip: '',
    items: [],
    click: () => trayEvents.emit('click'),
  };
  class TrayDouble {
    constructor(image: unknown) {
      needsReady('Tray');
      if (options.hasTray === false) throw new Error('there is no place for an icon');
      if (image === null) throw new TypeError('a tray needs an image');
      tray.isThere = true;
      return strict<Pick<Tray, 'on' | 'setToolTip' | 'setContextMenu'>>('Tray', {
        on: trayEvents.methods.on,
        setToolTip: (text) => {
          tray.toolTip = text;
        },
        setContextMenu: (built) => {
          tray.items = built === null ? [] : (templates.get(built) ?? []);
        },
      });
    }
  }

  const notifications: ShownNotification[] = [];
  const NOTIFICATION_OPTIONS: readonly (keyof NotificationConstructorOptions)[] = ['title', 'body'];
  class NotificationDouble {
    constructor(shown: NotificationConstructorOptions = {}) {
      needsReady('Notification');
      refuseUnknown('Notification', shown, NOTIFICATION_OPTIONS);
      const events = eventsOf<InstanceType<Electron['Notification']>>(
        ['click', 'close', 'failed', 'show'],
        () => ({}),
      );
      const parts = strict('Notification', {
        on: events.methods.on,
        show: () => {
          notifications.push({
            title: shown.title ?? '',
            body: shown.body ?? '',
            click: () => events.emit('click', {}),
          });
          // The system says so in its own time.
          queueMicrotask(() => events.emit('show', {}));
        },
      });
      return parts;
    }
    static isSupported() {
      return true;
    }
  }

  const dialogs: World['dialogs'] = { answerFolder: null, folderAsked: [], messages: [] };
  const dialog = strict('dialog', {
    showOpenDialog: (_window: unknown, asked: object) => {
      needsReady('dialog');
      dialogs.folderAsked.push(asked);
      const { answerFolder } = dialogs;
      return Promise.resolve({
        canceled: answerFolder === null,
        filePaths: answerFolder === null ? [] : [answerFolder],
      });
    },
    showMessageBox: (
      _window: unknown,
      { message = '', detail = '' }: { message?: string; detail?: string },
    ) => {
      needsReady('dialog');
      dialogs.messages.push({ message, detail });
      return Promise.resolve({ response: 0, checkboxChecked: false });
    },
  } satisfies Partial<Record<keyof Dialog, unknown>>);

  const theme = { source: 'system' };
  const nativeTheme = strict('nativeTheme', {
    get themeSource() {
      return theme.source as NativeTheme['themeSource'];
    },
    set themeSource(source) {
      theme.source = source;
    },
    get shouldUseDarkColors() {
      return theme.source === 'dark' || (theme.source === 'system' && options.isDark === true);
    },
  } satisfies Partial<NativeTheme>);

  const powerEvents = eventsOf<PowerMonitor>(['suspend', 'resume', 'shutdown', 'unlock-screen'], () => ({}));
  const screenEvents = eventsOf<Screen>(['display-added', 'display-removed'], () => ({}));
  const screen = strict(
    'screen',
    {
      on: screenEvents.methods.on,
      getAllDisplays: () => [...displays],
      getPrimaryDisplay: () => displays[0] as Display,
    } satisfies Partial<Screen>,
    () => needsReady('screen'),
  );

  const electron = strict('electron', {
    app,
    BrowserWindow: BrowserWindowDouble,
    dialog,
    ipcMain: ipc.ipcMain,
    Menu,
    MessageChannelMain: MessageChannelMainDouble,
    nativeImage: strict('nativeImage', {
      createFromPath: (path: string) => ({ path }),
      createFromBitmap: (pixels: Buffer, { width, height }: CreateFromBitmapOptions) => {
        if (pixels.length !== width * height * 4) throw new RangeError('a bitmap has four bytes a dot');
        return { pixels };
      },
    }),
    nativeTheme,
    Notification: NotificationDouble,
    powerMonitor: strict('powerMonitor', { on: powerEvents.methods.on }, () => needsReady('powerMonitor')),
    protocol: session.protocol,
    screen,
    session: strict('session', {
      get defaultSession() {
        needsReady('session.defaultSession');
        return session.session;
      },
    }),
    Tray: TrayDouble,
  } satisfies Record<keyof Electron, unknown>) as unknown as Electron;

  const world: World = {
    electron,
    ipc,
    session,
    request: session.request,
    windows,
    forget: (window) => {
      windows.splice(windows.indexOf(window), 1);
      if (windows.length === 0 && !isQuitting) appEvents.emit('window-all-closed');
    },
    becomeReady: async () => {
      isReady = true;
      ready.resolve();
      await ready.promise;
    },
    app: {
      ...known,
      get name() {
        return known.name;
      },
      get isSandboxed() {
        return known.isSandboxed;
      },
      get hasQuit() {
        return known.hasQuit;
      },
      get hostResolver() {
        return known.hostResolver;
      },
      get lockData() {
        return known.lockData;
      },
      gone: gone.promise,
      startAgain: (data) => appEvents.emit('second-instance', {}, [], '/', data),
      activate: () => appEvents.emit('activate', {}, windows.length > 0),
      quit,
    },
    menu,
    tray,
    notifications,
    dialogs,
    badge,
    dock,
    login,
    theme,
    power: {
      suspend: () => powerEvents.emit('suspend'),
      resume: () => powerEvents.emit('resume'),
      shutdown: () => powerEvents.emit('shutdown'),
    },
    setDisplays: (changed) => {
      const grew = changed.length > displays.length;
      displays = changed;
      screenEvents.emit(grew ? 'display-added' : 'display-removed');
    },
  };
  return world;
}
