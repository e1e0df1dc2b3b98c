import { existsSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import { openCommand, QUIET_SWITCHES, startApart, type Command } from '../ports/index.ts';

/** What is known of the computer; passed in, so that a test can be any computer. */
export interface BrowserSearch {
  readonly platform: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly exists: (path: string) => boolean;
}

const LINUX_NAMES = [
  'microsoft-edge-stable',
  'microsoft-edge',
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
];
const MAC_PROGRAMS = [
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
];
const WINDOWS_PROGRAMS = [
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
];

/**
 * The first Edge, Chrome or Chromium of this computer, or null. Only these open a window without tabs and with a
 * profile of our own, which the shop plug-ins of the daily browser cannot read.
 */
export function findAppBrowser({ platform, environment, exists }: BrowserSearch): string | null {
  const chosen = environment['APPEALDESK_BROWSER'];
  if (chosen !== undefined && chosen !== '') return exists(chosen) ? chosen : null;
  return candidates(platform, environment).find(exists) ?? null;
}

/** How a browser opens one address as a window of its own, with nothing of its own started beside it. */
export function appWindow(program: string, url: string, profileFolder: string): Command {
  return {
    program,
    args: [
      `--app=${url}`,
      `--user-data-dir=${profileFolder}`,
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-extensions',
      '--disable-background-mode',
      ...QUIET_SWITCHES,
      '--password-store=basic',
      '--use-mock-keychain',
      '--window-size=1360,900',
    ],
  };
}

/** Opens an address: in a window of its own, else in the default browser. */
export async function openWindow(
  url: string,
  profileFolder: string,
): Promise<'window' | 'default-browser' | 'none'> {
  const program = findAppBrowser({
    platform: process.platform,
    environment: process.env,
    exists: existsSync,
  });
  if (program !== null && (await startApart(appWindow(program, url, profileFolder)))) return 'window';
  return (await startApart(openCommand(process.platform, url))) ? 'default-browser' : 'none';
}

function candidates(platform: string, environment: BrowserSearch['environment']): string[] {
  if (platform === 'win32') {
    return WINDOWS_PROGRAMS.flatMap((program) =>
      ['PROGRAMFILES(X86)', 'PROGRAMFILES', 'LOCALAPPDATA'].flatMap((name) => {
        const root = environment[name];
        return root === undefined || root === '' ? [] : [win32.join(root, program)];
      }),
    );
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', ...(environment['HOME'] ? [`${environment['HOME']}/Applications`] : [])];
    return MAC_PROGRAMS.flatMap((program) => roots.map((root) => posix.join(root, program)));
  }
  const folders = (environment['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/'));
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
}
