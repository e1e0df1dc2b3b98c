import type { BrowserWindowConstructorOptions } from 'electron';
import { DESKTOP_ORIGIN, DESKTOP_SCHEME } from '../../../shared/desktop/index.ts';
import { safeSegments } from '../../web/index.ts';

/**
 * Who may do what in the shell, as plain functions: the shell asks them and does what they say. Each lets through what
 * it knows and nothing else.
 */

/** Pages of the shell itself, shown where the core is not there to show any. */
export const SHELL_PAGES = '/shell/';
/** What a person may ask for on such a page: its links lead here and are caught on their way. */
export type ShellAct = 'again' | 'quit';

/** Paths under our host that are no pages: what is there is read by a page, never opened as one. */
const NOT_PAGES = new Set(['blob', 'preview', 'upload', 'assets', 'rpc']);

/** An address of ours taken apart, or null for anybody else's and for any that hides something. */
function ours(
  address: string,
): { readonly segments: readonly string[]; readonly query: URLSearchParams } | null {
  // What a parser would clean away, or read in two ways, is not ours: our own addresses hold none of it.
  if (/[\\\s\p{Cc}]/u.test(address) || !address.startsWith(`${DESKTOP_ORIGIN}/`)) return null;
  const [path = ''] = address.slice(DESKTOP_ORIGIN.length).split(/[?#]/, 1);
  const segments = safeSegments(path);
  if (segments === null) return null;
  return { segments, query: new URL(address).searchParams };
}

/** Whether an origin, as a request or a frame names it, is exactly ours. */
export function isOurOrigin(origin: string | null | undefined): boolean {
  return origin === DESKTOP_ORIGIN || origin === `${DESKTOP_ORIGIN}/`;
}

/** Whether an address opens a page of the product, which may stand in the main window. */
export function isPageAddress(address: string): boolean {
  const known = ours(address);
  if (known === null) return false;
  const [first = ''] = known.segments;
  return !NOT_PAGES.has(first) && !(known.segments.at(-1) ?? '').includes('.') && first !== 'shell';
}

/**
 * Whether a frame may go to an address: the main frame from one page of ours to another, and from a page of the shell to
 * one of its acts. No other frame goes anywhere.
 */
export function navigationDecision(going: {
  readonly to: string;
  readonly from: string;
  readonly isMainFrame: boolean;
}): 'go' | 'refuse' | ShellAct {
  if (!going.isMainFrame) return 'refuse';
  const from = ours(going.from);
  if (from?.segments[0] === 'shell') {
    if (going.to === `${DESKTOP_ORIGIN}${SHELL_PAGES}again`) return 'again';
    if (going.to === `${DESKTOP_ORIGIN}${SHELL_PAGES}quit`) return 'quit';
    return 'refuse';
  }
  return isPageAddress(going.from) && isPageAddress(going.to) ? 'go' : 'refuse';
}

/**
 * What becomes of a window that a page asks for. None is ever given to it; a picture of the vault is shown in a window of
 * the shell's own, which has no way back to the page. No address is opened outside: the product has no such links.
 */
export function windowOpenDecision(address: string): 'show-picture' | 'refuse' {
  const known = ours(address);
  if (known === null) return 'refuse';
  const [first, sha256 = '', ...more] = known.segments;
  const isBlob = first === 'blob' && /^[0-9a-f]{64}$/.test(sha256) && more.length === 0;
  const type = known.query.getAll('type');
  return isBlob && type.length === 1 && /^image\/(png|jpeg|webp|gif)$/.test(type[0] ?? '')
    ? 'show-picture'
    : 'refuse';
}

/** Whether a page's file may be saved: of the vault, or made by the page itself. */
export function mayDownload(address: string): boolean {
  return ours(address)?.segments[0] === 'blob' || address.startsWith(`blob:${DESKTOP_ORIGIN}/`);
}

/**
 * Whether the engine may load an address at all. This is the line that keeps the program off the network: our own
 * scheme, what a page holds in memory, and the engine's own developer tools where they are on.
 */
export function mayLoad(address: string, { devTools }: { readonly devTools: boolean }): boolean {
  if (address.startsWith(`${DESKTOP_ORIGIN}/`) || address.startsWith(`blob:${DESKTOP_ORIGIN}/`)) return true;
  if (/^data:image\//i.test(address)) return true;
  return devTools && address.startsWith('devtools://devtools/');
}

/** Whether the page may use a feature of the engine: it copies to the clipboard, and nothing else. */
export function mayUse(permission: string, requestingUrl: string, isMainFrame: boolean): boolean {
  return (
    permission === 'clipboard-sanitized-write' &&
    isMainFrame &&
    (isOurOrigin(requestingUrl) || isPageAddress(requestingUrl))
  );
}

/** What is known of a frame that sends a message to the shell. */
export interface SenderFrame {
  readonly url: string;
  readonly origin: string;
  readonly parent: unknown;
}

/** Whether a message comes from the main frame of a page of ours; a frame that is gone has no say. */
export function isOurSender(frame: SenderFrame | null | undefined): boolean {
  if (frame === null || frame === undefined || frame.parent !== null) return false;
  return isOurOrigin(frame.origin) && isPageAddress(frame.url);
}

/** Whether contents that came to be may live: windows of the shell's, not a page's, and the engine's tools where on. */
export function mayExist(
  contents: { readonly type: string; readonly hasOpener: boolean },
  { devTools }: { readonly devTools: boolean },
): boolean {
  return !contents.hasOpener && (contents.type === 'window' || (devTools && contents.type === 'remote'));
}

/** Whether a request to our scheme is answered: of our host, asked by a page of ours or by the shell. */
export function isOurRequest(request: {
  readonly url: string;
  readonly origin: string | null;
  readonly initiator: string | null | undefined;
}): boolean {
  if (ours(request.url) === null) return false;
  if (request.origin !== null && !isOurOrigin(request.origin)) return false;
  return request.initiator === undefined || isOurOrigin(request.initiator);
}

/** What every window of the shell is: a page in a sandbox, with no way into Node, the network or another page. */
export function hardened(options: {
  readonly preload?: string;
  readonly devTools: boolean;
}): NonNullable<BrowserWindowConstructorOptions['webPreferences']> {
  return {
    ...(options.preload === undefined ? {} : { preload: options.preload }),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    plugins: false,
    spellcheck: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    devTools: options.devTools,
  };
}

/** The scheme as it has to be registered before the engine is ready. It never bypasses a content policy. */
export const OUR_SCHEME = {
  scheme: DESKTOP_SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
} as const;
