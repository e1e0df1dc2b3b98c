import type { Tray } from 'electron';
import type { Translator } from '../../../shared/i18n/index.ts';
import type { Electron } from './electron-api.ts';

export interface TrayOptions {
  readonly icon: string;
  readonly t: Translator;
  readonly show: () => void;
  readonly quit: () => void;
}

/** The icon beside the clock, where there is one. */
export interface ShellTray {
  /** Says everything in another language. */
  speak(t: Translator): void;
  /**
   * Whether a window that hides can be found again by it. On Windows there is always a place beside the clock; on Linux a
   * desktop may show no icons and nobody is told, so there it is never relied upon.
   */
  readonly isRelied: boolean;
}

/**
 * Puts the icon beside the clock; null where the system has none, or where it would be one too many: a Mac's program is
 * in the Dock.
 */
export function createTray(
  { Tray, Menu, nativeImage }: Pick<Electron, 'Tray' | 'Menu' | 'nativeImage'>,
  platform: NodeJS.Platform,
  { icon, t, show, quit }: TrayOptions,
): ShellTray | null {
  if (platform === 'darwin') return null;
  let tray: Tray;
  try {
    tray = new Tray(nativeImage.createFromPath(icon));
  } catch {
    return null;
  }
  const speak = (words: Translator): void => {
    tray.setToolTip(words('app:name'));
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: words('shell:tray.open'), click: show },
        { type: 'separator' },
        { label: words('shell:tray.quit'), click: quit },
      ]),
    );
  };
  tray.on('click', show);
  speak(t);
  return { speak, isRelied: platform === 'win32' };
}
