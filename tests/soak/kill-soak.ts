import { rmSync } from 'node:fs';
import { problemsAfterKill } from './after-kill.ts';
import { forgetRun, runDriver, type DriverRun, type KillPoint, type Mark } from './driver-process.ts';
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
  /** How many runs that nobody kills say how long an act takes; more where none are given. */
  readonly cleanRuns?: number;
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
  readonly details: KillDetails;
}

interface KillDetails extends KillTally {
  /** What clean runs took from the first byte written to completion, ms. */
  readonly writingMs: readonly number[];
}

/** What is made once for all slices of an act. */
interface Bench {
  readonly prepared: PreparedWorkspace;
  readonly base: WorkspaceSnapshot;
  readonly finished: WorkspaceSnapshot;
  /** Seen of clean runs, and of those that were over before their kill came; newest last, ms. */
  readonly beforeFirstByte: number[];
  readonly writing: number[];
  /** Empty where the act makes no folder. */
  readonly layingOut: number[];
}

const CLEAN_RUNS = 5;
/** This share of the kills comes before the first byte; the others are spread over the writing. */
const BEFORE_WRITING = 0.04;
/** How many of the newest durations count: how fast a machine is changes while it does other things. */
const NEWEST = 5;

const benches = new Map<KilledAct, Promise<Bench>>();
let workspace: Promise<PreparedWorkspace> | null = null;

/** Kills the act `count` times at seeded points and reopens each workspace. */
export async function killAndReopen(act: KilledAct, call: KillCall): Promise<KillResult> {
  const ready = benches.get(act) ?? prepare(act, call);
  benches.set(act, ready);
  const bench = await ready;
  const tally: KillTally = { kills: 0, whileWriting: 0, found: {} };
  const failures: string[] = [];
  for (let index = call.from; index < call.from + call.count && !call.signal.aborted; index += 1) {
    const killAt = killPoint(index, call.seed, bench);
    const run = await runDriver(act, bench.prepared, killAt);
    if (run.endMs !== null) learn(bench, run);
    try {
      const killed = snapshot(run.folder);
      const state = stateFound(act, run, bench.base, killed, bench.finished);
      const whileWriting = run.firstByteMs !== null && run.endMs === null;
      tally.kills += 1;
      tally.whileWriting += whileWriting ? 1 : 0;
      tally.found[state] = (tally.found[state] ?? 0) + 1;
      const problems = await problemsAfterKill(
        act,
        bench.prepared.input,
        run.folder,
        killed,
        bench.base,
        bench.finished,
      ).catch((error: unknown) => [error instanceof Error ? (error.stack ?? error.message) : String(error)]);
      failures.push(
        ...problems.map(
          (problem) => `kill ${index}, ${killAt.after} + ${killAt.ms} ms, ${state}: ${problem}`,
        ),
      );
    } finally {
      await forgetRun(run);
    }
  }
  return {
    done: tally.kills,
    failures,
    details: {
      ...tally,
      writingMs: bench.writing.slice(0, CLEAN_RUNS).map(Math.round),
    },
  };
}

/** The totals of a whole run from the details of its slices, however often it was interrupted. */
export function killTotals(details: readonly unknown[]): KillTally {
  const total: KillTally = { kills: 0, whileWriting: 0, found: {} };
  for (const slice of details as readonly KillDetails[]) {
    total.kills += slice.kills;
    total.whileWriting += slice.whileWriting;
    for (const [state, kills] of Object.entries(slice.found))
      total.found[state] = (total.found[state] ?? 0) + kills;
  }
  return total;
}

async function prepare(act: KilledAct, { log, cleanRuns = CLEAN_RUNS }: KillCall): Promise<Bench> {
  // With a daily backup behind it: what is killed, and swept, is the act alone.
  workspace ??= prepareWorkspace({ backedUp: true });
  const prepared = await workspace;
  process.once('exit', () => rmSync(prepared.root, { recursive: true, force: true }));
  const base = snapshot(prepared.workspace);
  const seen = { beforeFirstByte: [], writing: [], layingOut: [] };
  let finished = base;
  for (let place = 1; place <= cleanRuns; place += 1) {
    const run = await runDriver(act, prepared, null);
    if (run.firstByteMs === null || run.endMs === null) throw new Error(`${act} wrote nothing`);
    learn(seen, run);
    if (place === cleanRuns) finished = snapshot(run.folder);
    await forgetRun(run);
  }
  const bench: Bench = { ...seen, prepared, base, finished };
  log(`undisturbed, it writes for ${bench.writing.map(Math.round).join(', ')} ms`);
  return bench;
}

function learn(seen: Pick<Bench, 'beforeFirstByte' | 'writing' | 'layingOut'>, run: DriverRun): void {
  if (run.firstByteMs === null || run.endMs === null) return;
  seen.beforeFirstByte.push(run.firstByteMs);
  seen.writing.push(run.endMs - run.firstByteMs);
  if (run.folderMs !== null) seen.layingOut.push(run.endMs - run.folderMs);
}

function median(durations: readonly number[]): number {
  const newest = durations.slice(-NEWEST).sort((left, right) => left - right);
  return newest[Math.floor(newest.length / 2)] ?? 0;
}

/**
 * Kill points lie evenly over the act for any run of cases, shifted a little by the seed. Where an act lays out a folder
 * at its end, every second one is spread over that end alone: it is short, and the most can go wrong in it.
 */
function killPoint(index: number, seed: number, bench: Bench): NonNullable<KillPoint> {
  const golden = (index * 0.618_033_988_749_895 + seededShare(seed, index) / FULL_COUNT) % 1;
  const point = (after: Mark, share: number, durations: readonly number[]) => ({
    after,
    ms: Number((share * median(durations)).toFixed(1)),
  });
  if (golden < BEFORE_WRITING) return point('start', golden / BEFORE_WRITING, bench.beforeFirstByte);
  const share = (golden - BEFORE_WRITING) / (1 - BEFORE_WRITING);
  return bench.layingOut.length > 0 && index % 2 === 1
    ? point('folder', share, bench.layingOut)
    : point('first-byte', share, bench.writing);
}

/** A number from 0 to 1 that only seed and index decide (mulberry32). */
function seededShare(seed: number, index: number): number {
  let state = (seed + Math.imul(index + 1, 0x6d2b79f5)) | 0;
  state = Math.imul(state ^ (state >>> 15), state | 1);
  state ^= state + Math.imul(state ^ (state >>> 7), state | 61);
  return ((state ^ (state >>> 14)) >>> 0) / 4_294_967_296;
}
