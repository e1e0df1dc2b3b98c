import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tick } from '../../../main/scheduler/tick.ts';
import { Store } from '../../../main/workspace/sqlite/store.ts';
import type { Notification } from '../../../main/core/index.ts';
import { saidAt } from '../../../shared/reminders/index.ts';
import { lookNowhere } from '../../helpers/case.ts';
import { HOUR, openTestCore, realRandom, type TestCore } from '../../helpers/core.ts';
import { databaseFile } from '../../helpers/database.ts';
import { flaggedNumbers, noticeStore, openFromNotice } from '../../helpers/notice-case.ts';

const NOON = '2026-11-12T12:00:00+08:00';
const DAY = 24 * HOUR;
const MINUTE = 60_000;

let desk: TestCore;
let store: Store;
let cases = 0;
let caseId = '';
beforeAll(async () => {
  // The desk's own scheduler is never woken here and looks once a minute: whatever it finds the program below would as well.
  desk = await openTestCore({ settings: { idleMinutes: 0, digestAt: null } });
  store = Store.open(databaseFile(desk.folder), desk.clock, realRandom);
});
afterAll(async () => {
  await store.close();
  await desk.close();
});
beforeEach(async () => {
  if (caseId !== '') await desk.client.cases.archive({ caseId, archived: true });
  desk.clock.set(NOON);
  await looks();
  caseId = '';
});

/** A case that ends so long from now. */
async function openCase(hours: number): Promise<void> {
  cases += 1;
  const storeId = await noticeStore(desk.client, `钟快的店 ${cases}`);
  caseId = await openFromNotice(desk.client, storeId, flaggedNumbers(1, 8000 + cases), {
    pageDeadline: desk.clock.now() + hours * HOUR,
  });
  await lookNowhere(desk.client);
}

/** A program looks once: what it says of steps, of digests, and of what it takes back. */
async function looks(): Promise<string[]> {
  const said: string[] = [];
  await tick({
    store,
    now: () => desk.clock.now(),
    zone: () => desk.clock.zone(),
    quiet: () => ({ from: '22:30', to: '08:00' }),
    ring: (bubble) => {
      const [first] = bubble.kind === 'clock' ? [bubble.reminder] : bubble.reminders;
      const words = first === undefined ? null : saidAt(first, desk.clock.now());
      return Promise.resolve(said.push(words?.kind === 'step' ? words.step : (words?.kind ?? '')) > 0);
    },
    sayTakenBack: (clocks) => Promise.resolve(said.push(`${clocks} taken back`)),
    digestAt: () => '09:00',
    sayDigest: () => Promise.resolve(said.push('digest')),
  });
  return said;
}

/** Hour by hour, what is said and how long after noon. */
async function hours(from: number, to: number): Promise<[number, string][]> {
  const said: [number, string][] = [];
  for (let hour = from; hour <= to; hour += 1) {
    desk.clock.set(NOON);
    desk.clock.pass(hour * HOUR);
    said.push(...(await looks()).map((each): [number, string] => [hour, each]));
  }
  return said;
}

const listed = async () => (await desk.client.reminders.list({})).map(({ step }) => step);

describe('a computer whose clock is two days ahead for a while', () => {
  it('reminds at the right time all the same, once it is put back', async () => {
    await openCase(30);
    desk.clock.pass(2 * DAY);
    expect(await looks()).toEqual(['over', 'digest']);
    expect(await listed()).toContain('over');
    desk.clock.pass(HOUR - 2 * DAY);
    expect(await looks()).toEqual(['1 taken back']);
    expect(await listed()).toEqual([]);
    expect(await hours(2, 31)).toEqual([
      [6, '24h'],
      [21, 'digest'],
      [24, 'internal'],
      [26, '4h'],
      [29, '1h'],
      [30, 'over'],
    ]);
    expect(await listed()).toEqual(['over', '1h', '4h', 'internal', '24h']);
  });

  it('reminds of what somebody saw or put off meanwhile', async () => {
    for (const act of ['see', 'snooze'] as const) {
      await openCase(30);
      desk.clock.pass(2 * DAY);
      await looks();
      const [over, ...rest] = await desk.client.reminders.list({});
      expect(over?.step).toBe('over');
      if (act === 'see')
        await desk.client.reminders.see({ reminderIds: [over, ...rest].map((each) => each?.id ?? '') });
      else
        await desk.client.reminders.snooze({
          reminderId: over?.id ?? '',
          until: desk.clock.now() + HOUR,
        });
      expect(await listed()).toEqual([]);
      desk.clock.pass(HOUR - 2 * DAY);
      await looks();
      expect((await hours(26, 31)).filter(([, said]) => said !== 'digest')).toEqual([
        [26, '4h'],
        [29, '1h'],
        [30, 'over'],
      ]);
      await desk.client.cases.archive({ caseId, archived: true });
      desk.clock.set(NOON);
      await looks();
    }
  });

  it('reminds of a deadline that was written down meanwhile', async () => {
    desk.clock.pass(2 * DAY);
    await openCase(2 - 48 + 30);
    await looks();
    desk.clock.pass(HOUR - 2 * DAY);
    await looks();
    expect((await hours(26, 33)).filter(([, said]) => said !== 'digest')).toEqual([
      [26, 'internal'],
      [28, '4h'],
      [31, '1h'],
      [32, 'over'],
    ]);
  });

  it('says nothing of it at night, and takes nothing back that had come by then', async () => {
    await openCase(7);
    desk.clock.set(NOON);
    desk.clock.pass(5.5 * HOUR);
    expect(await looks()).toContain('internal');
    desk.clock.pass(2 * DAY);
    expect(await looks()).toContain('over');
    desk.clock.set('2026-11-12T23:30:00+08:00');
    expect(await looks()).toEqual(['over']);
    desk.clock.pass(MINUTE);
    expect(await looks()).toEqual([]);
  });

  it('is told of nothing twice where the network moves its clock by seconds', async () => {
    await openCase(7);
    desk.clock.pass(5.5 * HOUR);
    expect(await looks()).toContain('internal');
    desk.clock.pass(-90_000);
    expect(await looks()).toEqual([]);
    expect(await listed()).toEqual(['internal', '4h']);
    desk.clock.pass(2 * MINUTE);
    expect(await looks()).toEqual([]);
  });
});

describe('what is said where it is taken back', () => {
  it('is that the clock was ahead, and that it will ring again', async () => {
    const rung: Notification[] = [];
    const other = await openTestCore({
      settings: { idleMinutes: 0, digestAt: null, quietHours: null },
      ports: { notify: async (notification) => await Promise.resolve(rung.push(notification) > 0) },
    });
    try {
      other.clock.set(NOON);
      const storeId = await noticeStore(other.client, '钟快的店');
      await openFromNotice(other.client, storeId, flaggedNumbers(1, 8900), {
        pageDeadline: other.clock.now() + 30 * HOUR,
      });
      other.clock.pass(2 * DAY);
      other.core.wake();
      const titles = () => rung.map(({ title }) => title).toSorted();
      await expect.poll(titles, { timeout: 15_000 }).toEqual(['今天还有 2 家店的后台没看', '已经到期']);
      other.clock.pass(-2 * DAY);
      other.core.wake();
      await expect
        .poll(() => rung.slice(2), { timeout: 15_000 })
        .toEqual([
          {
            title: '电脑时钟调回来了',
            body: '之前时钟快了，有 1 个倒计时提早提醒，会按正确时间再响。',
            caseId: null,
          },
        ]);
    } finally {
      await other.close();
    }
  });
});
