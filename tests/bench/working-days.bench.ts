import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { addWorkingDays, dayKind, findCalendar, validThrough } from '../../shared/deadlines/index.ts';
import { dateOf, dayNumber } from '../../shared/deadlines/day-number.ts';
import type { BenchRow } from '../runners/bench.ts';
import { ROOT } from '../runners/modules.ts';

export const name = 'working days';

const SPANS = 1_000_000;
const MOST_DAYS = 30;
const RUNS = 5;
const INSTALL = 'apt-get install -y python3-numpy';

const china = findCalendar('CN');
/** The years with a notice: here nothing is an estimate, and both count the same days. */
const FIRST = dayNumber(`${china.years[0]?.year ?? 0}-01-01`);
const LAST = dayNumber(validThrough(china) ?? '');

/** What is counted: a start and a number of working days each, the same for both, by a row of numbers that never changes. */
interface Spans {
  readonly starts: Int32Array;
  readonly counts: Int32Array;
}

function makeSpans(): Spans {
  const starts = new Int32Array(SPANS);
  const counts = new Int32Array(SPANS);
  let state = 61;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let place = 0; place < SPANS; place += 1) {
    counts[place] = 1 + next(MOST_DAYS);
    // So early that the end still lies within the years that have a notice.
    starts[place] = FIRST + next(LAST - FIRST - 3 * MOST_DAYS);
  }
  return { starts, counts };
}

/**
 * Every day that nobody works, weekends among them. numpy knows of no worked Saturday; told that all seven days are worked
 * but for these, it has the worked weekends as well, and its calendar is the same as ours.
 */
function daysOff(): Int32Array {
  const all = Array.from({ length: LAST - FIRST + 1 }, (_, place) => FIRST + place);
  return Int32Array.from(all.filter((day) => !dayKind(china, dateOf(day)).works));
}

interface Numpy {
  readonly version: string;
  /** Ms of one round over all spans. */
  round(): Promise<number>;
  answers(): Promise<Int32Array>;
  stop(): void;
}

/** numpy in a process of its own that waits for the next round; null where there is none. */
async function startNumpy(folder: string, spans: Spans): Promise<Numpy | null> {
  const found = spawnSync('python3', ['-c', 'import numpy; print(numpy.__version__)'], { encoding: 'utf8' });
  if (found.status !== 0) return null;
  await writeFile(join(folder, 'starts'), spans.starts);
  await writeFile(join(folder, 'counts'), spans.counts);
  await writeFile(join(folder, 'days-off'), daysOff());
  const child: ChildProcessWithoutNullStreams = spawn('python3', [
    join(ROOT, 'tests/bench/busday_offset.py'),
    folder,
  ]);
  child.stderr.pipe(process.stderr);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    version: found.stdout.trim(),
    round: async () => {
      child.stdin.write('\n');
      const line = await lines.next();
      if (line.done === true) throw new Error('numpy ended before its answer');
      return Number(line.value);
    },
    answers: async () => {
      const bytes = await readFile(join(folder, 'answers'));
      return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
    },
    stop: () => child.stdin.end(),
  };
}

/** Ours over all spans, each with the explanation of every day. */
function ourRound(starts: readonly string[], { counts }: Spans): { ms: number; ends: readonly string[] } {
  const ends = new Array<string>(SPANS);
  const begun = performance.now();
  for (let place = 0; place < SPANS; place += 1)
    ends[place] = addWorkingDays(starts[place] ?? '', counts[place] ?? 0, china).endDate;
  return { ms: performance.now() - begun, ends };
}

export async function run(): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'appealdesk-bench-'));
  const spans = makeSpans();
  const starts = Array.from(spans.starts, dateOf);
  const numpy = await startNumpy(folder, spans);
  try {
    const ours: number[] = [];
    const peer: number[] = [];
    let memoryMb = 0;
    // The first round warms both up, and is compared answer by answer.
    for (let round = 0; round <= RUNS; round += 1) {
      const { ms, ends } = ourRound(starts, spans);
      const theirs = (await numpy?.round()) ?? null;
      memoryMb = Math.max(memoryMb, process.memoryUsage().rss / 2 ** 20);
      if (round === 0) {
        const answers = await numpy?.answers();
        answers?.forEach((day, place) => {
          if (dateOf(day) !== ends[place])
            throw new Error(
              `${starts[place] ?? ''} + ${spans.counts[place] ?? 0}: ${ends[place] ?? ''}, numpy ${dateOf(day)}`,
            );
        });
        continue;
      }
      ours.push(ms);
      if (theirs !== null) peer.push(theirs);
    }
    return [
      {
        figure: `${SPANS.toLocaleString('en')} times working days added in China's calendar, every day explained`,
        ours,
        peer: numpy === null ? null : peer,
        peerName:
          numpy === null
            ? `not run: ${INSTALL}`
            : `numpy ${numpy.version} \`busday_offset\`, the end alone; told a week of seven days and every day off, weekends too: all answers agree`,
        unit: 'ms',
        runs: RUNS,
        memoryMb,
      },
    ];
  } finally {
    numpy?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
