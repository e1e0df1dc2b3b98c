import type { Translator } from '../../../shared/i18n/index.ts';
import { CHANNELS } from './channels.ts';
import type { Electron } from './electron-api.ts';
import { isOurSender } from './guards.ts';

/**
 * The one dialog a page may ask for: which folder. Files are chosen in the page's own file field, which the engine opens
 * as the system's dialog, and where to save is asked by every download; neither needs a door of ours.
 */
export function serveDialogs(
  { ipcMain, dialog, BrowserWindow }: Pick<Electron, 'ipcMain' | 'dialog' | 'BrowserWindow'>,
  translator: () => Translator,
): void {
  ipcMain.handle(CHANNELS.chooseFolder, async (event): Promise<string | null> => {
    if (!isOurSender(event.senderFrame)) throw new Error('not from a page of ours');
    const t = translator();
    const window = BrowserWindow.fromWebContents(event.sender);
    if (window === null) return null;
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: t('shell:folder.title'),
      buttonLabel: t('shell:folder.choose'),
      properties: ['openDirectory', 'createDirectory', 'promptToCreate', 'dontAddToRecent'],
    });
    return canceled ? null : (filePaths[0] ?? null);
  });
}
