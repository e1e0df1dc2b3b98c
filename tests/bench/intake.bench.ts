import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openTestCore, resultOf } from '../helpers/core.ts';
import type { BenchRow } from '../runners/bench.ts';
import { noise } from '../soak/prepared-workspace.ts';

export const name = 'evidence intake';

const SMALL = { count: 200, bytes: 120_000 };
const LARGE = { count: 4, bytes: 64 * 2 ** 20 };
const RUNS = 3;

/** 200 small files and 4 large ones into the vault, each with its row and custody event, against the plain tools. */
export async function run(): Promise<readonly BenchRow[]> {
  const root = await mkdtemp(join(tmpdir(), 'appealdesk-bench-'));
  try {
    const files = [
      ...(await makeFiles(join(root, 'small'), SMALL)),
      ...(await makeFiles(join(root, 'large'), LARGE)),
    ];
    const ours: number[] = [];
    const peer: number[] = [];
    let memoryMb = 0;
    for (let turn = 0; turn < RUNS; turn += 1) {
      const taken = await takeIn(join(root, `workspace-${turn}`), files);
      ours.push(taken.seconds);
      memoryMb = Math.max(memoryMb, taken.memoryMb);
      peer.push(await copyPlainly(join(root, `plain-${turn}`), files));
    }
    const megabytes = (SMALL.count * SMALL.bytes + LARGE.count * LARGE.bytes) / 2 ** 20;
    return [
      {
        figure: `intake of ${SMALL.count} small and ${LARGE.count} large files, ${Math.round(megabytes)} MB`,
        ours,
        peer,
        peerName: '`cp` + `sha256sum` + `sync` of each file',
        unit: 's',
        runs: RUNS,
        memoryMb,
      },
    ];
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function makeFiles(folder: string, { count, bytes }: typeof SMALL): Promise<string[]> {
  await mkdir(folder);
  const paths = Array.from({ length: count }, (_, place) => join(folder, `${place}.bin`));
  const block = noise(folder, Math.min(bytes, 2 ** 20));
  for (const [place, path] of paths.entries()) {
    const content = Buffer.alloc(bytes);
    for (let at = 0; at < bytes; at += block.byteLength) content.set(block.subarray(0, bytes - at), at);
    content.write(path, 0);
    content.writeUInt32LE(place, bytes - 4);
    await writeFile(path, content);
  }
  return paths;
}

async function takeIn(
  folder: string,
  paths: readonly string[],
): Promise<{ seconds: number; memoryMb: number }> {
  const desk = await openTestCore({ folder });
  try {
    const begun = performance.now();
    const job = await desk.client.evidence.takeIn({ files: paths.map((path) => ({ file: { path } })) });
    await resultOf(desk.client, job);
    return { seconds: (performance.now() - begun) / 1000, memoryMb: process.memoryUsage().rss / 2 ** 20 };
  } finally {
    await desk.core.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a careful person would do at a shell: copy, hash the copies, and have each on the disk. */
async function copyPlainly(folder: string, paths: readonly string[]): Promise<number> {
  const begun = performance.now();
  const script =
    'cd "$1" && shift && n=0 && for f; do n=$((n+1)); cp "$f" $n || exit 1; done && sha256sum * > sums && sync *';
  await mkdir(folder);
  await promisify(execFile)('sh', ['-c', script, 'sh', folder, ...paths]);
  const seconds = (performance.now() - begun) / 1000;
  await rm(folder, { recursive: true });
  return seconds;
}
