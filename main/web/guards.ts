import { createHash, timingSafeEqual } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** The parts of a request that say where it comes from. Header names in lower case, one value each. */
export interface RequestOrigin {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** Why a request is not answered; for the log, never for the page. */
export type Refusal = 'host' | 'origin' | 'site' | 'cookie' | 'token' | 'target';

const READING = new Set(['GET', 'HEAD']);

/** Names that Windows takes for a device wherever they stand, with any extension. */
const DEVICE_NAME = /^(con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9]|lpt[0-9])(\.|$)/i;

/** What a path segment of ours may be: no separator, colon, space, control or percent sign, no dot first or last. */
const SAFE_SEGMENT = /^[A-Za-z0-9_@~-](?:[A-Za-z0-9._@~-]*[A-Za-z0-9_@~-])?$/;

/**
 * Whether `Host` is exactly `127.0.0.1:<port>`.
 *
 * A page that had its own name resolved to 127.0.0.1 (DNS rebinding) sends that name here. A prefix test would let
 * `127.0.0.1.evil.example` in; `localhost` is refused because other programs may answer for it.
 */
export function isExpectedHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}`;
}

/**
 * Whether `Origin` is exactly ours. A browser leaves it out when it reads from its own origin, never when it writes or
 * opens a socket; so absence is fine for GET and HEAD only.
 */
export function isExpectedOrigin(origin: string | undefined, port: number, reading: boolean): boolean {
  if (origin === undefined) return reading;
  return origin === `http://127.0.0.1:${port}`;
}

/**
 * Whether the browser says that the request comes from our own page, or from nobody's (address bar, program start).
 * `same-site` is another port of this computer, so it is refused. Older browsers send nothing.
 */
export function isExpectedSite(site: string | undefined): boolean {
  return site === undefined || site === 'same-origin' || site === 'none';
}

/** Whether a request's target is a path and nothing else: no absolute URL, no `//host`, nothing that hides a separator. */
export function isPlainTarget(target: string): boolean {
  return /^\/(?!\/)[\x21-\x7e]*$/.test(target) && !target.includes('\\');
}

/**
 * The guards that every HTTP request and socket upgrade passes before anything else looks at it.
 *
 * @param port the port this host listens on
 * @returns null to go on, else why not
 */
export function refuseForeign(request: RequestOrigin, target: string, port: number): Refusal | null {
  const { headers, method } = request;
  if (!isExpectedHost(single(headers['host']), port)) return 'host';
  if (Array.isArray(headers['origin'])) return 'origin';
  if (!isExpectedOrigin(single(headers['origin']), port, READING.has(method))) return 'origin';
  if (!isExpectedSite(single(headers['sec-fetch-site']))) return 'site';
  if (!isPlainTarget(target)) return 'target';
  return null;
}

/**
 * The guard of a socket upgrade: a browser's socket always names its origin; without one only a program of this user
 * that read the attach token from the workspace gets in.
 *
 * @returns null where the request passed, else why not
 */
export function refuseSocket(
  request: Pick<RequestOrigin, 'headers'>,
  target: string,
  port: number,
  isOurs: { cookie: (header: string | undefined) => boolean; attachToken: (token: string) => boolean },
): { refusal: Refusal } | { trust: 'shell' | 'browser' } {
  const foreign = refuseForeign({ method: 'GET', headers: request.headers }, target, port);
  if (foreign !== null) return { refusal: foreign };
  const origin = single(request.headers['origin']);
  const token = /^Bearer ([A-Za-z0-9_-]+)$/.exec(single(request.headers['authorization']) ?? '')?.[1];
  if (origin === undefined) {
    if (token === undefined) return { refusal: 'origin' };
    return isOurs.attachToken(token) ? { trust: 'shell' } : { refusal: 'token' };
  }
  return isOurs.cookie(single(request.headers['cookie'])) ? { trust: 'browser' } : { refusal: 'cookie' };
}

/** Compares two secrets without telling by its time where they differ. */
export function isSameSecret(left: string, right: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}

/** The value of a cookie, or null where there is none or more than one of that name. */
export function readCookie(header: string | undefined, name: string): string | null {
  const values = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return values.length === 1 ? (values[0] ?? null) : null;
}

/** The way in for browsers: a one-time token in the opening URL is changed for a cookie that lasts one run. */
export interface Entrance {
  /** A new token, good for one exchange. */
  mint(): string;
  /** The `Set-Cookie` value for a token that was not used before, else null. */
  exchange(token: string | null): string | null;
  /** Whether a `Cookie` header holds this run's cookie. */
  accepts(cookieHeader: string | undefined): boolean;
}

/**
 * @param port names the cookie, because browsers do not keep cookies of different ports apart
 * @param randomText gives a fresh secret of at least 128 bits, in characters that need no escaping
 */
export function createEntrance(port: number, randomText: () => string): Entrance {
  const cookieName = `appealdesk_${port}`;
  const secret = randomText();
  const unused = new Set<string>();
  return {
    mint: () => {
      const token = randomText();
      unused.add(token);
      return token;
    },
    exchange: (token) => {
      const known = [...unused].find((candidate) => isSameSecret(candidate, token ?? ''));
      if (token === null || known === undefined) return null;
      unused.delete(known);
      return `${cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/`;
    },
    accepts: (cookieHeader) => {
      const value = readCookie(cookieHeader, cookieName);
      return value !== null && isSameSecret(value, secret);
    },
  };
}

/**
 * The segments of a URL path if each is a name we could have given ourselves, else null.
 *
 * An allowlist, so that every way to write `..`, a separator, a NUL, a drive, a stream (`a:b`), a device (`con`) or a
 * trailing dot fails without being thought of one by one. Nothing is decoded: our own names need no escaping.
 */
export function safeSegments(pathname: string): readonly string[] | null {
  if (!pathname.startsWith('/')) return null;
  if (pathname === '/') return [];
  const segments = pathname.slice(1).split('/');
  const safe = segments.every((segment) => SAFE_SEGMENT.test(segment) && !DEVICE_NAME.test(segment));
  return safe ? segments : null;
}

/**
 * The real path of a file under `root`, or null where it does not exist or, links followed, lies outside.
 */
export async function containedPath(root: string, segments: readonly string[]): Promise<string | null> {
  try {
    const realRoot = await realpath(root);
    const real = await realpath(join(realRoot, ...segments));
    return real.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep) ? real : null;
  } catch {
    return null;
  }
}

function single(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
