export { backupFolder, workspace } from './workspace.handlers.ts';
