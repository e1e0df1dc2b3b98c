/**
 * `resting.child.ts <loop|interval> <database> <ms>`: looks after the reminders of a workspace and does nothing else; tells
 * as JSON how much of the processor that took.
 */
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { startLoop } from '../../main/scheduler/loop.ts';
import { Store } from '../../main/workspace/sqlite/index.ts';
import type { Clock } from '../../shared/kernel/index.ts';
import { realRandom } from '../helpers/core.ts';
import { lookOf, PLAIN_QUERY } from './resting-scheduler.ts';

/** Starting and the first look are no rest. */
const SETTLE_MS = 5_000;
const MINUTE = 60_000;

const [kind, file = '', span] = process.argv.slice(2);
const clock: Clock = { now: () => Date.now(), zone: () => 'Asia/Shanghai' };

if (kind === 'loop') {
  const look = lookOf(Store.open(file, clock, realRandom), clock);
  startLoop(look, clock.now, (error) => {
    throw error;
  });
} else {
  const poll = new Database(file, { readonly: true }).prepare(PLAIN_QUERY);
  const look = (): void => void poll.all(Date.now());
  setInterval(look, MINUTE);
  look();
}
await wait(SETTLE_MS);
const before = process.cpuUsage();
await wait(Number(span));
const { user, system } = process.cpuUsage(before);
const memoryMb = process.memoryUsage().rss / 2 ** 20;
process.stdout.write(JSON.stringify({ cpuMs: (user + system) / 1000, memoryMb }), () => process.exit());
