import { readFile, stat } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { isAppError } from '../../shared/kernel/index.ts';
import { inspectFile, placeExhibit } from '../documents/index.ts';
import { blobPath, copyBlob, hashFile, storeFile } from '../workspace/index.ts';
import type { JobContext, JobInput, JobKind, JobResult } from './job-kinds.ts';
import type { PoolAnswer, PoolRequest } from './job-pool.ts';
import { readOrderFile } from './read-order-file.ts';

type Runner<Kind extends JobKind> = (
  input: JobInput<Kind>,
  context: JobContext<Kind>,
) => Promise<JobResult<Kind>>;

const RUNNERS: { readonly [Kind in JobKind]: Runner<Kind> } = {
  'take-in': async ({ source, vault, temporary }, { signal, update }) => {
    let copied = 0;
    let told = 0;
    const blob = await storeFile({
      source,
      vault,
      temporary,
      signal,
      onBytes: (bytes) => {
        copied += bytes;
        if (copied - told < 8 * 1024 * 1024) return;
        told = copied;
        update(copied).catch(() => undefined);
      },
    });
    const { mtimeMs } = await stat(source);
    const inspection = await inspectFile(blobPath(vault, blob.sha256));
    return { ...blob, inspection, modifiedAt: Math.round(mtimeMs) };
  },
  'read-orders': readOrderFile,
  'place-exhibit': async ({ path, virtualPath, inspection }) =>
    await placeExhibit(
      virtualPath,
      { size: (await stat(path)).size, read: () => readFile(path) },
      inspection,
    ),
  inspect: async ({ path }) => await inspectFile(path),
  'copy-blob': async (blob, { signal }) => await copyBlob(blob, signal),
  hash: async ({ path }, { signal }) => await hashFile(path, signal),
};

const port = parentPort;
if (port === null) throw new Error('jobs.worker runs only as a worker thread');

let running: { id: number; abort: AbortController; goOn: () => void } | null = null;

port.on('message', (request: PoolRequest) => {
  if (request.type === 'run') void run(request);
  else if (running?.id === request.id && request.type === 'cancel') running.abort.abort();
  else if (running?.id === request.id && request.type === 'go-on') running.goOn();
});

async function run(request: Extract<PoolRequest, { type: 'run' }>): Promise<void> {
  const abort = new AbortController();
  const mine = { id: request.id, abort, goOn: () => undefined as void };
  running = mine;
  const answer = (message: PoolAnswer) => port?.postMessage(message);
  const context = {
    signal: abort.signal,
    update: (update: unknown) =>
      new Promise<void>((resolve, reject) => {
        if (abort.signal.aborted) {
          reject(abort.signal.reason as Error);
          return;
        }
        mine.goOn = resolve;
        abort.signal.addEventListener('abort', () => reject(abort.signal.reason as Error), { once: true });
        answer({ type: 'update', id: request.id, update });
      }),
  };
  try {
    const runner = RUNNERS[request.kind] as Runner<JobKind>;
    const result = await runner(request.input as JobInput<JobKind>, context);
    answer({ type: 'result', id: request.id, result });
  } catch (error) {
    if (abort.signal.aborted) answer({ type: 'failure', id: request.id, code: 'CANCELLED', params: {} });
    else if (isAppError(error))
      answer({ type: 'failure', id: request.id, code: error.code, params: error.params });
    else {
      const reason = error instanceof Error ? error.message : 'unknown';
      answer({ type: 'failure', id: request.id, code: 'INTERNAL', params: { part: request.kind, reason } });
    }
  }
}
