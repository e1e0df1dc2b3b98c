import { Progress } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { JobState } from '../../shared/jobs/index.ts';
import { client } from '../api/client.ts';
import { useJob } from '../api/use-job.ts';
import { ActButton } from './act-button.tsx';
import { useText } from './language.tsx';
import { ErrorNote } from './states.tsx';

interface JobProgressProps {
  readonly jobId: string;
  /** What is being done, e.g. "Importing orders". */
  readonly label: string;
  /** Called once, when the job is over in any way. */
  readonly onEnd?: (job: JobState) => void;
}

/** Long work as it goes: what it is at, how far, and a way to stop it. */
export function JobProgress({ jobId, label, onEnd }: JobProgressProps) {
  const t = useText();
  const { job, error } = useJob(jobId);
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (job === null || job.state === 'running' || told.current === job.id) return;
    told.current = job.id;
    onEnd?.(job);
  }, [job, onEnd]);
  if (error !== null) return <ErrorNote error={error} />;
  if (job?.state === 'failed') return <ErrorNote error={job.error} />;
  const known = job !== null && job.total > 0;
  const percent = known ? Math.min(100, Math.round((job.done / job.total) * 100)) : 0;
  const running = job === null || job.state === 'running';
  return (
    <div className="ad-job">
      <div className="ad-job-head">
        <span role="status">
          {job?.state === 'done' ? t('ui:done') : label}
          {running && known ? ` ${t('ui:percent', { percent })}` : ''}
          {job?.state === 'cancelled' ? ` · ${t('ui:cancelled')}` : ''}
        </span>
        {running ? (
          <ActButton
            act="stop"
            keys="shift+s"
            of={label}
            variant="subtle"
            size="compact-sm"
            onClick={() => void client.jobs.cancel({ jobId })}
          >
            {t('ui:cancel')}
          </ActButton>
        ) : null}
      </div>
      <Progress
        value={running && !known ? 100 : job?.state === 'done' ? 100 : percent}
        animated={running && !known}
        size="sm"
        aria-label={label}
      />
      <div className="ad-hint ad-ellipsis">{running ? (job?.current ?? '') : ''}</div>
    </div>
  );
}
