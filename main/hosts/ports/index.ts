/** Small adapters to this computer that every host uses. */
export { openSettings } from './settings.ts';
export { defaultPlaces, programVersion, rendererFolder, type Places } from './places.ts';
export { openCommand, showFolder, startApart, type Command } from './open-outside.ts';
export { readHostFile, removeHostFile, writeHostFile, type HostFile } from './host-file.ts';
export { systemClock, systemRandom } from '../../workers/system-ports.ts';
export { chosenWorkspace } from './chosen-workspace.ts';
