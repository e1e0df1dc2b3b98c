/** The folder everything lies in: where, backups, checks, and the example beside it. */
import './workspace.css';

export { BackupSettings } from './backup-settings.tsx';
export { ExampleBand } from './example-band.tsx';
export { ExampleOffer } from './example-offer.tsx';
export { useOpenExample } from './use-example.ts';
export { VerifySettings } from './verify-settings.tsx';
export { WorkspaceFacts } from './workspace-facts.tsx';
export { FolderField } from './folder-field.tsx';
