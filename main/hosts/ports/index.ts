/** Small adapters to this computer that every host uses. */
export {
  openSettings,
  setAsideDamaged,
  type OpenedSettings,
  type SettingsFile,
  type SettingsFileOptions,
} from './settings.ts';
export {
  defaultPlaces,
  programFolder,
  programVersion,
  rendererFolder,
  resolveTyped,
  type Places,
} from './places.ts';
export { openCommand, showFolder, startApart, type Command } from './open-outside.ts';
export { readHostFile, removeHostFile, writeHostFile, type HostFile } from './host-file.ts';
export { systemClock, systemRandom } from '../../workers/system-ports.ts';
export { chosenWorkspace } from './chosen-workspace.ts';
export { keepCore, type CoreKeeper, type CoreKeeperEvents } from './core-keeper.ts';
export { keepWorkspace, type LentToCore } from './keep-workspace.ts';
export { describeError } from './describe-error.ts';
export { CALL_LIMIT, hostWebHandler, randomText } from './web-answers.ts';
export { QUIET_SWITCHES } from './quiet-chromium.ts';
