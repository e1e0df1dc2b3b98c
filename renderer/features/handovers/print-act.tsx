import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PrintedHandover } from '../../../shared/handovers/index.ts';
import { blobUrl, client, jobEnd } from '../../api/index.ts';
import { ActButton, JobProgress, useText } from '../../ui/index.ts';

/** Sets the page for printing and saves it as a PDF. */
export function PrintAct({ handoverId }: { readonly handoverId: string }) {
  const t = useText();
  const [jobId, setJobId] = useState<string | null>(null);
  const print = useMutation({
    mutationFn: async () => {
      const started = await client.handovers.print({ handoverId, language: t.language });
      setJobId(started.jobId);
      const job = await jobEnd(started.jobId);
      return job.state === 'done' ? (job.result as PrintedHandover) : null;
    },
    meta: { quiet: true },
    onSuccess: (made) => {
      if (made === null) return;
      setJobId(null);
      save(made);
    },
  });
  return (
    <>
      <ActButton
        act="print-handover"
        keys="p"
        variant="default"
        disabled={print.isPending}
        onClick={() => print.mutate()}
      >
        {t('handovers:print')}
      </ActButton>
      {jobId === null ? null : <JobProgress jobId={jobId} label={t('handovers:printing')} />}
    </>
  );
}

/** Hands a file of the vault over as a download. */
function save({ sha256, fileName }: PrintedHandover): void {
  const link = document.createElement('a');
  link.href = blobUrl(sha256, { name: fileName });
  link.download = fileName;
  link.click();
}
