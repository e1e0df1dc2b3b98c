import type { StartAtLogin } from '../../../shared/desktop/index.ts';
import { HIDDEN } from './arguments.ts';
import { CHANNELS } from './channels.ts';
import type { Electron } from './electron-api.ts';
import { isOurSender } from './guards.ts';

/** As the system keeps it: a start by it brings no window. Of a Mac's start it says by itself that it was one. */
const OURS = { args: [HIDDEN] };

/**
 * Lets a page of ours ask and say whether the program starts when the person logs in. The system keeps it and people change
 * it there too, so it is asked each time and stands in no setting of ours. It can be had of an installed program on Windows
 * and on a Mac: Electron has no way to it on Linux, and run from its source it would be Electron's bare program that starts.
 */
export function serveLoginItem(
  { app, ipcMain }: Pick<Electron, 'app' | 'ipcMain'>,
  platform: NodeJS.Platform,
): void {
  const isOffered = app.isPackaged && (platform === 'win32' || platform === 'darwin');
  const state = (): StartAtLogin => {
    if (!isOffered) return 'unavailable';
    const { openAtLogin, status, executableWillLaunchAtLogin } = app.getLoginItemSettings(OURS);
    if (platform === 'darwin' && status === 'requires-approval') return 'needs-approval';
    // On Windows it may be there and switched off in the Task Manager.
    return openAtLogin && (platform === 'darwin' || executableWillLaunchAtLogin) ? 'on' : 'off';
  };
  ipcMain.handle(CHANNELS.startAtLogin, (event): StartAtLogin => {
    if (!isOurSender(event.senderFrame)) throw new Error('not from a page of ours');
    return state();
  });
  ipcMain.handle(CHANNELS.setStartAtLogin, (event, isOn: unknown): StartAtLogin => {
    if (!isOurSender(event.senderFrame)) throw new Error('not from a page of ours');
    if (isOffered && typeof isOn === 'boolean') app.setLoginItemSettings({ openAtLogin: isOn, ...OURS });
    return state();
  });
}

/** Whether the system started the program by itself, and nobody waits for its window. */
export function isStartedAtLogin(
  { app }: Pick<Electron, 'app'>,
  platform: NodeJS.Platform,
  isHidden: boolean,
): boolean {
  return platform === 'darwin' ? app.getLoginItemSettings().wasOpenedAtLogin : isHidden;
}
