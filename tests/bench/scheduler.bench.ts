import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mock } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { startLoop } from '../../main/scheduler/loop.ts';
import { Store } from '../../main/workspace/sqlite/index.ts';
import type { Clock } from '../../shared/kernel/index.ts';
import type { BenchRow } from '../runners/bench.ts';
import { FLAGGED_ORDERS } from '../helpers/case.ts';
import { realRandom } from '../helpers/core.ts';
import { databaseFile, withDatabase } from '../helpers/database.ts';
import { flaggedNumbers, noticeStore } from '../helpers/notice-case.ts';
import { makeManyClocks } from './many-clocks.ts';
import { lookOf, PLAIN_QUERY } from './resting-scheduler.ts';

export const name = 'the scheduler at rest';

const CHILD = fileURLToPath(new URL('resting.child.ts', import.meta.url));

/** A deadline of one's own has seven reminders. */
const CLOCKS = 14_400;
const REST_MS = 60_000;
const RUNS = 2;
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
const YEAR = 365 * DAY;

/** Deadlines of one's own that end one after the other over a year from now on. @returns how many reminders they have */
async function prepare(folder: string, now: number): Promise<number> {
  await makeManyClocks(
    folder,
    new Date(now).toISOString(),
    CLOCKS,
    async (client) => {
      const asked = { storeId: await noticeStore(client), scenarioId: FLAGGED_ORDERS };
      return (await client.cases.create({ ...asked, orderNumbers: flaggedNumbers(2) })).id;
    },
    (place) => ({
      event: 'notice-issued',
      at: now,
      pageDeadline: now + Math.ceil(((place + 1) * YEAR) / CLOCKS),
    }),
    (place) => Math.floor(((place - (place % 1_000)) * YEAR) / CLOCKS),
  );
  return withDatabase(folder, (database) =>
    Number(database.prepare('SELECT count(*) FROM reminders').pluck().get()),
  );
}

interface Rest {
  readonly cpuMs: number;
  readonly memoryMb: number;
}

/** A minute of a process that does nothing but look after the reminders. */
async function rest(kind: 'loop' | 'interval', file: string): Promise<Rest> {
  const { stdout } = await promisify(execFile)(process.execPath, [CHILD, kind, file, String(REST_MS)]);
  return JSON.parse(stdout) as Rest;
}

interface DayOfLooks {
  readonly looks: number;
  readonly cpuMs: number;
}

const cpuMs = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};

/** A day of the loop itself on timers that are moved on second by second. */
async function dayOfLoop(file: string, from: number): Promise<DayOfLooks> {
  let now = from;
  const clock: Clock = { now: () => now, zone: () => 'Asia/Shanghai' };
  const store = Store.open(file, clock, realRandom);
  const look = lookOf(store, clock);
  let looks = 0;
  let spent = 0;
  let looking = false;
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const loop = startLoop(
      async () => {
        looking = true;
        const begun = process.cpuUsage();
        try {
          return await look();
        } finally {
          spent += cpuMs(begun);
          looks += 1;
          looking = false;
        }
      },
      clock.now,
      (error) => {
        throw error;
      },
    );
    for (; now < from + DAY; now += SECOND) {
      mock.timers.tick(SECOND);
      do await turn();
      while (looking);
    }
    await loop.stop();
  } finally {
    mock.timers.reset();
    await store.close();
  }
  return { looks, cpuMs: spent };
}

/** The same day of a plain interval. */
function dayOfInterval(file: string, from: number): DayOfLooks {
  const database = new Database(file, { readonly: true });
  const poll = database.prepare(PLAIN_QUERY);
  const begun = process.cpuUsage();
  let looks = 0;
  for (let now = from; now < from + DAY; now += MINUTE) {
    poll.all(now);
    looks += 1;
  }
  const spent = cpuMs(begun);
  database.close();
  return { looks, cpuMs: spent };
}

export async function run(): Promise<readonly BenchRow[]> {
  const root = await mkdtemp(join(tmpdir(), 'appealdesk-bench-'));
  try {
    const workspace = join(root, 'workspace');
    const now = Date.now();
    const rows = await prepare(workspace, now);
    const file = databaseFile(workspace);
    const ours: Rest[] = [];
    const peer: Rest[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const [mine, theirs] = await Promise.all([rest('loop', file), rest('interval', file)]);
      ours.push(mine);
      peer.push(theirs);
    }
    const theirDay = dayOfInterval(file, now);
    const ourDay = await dayOfLoop(file, now);
    const held = `${rows.toLocaleString('en')} reminders`;
    const peerName = 'a plain interval that asks the table each minute what is due, and does nothing with it';
    return [
      {
        figure: `the scheduler at rest for 60 s, ${held}: processor time`,
        ours: ours.map((each) => each.cpuMs),
        peer: peer.map((each) => each.cpuMs),
        peerName,
        unit: 'ms',
        runs: RUNS,
        memoryMb: Math.max(...ours.map((each) => each.memoryMb)),
      },
      {
        figure: `looks in 24 h of a simulated clock, ${held}`,
        ours: ourDay.looks,
        peer: theirDay.looks,
        peerName,
        unit: 'looks',
        runs: 1,
      },
      {
        figure: 'processor time of those looks, bells and a digest among ours',
        ours: ourDay.cpuMs,
        peer: theirDay.cpuMs,
        peerName,
        unit: 'ms',
        runs: 1,
      },
    ];
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
