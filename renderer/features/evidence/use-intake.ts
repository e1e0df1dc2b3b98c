import { useCallback, useRef, useState } from 'react';
import { TAKEN_IN_AT_ONCE } from '../../../shared/evidence/index.ts';
import type { FileReference } from '../../../shared/kernel/fields.ts';
import type { ErrorParams } from '../../../shared/kernel/index.ts';
import { client, invalidateFeatures, jobEnd, knownError, handIn, letGo } from '../../api/index.ts';

/** A file that was not taken in, and why. The others of its batch are. */
interface RefusedFile {
  readonly name: string;
  readonly error: { readonly code: string; readonly params: ErrorParams };
}

/** How an intake goes. */
export interface Intake {
  readonly phase: 'idle' | 'sending' | 'taking-in' | 'done';
  /** The file being sent, and how many of how many are behind it; while a slice is taken in, how many before it. */
  readonly current: string;
  readonly done: number;
  readonly total: number;
  readonly taken: readonly string[];
  readonly refused: readonly RefusedFile[];
  readonly jobId: string | null;
}

const IDLE: Intake = { phase: 'idle', current: '', done: 0, total: 0, taken: [], refused: [], jobId: null };

interface TakenFile {
  readonly name: string;
  readonly itemId?: string;
  readonly error?: RefusedFile['error'];
}

const isTaken = (value: unknown): value is TakenFile =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';

/**
 * Takes dropped files into a case, or into none: each is handed in as it is, and a slice at a time
 * is taken in as one job before the next is sent.
 *
 * A file that cannot be sent or taken in is named with its reason and stops no other.
 */
export function useIntake(caseId: string | null): {
  readonly intake: Intake;
  /** Whether files are under way; nothing more can be handed in meanwhile. */
  readonly busy: boolean;
  readonly take: (files: readonly File[]) => Promise<readonly string[]>;
  readonly cancel: () => void;
  readonly clear: () => void;
} {
  const [intake, setIntake] = useState<Intake>(IDLE);
  const stop = useRef<AbortController | null>(null);
  const job = useRef<string | null>(null);

  const take = useCallback(
    async (files: readonly File[]): Promise<readonly string[]> => {
      if (files.length === 0) return [];
      const controller = new AbortController();
      stop.current = controller;
      const refused: RefusedFile[] = [];
      const taken: string[] = [];
      for (let start = 0; start < files.length; start += TAKEN_IN_AT_ONCE) {
        const sent: { file: FileReference; name: string; modifiedAt: number }[] = [];
        for (const [place, file] of files.slice(start, start + TAKEN_IN_AT_ONCE).entries()) {
          if (controller.signal.aborted) break;
          setIntake({
            ...IDLE,
            phase: 'sending',
            current: file.name,
            done: start + place,
            total: files.length,
          });
          try {
            const reference = await handIn(file, { signal: controller.signal });
            sent.push({ file: reference, name: file.name, modifiedAt: file.lastModified });
          } catch (error) {
            if (!controller.signal.aborted) refused.push({ name: file.name, error: knownError(error) });
          }
        }
        const references = sent.map(({ file }) => file);
        if (controller.signal.aborted) {
          await letGo(references);
          break;
        }
        if (sent.length === 0) continue;
        try {
          const { jobId } = await client.evidence.takeIn({ files: sent, caseId });
          job.current = jobId;
          // Cancelled while the job was asked for: there was none yet that could be told.
          if (controller.signal.aborted) await client.jobs.cancel({ jobId });
          setIntake({ ...IDLE, phase: 'taking-in', done: start, total: files.length, jobId });
          const end = await jobEnd(jobId);
          const lines = Array.isArray(end.result) ? end.result.filter(isTaken) : [];
          taken.push(...lines.flatMap(({ itemId }) => (itemId === undefined ? [] : [itemId])));
          refused.push(...lines.flatMap(({ name, error }) => (error === undefined ? [] : [{ name, error }])));
          if (end.error !== null) refused.push({ name: '', error: end.error });
        } catch (error) {
          await letGo(references);
          refused.push(...sent.map(({ name }) => ({ name, error: knownError(error) })));
          // It may have been refused because nobody is signed in any more: the gate has to hear of it.
          await invalidateFeatures(['operators']);
        }
        job.current = null;
      }
      await invalidateFeatures(['evidence', 'requirements']);
      setIntake({ ...IDLE, phase: 'done', taken, refused });
      return taken;
    },
    [caseId],
  );

  const cancel = useCallback(() => {
    stop.current?.abort();
    if (job.current !== null) void client.jobs.cancel({ jobId: job.current });
  }, []);
  const busy = intake.phase === 'sending' || intake.phase === 'taking-in';
  return { intake, busy, take, cancel, clear: () => setIntake(IDLE) };
}
