import type { Client } from '../../../shared/contract/index.ts';
import type { JobState } from '../../../shared/jobs/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import { isErrorCode } from './failure.ts';

/** Where `desk` writes. */
export interface DeskOutput {
  /** One JSON value on a line of its own, to standard output. */
  readonly json: (value: unknown) => Promise<void>;
  /** Progress of a job, for a person. */
  readonly progress: (line: string) => void;
}

export interface CallOptions {
  /** Follow a job to its end. */
  readonly wait: boolean;
  /** Aborted by Ctrl-C: a job is cancelled, a stream of events ends. */
  readonly interrupted: AbortSignal;
}

type Call = (input: unknown, options: { signal?: AbortSignal }) => Promise<unknown>;

/**
 * Calls a procedure that is known to exist and prints what it answers: a value, each event of a stream, or the last
 * state of the job it started.
 *
 * @throws what the procedure, or the job, failed with
 */
export async function callProcedure(
  client: Client,
  name: string,
  input: unknown,
  output: DeskOutput,
  { wait, interrupted }: CallOptions,
): Promise<void> {
  const found = name
    .split('.')
    .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], client);
  const answer = await (found as Call)(input, {});
  if (isEvents(answer)) {
    await printEvents(answer, output, interrupted);
  } else if (wait && isJobStarted(answer)) {
    await followJob(client, answer.jobId, output, interrupted);
  } else {
    await output.json(answer ?? null);
  }
}

async function printEvents(
  events: AsyncIterator<unknown>,
  output: DeskOutput,
  interrupted: AbortSignal,
): Promise<void> {
  const { promise: stopped, resolve: stop } = Promise.withResolvers<{ readonly done: true }>();
  interrupted.addEventListener('abort', () => stop({ done: true }), { once: true });
  if (interrupted.aborted) stop({ done: true });
  for (;;) {
    const waiting = events.next();
    const next = await Promise.race([waiting, stopped]);
    if (next.done === true) {
      // What was being waited for is given up together with the stream.
      waiting.catch(() => undefined);
      await events.return?.(undefined).catch(() => undefined);
      return;
    }
    await output.json(next.value);
  }
}

async function followJob(
  client: Client,
  jobId: string,
  output: DeskOutput,
  interrupted: AbortSignal,
): Promise<void> {
  const cancel = (): void => void client.jobs.cancel({ jobId }).catch(() => undefined);
  interrupted.addEventListener('abort', cancel, { once: true });
  if (interrupted.aborted) cancel();
  let last: JobState | null = null;
  for await (const state of await client.jobs.watch({ jobId })) {
    last = state;
    if (state.state !== 'running') break;
    output.progress(
      `${state.kind} ${state.done}/${state.total === 0 ? '?' : state.total} ${state.current}`.trimEnd(),
    );
  }
  last = last?.state === 'running' || last === null ? await client.jobs.get({ jobId }) : last;
  await output.json(last);
  if (last.state === 'cancelled') throw new AppError('CANCELLED', { jobId });
  if (last.state !== 'failed') return;
  const { code, params } = last.error ?? { code: 'INTERNAL', params: {} };
  throw new AppError(isErrorCode(code) ? code : 'INTERNAL', params);
}

function isEvents(value: unknown): value is AsyncIterator<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value && 'next' in value;
}

function isJobStarted(value: unknown): value is { readonly jobId: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'jobId' in value &&
    typeof value.jobId === 'string' &&
    Object.keys(value).length === 1
  );
}
