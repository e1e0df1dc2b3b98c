import { Button, Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { JobState } from '../../../shared/jobs/index.ts';
import type { BackupRecord } from '../../../shared/workspace/index.ts';
import { api, client, invalidateFeatures, useChange } from '../../api/index.ts';
import {
  EmptyState,
  Entries,
  Entry,
  ErrorNote,
  JobProgress,
  Loaded,
  Note,
  useNow,
  useText,
  useZone,
} from '../../ui/index.ts';

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
        <Button variant="default" loading={backUp.isPending} onClick={() => backUp.mutate({})}>
          {t('workspace:backUpNow')}
        </Button>
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
                      <div className="ad-code">{backup.folder}</div>
                    </>
                  }
                  action={
                    <Button variant="subtle" size="compact-sm" onClick={() => setRestoring(backup)}>
                      {t('workspace:restore')}
                    </Button>
                  }
                />
              ))}
            </Entries>
          )
        }
      </Loaded>
      <Modal
        opened={restoring !== null}
        onClose={() => setRestoring(null)}
        title={t('workspace:restoreTitle')}
        closeButtonProps={{ 'aria-label': t('ui:close') }}
        size="lg"
      >
        {restoring === null ? null : <RestoreForm key={restoring.folder} backup={restoring} />}
      </Modal>
    </div>
  );
}

function RestoreForm({ backup }: { readonly backup: BackupRecord }) {
  const t = useText();
  const [into, setInto] = useState('');
  const [asked] = useDebouncedValue(into.trim(), 250);
  const [jobId, setJobId] = useState<string | null>(null);
  const [ended, setEnded] = useState<JobState | null>(null);
  const check = useQuery(
    api.workspace.checkFolder.queryOptions({ input: { folder: asked }, enabled: asked !== '', staleTime: 0 }),
  );
  const restore = useChange(client.workspace.restore, {
    quiet: true,
    ownErrors: true,
    onSuccess: (started) => setJobId(started.jobId),
  });
  const settled = asked === into.trim();
  const unfit = settled && check.data?.fit === false ? check.data : null;
  return (
    <form
      className="ad-stack"
      onSubmit={(event) => {
        event.preventDefault();
        restore.mutate({ backupFolder: backup.folder, into: into.trim() });
      }}
    >
      <p className="ad-dim">{t('workspace:restoreText')}</p>
      <TextInput
        label={t('workspace:restoreInto')}
        description={t('workspace:restoreIntoHint')}
        value={into}
        maxLength={4096}
        onChange={(event) => setInto(event.currentTarget.value)}
        data-autofocus
      />
      {unfit === null ? null : (
        <Note kind="warn">
          {t(`workspace:unfit-${unfit.problem ?? 'read-only'}`, { service: unfit.service })}{' '}
          {unfit.proposal === '' ? null : (
            <Button variant="subtle" size="compact-sm" onClick={() => setInto(unfit.proposal)}>
              {t('workspace:usePlace', { folder: unfit.proposal })}
            </Button>
          )}
        </Note>
      )}
      {restore.error === null ? null : <ErrorNote error={restore.error} />}
      {jobId === null ? null : (
        <JobProgress jobId={jobId} label={t('workspace:restoring')} onEnd={setEnded} />
      )}
      {ended?.state === 'done' ? <Note>{t('workspace:restored', { folder: into })}</Note> : null}
      <div className="ad-dialog-acts">
        <Button
          type="submit"
          disabled={
            into.trim() === '' || !settled || check.data?.fit !== true || (jobId !== null && ended === null)
          }
          loading={restore.isPending}
        >
          {t('workspace:restoreAct')}
        </Button>
      </div>
    </form>
  );
}
