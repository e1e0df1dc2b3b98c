import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCore, type Core, type CorePorts } from '../../main/core/index.ts';
import type { Client } from '../../shared/contract/index.ts';
import type { JobState } from '../../shared/jobs/index.ts';
import type { Clock, Random } from '../../shared/kernel/index.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../shared/settings/index.ts';

/** A clock that a test moves. */
export class TestClock implements Clock {
  #now: number;
  constructor(now: string) {
    this.#now = Date.parse(now);
  }
  now(): number {
    return this.#now;
  }
  zone(): string {
    return 'Asia/Shanghai';
  }
  pass(milliseconds: number): void {
    this.#now += milliseconds;
  }
  set(instant: string): void {
    this.#now = Date.parse(instant);
  }
}

export const HOUR = 3_600_000;

export const realRandom: Random = { bytes: (length) => new Uint8Array(randomBytes(length)) };

/** A core on a workspace of its own, removed when the test lets go of it. */
export interface TestCore {
  readonly core: Core;
  readonly client: Client;
  readonly clock: TestClock;
  readonly folder: string;
  readonly settings: Settings;
  /** Closes the core and opens the same workspace again, as a new start would. */
  restart(): Promise<TestCore>;
  /** Closes the core; the folder goes too, unless it was given from outside. */
  close(): Promise<void>;
}

export interface TestCoreOptions {
  readonly folder?: string;
  readonly clock?: TestClock;
  readonly settings?: Partial<Settings>;
  /** What a host may lend beside the rest. */
  readonly ports?: Pick<CorePorts, 'example' | 'notify' | 'showOutlook'>;
}

/** Opens a real core: real database, real workers, real typesetter, a clock that stands still. */
export async function openTestCore(options: TestCoreOptions = {}): Promise<TestCore> {
  const own = options.folder === undefined;
  const folder = options.folder ?? join(await mkdtemp(join(tmpdir(), 'appealdesk-')), 'workspace');
  const clock = options.clock ?? new TestClock('2026-11-12T02:00:00Z');
  let settings: Settings = { ...DEFAULT_SETTINGS, ...options.settings };
  const ports: CorePorts = {
    settings: { get: () => settings, set: (patch) => (settings = { ...settings, ...patch }) },
    version: '0.0.0-test',
    hostName: 'test',
    ...options.ports,
  };
  const core = await createCore({ workspaceDir: folder, clock, random: realRandom, ports });
  return {
    core,
    client: core.client(),
    clock,
    folder,
    settings,
    restart: async () => {
      await core.close();
      return await openTestCore({ ...options, folder, clock });
    },
    close: async () => {
      await core.close();
      if (own) await rm(join(folder, '..'), { recursive: true, force: true });
    },
  };
}

/** Follows a job to its end. */
export async function finished(client: Client, jobId: string): Promise<JobState> {
  for await (const state of await client.jobs.watch({ jobId })) {
    if (state.state !== 'running') return state;
  }
  throw new Error('the job ended without saying how');
}

/** Follows a job that must succeed, and answers with its result. */
export async function resultOf<Result>(client: Client, started: { jobId: string }): Promise<Result> {
  const state = await finished(client, started.jobId);
  if (state.state !== 'done') throw new Error(`${state.kind} ${state.state}: ${JSON.stringify(state.error)}`);
  return state.result as Result;
}
