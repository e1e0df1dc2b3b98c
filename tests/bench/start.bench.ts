import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { buildIfNeeded } from '../../.config/build.ts';
import { createTranslator } from '../../shared/i18n/index.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { openTestCore, resultOf } from '../helpers/core.ts';
import { orderExport } from '../helpers/files.ts';

import type { BenchRow } from '../runners/bench.ts';
import { ROOT } from '../runners/modules.ts';

export const name = 'start to interactive';

const ORDERS = 100_000;
const RUNS = 7;

interface Start {
  readonly milliseconds: number;
  /** The most the host held; not known everywhere. */
  readonly memoryMb: number | null;
}

/**
 * The program as `npm start` runs it, in a new process each time, and a window of a browser that is open already: from
 * the start of the process until its first heading stands there and the window answers a key.
 */
async function start(browser: Browser, workspace: string, home: string): Promise<Start> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1360, height: 900 } });
  const t = createTranslator('zh-CN');
  const begun = performance.now();
  const host = spawn(
    process.execPath,
    [join(ROOT, 'dist/main/loopback.js'), '--no-open', '--workspace', workspace],
    { env: { ...process.env, APPEALDESK_HOME: home }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  try {
    const page = await context.newPage();
    await page.goto(await addressOf(host));
    // Inside the rooms: while it starts there is a heading too.
    await page.locator('#content').getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Control+K');
    await page.getByPlaceholder(t('search:placeholder')).waitFor();
    const milliseconds = performance.now() - begun;
    return { milliseconds, memoryMb: await mostMemory(host.pid) };
  } finally {
    await context.close();
    const gone = once(host, 'exit');
    host.kill('SIGTERM');
    await gone;
  }
}

/** The address that the host tells, good for one window. */
async function addressOf(host: ChildProcess): Promise<string> {
  let said = '';
  for await (const part of host.stderr ?? []) {
    said += String(part);
    const address = /http:\/\/127\.0\.0\.1:\S+/.exec(said)?.[0];
    if (address !== undefined && said.endsWith('\n')) return address;
  }
  throw new Error(`the host did not start: ${said}`);
}

async function mostMemory(pid: number | undefined): Promise<number | null> {
  const status = await readFile(`/proc/${pid ?? 0}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}

export async function run(): Promise<readonly BenchRow[]> {
  await buildIfNeeded();
  const root = await mkdtemp(join(tmpdir(), 'appealdesk-bench-'));
  const browser = await launchBrowser();
  try {
    const [empty, full, home] = [join(root, 'empty'), join(root, 'full'), join(root, 'home')];
    await fill(full, join(root, 'orders.csv'));
    await start(browser, empty, home);
    const ours: Start[] = [];
    const peer: number[] = [];
    for (let turn = 0; turn < RUNS; turn += 1) {
      ours.push(await start(browser, full, home));
      peer.push((await start(browser, empty, home)).milliseconds);
    }
    const memory = ours.flatMap(({ memoryMb }) => memoryMb ?? []);
    return [
      {
        figure: `process start to a window that answers, ${ORDERS.toLocaleString('en')} orders`,
        ours: ours.map(({ milliseconds }) => milliseconds),
        peer,
        peerName: 'an empty workspace',
        unit: 'ms',
        runs: RUNS,
        ...(memory.length === 0 ? {} : { memoryMb: Math.max(...memory) }),
      },
    ];
  } finally {
    await browser.close();
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
