import { decodeText } from './decode-text.ts';
import type { FileInspection } from './file-inspection.ts';

const BINARY = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/;
const LEADING_NOISE = /^(?:\ufeff|\s|<\?xml[^>]*>|<!--[\s\S]*?-->)+/i;
const HTML = /^<(?:!doctype\s+html|html|head|body|script|style|meta|title|iframe|table|div|p|a|img|form)\b/i;
const SVG = /^(?:<!doctype\s+svg[^>]*>\s*)?<(?:\w+:)?svg\b/i;
const MAIL_HEADER =
  /^(?:received|return-path|delivered-to|message-id|mime-version|from|to|subject|date|content-type):/gim;

/** Says what a file without a signature is: a web page, an e-mail, plain text, or nothing we know. */
export function sniffText(head: Uint8Array, whole: boolean): FileInspection {
  const text = decodeText(head, whole);
  if (text === null || BINARY.test(text)) return { mediaType: 'application/octet-stream', kind: 'other' };
  const start = text.replace(LEADING_NOISE, '');
  if (SVG.test(start)) return { mediaType: 'image/svg+xml', kind: 'other' };
  if (HTML.test(start)) return { mediaType: 'text/html', kind: 'html' };
  if (/^(?:<\?xml|<[a-z!])/i.test(start) && /<html\b/i.test(text))
    return { mediaType: 'text/html', kind: 'html' };
  const [headers = ''] = start.split(/\r?\n\r?\n/, 1);
  const named = new Set(Array.from(headers.matchAll(MAIL_HEADER), ([name]) => name.toLowerCase()));
  if (named.size >= 3 && named.has('from:')) return { mediaType: 'message/rfc822', kind: 'email' };
  return { mediaType: 'text/plain', kind: 'text' };
}
