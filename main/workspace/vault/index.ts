export { readChunks } from './read-chunks.ts';
export {
  copyBlob,
  explainFileError,
  fileSize,
  hasBlob,
  hashFile,
  storeBytes,
  storeFile,
  syncPath,
  temporaryPath,
  type BlobToCopy,
  type StoredBlob,
} from './vault.ts';
