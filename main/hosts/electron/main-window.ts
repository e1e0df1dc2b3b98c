import type { BrowserWindow, Event, MenuItemConstructorOptions } from 'electron';
import { DESKTOP_ORIGIN, type DesktopMessage } from '../../../shared/desktop/index.ts';
import { arrangementName, LEAST_SIZE, placeWindow } from './bounds.ts';
import type { Electron } from './electron-api.ts';
import { hardened, isPageAddress } from './guards.ts';
import { tell } from './lines.ts';
import type { WindowMemory, WindowPlace } from './window-memory.ts';

/** Paper by day and by night, as in renderer/ui/tokens.css: the window is never white before its page is there. */
const PAPER = { light: '#f6f3ea', dark: '#1b1a17' };
/** Moves and sizes come in showers. */
const KEEP_AFTER = 400;
/** A page that has drawn nothing by then is shown as it is: a window that never appears tells nobody anything. */
const SHOW_AT_LATEST = 5_000;
/** A page that dies is loaded anew; twice within this time it is not. */
const RELOAD_AGAIN_AFTER = 60_000;

export interface MainWindowOptions {
  readonly memory: WindowMemory;
  readonly preload: string;
  /** The icon of the window, where the system does not take it from the program. */
  readonly icon: string;
  readonly devTools: boolean;
  readonly title: () => string;
  /** What stands in the window instead of the program, as an address; null for the program. */
  readonly instead: () => string | null;
  /** The window is asked to close: whether it only hides. */
  readonly onClosing: () => 'close' | 'hide';
  /** It appears, for the first time or again: its icon on the task bar is a new one. */
  readonly onShown: () => void;
  /** The system ends the session; the program is gone in a moment, asked or not. */
  readonly onSessionEnd: () => void;
  /** The page died twice in a short time. */
  readonly onPageLost: () => void;
}

/** The one window of the program. It may be closed and made again (macOS). */
export interface MainWindow {
  /** Brings it forward: made, restored, shown, whatever it needs. */
  show(): void;
  /** Shows an address of the page. What a person is typing elsewhere in it is autosaved, and the page stays. */
  go(path: string): void;
  /** Loads what belongs in it now: the program, or what is shown instead. */
  load(): void;
  tell(message: DesktopMessage): void;
  /** Whether there is none, or it hides beside the clock: what stands in it, nobody can see. */
  isAway(): boolean;
  /** Whether a person has it before them. */
  isLookedAt(): boolean;
  /** Puts it where it was in the arrangement of displays there is now. */
  settle(): void;
  /** Writes down where it is. */
  keepPlace(): void;
  current(): BrowserWindow | null;
}

export function createMainWindow(electron: Electron, options: MainWindowOptions): MainWindow {
  let window: BrowserWindow | null = null;
  let isHidden = false;
  let lastLoss = Number.NEGATIVE_INFINITY;

  const alive = (): BrowserWindow | null => (window === null || window.isDestroyed() ? null : window);
  const displays = () => {
    const primary = electron.screen.getPrimaryDisplay();
    return [primary, ...electron.screen.getAllDisplays().filter(({ id }) => id !== primary.id)];
  };
  const remembered = (): WindowPlace | null => options.memory.recall(arrangementName(displays()));

  const keepPlace = (): void => {
    const open = alive();
    if (open === null || open.isMinimized()) return;
    const mode = open.isFullScreen() ? 'full-screen' : open.isMaximized() ? 'maximised' : 'normal';
    const { x, y, width, height } = open.getNormalBounds();
    options.memory.keep(arrangementName(displays()), { bounds: { x, y, width, height }, mode });
  };

  const load = (path = '/'): void => {
    const open = alive();
    if (open === null) return;
    // A page that could not be loaded has said so in the window itself.
    open.loadURL(options.instead() ?? `${DESKTOP_ORIGIN}${path}`).catch(() => undefined);
  };

  const make = (path: string): BrowserWindow => {
    const place = remembered();
    const bounds = placeWindow(place?.bounds ?? null, displays());
    const made = new electron.BrowserWindow({
      ...bounds,
      minWidth: Math.min(LEAST_SIZE.width, bounds.width),
      minHeight: Math.min(LEAST_SIZE.height, bounds.height),
      show: false,
      title: options.title(),
      icon: options.icon,
      backgroundColor: electron.nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
      autoHideMenuBar: true,
      webPreferences: hardened({ preload: options.preload, devTools: options.devTools }),
    });
    window = made;
    let shown = false;
    const appear = (): void => {
      if (shown || made.isDestroyed()) return;
      shown = true;
      if (place?.mode === 'maximised') made.maximize();
      made.show();
      if (place?.mode === 'full-screen') made.setFullScreen(true);
    };
    made.once('ready-to-show', appear);
    const latest = setTimeout(appear, SHOW_AT_LATEST);
    rememberMoves(made);
    made.on('close', (event: Event) => {
      keepPlace();
      if (options.onClosing() === 'close') return;
      event.preventDefault();
      isHidden = true;
      made.hide();
    });
    made.once('closed', () => {
      clearTimeout(latest);
      if (window === made) window = null;
    });
    made.on('show', () => options.onShown());
    made.on('session-end', () => options.onSessionEnd());
    made.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit') return;
      const now = performance.now();
      const again = now - lastLoss < RELOAD_AGAIN_AFTER;
      lastLoss = now;
      if (again) options.onPageLost();
      else load();
    });
    offerEditing(electron, made);
    load(path);
    return made;
  };

  const rememberMoves = (made: BrowserWindow): void => {
    let timer: NodeJS.Timeout | undefined;
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(keepPlace, KEEP_AFTER);
    };
    made.on('resize', soon);
    made.on('move', soon);
    made.on('maximize', soon);
    made.on('unmaximize', soon);
    made.on('enter-full-screen', soon);
    made.on('leave-full-screen', soon);
    made.once('closed', () => clearTimeout(timer));
  };

  const show = (path = '/'): void => {
    const open = alive();
    if (open === null) {
      make(path);
      return;
    }
    isHidden = false;
    if (open.isMinimized()) open.restore();
    open.show();
    open.focus();
  };

  return {
    show: () => show(),
    go: (path) => {
      const open = alive();
      show(path);
      if (open === null) return;
      if (isPageAddress(open.webContents.getURL())) tell(open.webContents, { kind: 'appealdesk:go', path });
      else load(path);
    },
    load: () => load(),
    tell: (message) => {
      const open = alive();
      if (open !== null) tell(open.webContents, message);
    },
    isAway: () => alive() === null || isHidden,
    isLookedAt: () => alive()?.isFocused() === true,
    settle: () => {
      const open = alive();
      if (open === null || open.isMaximized() || open.isFullScreen()) return;
      open.setBounds(placeWindow(remembered()?.bounds ?? open.getNormalBounds(), displays()));
    },
    keepPlace,
    current: alive,
  };
}

/** The menu of the right mouse button, with what is possible where it was pressed. The engine brings none. */
function offerEditing({ Menu }: Pick<Electron, 'Menu'>, window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    const items: MenuItemConstructorOptions[] = [
      ...(isEditable && editFlags.canCut ? [{ role: 'cut' as const }] : []),
      ...(selectionText !== '' && editFlags.canCopy ? [{ role: 'copy' as const }] : []),
      ...(isEditable && editFlags.canPaste ? [{ role: 'paste' as const }] : []),
    ];
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window });
  });
}
