import type { MenuItemConstructorOptions, Tray } from 'electron';
import type { Electron } from './electron-api.ts';

/** The icon beside the clock, where there is one. */
export interface ShellTray {
  /** Says this, and offers that. */
  draw(toolTip: string, items: MenuItemConstructorOptions[]): void;
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
  { icon, show }: { readonly icon: string; readonly show: () => void },
): ShellTray | null {
  if (platform === 'darwin') return null;
  let tray: Tray;
  try {
    tray = new Tray(nativeImage.createFromPath(icon));
  } catch {
    return null;
  }
  tray.on('click', show);
  return {
    draw: (toolTip, items) => {
      tray.setToolTip(toolTip);
      tray.setContextMenu(Menu.buildFromTemplate(items));
    },
    isRelied: platform === 'win32',
  };
}
