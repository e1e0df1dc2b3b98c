export {
  copyBlob,
  explainFileError,
  fileSize,
  hasBlob,
  hashFile,
  storeBytes,
  storeFile,
  syncFolder,
  temporaryPath,
  type StoredBlob,
} from './vault.ts';
