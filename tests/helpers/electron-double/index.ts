/**
 * A double of the few parts of Electron that the shell uses. It knows no part that the shell does not use: reading one is
 * an error; so are a call before the engine is ready where Electron refuses it, an option that is not in Electron's types,
 * and a window that is gone.
 */
export { createWorld, display, type World, type WorldOptions } from './world.ts';
export type { WindowDouble } from './window.ts';
export type { PageDouble } from './page.ts';
export { openPage } from './page.ts';
export { loadElectronStore } from './electron-store.ts';
