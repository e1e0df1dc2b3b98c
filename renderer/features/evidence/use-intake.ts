import { useState } from 'react';
import { client, invalidateFeatures, knownError, upload, useJob, type KnownError } from '../../api/index.ts';

/** A file that was not taken in, and why; it never stops the others. */
export interface IntakeProblem {
  readonly name: string;
  readonly error: KnownError;
}

interface Intake {
  /** Streams the files to the core and starts taking them in. */
  take(files: readonly File[]): Promise<void>;
  readonly sending: boolean;
  readonly jobId: string | null;
  /** What the finished job answered; see `intakeFailures`. */
  readonly result: unknown;
  /** Files that could not even be sent. */
  readonly problems: readonly IntakeProblem[];
}

/** Taking files in, into a case or into none: upload, then the job; problems are kept by name. */
export function useIntake(caseId: string | null): Intake {
  const [sending, setSending] = useState(false);
  const [jobId, setJobId] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly IntakeProblem[]>([]);
  const { job } = useJob(jobId);
  return {
    sending,
    jobId,
    result: job?.state === 'done' ? job.result : null,
    problems,
    async take(files) {
      setSending(true);
      setJobId(null);
      const failed: IntakeProblem[] = [];
      const sent: { file: { uploadId: string }; name: string; modifiedAt: number }[] = [];
      for (const file of files) {
        try {
          const { uploadId } = await upload(file);
          sent.push({ file: { uploadId }, name: file.name, modifiedAt: file.lastModified });
        } catch (error) {
          failed.push({ name: file.name, error: knownError(error) });
        }
      }
      try {
        if (sent.length > 0) setJobId((await client.evidence.takeIn({ files: sent, caseId })).jobId);
      } catch (error) {
        failed.push({ name: sent.map(({ name }) => name).join(', '), error: knownError(error) });
        await invalidateFeatures(['operators']);
      }
      setProblems(failed);
      setSending(false);
    },
  };
}

/** The files of a finished intake that were refused, out of its result. */
export function intakeFailures(result: unknown): IntakeProblem[] {
  const lines: unknown = Array.isArray(result)
    ? result
    : typeof result === 'object' && result !== null && 'files' in result
      ? result.files
      : [];
  if (!Array.isArray(lines)) return [];
  return (lines as readonly unknown[]).flatMap((line) => {
    if (typeof line !== 'object' || line === null || !('error' in line) || line.error === null) return [];
    return [{ name: 'name' in line ? String(line.name) : '', error: knownError(line.error) }];
  });
}
