import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { JobState } from '../../../shared/jobs/index.ts';
import { api, useChange } from '../../api/index.ts';
import { ErrorNote, JobProgress, Note, useText } from '../../ui/index.ts';
import { FolderField } from './folder-field.tsx';

interface FolderFormProps {
  readonly texts: {
    readonly explain: string;
    readonly label: string;
    readonly act: string;
    readonly working: string;
  };
  /** Starts the work into the folder. */
  readonly start: (into: string) => Promise<{ readonly jobId: string }>;
  /** Said when it is done, with how many originals could not be brought along. */
  readonly doneText: (folder: string, missing: number) => string;
}

/** Work that goes into a new folder: asks for it, says at once whether it is fit, and shows the work. */
export function FolderForm({ texts, start, doneText }: FolderFormProps) {
  const t = useText();
  const [into, setInto] = useState('');
  const [asked] = useDebouncedValue(into.trim(), 250);
  const [jobId, setJobId] = useState<string | null>(null);
  const [ended, setEnded] = useState<JobState | null>(null);
  const done = ended?.state === 'done';
  // What was stopped or has failed may be tried again, in the same folder or another.
  const asking = jobId === null || (ended !== null && !done);
  const check = useQuery(
    api.workspace.checkFolder.queryOptions({
      input: { folder: asked },
      enabled: asked !== '' && asking,
      staleTime: 0,
    }),
  );
  const work = useChange(start, {
    quiet: true,
    ownErrors: true,
    onSuccess: (started) => setJobId(started.jobId),
  });
  const settled = asked === into.trim();
  const unfit = settled && asking && check.data?.fit === false ? check.data : null;
  return (
    <form
      className="ad-stack"
      onSubmit={(event) => {
        event.preventDefault();
        setEnded(null);
        setJobId(null);
        work.mutate(into.trim());
      }}
    >
      <p className="ad-dim">{texts.explain}</p>
      <FolderField
        label={texts.label}
        description={t('workspace:folderHint')}
        value={into}
        readOnly={!asking}
        onFolder={setInto}
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
      {work.error === null ? null : <ErrorNote error={work.error} />}
      {jobId === null ? null : <JobProgress jobId={jobId} label={texts.working} onEnd={setEnded} />}
      {done ? (
        <Note>{doneText(into.trim(), missingOf(ended))}</Note>
      ) : (
        <div className="ad-dialog-acts">
          <Button
            type="submit"
            disabled={!settled || !asking || check.data?.fit !== true}
            loading={work.isPending}
          >
            {texts.act}
          </Button>
        </div>
      )}
    </form>
  );
}

function missingOf(ended: JobState | null): number {
  const result = ended?.result;
  if (typeof result !== 'object' || result === null || !('missing' in result)) return 0;
  return Array.isArray(result.missing) ? result.missing.length : 0;
}
