import { DESKTOP_ORIGIN } from '../../../shared/desktop/index.ts';
import { CLOSED_POLICY, COMMON_HEADERS } from '../../web/index.ts';
import { SHELL_PAGES, type ShellAct } from './guards.ts';

/** What the window shows where the core is not there: what happened, and what can be done about it. */
export interface StoppedPage {
  readonly language: string;
  readonly title: string;
  /** One paragraph a line. */
  readonly text: string;
  readonly acts: readonly { readonly act: ShellAct; readonly label: string }[];
}

export const STOPPED_ADDRESS = `${DESKTOP_ORIGIN}${SHELL_PAGES}stopped`;
const STYLE_PATH = `${SHELL_PAGES}stopped.css`;

/** The page's own colours and sizes are those of renderer/ui/tokens.css. */
const STYLE = `
:root { color-scheme: light dark; font: 16px/1.55 'Segoe UI', 'Microsoft YaHei UI', 'PingFang SC', system-ui, sans-serif; }
body { margin: 0; background: #f6f3ea; color: #23211c; }
main { max-width: 38em; margin: 18vh auto 0; padding: 0 24px; }
h1 { font-size: 26px; font-weight: 600; }
p { color: #565044; overflow-wrap: anywhere; }
nav { display: flex; gap: 12px; margin-top: 24px; }
a { padding: 8px 18px; border: 1px solid #958a6f; border-radius: 6px; color: inherit; text-decoration: none; }
a:first-child { border-color: #1d4a63; background: #1d4a63; color: #fffdf8; }
a:focus-visible { outline: 2px solid #1d4a63; outline-offset: 2px; }
@media (prefers-color-scheme: dark) {
  body { background: #1b1a17; color: #ece7da; }
  p { color: #bdb5a4; }
  a { border-color: #857e6c; }
  a:first-child { border-color: #8fc0da; background: #8fc0da; color: #14222a; }
  a:focus-visible { outline-color: #8fc0da; }
}
`;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** The page as it is sent: no script at all; its buttons are links that the shell catches on their way. */
export function stoppedHtml({ language, title, text, acts }: StoppedPage): string {
  const paragraphs = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escaped(line)}</p>`);
  const links = acts.map(({ act, label }) => `<a href="${SHELL_PAGES}${act}">${escaped(label)}</a>`);
  return (
    `<!doctype html><html lang="${escaped(language)}"><head><meta charset="utf-8">` +
    `<title>${escaped(title)}</title><link rel="stylesheet" href="${STYLE_PATH}"></head>` +
    `<body><main role="alert"><h1>${escaped(title)}</h1>${paragraphs.join('')}<nav>${links.join('')}</nav></main></body></html>\n`
  );
}

/** Answers for the pages of the shell; null for any other path. */
export function shellAnswer(pathname: string, page: StoppedPage | null): Response | null {
  if (!pathname.startsWith(SHELL_PAGES)) return null;
  const headers = { ...COMMON_HEADERS, 'cache-control': 'no-store' };
  if (pathname === STYLE_PATH) {
    return new Response(STYLE, {
      headers: {
        ...headers,
        'content-type': 'text/css; charset=utf-8',
        'content-security-policy': CLOSED_POLICY,
      },
    });
  }
  if (pathname !== `${SHELL_PAGES}stopped` || page === null)
    return new Response(null, { status: 404, headers });
  return new Response(stoppedHtml(page), {
    headers: {
      ...headers,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `${CLOSED_POLICY}; style-src 'self'`,
    },
  });
}
