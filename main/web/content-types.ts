import { extname } from 'node:path';

const BY_EXTENSION: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.otf': 'font/otf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** What a stored file may be shown as. Anything else is only handed out for download: SVG and HTML would run. */
const SHOWN_AS = new Set([
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'application/pdf',
  'text/plain',
]);

/** The content type of a file of ours, by its name. */
export function contentTypeOf(path: string): string {
  return BY_EXTENSION[extname(path).toLowerCase()] ?? 'application/octet-stream';
}

/** The asked-for type if a stored file may be shown as that, else null. */
export function shownType(asked: string | null): string | null {
  return asked !== null && SHOWN_AS.has(asked) ? asked : null;
}

/**
 * A `Content-Disposition` value for a name that anybody may have chosen (RFC 6266): an ASCII form without quotes,
 * separators or control characters, and the full name escaped.
 */
export function contentDisposition(kind: 'inline' | 'attachment', name: string | null): string {
  if (name === null || name === '') return kind;
  const clean = name
    .toWellFormed()
    .replace(/[\p{C}\\/:*?"<>|]/gu, '_')
    .slice(0, 200)
    .toWellFormed();
  const ascii = clean.replace(/[^\x20-\x7e]/g, '_').replace(/[%]/g, '_');
  const full = encodeURIComponent(clean).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${full}`;
}
