import { useEffect, useState } from 'react';
import type { JobState } from '../../shared/jobs/index.ts';
import { client } from './client.ts';

interface WatchedJob {
  /** The job as it stands; null until the first word of it. */
  readonly job: JobState | null;
  /** Set when it cannot be watched. */
  readonly error: unknown;
}

const NOTHING: WatchedJob = { job: null, error: null };

/** Watches long work; null watches nothing. Survives a lost line: the job goes on, and so does the watching. */
export function useJob(jobId: string | null): WatchedJob {
  const [watched, setWatched] = useState<WatchedJob & { readonly jobId: string | null }>({
    ...NOTHING,
    jobId,
  });
  useEffect(() => {
    if (jobId === null) return undefined;
    const stop = new AbortController();
    const watch = async (): Promise<void> => {
      for (let failures = 0; !stop.signal.aborted;) {
        try {
          for await (const job of await client.jobs.watch({ jobId }, { signal: stop.signal })) {
            failures = 0;
            setWatched({ jobId, job, error: null });
            if (job.state !== 'running') return;
          }
        } catch (error) {
          failures += 1;
          if (stop.signal.aborted) return;
          if (failures > 3) {
            setWatched((before) => ({ ...before, jobId, error }));
            return;
          }
        }
        await new Promise((resolve) => setTimeout(resolve, 400));
      }
    };
    void watch();
    return () => stop.abort();
  }, [jobId]);
  return watched.jobId === jobId ? watched : NOTHING;
}

/** Waits for a job from an event handler; resolves with its last state. */
export async function jobEnd(jobId: string, signal?: AbortSignal): Promise<JobState> {
  for await (const job of await client.jobs.watch({ jobId }, signal === undefined ? {} : { signal })) {
    if (job.state !== 'running') return job;
  }
  return client.jobs.get({ jobId });
}
