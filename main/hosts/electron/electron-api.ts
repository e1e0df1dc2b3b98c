/**
 * The part of Electron that the shell uses, by its own types. Only `main.ts` and `preload.ts` hold the real thing;
 * everything else is handed it, so that it runs under plain Node with whatever has these names.
 */
export type Electron = Pick<
  typeof import('electron'),
  | 'app'
  | 'BrowserWindow'
  | 'dialog'
  | 'ipcMain'
  | 'Menu'
  | 'MessageChannelMain'
  | 'nativeImage'
  | 'nativeTheme'
  | 'Notification'
  | 'powerMonitor'
  | 'protocol'
  | 'screen'
  | 'session'
  | 'Tray'
>;

/** The class of the settings' engine, which loads `electron` by itself. */
export type ElectronStore = typeof import('electron-store').default;
