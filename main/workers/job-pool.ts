import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { AppError, type ErrorCode, type ErrorParams } from '../../shared/kernel/index.ts';
import type { JobInput, JobKind, JobResult, JobUpdate } from './job-kinds.ts';

/** What a worker is told and what it answers. */
export type PoolRequest =
  | { readonly type: 'run'; readonly id: number; readonly kind: JobKind; readonly input: unknown }
  | { readonly type: 'cancel'; readonly id: number }
  | { readonly type: 'go-on'; readonly id: number };
export type PoolAnswer =
  | { readonly type: 'update'; readonly id: number; readonly update: unknown }
  | { readonly type: 'result'; readonly id: number; readonly result: unknown }
  | { readonly type: 'failure'; readonly id: number; readonly code: ErrorCode; readonly params: ErrorParams };

export interface RunOptions<Kind extends JobKind> {
  readonly signal?: AbortSignal | undefined;
  /** Called for each update, in order; the worker goes on only when it has settled. */
  readonly onUpdate?: (update: JobUpdate<Kind>) => void | Promise<void>;
}

/** Threads that hash, parse and inspect, so that the core never does. */
export interface JobPool {
  run<Kind extends JobKind>(
    kind: Kind,
    input: JobInput<Kind>,
    options?: RunOptions<Kind>,
  ): Promise<JobResult<Kind>>;
  close(): Promise<void>;
}

interface Task {
  readonly id: number;
  readonly kind: JobKind;
  readonly input: unknown;
  readonly onUpdate: (update: unknown) => void | Promise<void>;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

interface Seat {
  worker: Worker;
  task: Task | null;
}

const HEAP_LIMIT_MB = 1024;

/**
 * Starts a pool of `max(1, cores − 1)` threads, each made when it is first needed. A thread that dies or passes its
 * memory limit fails only the job it had, with a code, and is replaced.
 */
export function createJobPool(size: number = Math.max(1, availableParallelism() - 1)): JobPool {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const url = new URL(`./jobs.worker.${ending}`, import.meta.url);
  const seats: Seat[] = [];
  const waiting: Task[] = [];
  let nextId = 1;
  let closed = false;

  function seatWorker(): Seat {
    const worker = new Worker(url, { resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT_MB } });
    const seat: Seat = { worker, task: null };
    worker.unref();
    worker.on('message', (answer: PoolAnswer) => void receive(seat, answer));
    worker.on('error', (error: Error) => vacate(seat, error));
    worker.on('exit', () => vacate(seat, null));
    seats.push(seat);
    return seat;
  }

  function vacate(seat: Seat, cause: Error | null): void {
    const place = seats.indexOf(seat);
    if (place >= 0) seats.splice(place, 1);
    const task = seat.task;
    seat.task = null;
    const memory = cause !== null && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
    task?.reject(
      memory
        ? new AppError('FILE_TOO_LARGE', { reason: 'memory' }, { cause })
        : new AppError('INTERNAL', { part: 'jobs' }, { cause }),
    );
    giveOut();
  }

  async function receive(seat: Seat, answer: PoolAnswer): Promise<void> {
    const task = seat.task;
    if (task === null || task.id !== answer.id) return;
    if (answer.type === 'update') {
      try {
        await task.onUpdate(answer.update);
        seat.worker.postMessage({ type: 'go-on', id: task.id } satisfies PoolRequest);
      } catch (error) {
        // Before the seat is given on: the thread heeds this only while the task is the one it runs.
        seat.worker.postMessage({ type: 'cancel', id: task.id } satisfies PoolRequest);
        finish(seat, task);
        task.reject(error);
      }
      return;
    }
    finish(seat, task);
    if (answer.type === 'result') task.resolve(answer.result);
    else task.reject(new AppError(answer.code, answer.params));
  }

  function finish(seat: Seat, task: Task): void {
    if (seat.task === task) seat.task = null;
    seat.worker.unref();
    giveOut();
  }

  function giveOut(): void {
    while (waiting.length > 0 && !closed) {
      const seat =
        seats.find((candidate) => candidate.task === null) ?? (seats.length < size ? seatWorker() : null);
      if (seat === null) return;
      const task = waiting.shift();
      if (task === undefined) return;
      seat.task = task;
      seat.worker.ref();
      seat.worker.postMessage({
        type: 'run',
        id: task.id,
        kind: task.kind,
        input: task.input,
      } satisfies PoolRequest);
    }
  }

  /** Whoever waits for a seat is told at once; a thread that works on it stops as soon as it hears of it. */
  function cancel(task: Task): void {
    const place = waiting.indexOf(task);
    if (place >= 0) {
      waiting.splice(place, 1);
      task.reject(new AppError('CANCELLED'));
      return;
    }
    const seat = seats.find((candidate) => candidate.task === task);
    seat?.worker.postMessage({ type: 'cancel', id: task.id } satisfies PoolRequest);
  }

  return {
    run: (kind, input, options = {}) =>
      new Promise((resolve, reject) => {
        if (closed) {
          reject(new AppError('CORE_STOPPED'));
          return;
        }
        if (options.signal?.aborted === true) {
          reject(new AppError('CANCELLED'));
          return;
        }
        const deaf =
          <Value>(end: (value: Value) => void) =>
          (value: Value): void => {
            options.signal?.removeEventListener('abort', stop);
            end(value);
          };
        const task: Task = {
          id: nextId,
          kind,
          input,
          onUpdate: (update) => options.onUpdate?.(update as JobUpdate<typeof kind>),
          resolve: deaf(resolve as (result: unknown) => void),
          reject: deaf(reject),
        };
        const stop = (): void => cancel(task);
        nextId += 1;
        options.signal?.addEventListener('abort', stop, { once: true });
        waiting.push(task);
        giveOut();
      }),
    close: async () => {
      closed = true;
      for (const task of waiting.splice(0)) task.reject(new AppError('CORE_STOPPED'));
      await Promise.all(seats.map((seat) => seat.worker.terminate()));
    },
  };
}
