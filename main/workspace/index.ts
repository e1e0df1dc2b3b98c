export { backUp, listBackups, restoreBackup } from './backup/index.ts';
export {
  examineFolder,
  openWorkspace,
  readMeta,
  type OpenWorkspaceOptions,
  type Workspace,
} from './workspace.ts';
export { blobPath, UNFINISHED, workspacePaths, type WorkspacePaths } from './paths.ts';
export { writePacketFolder } from './packet-folder.ts';
export { rollBackImports } from './sweep.ts';
export { verifyWorkspace } from './verify.ts';
export { storeBytes, storeFile, hashFile, hasBlob, temporaryPath, type StoredBlob } from './vault/index.ts';
export type { Actor, JournaledTable, ReadHandle, Store, Tables, WriteHandle } from './sqlite/index.ts';
export { JOURNALED_TABLES, SCHEMA_VERSION } from './sqlite/index.ts';
export type { JournalPayload, RowChange } from './journal/index.ts';
export { beginningWith, containing } from './sqlite/index.ts';
