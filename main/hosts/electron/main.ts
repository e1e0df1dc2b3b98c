import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  nativeImage,
  nativeTheme,
  Notification,
  powerMonitor,
  protocol,
  screen,
  session,
  Tray,
} from 'electron';
import Store from 'electron-store';
import { join } from 'node:path';
import { defaultPlaces, programFolder, rendererFolder } from '../ports/index.ts';
import { readHiddenArgument, readWorkspaceArgument } from './arguments.ts';
import { runShell } from './shell.ts';

/** The desktop program. Nothing is waited for here: the engine becomes ready only when this file has run to its end. */
const folder = programFolder();
runShell(
  {
    app,
    BrowserWindow,
    dialog,
    ipcMain,
    Menu,
    MessageChannelMain,
    nativeImage,
    nativeTheme,
    Notification,
    powerMonitor,
    protocol,
    screen,
    session,
    Tray,
  },
  Store,
  {
    platform: process.platform,
    places: defaultPlaces(),
    workspace: readWorkspaceArgument(process.argv),
    isHidden: readHiddenArgument(process.argv),
    rendererDir: rendererFolder(),
    preload: join(folder, 'dist', 'main', 'preload.cjs'),
    icons: join(folder, 'dist', 'icons'),
  },
);
