import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openTestCore, resultOf } from '../helpers/core.ts';
import { orderExport } from '../helpers/files.ts';
import type { BenchRow } from '../runners/bench.ts';

export const name = 'start to interactive';

const CHILD = fileURLToPath(new URL('./start.child.ts', import.meta.url));
const ORDERS = 100_000;
const RUNS = 7;

interface Start {
  readonly milliseconds: number;
  readonly memoryMb: number;
}

async function start(folder: string): Promise<Start> {
  const { stdout } = await promisify(execFile)(process.execPath, [CHILD, folder]);
  return JSON.parse(stdout) as Start;
}

/** A new process each time: open the workspace, then the calls of the first screen and the first page of orders. */
export async function run(): Promise<readonly BenchRow[]> {
  const root = await mkdtemp(join(tmpdir(), 'appealdesk-bench-'));
  try {
    const [empty, full] = [join(root, 'empty'), join(root, 'full')];
    await fill(full, join(root, 'orders.csv'));
    await start(empty);
    const ours: Start[] = [];
    const peer: number[] = [];
    for (let turn = 0; turn < RUNS; turn += 1) {
      ours.push(await start(full));
      peer.push((await start(empty)).milliseconds);
    }
    return [
      {
        figure: `core from process start to its first screen, ${ORDERS.toLocaleString('en')} orders`,
        ours: ours.map(({ milliseconds }) => milliseconds),
        peer,
        peerName: 'an empty workspace',
        unit: 'ms',
        runs: RUNS,
        memoryMb: Math.max(...ours.map(({ memoryMb }) => memoryMb)),
      },
    ];
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function fill(folder: string, file: string): Promise<void> {
  const rows = Array.from({ length: ORDERS }, (_, place) => ({
    orderNumber: String(8_012_345_678_000_000 + place),
    buyerName: `Buyer ${place % 9_973}`,
  }));
  await writeFile(file, orderExport(rows));
  const desk = await openTestCore({ folder });
  const store = await desk.client.stores.create({ platform: 'aliexpress', name: '示例店' });
  await resultOf(
    desk.client,
    await desk.client.orders.startImport({ storeId: store.id, file: { path: file }, zone: 'Asia/Shanghai' }),
  );
  await desk.core.close();
}
