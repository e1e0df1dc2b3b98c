import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BackupRecord } from '../../../shared/workspace/index.ts';
import { api, client, invalidateFeatures, useChange } from '../../api/index.ts';
import {
  ActButton,
  Dialog,
  EmptyState,
  Entries,
  Entry,
  JobProgress,
  Loaded,
  useNow,
  useText,
  useZone,
} from '../../ui/index.ts';
import { FolderForm } from './folder-form.tsx';

/** Backups: make one now, see them all, restore one into a new folder. */
export function BackupSettings() {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const backups = useQuery(api.workspace.backups.queryOptions({ input: {} }));
  const [jobId, setJobId] = useState<string | null>(null);
  const [restoring, setRestoring] = useState<BackupRecord | null>(null);
  const backUp = useChange(client.workspace.backUp, {
    quiet: true,
    onSuccess: (started) => setJobId(started.jobId),
  });
  return (
    <div className="ad-stack">
      <div className="ad-row">
        <ActButton
          act="back-up"
          keys="b"
          variant="default"
          loading={backUp.isPending}
          onClick={() => backUp.mutate({})}
        >
          {t('workspace:backUpNow')}
        </ActButton>
        <span className="ad-hint">{t('workspace:backUpHint')}</span>
      </div>
      {jobId === null ? null : (
        <JobProgress
          jobId={jobId}
          label={t('workspace:backingUp')}
          onEnd={() => void invalidateFeatures(['workspace'])}
        />
      )}
      <Loaded query={backups}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={t('workspace:noBackups')}>{t('workspace:noBackupsText')}</EmptyState>
          ) : (
            <Entries label={t('workspace:backups')}>
              {list.map((backup) => (
                <Entry
                  key={backup.folder}
                  lead={t.format.instant(backup.madeAt, zone, now)}
                  title={t(`workspace:reason-${backup.reason}`)}
                  detail={
                    <>
                      {t('workspace:backupSize', { count: backup.blobs, size: t.format.bytes(backup.bytes) })}
                      {backup.missing.length === 0 ? null : (
                        <div>{t('workspace:backupMissing', { count: backup.missing.length })}</div>
                      )}
                      <div className="ad-code">{backup.folder}</div>
                    </>
                  }
                  action={
                    <ActButton
                      act="restore"
                      keys="r"
                      of={t.format.instant(backup.madeAt, zone, now)}
                      variant="subtle"
                      size="compact-sm"
                      onClick={() => setRestoring(backup)}
                    >
                      {t('workspace:restore')}
                    </ActButton>
                  }
                />
              ))}
            </Entries>
          )
        }
      </Loaded>
      <Dialog
        opened={restoring !== null}
        onClose={() => setRestoring(null)}
        title={t('workspace:restoreTitle')}
        size="lg"
      >
        {restoring === null ? null : (
          <FolderForm
            key={restoring.folder}
            texts={{
              explain: t('workspace:restoreText'),
              label: t('workspace:restoreInto'),
              act: t('workspace:restoreAct'),
              working: t('workspace:restoring'),
            }}
            start={(into) => client.workspace.restore({ backupFolder: restoring.folder, into })}
            doneText={(folder, missing) =>
              [
                t('workspace:restored', { folder }),
                ...(missing === 0 ? [] : [t('workspace:restoredWithout', { count: missing })]),
              ].join(' ')
            }
          />
        )}
      </Dialog>
    </div>
  );
}
