import type { MenuItemConstructorOptions } from 'electron';
import type { Translator } from '../../../shared/i18n/index.ts';

export interface MenuOptions {
  readonly t: Translator;
  readonly platform: NodeJS.Platform;
  readonly devTools: boolean;
  readonly go: (path: string) => void;
}

type Item = MenuItemConstructorOptions;
const LINE: Item = { type: 'separator' };

/**
 * The menu of the program. Where the system has a role for an act, the role does it; the labels are ours, because a role's
 * own is in the system's language. Cutting and pasting are in it on macOS only: without them the keys would not work.
 */
export function menuTemplate({ t, platform, devTools, go }: MenuOptions): Item[] {
  const isMac = platform === 'darwin';
  const settings: Item = {
    label: t('shell:menu.settings'),
    accelerator: 'CommandOrControl+,',
    click: () => go('/settings'),
  };
  const quit: Item = { role: 'quit', label: t('shell:menu.quit') };
  const about: Item = { role: 'about', label: t('shell:menu.about') };
  const program: Item = {
    label: t('app:name'),
    submenu: [
      about,
      LINE,
      settings,
      LINE,
      { role: 'services', label: t('shell:menu.services') },
      LINE,
      { role: 'hide', label: t('shell:menu.hide') },
      { role: 'hideOthers', label: t('shell:menu.hideOthers') },
      { role: 'unhide', label: t('shell:menu.showAll') },
      LINE,
      quit,
    ],
  };
  const file: Item = {
    label: t('shell:menu.file'),
    submenu: [
      {
        label: t('shell:menu.newCase'),
        accelerator: 'CommandOrControl+N',
        click: () => go('/cases/new'),
      },
      { label: t('shell:menu.importOrders'), click: () => go('/orders/import') },
      LINE,
      ...(isMac ? [{ role: 'close' as const, label: t('shell:menu.close') }] : [settings, LINE, quit]),
    ],
  };
  const edit: Item = {
    label: t('shell:menu.edit'),
    submenu: [
      { role: 'undo', label: t('shell:menu.undo') },
      { role: 'redo', label: t('shell:menu.redo') },
      LINE,
      { role: 'cut', label: t('shell:menu.cut') },
      { role: 'copy', label: t('shell:menu.copy') },
      { role: 'paste', label: t('shell:menu.paste') },
      { role: 'pasteAndMatchStyle', label: t('shell:menu.pastePlain') },
      { role: 'selectAll', label: t('shell:menu.selectAll') },
    ],
  };
  const view: Item = {
    label: t('shell:menu.view'),
    submenu: [
      { role: 'resetZoom', label: t('shell:menu.zoomReset') },
      { role: 'zoomIn', label: t('shell:menu.zoomIn') },
      { role: 'zoomOut', label: t('shell:menu.zoomOut') },
      LINE,
      { role: 'togglefullscreen', label: t('shell:menu.fullScreen') },
      LINE,
      { role: 'reload', label: t('shell:menu.reload') },
      ...(devTools ? [{ role: 'toggleDevTools' as const, label: t('shell:menu.devTools') }] : []),
    ],
  };
  const window: Item = {
    label: t('shell:menu.window'),
    submenu: [
      { role: 'minimize', label: t('shell:menu.minimise') },
      ...(isMac
        ? [
            { role: 'zoom' as const, label: t('shell:menu.zoomWindow') },
            LINE,
            { role: 'front' as const, label: t('shell:menu.front') },
          ]
        : [{ role: 'close' as const, label: t('shell:menu.close') }]),
    ],
  };
  const help: Item = {
    role: 'help',
    label: t('shell:menu.help'),
    submenu: [
      { label: t('shell:menu.helpRoom'), click: () => go('/help') },
      { label: t('shell:menu.rulebook'), click: () => go('/rulebook') },
      ...(isMac ? [] : [LINE, about]),
    ],
  };
  return isMac ? [program, file, edit, view, window, help] : [file, view, window, help];
}
