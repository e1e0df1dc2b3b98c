/**
 * `npm run soak [name …] [--seed n] [--count n] [--minutes n] [--rotate]`: long, seeded runs.
 *
 * A module `tests/soak/<name>.soak.ts` exports `name`, `fullCount` (how many cases make a proof) and
 * `run({ seed, from, count, signal, log })`, which tries cases `from` … `from + count − 1` of that seed and says how
 * many it did and what failed; it may export `summary(details)`, the totals that the proof names first. A run can be stopped (Ctrl-C, or `--minutes`) and the next goes on where it was; when all
 * cases are done it writes `docs/proof/<name>.json`. `--rotate` is for CI: it shares the minutes among all modules, goes
 * on from where the last rotation stopped, and writes no proof.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readArguments } from './arguments.ts';
import { loadModules, ROOT } from './modules.ts';

/** What a soak module is handed. */
export interface SoakCall {
  readonly seed: number;
  readonly from: number;
  readonly count: number;
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
}

/** What it gives back; `done` may be less than `count` when the signal was raised. */
export interface SoakResult {
  readonly done: number;
  readonly failures: readonly string[];
  readonly details?: unknown;
}

interface SoakModule {
  readonly name: string;
  readonly fullCount: number;
  run(call: SoakCall): Promise<SoakResult>;
  /** One line of totals over the details of all slices, whatever interruptions lay between them. */
  summary?(details: readonly unknown[]): unknown;
}

/** How far a seed has come; kept between runs. `details` is one entry for each slice that gave some. */
interface Progress {
  readonly seed: number;
  readonly commit: string;
  /** The case it began with; a rotation begins anywhere and goes round. */
  readonly start: number;
  readonly done: number;
  readonly failures: readonly string[];
  readonly minutes: number;
  readonly details: readonly unknown[];
}

const DEFAULT_SEED = 20_260_701;
const STATE = join(ROOT, 'node_modules/.cache/appealdesk/soak');
const PROOF = join(ROOT, 'docs/proof');

const options = readArguments(process.argv.slice(2), ['--seed', '--count', '--minutes']);
const rotate = options.has('--rotate');
const seed = options.number('--seed') ?? DEFAULT_SEED;
const minutes = options.number('--minutes') ?? (rotate ? 10 : null);
const interrupted = new AbortController();
process.on('SIGINT', () => interrupted.abort());
process.on('SIGTERM', () => interrupted.abort());

function commit(): string {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
  try {
    return (
      git('rev-parse', 'HEAD') +
      // What another run has just proved is no other program.
      (git('status', '--porcelain', '--untracked-files=no', '--', ':!docs/proof') === '' ? '' : '+changes')
    );
  } catch {
    return 'unknown';
  }
}

const stateFile = (name: string): string => join(STATE, `${name}${rotate ? '.rotate' : ''}.json`);

/**
 * Goes on only where the last run had the same seed and commit: counts of two programs prove nothing together.
 * A rotation proves nothing by count, so it just goes on; with no memory (a clean clone) the commit says where to begin.
 */
async function recall(name: string, total: number): Promise<Progress> {
  const fresh: Progress = {
    seed,
    commit: commit(),
    start: 0,
    done: 0,
    failures: [],
    minutes: 0,
    details: [],
  };
  const text = await readFile(stateFile(name), 'utf8').catch(() => null);
  const before = text === null ? null : (JSON.parse(text) as Progress);
  if (rotate) {
    const start =
      before === null ? Number.parseInt(fresh.commit.slice(0, 8), 16) : before.start + before.done;
    return { ...fresh, start: Number.isSafeInteger(start) ? start % total : 0 };
  }
  const sameRun =
    before !== null && before.seed === seed && before.commit === fresh.commit && before.done < total;
  return sameRun ? before : fresh;
}

async function soak(
  module: SoakModule,
  limitMinutes: number | null,
): Promise<'passed' | 'failed' | 'skipped'> {
  const total = options.number('--count') ?? module.fullCount;
  let progress = await recall(module.name, total);
  const first = progress.done;
  const signals = [interrupted.signal];
  if (limitMinutes !== null) signals.push(AbortSignal.timeout(Math.ceil(limitMinutes * 60_000)));
  const signal = AbortSignal.any(signals);
  // Slices, so that a power cut loses one slice and not the night.
  const slice = Math.max(1, Math.min(50, Math.ceil(total / 20)));
  while (progress.done < total && !signal.aborted) {
    const started = performance.now();
    const from = (progress.start + progress.done) % total;
    const count = Math.min(slice, total - progress.done, total - from);
    const log = (line: string): void => console.log(`  ${module.name}: ${line}`);
    const result = await module.run({ seed, from, count, signal, log });
    progress = {
      ...progress,
      done: progress.done + result.done,
      failures: [...progress.failures, ...result.failures],
      minutes: progress.minutes + (performance.now() - started) / 60_000,
      details: result.details === undefined ? progress.details : [...progress.details, result.details],
    };
    await mkdir(STATE, { recursive: true });
    // Whole or not at all: a power cut while it is written would leave what nobody can go on from.
    const written = `${stateFile(module.name)}.new`;
    await writeFile(written, JSON.stringify(progress), { flush: true });
    await rename(written, stateFile(module.name));
    if (result.done === 0 && !signal.aborted) throw new Error(`${module.name} did nothing of ${count} cases`);
  }
  const { failures, done } = progress;
  console.log(
    `${failures.length > 0 ? 'failed' : 'passed'}   ${module.name}  ${done - first} cases, ${done} of ${total} done, ` +
      `seed ${seed} from ${progress.start}, ${progress.minutes.toFixed(1)} min, ${failures.length} failures`,
  );
  for (const failure of failures.slice(0, 20)) console.log(`    ${failure}`);
  if (!rotate && done >= total) await writeProof(module, total, progress);
  if (failures.length > 0) return 'failed';
  return done === first ? 'skipped' : 'passed';
}

async function writeProof({ name, summary }: SoakModule, count: number, progress: Progress): Promise<void> {
  await mkdir(PROOF, { recursive: true });
  const proof = {
    name,
    commit: progress.commit,
    seed,
    count,
    failures: progress.failures,
    minutes: Number(progress.minutes.toFixed(2)),
    ...(summary === undefined ? {} : { summary: summary(progress.details) }),
    details: progress.details,
  };
  await writeFile(join(PROOF, `${name}.json`), `${JSON.stringify(proof, null, 2)}\n`);
  console.log(`         docs/proof/${name}.json`);
}

const modules = await loadModules<SoakModule>('soak', options.names);
const counts = { passed: 0, failed: 0, skipped: 0 };
for (const module of modules) {
  const limit = minutes === null ? null : rotate ? minutes / modules.length : minutes;
  counts[await soak(module, limit)] += 1;
}
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed === 0 ? 0 : 1;
