/**
 * `npm run bench [name …] [--write]`: figures as ratios against a peer that ran beside them.
 *
 * A module `tests/bench/<name>.bench.ts` exports `name` and `run()`, which gives rows of samples or single figures.
 * Medians are printed as a Markdown table; `--write` puts it into docs/bench.md.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { readArguments } from './arguments.ts';
import { loadModules, ROOT } from './modules.ts';

/** One figure. Samples are given one a run; the table shows their medians. */
export interface BenchRow {
  /** What was measured, in words. */
  readonly figure: string;
  readonly ours: number | readonly number[];
  /** The same work done by the peer, beside ours; null where a figure stands alone. */
  readonly peer: number | readonly number[] | null;
  /** What it was measured against, e.g. `cp + sha256sum + sync`. */
  readonly peerName: string;
  /** Ours over peer, where it is not simply that of the medians. */
  readonly ratio?: number;
  /** e.g. `ms`, `MB/s`. */
  readonly unit: string;
  readonly runs: number;
  readonly memoryMb?: number;
}

interface BenchModule {
  readonly name: string;
  run(): Promise<readonly BenchRow[]>;
}

function median(value: number | readonly number[]): number {
  if (typeof value === 'number') return value;
  const sorted = [...value].sort((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

const short = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3));

function tableLine(row: BenchRow): string {
  const ours = median(row.ours);
  const peer = row.peer === null ? null : median(row.peer);
  const ratio = row.ratio ?? (peer === null ? null : ours / peer);
  const cells = [
    row.figure,
    `${short(ours)} ${row.unit}`,
    peer === null ? '–' : `${short(peer)} ${row.unit}`,
    row.peerName || '–',
    ratio === null ? '–' : `${ratio.toFixed(2)} ×`,
    String(row.runs),
    row.memoryMb === undefined ? '–' : `${row.memoryMb.toFixed(0)} MB`,
  ];
  return `| ${cells.join(' | ')} |`;
}

const options = readArguments(process.argv.slice(2), []);
const modules = await loadModules<BenchModule>('bench', options.names);
const lines: string[] = [];
for (const module of modules) {
  console.error(`bench  ${module.name} …`);
  for (const row of await module.run()) lines.push(tableLine(row));
}
const table = [
  '| figure | ours | peer | peer is | ratio | runs | memory |',
  '| --- | --- | --- | --- | --- | --- | --- |',
  ...lines,
].join('\n');
console.log(lines.length === 0 ? 'nothing to measure: tests/bench holds no modules yet' : table);

if (options.has('--write') && lines.length > 0) {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB`;
  const text = [
    '# Bench',
    '',
    'Made by `npm run bench -- --write`. Medians; the peer ran beside ours on the same machine, so read the ratios.',
    '',
    `Machine: ${machine}, ${process.platform} ${process.arch}, Node ${process.version}.`,
    '',
    table,
    '',
  ].join('\n');
  await mkdir(join(ROOT, 'docs'), { recursive: true });
  await writeFile(join(ROOT, 'docs/bench.md'), text);
}
