export { BackupSettings } from './backup-settings.tsx';
export { VerifySettings } from './verify-settings.tsx';
export { WorkspaceFacts } from './workspace-facts.tsx';
