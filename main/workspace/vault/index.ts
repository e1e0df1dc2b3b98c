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
  type BlobToCopy,
  type StoredBlob,
} from './vault.ts';
