import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { exposeBridge, type PageWindow } from './preload-bridge.ts';

exposeBridge({ contextBridge, ipcRenderer, webUtils, page: globalThis as unknown as PageWindow });
