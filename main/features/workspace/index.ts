export { backupFolder, poolLabour, workspace } from './workspace.handlers.ts';
