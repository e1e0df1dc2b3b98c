import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DESKTOP_SCHEME } from '../../../shared/desktop/index.ts';
import { createTranslator } from '../../../shared/i18n/index.ts';
import type { Outlook } from '../../../shared/reminders/index.ts';
import type { Settings } from '../../../shared/settings/index.ts';
import type { WebHandler, WebPaths } from '../../web/index.ts';
import {
  startCore,
  type CoreProcess,
  type SettingsStore,
  type StartCoreOptions,
} from '../../workers/core-process.ts';
import { workspacePaths } from '../../workspace/paths.ts';
import {
  chosenWorkspace,
  hostWebHandler,
  keepWorkspace,
  openSettings,
  programVersion,
  showFolder,
  type LentToCore,
  type Places,
} from '../ports/index.ts';
import { createCoreSeat, type CoreSeat } from './core-seat.ts';
import { createCoreWatch } from './core-watch.ts';
import { serveDialogs } from './dialogs.ts';
import type { Electron, ElectronStore } from './electron-api.ts';
import { OUR_SCHEME, type ShellAct } from './guards.ts';
import { serveLines } from './lines.ts';
import { isStartedAtLogin, serveLoginItem } from './login-item.ts';
import { lockDown } from './lock-down.ts';
import { createMainWindow } from './main-window.ts';
import { menuTemplate } from './menu.ts';
import { createNotify } from './notifications.ts';
import { showPicture } from './picture-window.ts';
import { createProgramIcons } from './program-icons.ts';
import { endInOrder } from './quit.ts';
import { createSchemeHandler } from './scheme.ts';
import { STOPPED_ADDRESS, type StoppedPage } from './stopped-page.ts';
import { coreStopped, notOpened, pageStopped } from './stopped-words.ts';
import { nameAndValue, SWITCHES } from './switches.ts';
import { openWindowMemory } from './window-memory.ts';

export interface ShellOptions {
  readonly platform: NodeJS.Platform;
  readonly places: Places;
  /** The workspace that was typed, if one was. */
  readonly workspace: string | undefined;
  /** Whether it was started without anybody waiting for its window. */
  readonly isHidden: boolean;
  readonly rendererDir: string;
  readonly preload: string;
  /** The folder of `window.png` and `tray.png`. */
  readonly icons: string;
  /** The program of the core's thread; the core where none is named. */
  readonly workerUrl?: URL;
}

/** What of a start the running program is told when it is started a second time. */
interface SecondStart {
  readonly isHidden: boolean;
  readonly workspace?: string;
}

/**
 * AppealDesk in a window of its own: everything that has to be said before the engine is ready, then the rest.
 *
 * @param electron the engine, or whatever has its names
 * @param Store the engine's settings file
 */
export function runShell(electron: Electron, Store: ElectronStore, options: ShellOptions): void {
  const { app, protocol } = electron;
  const { places, workspace, isHidden } = options;
  mkdirSync(places.desktopProfile, { recursive: true });
  app.setName('AppealDesk');
  app.setPath('userData', places.desktopProfile);
  const secondStart: SecondStart = { isHidden, ...(workspace === undefined ? {} : { workspace }) };
  if (!app.requestSingleInstanceLock(secondStart)) {
    app.quit();
    return;
  }
  for (const text of SWITCHES) app.commandLine.appendSwitch(...nameAndValue(text));
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([OUR_SCHEME]);
  if (options.platform === 'win32') app.setAppUserModelId('io.appealdesk.app');
  void app.whenReady().then(() => start(electron, Store, options));
}

function start(electron: Electron, Store: ElectronStore, options: ShellOptions): void {
  const { app, dialog, nativeTheme, Menu } = electron;
  const { platform, places } = options;
  const devTools = !app.isPackaged;
  const windowIcon = join(options.icons, 'window.png');
  const opened = openSettings(places.settingsFile, (file) => new Store(file));
  let t = createTranslator(opened.get().language);
  const settings: SettingsStore = {
    get: opened.get,
    set: (patch) => {
      const changed = opened.set(patch);
      follow(changed);
      return changed;
    },
  };

  let stopped: StoppedPage | null = null;
  let web: WebHandler | null = null;
  let folder = '';
  const memory = openWindowMemory(join(places.desktopProfile, 'window.json'), Store);
  let isExample = false;
  let outlook: Outlook | null = null;
  const webOn = (paths: WebPaths): WebHandler => hostWebHandler({ rendererDir: options.rendererDir, paths });
  const open = (
    workspaceDir: string,
    lent: LentToCore,
    shows: Pick<StartCoreOptions, 'notify' | 'showOutlook'> = {},
  ): Promise<CoreProcess> =>
    startCore({
      workspaceDir,
      ...lent,
      ...shows,
      showFolder,
      version: programVersion(),
      hostName: 'desktop',
      ...(options.workerUrl === undefined ? {} : { workerUrl: options.workerUrl }),
    });
  const seat: CoreSeat = createCoreSeat(
    (events) => {
      isExample = false;
      return keepWorkspace({
        settings,
        openOwn: async (lent) => {
          folder = chosenWorkspace(options.workspace, settings.get(), places);
          // The page is served while its workspace opens; the example's page keeps its own until it is left.
          if (!isExample) web = webOn(workspacePaths(folder));
          return await open(folder, lent, { notify, showOutlook });
        },
        // What is due in the example is nobody's duty: it neither rings nor is it counted.
        example: { folder: places.example, open: (lent) => open(places.example, lent) },
        events: {
          ...events,
          changed: (core, example) => {
            isExample = example;
            drawIcons();
            web = webOn(core.paths);
            if (!isExample) watch.follow(core.connect({ trust: 'shell' }));
          },
        },
      });
    },
    {
      onRunning: (core) => {
        if (!isExample) watch.follow(core.connect({ trust: 'shell' }));
        if (stopped === null) return;
        stopped = null;
        window.load();
      },
      onRestarting: () =>
        void notify({ title: t('shell:restarted.title'), body: t('shell:restarted.body'), caseId: null }),
      onStopped: (cause, when) => {
        showOutlook(null);
        stopWith(when === 'later' ? coreStopped(t) : notOpened(cause, t));
        // A program that reminds no more is not to be found out about by chance.
        if (window.isAway()) window.show();
      },
    },
  );
  const ending = endInOrder(
    electron,
    () => window.keepPlace(),
    () => {
      return seat.close();
    },
  );
  const window = createMainWindow(electron, {
    memory,
    preload: options.preload,
    icon: windowIcon,
    devTools,
    title: () => t('app:name'),
    instead: () => (stopped === null ? null : STOPPED_ADDRESS),
    onClosing: () => {
      if (ending.hasBegun || !icons.isTrayRelied) return 'close';
      if (memory.isFirstHiding())
        void notify({ title: t('shell:tray.hidden.title'), body: t('shell:tray.hidden.body'), caseId: null });
      return 'hide';
    },
    onShown: () => drawIcons(),
    onSessionEnd: () => void seat.close(),
    onPageLost: () => stopWith(pageStopped(t)),
  });
  const notify = createNotify(electron, (path) => window.go(path));
  const watch = createCoreWatch({
    notify,
    translator: () => t,
    isLookedAt: () => window.isLookedAt(),
  });
  const icons = createProgramIcons(electron, {
    platform,
    icon: join(options.icons, 'tray.png'),
    translator: () => t,
    now: () => Date.now(),
    show: () => window.show(),
    go: (path) => window.go(path),
    quit: () => app.quit(),
    window: () => window.current(),
  });

  function showOutlook(told: Outlook | null): void {
    outlook = told;
    drawIcons();
  }
  function drawIcons(): void {
    icons.draw(isExample ? null : outlook);
  }
  function follow(changed: Settings): void {
    nativeTheme.themeSource = changed.theme;
    if (changed.language === t.language) return;
    t = createTranslator(changed.language);
    speak();
    drawIcons();
  }
  function speak(): void {
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(menuTemplate({ t, platform, devTools, go: (path) => window.go(path) })),
    );
  }
  function stopWith(page: StoppedPage): void {
    stopped = page;
    window.load();
  }
  function act(asked: ShellAct): void {
    if (asked === 'quit') app.quit();
    else if (seat.isRunning()) {
      stopped = null;
      window.load();
    } else void seat.start();
  }

  lockDown(electron, electron.session.defaultSession, {
    devTools,
    onAct: act,
    onPicture: (address) =>
      showPicture(electron, address, { title: t('app:name'), icon: windowIcon, devTools }),
  });
  app.configureHostResolver({ enableBuiltInResolver: false, secureDnsMode: 'off' });
  electron.protocol.handle(DESKTOP_SCHEME, createSchemeHandler({ web: () => web, stopped: () => stopped }));
  serveLines(electron, () => seat.connect());
  serveDialogs(electron, () => t);
  serveLoginItem(electron, platform);
  nativeTheme.themeSource = settings.get().theme;
  app.setAboutPanelOptions({ applicationName: t('app:name'), applicationVersion: programVersion() });
  speak();

  app.on('second-instance', (_event, _argv, _directory, data) => {
    const second = data as SecondStart | null;
    if (second?.isHidden !== true) window.show();
    const asked = second?.workspace;
    if (typeof asked === 'string' && asked !== options.workspace) tellOther(asked);
  });
  app.on('activate', () => window.show());
  app.on('window-all-closed', () => {
    if (platform !== 'darwin') app.quit();
  });
  electron.powerMonitor.on('suspend', () => {
    // The system waits for nobody: the core is told first, and does what it can in the time there is.
    seat.checkpoint();
    window.keepPlace();
  });
  electron.powerMonitor.on('resume', () => {
    window.tell({ kind: 'appealdesk:woke' });
    seat.wake();
  });
  electron.powerMonitor.on('unlock-screen', () => seat.wake());
  electron.powerMonitor.on('shutdown', () => app.quit());
  electron.screen.on('display-added', () => window.settle());
  electron.screen.on('display-removed', () => window.settle());

  function tellOther(asked: string): void {
    const current = window.current();
    if (current === null) return;
    void dialog.showMessageBox(current, {
      type: 'info',
      message: t('shell:other.title'),
      detail: t('shell:other.text', { open: folder, asked }),
      buttons: [t('shell:settings.ok')],
    });
  }

  // The core first: its workspace is known at once, and the page that asks for it is the next thing to come.
  void seat.start();
  const isFound = icons.isTrayRelied || platform === 'darwin';
  const isQuiet =
    isFound && opened.setAside === null && isStartedAtLogin(electron, platform, options.isHidden);
  if (!isQuiet) window.show();
  const current = window.current();
  if (opened.setAside !== null && current !== null) {
    void dialog.showMessageBox(current, {
      type: 'warning',
      message: t('shell:settings.title'),
      detail: t('shell:settings.text', { file: opened.setAside }),
      buttons: [t('shell:settings.ok')],
    });
  }
}
