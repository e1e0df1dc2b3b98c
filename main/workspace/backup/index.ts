export {
  backUp,
  backUpDatabaseFile,
  listBackups,
  ownBackups,
  restoreBackup,
  type BackupProgress,
  type FileLabour,
} from './backup.ts';
