import type { MessagePort } from 'node:worker_threads';
import type { ErrorCode, ErrorParams } from '../../shared/kernel/index.ts';
import type { Outlook } from '../../shared/reminders/index.ts';
import type { Settings } from '../../shared/settings/index.ts';
import type { Notification } from '../core/index.ts';

/** How far a window is trusted: one in a browser may hand in files by upload only, never by path. */
export interface CoreSession {
  readonly trust: 'shell' | 'browser';
}

/** Where the core keeps its things, as the host needs to know it. */
export interface CorePaths {
  readonly root: string;
  readonly vault: string;
  readonly incoming: string;
  readonly previews: string;
}

/** What the thread is started with. */
export interface CoreStart {
  readonly workspaceDir: string;
  readonly settings: Settings;
  readonly version: string;
  readonly hostName: string;
  readonly canShowFolders: boolean;
  readonly canNotify: boolean;
  readonly canShowOutlook: boolean;
  /** Whether there is an example to go to, or this is it. */
  readonly example: 'none' | 'beside' | 'open';
}

/** An error of ours on its way to another thread. */
export interface SentError {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly stack: string;
}

export type ToCore =
  | { readonly kind: 'connect'; readonly port: MessagePort; readonly session: CoreSession }
  /** The answer to `show-folder` and `notify`. */
  | { readonly kind: 'shown'; readonly id: number; readonly shown: boolean }
  | { readonly kind: 'workspace-changed'; readonly id: number; readonly error: SentError | null }
  /** The computer goes to sleep: nobody waits for an answer. */
  | { readonly kind: 'checkpoint' }
  /** The computer woke, or was unlocked: what is due is looked at at once. */
  | { readonly kind: 'wake' }
  | { readonly kind: 'close' };

export type FromCore =
  | { readonly kind: 'ready'; readonly paths: CorePaths }
  | ({ readonly kind: 'failed' } & SentError)
  | { readonly kind: 'settings'; readonly patch: Partial<Settings> }
  | { readonly kind: 'show-folder'; readonly id: number; readonly path: string }
  | { readonly kind: 'notify'; readonly id: number; readonly notification: Notification }
  | { readonly kind: 'outlook'; readonly outlook: Outlook }
  | { readonly kind: 'open-example'; readonly id: number }
  | { readonly kind: 'leave-example'; readonly id: number; readonly remove: boolean };
