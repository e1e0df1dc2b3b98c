import { access, constants, readdir } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import { AppError } from '../../../shared/kernel/index.ts';
import { os, type Services } from '../../core/context.ts';
import type { JobControl } from '../../core/job-runner.ts';
import {
  examineFolder,
  listBackups,
  ownBackups,
  proposedFolder,
  requireLocalFolder,
  readMeta,
  restoreBackup,
  SCHEMA_VERSION,
  verifyWorkspace,
  backUp,
  type FileLabour,
} from '../../workspace/index.ts';
import { storeCount } from './workspace.repo.ts';

export const workspace = {
  info: os.workspace.info.handler(async ({ context: { services } }) => {
    const { workspace: open, store, ports } = services;
    const backups = await ownBackups(backupFolder(services), store);
    return {
      folder: open.paths.root,
      version: ports.version,
      schemaVersion: SCHEMA_VERSION,
      createdAt: Number((await readMeta(store.read, 'created_at')) ?? 0),
      firstRun: (await storeCount(services.read)) === 0,
      example: await isExample(services),
      lastBackupAt: backups[0]?.madeAt ?? null,
      recovery: [...open.recovery],
    };
  }),

  verify: os.workspace.verify.handler(({ context: { services } }) =>
    services.jobs.start('verify', (control) =>
      verifyWorkspace(services.store, services.workspace.paths, {
        now: services.clock.now(),
        signal: control.signal,
        onProgress: (done, total, current) => control.progress(done, total, current),
        hash: poolLabour(services, control.signal).hash,
      }),
    ),
  ),

  backups: os.workspace.backups.handler(({ context: { services } }) => listBackups(backupFolder(services))),

  backUp: os.workspace.backUp.handler(({ context: { services } }) =>
    services.jobs.start('backup', (control) =>
      backUp(services.store, services.workspace.paths, backupFolder(services), services.clock, 'asked', {
        signal: control.signal,
        labour: poolLabour(services, control.signal),
        onBlob: (done, total) => control.progress(done, total, ''),
      }),
    ),
  ),

  restore: os.workspace.restore.handler(({ context: { services }, input }) => {
    const into = localFolder(input.into);
    return services.jobs.start('restore', async (control) => {
      const { missing } = await restoreBackup(absolute(input.backupFolder), into, {
        signal: control.signal,
        labour: poolLabour(services, control.signal),
        onBlob: (done, total) => control.progress(done, total, ''),
      });
      return { folder: into, missing };
    });
  }),

  move: os.workspace.move.handler(async ({ context: { services }, input }) => {
    // The folder that is remembered is the person's own workspace's.
    if (await isExample(services)) throw new AppError('CONFLICT', { reason: 'example-stays' });
    // It would wait for the writes that the move holds back, and the move for the thread that it keeps.
    if (services.jobs.isBusy) throw new AppError('CONFLICT', { reason: 'work-running' });
    const into = localFolder(input.into);
    return services.jobs.start('move', (control) => moveWorkspace(services, into, control));
  }),

  checkFolder: os.workspace.checkFolder.handler(async ({ input }) => {
    const proposal = proposedFolder();
    if (!isAbsolute(input.folder))
      return { fit: false, problem: 'read-only' as const, service: '', proposal };
    const folder = resolve(input.folder);
    const { fit, problem, service } = examineFolder(folder);
    if (!fit) return { fit, problem, service, proposal };
    const entries = await entriesOf(folder);
    if (entries === 'not-there') return { fit: true, problem: null, service: '', proposal };
    if (entries === 'closed') return { fit: false, problem: 'read-only' as const, service: '', proposal };
    if (entries.length > 0) return { fit: false, problem: 'not-empty' as const, service: '', proposal };
    const writable = await access(folder, constants.W_OK).then(
      () => true,
      () => false,
    );
    return { fit: writable, problem: writable ? null : ('read-only' as const), service: '', proposal };
  }),

  openExample: os.workspace.openExample.handler(async ({ context: { services } }) => {
    const { example } = services.ports;
    if (example === undefined || example.isOpen)
      throw new AppError('CONFLICT', { reason: 'no-example-here' });
    // Closing this core stops its jobs: an import is not cut short by a look at something else.
    if (services.jobs.isBusy) throw new AppError('CONFLICT', { reason: 'work-running' });
    await example.open();
    return { ok: true as const };
  }),

  leaveExample: os.workspace.leaveExample.handler(async ({ context: { services }, input }) => {
    const { example } = services.ports;
    if (example?.isOpen !== true) throw new AppError('CONFLICT', { reason: 'no-example-open' });
    await example.leave(input.remove);
    return { ok: true as const };
  }),
};

async function isExample({ store }: Services): Promise<boolean> {
  return (await readMeta(store.read, 'example')) !== null;
}

async function moveWorkspace(
  services: Services,
  into: string,
  control: JobControl,
): Promise<{ folder: string }> {
  const { store, workspace: open, clock, ports } = services;
  const progress = {
    signal: control.signal,
    labour: poolLabour(services, control.signal),
    onBlob: (done: number, total: number) => control.progress(done, total, ''),
  };
  return await store.hold(async () => {
    const record = await backUp(store, open.paths, open.paths.backups, clock, 'before-move', progress);
    const { missing } = await restoreBackup(record.folder, into, progress);
    // The old folder keeps what it has; a move that loses an original on the way is no move.
    const lost = missing.find((sha256) => !record.missing.includes(sha256));
    if (lost !== undefined) throw new AppError('BACKUP_FAILED', { reason: 'blob-changed', place: lost });
    ports.settings.set({ workspaceFolder: into });
    store.retire(new AppError('MOVED', { folder: into }));
    return { folder: into };
  });
}

/** Where backups go: the folder of the settings, or beside the workspace's own data. */
export function backupFolder(services: Pick<Services, 'ports' | 'workspace'>): string {
  const chosen = services.ports.settings.get().backupFolder;
  return chosen === '' ? services.workspace.paths.backups : chosen;
}

/** Whole files are read by the pool's threads; the core goes on answering. */
function poolLabour({ pool }: Pick<Services, 'pool'>, signal: AbortSignal): FileLabour {
  return {
    hash: (path) => pool.run('hash', { path }, { signal }),
    copy: (blob) => pool.run('copy-blob', blob, { signal }),
  };
}

function localFolder(folder: string): string {
  const into = absolute(folder);
  requireLocalFolder(into);
  return into;
}

/** What lies in a folder. A place that is not there yet can be made; a file, or a folder that is closed to us, cannot. */
async function entriesOf(folder: string): Promise<readonly string[] | 'not-there' | 'closed'> {
  try {
    return await readdir(folder);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'not-there' : 'closed';
  }
}

function absolute(folder: string): string {
  if (!isAbsolute(folder)) throw new AppError('CONFLICT', { reason: 'folder-not-absolute', folder });
  return resolve(folder);
}
