import { rmSync } from 'node:fs';
import { forgetRun, runDriver, type KillPoint } from './driver-process.ts';
import { problemsAfterKill } from './after-kill.ts';
import type { KilledAct } from './kill-acts.ts';
import { stateFound } from './kill-states.ts';
import { prepareWorkspace, type PreparedWorkspace } from './prepared-workspace.ts';
import { snapshot, type WorkspaceSnapshot } from './workspace-snapshot.ts';

export const FULL_COUNT = 200;

export interface KillCall {
  readonly seed: number;
  readonly from: number;
  readonly count: number;
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
}

/** How many kills, how many of them between the first byte written and completion, and what they found. */
export interface KillTally {
  kills: number;
  whileWriting: number;
  found: Record<string, number>;
}

export interface KillResult {
  readonly done: number;
  readonly failures: readonly string[];
  readonly details: KillTally & {
    /** What clean runs took from the first byte written to completion, ms, shortest first. */
    readonly writingMs: readonly number[];
    /** The same since this process began: the last slice of an uninterrupted run tells all of it. */
    readonly soFar: KillTally;
  };
}

/** What is made once for all slices of an act. */
interface Bench {
  readonly prepared: PreparedWorkspace;
  readonly base: WorkspaceSnapshot;
  readonly finished: WorkspaceSnapshot;
  readonly firstByteMs: number;
  readonly writingMs: readonly number[];
  readonly soFar: KillTally;
}

const CLEAN_RUNS = 3;
/** This share of the kills comes before the first byte; the others are spread over the writing and a little beyond. */
const BEFORE_WRITING = 0.04;
const BEYOND = 1.02;

const benches = new Map<KilledAct, Promise<Bench>>();

/** Kills the act `count` times at seeded points and reopens each workspace. */
export async function killAndReopen(act: KilledAct, call: KillCall): Promise<KillResult> {
  const ready = benches.get(act) ?? prepare(act, call.log);
  benches.set(act, ready);
  const bench = await ready;
  const tally: KillTally = { kills: 0, whileWriting: 0, found: {} };
  const failures: string[] = [];
  for (let index = call.from; index < call.from + call.count && !call.signal.aborted; index += 1) {
    const killAt = killPoint(index, call.seed, bench);
    const run = await runDriver(act, bench.prepared, killAt);
    try {
      const killed = snapshot(run.folder);
      const state = stateFound(act, run, bench.base, killed, bench.finished);
      const whileWriting = run.firstByteMs !== null && run.endMs === null;
      for (const each of [tally, bench.soFar]) {
        each.kills += 1;
        each.whileWriting += whileWriting ? 1 : 0;
        each.found[state] = (each.found[state] ?? 0) + 1;
      }
      const problems = await problemsAfterKill(
        act,
        bench.prepared.input,
        run.folder,
        killed,
        bench.base,
        bench.finished,
      ).catch((error: unknown) => [error instanceof Error ? (error.stack ?? error.message) : String(error)]);
      failures.push(
        ...problems.map((problem) => `kill ${index}, ${killAt.after} + ${killAt.ms} ms, ${state}: ${problem}`),
      );
    } finally {
      await forgetRun(run);
    }
  }
  return {
    done: tally.kills,
    failures,
    details: { ...tally, writingMs: bench.writingMs, soFar: structuredClone(bench.soFar) },
  };
}

async function prepare(act: KilledAct, log: (line: string) => void): Promise<Bench> {
  const prepared = await prepareWorkspace();
  process.once('exit', () => rmSync(prepared.root, { recursive: true, force: true }));
  const base = snapshot(prepared.workspace);
  const firstBytes: number[] = [];
  const writing: number[] = [];
  let finished = base;
  for (let place = 0; place < CLEAN_RUNS; place += 1) {
    const run = await runDriver(act, prepared, null);
    if (run.firstByteMs === null || run.endMs === null) throw new Error(`${act} wrote nothing`);
    firstBytes.push(run.firstByteMs);
    writing.push(run.endMs - run.firstByteMs);
    finished = snapshot(run.folder);
    await forgetRun(run);
  }
  const writingMs = writing.map(Math.round).sort((left, right) => left - right);
  log(`undisturbed, it writes for ${writingMs.join(', ')} ms`);
  return {
    prepared,
    base,
    finished,
    firstByteMs: Math.min(...firstBytes),
    writingMs,
    soFar: { kills: 0, whileWriting: 0, found: {} },
  };
}

/** Kill points lie evenly over the act for any run of cases, shifted a little by the seed. */
function killPoint(index: number, seed: number, bench: Bench): NonNullable<KillPoint> {
  const golden = (index * 0.618_033_988_749_895 + seededShare(seed, index) / FULL_COUNT) % 1;
  if (golden < BEFORE_WRITING)
    return { after: 'start', ms: Math.round((golden / BEFORE_WRITING) * bench.firstByteMs) };
  const share = (golden - BEFORE_WRITING) / (1 - BEFORE_WRITING);
  const median = bench.writingMs[Math.floor(bench.writingMs.length / 2)] ?? 0;
  return { after: 'first-byte', ms: Number((share * BEYOND * median).toFixed(1)) };
}

/** A number from 0 to 1 that only seed and index decide (mulberry32). */
function seededShare(seed: number, index: number): number {
  let state = (seed + Math.imul(index + 1, 0x6d2b79f5)) | 0;
  state = Math.imul(state ^ (state >>> 15), state | 1);
  state ^= state + Math.imul(state ^ (state >>> 7), state | 61);
  return ((state ^ (state >>> 14)) >>> 0) / 4_294_967_296;
}
