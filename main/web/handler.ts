import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { contentDisposition, contentTypeOf, shownType } from './content-types.ts';
import { fileResponse } from './file-response.ts';
import { containedPath, safeSegments } from './guards.ts';
import { CLOSED_POLICY, COMMON_HEADERS, FOREIGN_POLICY, PDF_POLICY, windowPolicy } from './headers.ts';
import { answerUpload } from './upload.ts';

/** What stands in the built page where the nonce goes. */
const NONCE_PLACEHOLDER = '__CSP_NONCE__';

/** Case data never stays in a browser's cache, where no purge would reach it. */
const NEVER_CACHED = 'no-store';

/** The folders of a workspace that the handler reads or writes. */
export interface WebPaths {
  readonly vault: string;
  readonly previews: string;
  readonly incoming: string;
}

export interface WebHandlerOptions {
  /** The built renderer. */
  readonly rendererDir: string;
  readonly paths: WebPaths;
  /** A fresh nonce of at least 128 bits in base64url; called once for every page. */
  readonly nonce: () => string;
  /** A fresh UUIDv7 for an upload. */
  readonly newUploadId: () => string;
  /** Where the page's socket leads, or null where it has none (the desktop shell). */
  readonly socketOrigin?: string | null;
  /** Bytes an upload may have. */
  readonly uploadLimit?: number;
}

export type WebHandler = (request: Request) => Promise<Response>;

/**
 * Answers everything a window asks for beside its calls: the page, its files, stored files and typeset pages, uploads.
 *
 * The same function serves the loopback host and the desktop shell's own scheme. Who may ask is the host's business
 * (guards.ts); what may be read is decided here.
 */
export function createWebHandler(options: WebHandlerOptions): WebHandler {
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/upload') return uploadAnswer(request, options);
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return plainAnswer(405, { allow: 'GET, HEAD' });
    const segments = safeSegments(pathname);
    if (segments === null) return plainAnswer(404);
    if (segments[0] === 'blob') return blobAnswer(request, segments, options.paths.vault);
    if (segments[0] === 'preview') return previewAnswer(request, segments, options.paths.previews);
    return rendererAnswer(request, segments, options);
  };
}

async function uploadAnswer(request: Request, options: WebHandlerOptions): Promise<Response> {
  if (request.method !== 'POST' && request.method !== 'PUT') return plainAnswer(405, { allow: 'POST, PUT' });
  const answer = await answerUpload(request, {
    incoming: options.paths.incoming,
    newUploadId: options.newUploadId,
    ...(options.uploadLimit === undefined ? {} : { limit: options.uploadLimit }),
  });
  for (const [name, value] of Object.entries(COMMON_HEADERS)) answer.headers.set(name, value);
  answer.headers.set('content-security-policy', CLOSED_POLICY);
  answer.headers.set('cache-control', NEVER_CACHED);
  return answer;
}

async function blobAnswer(request: Request, segments: readonly string[], vault: string): Promise<Response> {
  const [, sha256 = ''] = segments;
  if (segments.length !== 2 || !/^[0-9a-f]{64}$/.test(sha256)) return plainAnswer(404);
  const path = await containedPath(vault, [sha256.slice(0, 2), sha256.slice(2, 4), sha256]);
  if (path === null) return plainAnswer(404);
  const query = new URL(request.url).searchParams;
  const type = shownType(query.get('type'));
  const answer = await fileResponse(request, path, {
    'content-type': type ?? 'application/octet-stream',
    'content-disposition': contentDisposition(type === null ? 'attachment' : 'inline', query.get('name')),
    'content-security-policy': type === 'application/pdf' ? PDF_POLICY : FOREIGN_POLICY,
    'cache-control': NEVER_CACHED,
  });
  return answer ?? plainAnswer(404);
}

async function previewAnswer(
  request: Request,
  segments: readonly string[],
  previews: string,
): Promise<Response> {
  const [, pageId = ''] = segments;
  if (segments.length !== 2 || !/\.(svg|png)$/.test(pageId)) return plainAnswer(404);
  // A page is looked at as a picture, in which nothing runs; as a document of its own it is refused.
  const destination = request.headers.get('sec-fetch-dest');
  if (destination !== null && destination !== 'image' && destination !== 'empty') return plainAnswer(403);
  const path = await containedPath(previews, [pageId]);
  if (path === null) return plainAnswer(404);
  const answer = await fileResponse(request, path, {
    'content-type': contentTypeOf(pageId),
    'content-security-policy': FOREIGN_POLICY,
    'cache-control': NEVER_CACHED,
  });
  return answer ?? plainAnswer(404);
}

async function rendererAnswer(
  request: Request,
  segments: readonly string[],
  options: WebHandlerOptions,
): Promise<Response> {
  const name = segments.at(-1) ?? '';
  if (!name.includes('.') || (segments.length === 1 && name === 'index.html'))
    return pageAnswer(request, options);
  const path = await containedPath(options.rendererDir, segments);
  if (path === null) return plainAnswer(404);
  const answer = await fileResponse(request, path, {
    'content-type': contentTypeOf(name),
    'content-security-policy': CLOSED_POLICY,
    // Built assets carry a hash of their content in their name.
    'cache-control': segments[0] === 'assets' ? 'private, max-age=31536000, immutable' : 'no-cache',
  });
  return answer ?? plainAnswer(404);
}

/** The page, for its own address and for every address inside it. */
async function pageAnswer(request: Request, options: WebHandlerOptions): Promise<Response> {
  let page: string;
  try {
    page = await readFile(join(options.rendererDir, 'index.html'), 'utf8');
  } catch {
    return plainAnswer(503);
  }
  const nonce = options.nonce();
  const html = page.replaceAll(NONCE_PLACEHOLDER, nonce);
  return new Response(request.method === 'HEAD' ? null : html, {
    headers: {
      ...COMMON_HEADERS,
      'content-type': 'text/html; charset=utf-8',
      'content-length': String(Buffer.byteLength(html)),
      'content-security-policy': windowPolicy(nonce, options.socketOrigin ?? null),
      'cache-control': NEVER_CACHED,
    },
  });
}

const PLAIN_TEXT: Readonly<Record<number, string>> = {
  403:
    'This address opens only from AppealDesk itself: start it again, or press Enter in the terminal where it runs.\n' +
    '这个地址只能由申诉台自己打开:请重新启动申诉台,或在运行它的终端窗口里按回车键。',
  404: 'Not found. 没有找到。',
  405: 'Not allowed. 不支持这种请求。',
  503: 'The window is not built: npm run build. 界面还没有构建,请运行 npm run build。',
};

/** A short answer in both languages that says nothing about what is here. */
export function plainAnswer(status: number, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(`${PLAIN_TEXT[status] ?? status}\n`, {
    status,
    headers: {
      ...COMMON_HEADERS,
      'content-type': 'text/plain; charset=utf-8',
      'content-security-policy': CLOSED_POLICY,
      'cache-control': NEVER_CACHED,
      ...headers,
    },
  });
}
