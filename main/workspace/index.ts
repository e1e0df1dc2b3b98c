export { backUp, listBackups, restoreBackup } from './backup/index.ts';
export { examineFolder, openWorkspace, readMeta, type OpenWorkspaceOptions, type Workspace } from './workspace.ts';
export { blobPath, UNFINISHED, workspacePaths, type WorkspacePaths } from './paths.ts';
export { writePacketFolder } from './packet-folder.ts';
export { verifyWorkspace } from './verify.ts';
