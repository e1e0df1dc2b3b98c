import type { BrowserWindow, MenuItemConstructorOptions } from 'electron';
import type { Translator } from '../../../shared/i18n/index.ts';
import type { Outlook } from '../../../shared/reminders/index.ts';
import type { Electron } from './electron-api.ts';
import { countPicture } from './count-picture.ts';
import { outlookLines, outlookToolTip } from './outlook-words.ts';
import { createTray } from './tray.ts';

export interface ProgramIconsOptions {
  readonly platform: NodeJS.Platform;
  readonly icon: string;
  readonly translator: () => Translator;
  readonly now: () => number;
  readonly show: () => void;
  /** Brings the window forward, at an address of the page. */
  readonly go: (path: string) => void;
  readonly quit: () => void;
  /** On whose icon of the task bar the number is; null while there is none. */
  readonly window: () => Pick<BrowserWindow, 'setOverlayIcon'> | null;
}

/** Where the program is seen while its window is not: beside the clock, in the Dock, on the task bar. */
export interface ProgramIcons {
  /** Says what waits; null where nobody can say. Asked again after a change of the language, and as the window appears. */
  draw(outlook: Outlook | null): void;
  /** See `ShellTray.isRelied`. */
  readonly isTrayRelied: boolean;
}

const LINE: MenuItemConstructorOptions = { type: 'separator' };

/**
 * Puts up the icons. How much waits is a number on the icon on a Mac and on those Linux desktops that show one. Windows has no
 * number of its own: there it is a small picture over the window's icon on the task bar, and words beside the clock.
 */
export function createProgramIcons(
  electron: Pick<Electron, 'app' | 'Tray' | 'Menu' | 'nativeImage'>,
  { platform, icon, translator, now, show, go, quit, window }: ProgramIconsOptions,
): ProgramIcons {
  const { app, Menu, nativeImage } = electron;
  const tray = createTray(electron, platform, { icon, show });
  const itemsOf = (outlook: Outlook | null): MenuItemConstructorOptions[] =>
    outlookLines(outlook, translator(), now()).flatMap((group) => [
      LINE,
      ...group.map(({ label, path }) => ({
        // One of these in a label would underline what follows it.
        label: label.replaceAll('&', '&&'),
        ...(path === null ? { enabled: false } : { click: () => go(path) }),
      })),
    ]);
  const putOver = (unseen: number, t: Translator): void => {
    if (unseen === 0) {
      window()?.setOverlayIcon(null, '');
      return;
    }
    const { pixels, size } = countPicture(unseen);
    window()?.setOverlayIcon(
      nativeImage.createFromBitmap(pixels, size),
      t('shell:tray.unseen', { count: unseen }),
    );
  };
  const draw = (outlook: Outlook | null): void => {
    const t = translator();
    const items = itemsOf(outlook);
    tray?.draw(outlookToolTip(outlook, t, now()), [
      { label: t('shell:tray.open'), click: show },
      ...items,
      LINE,
      { label: t('shell:tray.quit'), click: quit },
    ]);
    // The system adds the program's own acts below it.
    if (platform === 'darwin') app.dock?.setMenu(Menu.buildFromTemplate(items.slice(1)));
    const unseen = outlook?.unseen ?? 0;
    if (platform === 'win32') putOver(unseen, t);
    else app.setBadgeCount(unseen);
  };
  draw(null);
  return { draw, isTrayRelied: tray?.isRelied === true };
}
