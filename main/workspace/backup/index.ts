export {
  backUp,
  backUpDatabaseFile,
  listBackups,
  restoreBackup,
  type BackupProgress,
  type FileLabour,
} from './backup.ts';
