import { AppError, isAppError, newId, type Clock, type Random } from '../../shared/kernel/index.ts';
import type { JobState } from '../../shared/jobs/index.ts';

/** What a job's work is given: a way to say how far it is, and the signal that it should stop. */
export interface JobControl {
  readonly signal: AbortSignal;
  progress(done: number, total: number, current: string): void;
}

type Work = (control: JobControl) => Promise<unknown>;

interface RunningJob {
  state: JobState;
  readonly abort: AbortController;
  readonly isRoutine: boolean;
  readonly finished: Promise<void>;
  readonly watchers: Set<(state: JobState) => void>;
}

/** Finished jobs that are kept, so that a window opened late still learns how they ended. */
const KEPT = 100;

/** Long work: started by one call, watched and cancelled by others. */
export class JobRunner {
  readonly #jobs = new Map<string, RunningJob>();
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #onFailure: (error: unknown, kind: JobState['kind']) => void;

  constructor(clock: Clock, random: Random, onFailure: (error: unknown, kind: JobState['kind']) => void) {
    this.#clock = clock;
    this.#random = random;
    this.#onFailure = onFailure;
  }

  /**
   * Starts work and answers with its id at once.
   *
   * @param options `isRoutine`: nobody asked for it, and it comes again by itself if it is stopped
   */
  start(
    kind: JobState['kind'],
    work: Work,
    { isRoutine = false }: { readonly isRoutine?: boolean } = {},
  ): { jobId: string } {
    const id = newId(this.#clock, this.#random);
    const abort = new AbortController();
    const job: RunningJob = {
      state: { id, kind, state: 'running', done: 0, total: 0, current: '', result: null, error: null },
      abort,
      isRoutine,
      watchers: new Set(),
      finished: Promise.resolve().then(() => this.#run(job, work)),
    };
    this.#jobs.set(id, job);
    this.#forgetOld();
    return { jobId: id };
  }

  get(jobId: string): JobState {
    return this.#find(jobId).state;
  }

  /** Whether anything that somebody asked for is under way. */
  get isBusy(): boolean {
    return [...this.#jobs.values()].some(({ state, isRoutine }) => state.state === 'running' && !isRoutine);
  }

  /** Waits until a job has ended, however it ends. */
  async ended(jobId: string): Promise<void> {
    await this.#find(jobId).finished;
  }

  cancel(jobId: string): void {
    this.#find(jobId).abort.abort();
  }

  /** The job's states from now on; the last one is its end. */
  async *watch(jobId: string, signal?: AbortSignal): AsyncGenerator<JobState> {
    const job = this.#find(jobId);
    let latest: JobState | null = job.state;
    let wake: () => void = () => undefined;
    const watcher = (state: JobState) => {
      latest = state;
      wake();
    };
    const stop = () => wake();
    job.watchers.add(watcher);
    signal?.addEventListener('abort', stop);
    try {
      while (signal?.aborted !== true) {
        if (latest === null) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
          continue;
        }
        const state: JobState = latest;
        latest = null;
        yield state;
        if (state.state !== 'running') return;
      }
    } finally {
      job.watchers.delete(watcher);
      signal?.removeEventListener('abort', stop);
    }
  }

  /** Cancels everything and waits until it has stopped. */
  async close(): Promise<void> {
    for (const job of this.#jobs.values()) job.abort.abort();
    await Promise.all([...this.#jobs.values()].map((job) => job.finished));
  }

  async #run(job: RunningJob, work: Work): Promise<void> {
    const control: JobControl = {
      signal: job.abort.signal,
      progress: (done, total, current) => this.#move(job, { ...job.state, done, total, current }),
    };
    try {
      const result = await work(control);
      this.#move(job, { ...job.state, state: 'done', done: job.state.total, result });
    } catch (error) {
      if (job.abort.signal.aborted || (isAppError(error) && error.code === 'CANCELLED')) {
        this.#move(job, { ...job.state, state: 'cancelled' });
        return;
      }
      // Nobody watches routine work: what stops it is written down, whatever it is.
      if (!isAppError(error) || job.isRoutine) this.#onFailure(error, job.state.kind);
      const known = isAppError(error) ? error : new AppError('INTERNAL');
      this.#move(job, {
        ...job.state,
        state: 'failed',
        error: { code: known.code, params: mutableParams(known) },
      });
    }
  }

  #move(job: RunningJob, state: JobState): void {
    job.state = state;
    for (const watcher of job.watchers) watcher(state);
  }

  #find(jobId: string): RunningJob {
    const job = this.#jobs.get(jobId);
    if (job === undefined) throw new AppError('NOT_FOUND', { kind: 'job', id: jobId });
    return job;
  }

  #forgetOld(): void {
    for (const [id, job] of this.#jobs) {
      if (this.#jobs.size <= KEPT) return;
      if (job.state.state !== 'running') this.#jobs.delete(id);
    }
  }
}

function mutableParams(error: AppError): NonNullable<JobState['error']>['params'] {
  const copies = Object.entries(error.params).map(([key, value]) => [
    key,
    typeof value === 'object' && value !== null ? Array.from(value) : value,
  ]);
  return Object.fromEntries(copies) as NonNullable<JobState['error']>['params'];
}
