import { Worker } from 'node:worker_threads';
import { AppError, type ErrorParams } from '../../shared/kernel/index.ts';
import type { CompiledEngine } from './typst/engine.ts';
import type {
  PageImage,
  StatementJob,
  TypesetAnswer,
  TypesetJob,
  TypesetPdf,
  TypesetRequest,
  TypesetResult,
} from './typst/job.ts';

/** The engine's memory only grows; a fresh thread gives it back. */
const RUNS_BEFORE_RESTART = 400;
const MEMORY_BEFORE_RESTART = 1_000_000_000;
const HEAP_LIMIT_MB = 768;

export interface TypesetClient {
  /**
   * Pages of a statement as pictures. The newest request of a key wins.
   *
   * @throws AppError CANCELLED for an overtaken request, else as `Typesetter.pages`.
   */
  preview(key: string, job: StatementJob): Promise<readonly PageImage[]>;
  /**
   * The PDF of a job, with how many pages it has. Every request is answered, in the order asked.
   *
   * @throws AppError CANCELLED if `signal` is aborted, else as `Typesetter.pdf`.
   */
  pdf(job: TypesetJob, signal?: AbortSignal): Promise<TypesetPdf>;
  /** Ends the thread. What still waits is CANCELLED. */
  close(): Promise<void>;
}

export interface TypesetClientOptions {
  readonly workerUrl?: URL;
  readonly fontFolder?: string;
  readonly runsBeforeRestart?: number;
}

/** A request that has no number yet. */
type AskedOf<Request> = Request extends unknown ? Omit<Request, 'id'> : never;

interface Task {
  readonly request: AskedOf<TypesetRequest>;
  readonly key: string | null;
  readonly done: (answer: TypesetResult) => void;
  readonly fail: (error: AppError) => void;
}

/** The engine, once a thread has compiled it: every later one starts in half the time. */
let compiled: CompiledEngine | undefined;

/** Starts a thread for typesetting. It is started again whenever it dies, grows too large or has run long enough. */
export function createTypesetClient(options: TypesetClientOptions = {}): TypesetClient {
  const workerUrl = options.workerUrl ?? new URL('../workers/typeset.worker.ts', import.meta.url);
  const runsBeforeRestart = options.runsBeforeRestart ?? RUNS_BEFORE_RESTART;
  const previews = new Map<string, Task>();
  const exports: Task[] = [];
  let worker: Worker | null = null;
  let running: Task | null = null;
  let runs = 0;
  let nextId = 0;
  let closed = false;

  const start = (): Worker => {
    const fresh = new Worker(workerUrl, {
      workerData: { fontFolder: options.fontFolder, engine: compiled },
      resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT_MB },
    });
    runs = 0;
    fresh.on('message', (answer: TypesetAnswer) => {
      if ('engine' in answer) compiled = answer.engine;
      else if (fresh === worker) finish(answer);
    });
    fresh.on('error', (error: Error & { code?: string }) => {
      const reason = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'failed';
      lose(fresh, { part: 'typeset', reason, message: error.message });
    });
    fresh.on('exit', () => lose(fresh, { part: 'typeset', reason: 'ended' }));
    fresh.unref();
    return fresh;
  };

  const retire = (): Promise<number> => {
    const old = worker;
    worker = null;
    return old ? old.terminate() : Promise.resolve(0);
  };

  /** A thread that died takes only the request with it that it was working on. */
  const lose = (lost: Worker, params: ErrorParams): void => {
    if (lost !== worker) return;
    worker = null;
    const task = running;
    running = null;
    task?.fail(new AppError('INTERNAL', params));
    next();
  };

  const finish = (answer: TypesetResult): void => {
    const task = running;
    running = null;
    runs += 1;
    worker?.unref();
    if (runs >= runsBeforeRestart || answer.memory > MEMORY_BEFORE_RESTART) {
      void retire();
      if (!closed) worker = start();
    }
    if (task) {
      if ('failure' in answer) task.fail(new AppError(answer.failure.code, answer.failure.params));
      else task.done(answer);
    }
    next();
  };

  /** Previews and exports take turns, so that neither a fast typist nor a long queue starves the other. */
  let previewWentLast = false;
  const take = (): Task | undefined => {
    const [preview] = previews.values();
    const chosen = preview && (exports.length === 0 || !previewWentLast) ? preview : exports.shift();
    if (chosen?.key != null) previews.delete(chosen.key);
    previewWentLast = chosen?.request.act === 'pages';
    return chosen;
  };

  const next = (): void => {
    if (running !== null || closed) return;
    const task = take();
    if (!task) return;
    running = task;
    worker ??= start();
    worker.ref();
    nextId += 1;
    worker.postMessage({ ...task.request, id: nextId } satisfies TypesetRequest);
  };

  return {
    preview(key, job) {
      return new Promise((resolve, reject) => {
        if (closed) return reject(new AppError('CORE_STOPPED'));
        previews.get(key)?.fail(new AppError('CANCELLED'));
        if (running?.key === key) running.fail(new AppError('CANCELLED'));
        previews.set(key, {
          request: { act: 'pages', job },
          key,
          done: (answer) => 'pages' in answer && resolve(answer.pages),
          fail: reject,
        });
        next();
      });
    },
    pdf(job, signal) {
      return new Promise((resolve, reject) => {
        if (closed) return reject(new AppError('CORE_STOPPED'));
        if (signal?.aborted) return reject(new AppError('CANCELLED'));
        const settled = () => signal?.removeEventListener('abort', cancel);
        const task: Task = {
          request: { act: 'pdf', job },
          key: null,
          done: (answer) => {
            settled();
            if ('pdf' in answer) resolve(answer.pdf);
          },
          fail: (error) => {
            settled();
            reject(error);
          },
        };
        const cancel = (): void => {
          task.fail(new AppError('CANCELLED'));
          const place = exports.indexOf(task);
          if (place >= 0) exports.splice(place, 1);
          if (running !== task) return;
          running = null;
          void retire();
          next();
        };
        signal?.addEventListener('abort', cancel, { once: true });
        exports.push(task);
        next();
      });
    },
    async close() {
      closed = true;
      const waiting = [...previews.values(), ...exports.splice(0), ...(running ? [running] : [])];
      previews.clear();
      running = null;
      for (const task of waiting) task.fail(new AppError('CANCELLED'));
      await retire();
    },
  };
}
