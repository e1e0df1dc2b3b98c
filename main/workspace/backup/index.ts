export { backUp, backUpDatabaseFile, listBackups, restoreBackup, type BackupProgress } from './backup.ts';
