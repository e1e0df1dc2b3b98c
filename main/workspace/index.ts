export { explainFileError } from './vault/index.ts';
export { backUp, listBackups, ownBackups, restoreBackup, type FileLabour } from './backup/index.ts';
export {
  examineFolder,
  openWorkspace,
  proposedFolder,
  requireLocalFolder,
  type OpenWorkspaceOptions,
  type Workspace,
} from './workspace.ts';
export { blobPath, UNFINISHED, workspacePaths, type WorkspacePaths } from './paths.ts';
export { PreviewShelf } from './preview-shelf.ts';
export { putInPlace, restorePacketFolder, writePacketFolder } from './packet-folder.ts';
export { rollBackImports } from './sweep.ts';
export { verifyWorkspace } from './verify.ts';
export {
  copyBlob,
  hasBlob,
  hashFile,
  readChunks,
  storeBytes,
  storeFile,
  temporaryPath,
  type BlobToCopy,
  type StoredBlob,
} from './vault/index.ts';
export type { Actor, JournaledTable, ReadHandle, Store, Tables, WriteHandle } from './sqlite/index.ts';
export { JOURNALED_TABLES, SCHEMA_VERSION } from './sqlite/index.ts';
export type { JournalPayload, RowChange } from './journal/index.ts';
export {
  beginningWith,
  computedOf,
  containing,
  findCaseRow,
  ordersInForce,
  readMeta,
  titleOf,
} from './sqlite/index.ts';
