import type { Electron } from './electron-api.ts';
import { hardened } from './guards.ts';

/** Shows a picture of the vault large, in a window that can do nothing else and has no line to anything. */
export function showPicture(
  { BrowserWindow, nativeTheme }: Pick<Electron, 'BrowserWindow' | 'nativeTheme'>,
  address: string,
  options: { readonly title: string; readonly icon: string; readonly devTools: boolean },
): void {
  const window = new BrowserWindow({
    width: 1000,
    height: 800,
    title: options.title,
    icon: options.icon,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1a17' : '#f6f3ea',
    webPreferences: hardened({ devTools: options.devTools }),
  });
  window.loadURL(address).catch(() => undefined);
}
