import type { Protocol, Session, WebRequest } from 'electron';
import { eventsOf, preventable } from './events.ts';
import { strict } from './strict.ts';

type Handler = Parameters<Protocol['handle']>[1];
type BeforeRequest = (details: never, decide: (answer: { cancel?: boolean }) => void) => void;
type PermissionRequest = Parameters<Session['setPermissionRequestHandler']>[0];
type PermissionCheck = Parameters<Session['setPermissionCheckHandler']>[0];

/** The session of the double: what is asked of the network, of permissions, of downloads. */
export interface SessionDouble {
  readonly session: Session;
  readonly protocol: Pick<Protocol, 'handle' | 'registerSchemesAsPrivileged'>;
  readonly schemes: readonly { readonly scheme: string; readonly privileges?: object }[];
  readonly spellChecker: { isOn: boolean };
  /** Asks for an address as the engine would for a page; null where it was refused before it left. */
  request(
    url: string,
    init?: RequestInit & { resourceType?: string; initiatorOrigin?: string | null },
  ): Promise<{
    readonly answer: Response | null;
  }>;
  mayUse(
    permission: string,
    url: string,
    isMainFrame: boolean,
  ): Promise<{ asked: boolean; checked: boolean }>;
  /** True where the download goes on. */
  download(url: string): boolean;
  deviceAllowed(): boolean;
  screenShared(): boolean;
}

export function createSession(isReady: () => boolean): SessionDouble {
  const handlers = new Map<string, Handler>();
  let schemes: SessionDouble['schemes'] = [];
  const spellChecker = { isOn: true };
  let before: BeforeRequest | null = null;
  let permissionRequest: PermissionRequest = null;
  let permissionCheck: PermissionCheck = null;
  let device: (() => boolean) | null = null;
  let display: ((request: never, answer: (streams: unknown) => void) => void) | null = null;
  const events = eventsOf<Session>(['will-download'], () => session);
  const session = strict('Session', {
    ...events.methods,
    webRequest: strict('WebRequest', {
      onBeforeRequest: (listener: unknown) => {
        before = listener as BeforeRequest;
      },
    } satisfies Partial<Record<keyof WebRequest, unknown>>),
    setPermissionRequestHandler: (handler: PermissionRequest) => {
      permissionRequest = handler;
    },
    setPermissionCheckHandler: (handler: PermissionCheck) => {
      permissionCheck = handler;
    },
    setDevicePermissionHandler: (handler: unknown) => {
      device = handler as typeof device;
    },
    setDisplayMediaRequestHandler: (handler: unknown) => {
      display = handler as typeof display;
    },
    setSpellCheckerEnabled: (isOn: boolean) => {
      spellChecker.isOn = isOn;
    },
  } satisfies Partial<Record<keyof Session, unknown>>) as unknown as Session;

  return {
    session,
    spellChecker,
    get schemes() {
      return schemes;
    },
    protocol: strict('protocol', {
      handle: (scheme, handler) => {
        if (!isReady()) throw new Error('protocol.handle before app is ready');
        if (handlers.has(scheme)) throw new Error(`${scheme} is handled already`);
        handlers.set(scheme, handler);
      },
      registerSchemesAsPrivileged: (added) => {
        if (isReady())
          throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
        if (schemes.length > 0) throw new Error('it can be called only once');
        schemes = added;
      },
    } satisfies Pick<Protocol, 'handle' | 'registerSchemesAsPrivileged'>),
    request: async (url, { resourceType = 'xhr', initiatorOrigin, ...init } = {}) => {
      if (before === null) throw new Error('requests leave unguarded');
      let cancelled = false;
      before({ url, resourceType } as never, ({ cancel = false }) => {
        cancelled = cancel;
      });
      const handler = handlers.get(new URL(url).protocol.slice(0, -1));
      if (cancelled || handler === undefined) return { answer: null };
      const request = new Request(url, init);
      if (initiatorOrigin !== undefined) Object.assign(request, { initiatorOrigin });
      return { answer: await handler(request) };
    },
    mayUse: async (permission, url, isMainFrame) => {
      const asked = await new Promise<boolean>((resolve) => {
        if (permissionRequest === null) throw new Error('permissions are unguarded');
        permissionRequest({} as never, permission as never, resolve, { requestingUrl: url, isMainFrame });
      });
      const checked = permissionCheck?.(null, permission as never, url, {
        isMainFrame,
        requestingUrl: url,
      });
      return { asked, checked: checked ?? true };
    },
    download: (url) => {
      const event = preventable({});
      events.emit('will-download', event, { getURL: () => url });
      return !event.defaultPrevented;
    },
    deviceAllowed: () => device?.() ?? true,
    screenShared: () => {
      let streams: unknown = 'never asked';
      display?.({} as never, (answer) => {
        streams = answer;
      });
      return streams !== null;
    },
  };
}
