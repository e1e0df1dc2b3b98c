import type {
  BrowserWindow,
  BrowserWindowConstructorOptions,
  Rectangle,
  WebContents,
  WebPreferences,
  WindowOpenHandlerResponse,
} from 'electron';
import { eventsOf, preventable } from './events.ts';
import { openPage, type PageDouble } from './page.ts';
import { refuseUnknown, strict } from './strict.ts';
import type { IpcDouble } from './ipc.ts';
import type { SessionDouble } from './session.ts';

const WINDOW_OPTIONS: readonly (keyof BrowserWindowConstructorOptions)[] = [
  ...(['x', 'y', 'width', 'height', 'minWidth', 'minHeight', 'show', 'title', 'icon'] as const),
  ...(['backgroundColor', 'autoHideMenuBar', 'webPreferences'] as const),
];
const PREFERENCES: readonly (keyof WebPreferences)[] = [
  ...(['preload', 'sandbox', 'contextIsolation', 'nodeIntegration', 'nodeIntegrationInWorker'] as const),
  ...(['nodeIntegrationInSubFrames', 'webSecurity', 'allowRunningInsecureContent', 'webviewTag'] as const),
  ...(['plugins', 'spellcheck', 'navigateOnDragDrop', 'safeDialogs', 'devTools'] as const),
];
const WINDOW_EVENTS = [
  ...['ready-to-show', 'show', 'close', 'closed', 'resize', 'move', 'maximize', 'unmaximize'],
  ...['enter-full-screen', 'leave-full-screen', 'session-end'],
];
const CONTENTS_EVENTS = [
  ...['render-process-gone', 'destroyed', 'context-menu'],
  ...['will-attach-webview', 'will-frame-navigate', 'will-redirect'],
];

type WindowParts = Pick<
  BrowserWindow,
  | ('on' | 'once' | 'off' | 'isDestroyed' | 'isMinimized' | 'isMaximized' | 'isFullScreen' | 'isFocused')
  | ('getNormalBounds' | 'setBounds' | 'maximize' | 'setFullScreen' | 'show' | 'hide' | 'focus' | 'restore')
  | ('loadURL' | 'webContents' | 'setOverlayIcon')
>;
type ContentsParts = Pick<
  WebContents,
  | ('on' | 'once' | 'off' | 'getType' | 'opener' | 'getURL' | 'isDestroyed' | 'send' | 'close')
  | ('setWebRTCIPHandlingPolicy' | 'setWindowOpenHandler')
>;

/** What a test does to a window, and sees of it: the person's side and the system's. */
export interface WindowDouble {
  readonly window: BrowserWindow;
  readonly contents: WebContents;
  readonly options: BrowserWindowConstructorOptions;
  readonly state: {
    isVisible: boolean;
    isFocused: boolean;
    isMinimised: boolean;
    isMaximised: boolean;
    isFullScreen: boolean;
    isDestroyed: boolean;
    /** What the picture over its icon on the task bar says; null where there is none. */
    overlay: string | null;
    bounds: Rectangle;
  };
  /** Every address that was loaded, in their order. */
  readonly loaded: readonly string[];
  page(): PageDouble;
  /** The person closes it. False where it only hid. */
  close(): boolean;
  minimise(): void;
  moveTo(bounds: Rectangle): void;
  /** The page, or a person in it, goes somewhere. True where it got there. */
  navigate(url: string, details?: { isMainFrame?: boolean }): Promise<boolean>;
  redirect(url: string): boolean;
  /** A page asks for a window. */
  open(url: string): WindowOpenHandlerResponse;
  attachWebview(): boolean;
  pressRight(params: object): void;
  endProcess(reason: string): void;
  endSession(): void;
  readonly webRtcPolicy: string;
}

/** What a window needs of the world it is in. */
interface WindowGround {
  readonly ipc: IpcDouble;
  readonly request: SessionDouble['request'];
  forget(window: WindowDouble): void;
}

/** Opens a window of the double. Only the world makes them, as only Electron's class does. */
export function openWindow(world: WindowGround, options: BrowserWindowConstructorOptions): WindowDouble {
  refuseUnknown('BrowserWindow', options, WINDOW_OPTIONS);
  refuseUnknown('webPreferences', options.webPreferences ?? {}, PREFERENCES);
  const { x = 0, y = 0, width = 800, height = 600 } = options;
  const state: WindowDouble['state'] = {
    isVisible: options.show !== false,
    isFocused: options.show !== false,
    isMinimised: false,
    isMaximised: false,
    isFullScreen: false,
    isDestroyed: false,
    overlay: null,
    bounds: { x, y, width, height },
  };
  const loaded: string[] = [];
  let page: PageDouble | null = null;
  let hasDrawn = false;
  let openHandler: ((details: never) => WindowOpenHandlerResponse) | null = null;
  let webRtcPolicy = 'default';

  const refuseDestroyed = (property: string): void => {
    if (state.isDestroyed && property !== 'isDestroyed') throw new TypeError('Object has been destroyed');
  };
  const contentsEvents = eventsOf<WebContents>(CONTENTS_EVENTS, () => contents);
  const contents: WebContents = strict<ContentsParts>(
    'WebContents',
    {
      ...contentsEvents.methods,
      getType: () => 'window',
      opener: null,
      getURL: () => page?.url ?? '',
      isDestroyed: () => state.isDestroyed,
      send: (channel: string, ...values: unknown[]) => page?.receive(channel, values[0]),
      close: () => void close(),
      setWebRTCIPHandlingPolicy: (policy) => {
        webRtcPolicy = policy;
      },
      setWindowOpenHandler: (handler) => {
        openHandler = handler;
      },
    },
    (property) => {
      // Listeners may be taken off contents that are gone.
      if (property !== 'off') refuseDestroyed(property);
    },
  ) as WebContents;

  const events = eventsOf<BrowserWindow>(WINDOW_EVENTS, () => window);
  const window: BrowserWindow = strict<WindowParts>(
    'BrowserWindow',
    {
      ...events.methods,
      webContents: contents,
      isDestroyed: () => state.isDestroyed,
      isMinimized: () => state.isMinimised,
      isMaximized: () => state.isMaximised,
      isFullScreen: () => state.isFullScreen,
      isFocused: () => state.isFocused,
      getNormalBounds: () => ({ ...state.bounds }),
      setBounds: (bounds) => {
        state.bounds = { ...state.bounds, ...bounds };
      },
      maximize: () => {
        state.isMaximised = true;
        state.isVisible = true;
      },
      setFullScreen: (flag) => {
        state.isFullScreen = flag;
      },
      show: () => {
        const wasVisible = state.isVisible;
        state.isVisible = true;
        state.isFocused = true;
        if (!wasVisible) events.emit('show');
      },
      hide: () => {
        state.isVisible = false;
        state.isFocused = false;
        // Its icon leaves the task bar, and what was over it.
        state.overlay = null;
      },
      setOverlayIcon: (image, description) => {
        if (image === null) state.overlay = null;
        else if (state.isVisible) state.overlay = description;
      },
      focus: () => {
        state.isFocused = state.isVisible;
      },
      restore: () => {
        state.isMinimised = false;
      },
      loadURL: (url) => load(url),
    },
    refuseDestroyed,
  ) as BrowserWindow;

  async function load(url: string): Promise<void> {
    const place = loaded.push(url);
    const { answer } = await world.request(url, { resourceType: 'mainFrame' });
    if (answer === null) throw new Error(`ERR_FAILED (-2) loading '${url}'`);
    if (state.isDestroyed) return;
    if (place < loaded.length) throw new Error(`ERR_ABORTED (-3) loading '${url}'`);
    page?.leave();
    page = openPage(url, contents, world.ipc, { preload: options.webPreferences?.preload !== undefined });
    if (hasDrawn) return;
    hasDrawn = true;
    events.emit('ready-to-show');
  }

  function destroy(): void {
    if (state.isDestroyed) return;
    page?.leave();
    state.isDestroyed = true;
    state.isVisible = false;
    state.isFocused = false;
    contentsEvents.emit('destroyed');
    events.emit('closed');
    world.forget(self);
  }

  function close(): boolean {
    const event = preventable({});
    events.emit('close', event);
    if (event.defaultPrevented) return false;
    destroy();
    return true;
  }

  const self: WindowDouble = {
    window,
    contents,
    options,
    state,
    loaded,
    page: () => {
      if (page === null) throw new Error('nothing is loaded yet');
      return page;
    },
    close,
    minimise: () => {
      state.isMinimised = true;
      state.isFocused = false;
    },
    moveTo: (bounds) => {
      state.bounds = bounds;
      events.emit('move');
      events.emit('resize');
    },
    navigate: async (url, { isMainFrame = true } = {}) => {
      const event = preventable({ url, isMainFrame, isSameDocument: false });
      contentsEvents.emit('will-frame-navigate', event);
      if (event.defaultPrevented) return false;
      await load(url);
      return true;
    },
    redirect: (url) => {
      const event = preventable({ url, isMainFrame: true, isSameDocument: false });
      contentsEvents.emit('will-redirect', event);
      return !event.defaultPrevented;
    },
    open: (url) => {
      if (openHandler === null) throw new Error('windows may be opened freely');
      return openHandler({ url } as never);
    },
    attachWebview: () => {
      const event = preventable({});
      contentsEvents.emit('will-attach-webview', event, {}, {});
      return !event.defaultPrevented;
    },
    pressRight: (params) => contentsEvents.emit('context-menu', {}, params),
    endProcess: (reason) => {
      page?.leave();
      contentsEvents.emit('render-process-gone', {}, { reason, exitCode: 1 });
    },
    endSession: () => events.emit('session-end', preventable({ reasons: ['shutdown'] })),
    get webRtcPolicy() {
      return webRtcPolicy;
    },
  };
  return self;
}
