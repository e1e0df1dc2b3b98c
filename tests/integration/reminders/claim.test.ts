import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tick } from '../../../main/scheduler/tick.ts';
import { Store } from '../../../main/workspace/sqlite/store.ts';
import type { Bubble } from '../../../shared/reminders/index.ts';
import { HOUR, openTestCore, realRandom, type TestCore } from '../../helpers/core.ts';
import { databaseFile } from '../../helpers/database.ts';
import { flaggedNumbers, noticeStore, openFromNotice } from '../../helpers/notice-case.ts';

let desk: TestCore;
let store: Store;
beforeAll(async () => {
  // The desk's own scheduler fills the list and rings nothing: no bell is lent to it.
  desk = await openTestCore({ settings: { idleMinutes: 0, digestAt: null } });
  store = Store.open(databaseFile(desk.folder), desk.clock, realRandom);
});
afterAll(async () => {
  await store.close();
  await desk.close();
});

/** A program beside the desk looks once, and rings; `meanwhile` happens between its look and its claim. */
async function looks(meanwhile: () => Promise<unknown> = () => Promise.resolve()): Promise<Bubble[]> {
  const rung: Bubble[] = [];
  await tick({
    store: {
      read: store.read,
      write: async (actor, act, work) => {
        if (act.code === 'reminders.claim') await meanwhile();
        return await store.write(actor, act, work);
      },
    },
    now: () => desk.clock.now(),
    zone: () => desk.clock.zone(),
    quiet: () => null,
    digestAt: () => null,
    ring: (bubble) => Promise.resolve(rung.push(bubble) > 0),
  });
  return rung;
}

describe('a reminder that is about to ring', () => {
  it('does not ring now where somebody put it off that very moment, and does when it comes again', async () => {
    const storeId = await noticeStore(desk.client, '手快的店');
    await openFromNotice(desk.client, storeId, flaggedNumbers(1, 4901), {
      pageDeadline: desk.clock.now() + 25 * HOUR,
    });
    desk.clock.pass(HOUR);
    const rung = await looks(async () => {
      const [one] = await desk.client.reminders.list({});
      const until = desk.clock.now() + HOUR;
      await desk.client.reminders.snooze({ reminderId: one?.id ?? '', until });
    });
    expect(rung).toEqual([]);
    desk.clock.pass(HOUR);
    expect(await looks()).toMatchObject([{ kind: 'clock', reminder: { step: '24h' } }]);
  });

  it('does not ring where somebody saw it that very moment', async () => {
    desk.clock.pass(19 * HOUR);
    const rung = await looks(async () => {
      const list = await desk.client.reminders.list({});
      expect(list.length).toBeGreaterThan(1);
      await desk.client.reminders.see({ reminderIds: list.map(({ id }) => id) });
    });
    expect(rung).toEqual([]);
  });
});
