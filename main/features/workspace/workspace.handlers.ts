import { access, constants, readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { AppError } from '../../../shared/kernel/index.ts';
import { os, type Services } from '../../core/context.ts';
import type { JobControl } from '../../core/job-runner.ts';
import {
  examineFolder,
  listBackups,
  readMeta,
  restoreBackup,
  SCHEMA_VERSION,
  verifyWorkspace,
  backUp,
} from '../../workspace/index.ts';
import { storeCount } from './workspace.repo.ts';

export const workspace = {
  info: os.workspace.info.handler(async ({ context: { services } }) => {
    const { workspace: open, store, ports } = services;
    const backups = await listBackups(backupFolder(services));
    return {
      folder: open.paths.root,
      version: ports.version,
      schemaVersion: SCHEMA_VERSION,
      createdAt: Number((await readMeta(store, 'created_at')) ?? 0),
      firstRun: (await storeCount(services.read)) === 0,
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
        hash: (path) => services.pool.run('hash', { path }, { signal: control.signal }),
      }),
    ),
  ),

  backups: os.workspace.backups.handler(({ context: { services } }) => listBackups(backupFolder(services))),

  backUp: os.workspace.backUp.handler(({ context: { services } }) =>
    services.jobs.start('backup', (control) =>
      backUp(services.store, services.workspace.paths, backupFolder(services), services.clock, 'asked', {
        signal: control.signal,
        onBlob: (done, total) => control.progress(done, total, ''),
      }),
    ),
  ),

  restore: os.workspace.restore.handler(({ context: { services }, input }) => {
    const into = absolute(input.into);
    const verdict = examineFolder(into);
    if (!verdict.fit) throw new AppError('SYNCED_FOLDER', { folder: into, service: verdict.service });
    return services.jobs.start('restore', async (control) => {
      await restoreBackup(absolute(input.backupFolder), into, {
        signal: control.signal,
        onBlob: (done, total) => control.progress(done, total, ''),
      });
      return { folder: into };
    });
  }),

  move: os.workspace.move.handler(({ context: { services }, input }) => {
    const into = absolute(input.into);
    const verdict = examineFolder(into);
    if (!verdict.fit) throw new AppError('SYNCED_FOLDER', { folder: into, service: verdict.service });
    return services.jobs.start('move', (control) => moveWorkspace(services, into, control));
  }),

  checkFolder: os.workspace.checkFolder.handler(async ({ input }) => {
    const proposal = join(homedir(), 'AppealDesk');
    if (!isAbsolute(input.folder))
      return { fit: false, problem: 'read-only' as const, service: '', proposal };
    const folder = resolve(input.folder);
    const { fit, problem, service } = examineFolder(folder);
    if (!fit) return { fit, problem, service, proposal };
    const entries = await readdir(folder).catch(() => null);
    if (entries === null) return { fit: true, problem: null, service: '', proposal };
    if (entries.length > 0) return { fit: false, problem: 'not-empty' as const, service: '', proposal };
    const writable = await access(folder, constants.W_OK).then(
      () => true,
      () => false,
    );
    return { fit: writable, problem: writable ? null : ('read-only' as const), service: '', proposal };
  }),
};

async function moveWorkspace(
  services: Services,
  into: string,
  control: JobControl,
): Promise<{ folder: string }> {
  const { store, workspace: open, clock, ports } = services;
  const progress = {
    signal: control.signal,
    onBlob: (done: number, total: number) => control.progress(done, total, ''),
  };
  return await store.hold(async () => {
    const record = await backUp(store, open.paths, open.paths.backups, clock, 'before-move', progress);
    await restoreBackup(record.folder, into, progress);
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

function absolute(folder: string): string {
  if (!isAbsolute(folder)) throw new AppError('CONFLICT', { reason: 'folder-not-absolute', folder });
  return resolve(folder);
}
