import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Notification } from '../../../main/core/index.ts';
import type { RoundReminder } from '../../../shared/reminders/index.ts';
import { importRows, lookNowhere, MALICIOUS_ORDER, newStore, orderNumbers } from '../../helpers/case.ts';
import { openTestCore, type TestCore } from '../../helpers/core.ts';
import { testFolder } from '../../helpers/files.ts';

const LONG = { timeout: 15_000 };

let desk: TestCore;
const rung: Notification[] = [];
const open = async (digestAt: string | null): Promise<void> => {
  rung.length = 0;
  desk = await openTestCore({
    settings: { idleMinutes: 0, digestAt, quietHours: { from: '22:30', to: '08:00' } },
    ports: { notify: async (notification) => await Promise.resolve(rung.push(notification) > 0) },
  });
};
const rounds = (kind: RoundReminder['kind']) =>
  desk.client.reminders.rounds({}).then((all) => all.filter((round) => round.kind === kind));
const at = (time: string): void => {
  desk.clock.set(time);
  desk.core.wake();
};
/** The scheduler has looked at the latest of the workspace. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 400));
const entries = async (kind: string) => {
  const { text } = await desk.client.reminders.calendarFile({ language: 'zh-CN' });
  return new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents('vevent').flatMap((component) => {
    const event = new ICAL.Event(component);
    return !event.uid.startsWith(`round-${kind}`)
      ? []
      : [
          {
            uid: event.uid,
            sequence: event.sequence,
            status: String(component.getFirstPropertyValue('status')),
            summary: event.summary,
            description: event.description,
            starts: event.startDate.toJSDate().getTime(),
            alarms: component.getAllSubcomponents('valarm').length,
          },
        ];
  });
};

describe('back offices to look into', () => {
  let shops: string[] = [];
  const tick = async (storeId: string): Promise<void> => {
    for (const row of await desk.client.lookUps.list({}))
      if (row.storeId === storeId && row.dueAt !== null && row.dueAt <= desk.clock.now())
        await desk.client.lookUps.look({ storeId, kind: row.kind, found: 'nothing' });
  };
  beforeAll(async () => {
    await open(null);
    desk.clock.set('2026-11-12T10:00:00+08:00');
    shops = [await newStore(desk.client, '海港的店'), await newStore(desk.client, '山里的店')];
  });
  afterAll(() => desk.close());

  it('come once a day into the list and ring once, for all shops together, by their aliases', async () => {
    at('2026-11-13T09:59:00+08:00');
    await settled();
    expect(await rounds('look-ups')).toEqual([]);
    at('2026-11-13T10:00:00+08:00');
    await expect
      .poll(() => rung, LONG)
      .toEqual([{ title: '今天还有 2 家店的后台没看', body: '山里的店、海港的店', caseId: null }]);
    expect(await rounds('look-ups')).toMatchObject([
      {
        count: 2,
        shops: ['山里的店', '海港的店'],
        rang: 'shown',
        dueAt: Date.parse('2026-11-14T00:00:00+08:00'),
      },
    ]);
    const [round] = await rounds('look-ups');
    const { until } = await desk.client.reminders.snooze({
      reminderId: round?.id ?? '',
      until: Date.parse('2026-11-13T23:30:00+08:00'),
    });
    // Half of what is left of the day.
    expect(until).toBe(Date.parse('2026-11-13T17:00:00+08:00'));
    expect(await rounds('look-ups')).toEqual([]);
    at('2026-11-13T17:00:00+08:00');
    await expect.poll(() => rung.length, LONG).toBe(2);
    at('2026-11-13T18:00:00+08:00');
    desk = await desk.restart();
    at('2026-11-13T18:01:00+08:00');
    await settled();
    expect(rung).toHaveLength(2);
  });

  it('say how many are left as they are ticked down, and nothing once none is; undo brings them back without a bell', async () => {
    await tick(shops[0] ?? '');
    await expect.poll(() => rounds('look-ups'), LONG).toMatchObject([{ count: 1, shops: ['山里的店'] }]);
    await tick(shops[1] ?? '');
    await expect.poll(() => rounds('look-ups'), LONG).toEqual([]);
    await desk.client.journal.undo({});
    await expect.poll(() => rounds('look-ups'), LONG).toMatchObject([{ count: 1 }]);
    await settled();
    expect(rung).toHaveLength(2);
    const [round] = await rounds('look-ups');
    await desk.client.reminders.see({ reminderIds: round?.reminderIds ?? [] });
    expect(await rounds('look-ups')).toEqual([]);
    await tick(shops[1] ?? '');
  });

  it('are told the next day anew; a day that was slept through is not made up for, and none rings at night', async () => {
    at('2026-11-15T23:00:00+08:00');
    await expect.poll(() => rounds('look-ups'), LONG).toMatchObject([{ count: 2, rang: 'silent' }]);
    await settled();
    expect(rung).toHaveLength(2);
    at('2026-11-16T08:30:00+08:00');
    await settled();
    expect(rung).toHaveLength(2);
    at('2026-11-16T10:01:00+08:00');
    await expect.poll(() => rung.length, LONG).toBe(3);
    expect(await rounds('look-ups')).toHaveLength(1);
  });

  it('are not told where all were looked into before the hour', async () => {
    at('2026-11-17T08:30:00+08:00');
    for (const storeId of shops) await tick(storeId);
    await settled();
    at('2026-11-17T10:30:00+08:00');
    await settled();
    expect(rung.slice(3)).toEqual([]);
    expect(await rounds('look-ups')).toEqual([]);
  });

  it('stand in the calendar of all, a day each under a name that stays, with its changes counted', async () => {
    at('2026-11-18T08:00:00+08:00');
    const dayOf = async (day: string) =>
      (await entries('look-ups')).find(({ uid }) => uid === `round-look-ups-${day}@appealdesk`);
    await expect.poll(() => dayOf('2026-12-17'), LONG).toBeDefined();
    const before = await dayOf('2026-11-18');
    expect(before).toMatchObject({ status: 'CONFIRMED', summary: '看后台：2 家店', alarms: 1 });
    expect(before?.starts).toBe(Date.parse('2026-11-18T10:00:00+08:00'));
    expect(before?.description).toContain('山里的店、海港的店');
    await tick(shops[0] ?? '');
    await expect.poll(async () => (await dayOf('2026-11-18'))?.summary, LONG).toBe('看后台：1 家店');
    await tick(shops[1] ?? '');
    await expect.poll(async () => (await dayOf('2026-11-18'))?.status, LONG).toBe('CANCELLED');
    expect((await dayOf('2026-11-18'))?.sequence).toBeGreaterThan(before?.sequence ?? 0);
    expect((await dayOf('2026-11-19'))?.status).toBe('CONFIRMED');
    at('2026-11-30T08:00:00+08:00');
    await expect.poll(() => dayOf('2026-11-18'), LONG).toBeUndefined();
  });

  it('stand in no journal, and do not follow a shop that is put away', async () => {
    const last = (await desk.client.journal.list({ limit: 1 })).items[0]?.sequence;
    at('2026-12-01T10:00:00+08:00');
    await expect.poll(() => rounds('look-ups'), LONG).toHaveLength(1);
    expect((await desk.client.journal.list({ limit: 1 })).items[0]?.sequence).toBe(last);
    for (const storeId of shops) await desk.client.stores.archive({ storeId, archived: true });
    await expect.poll(() => rounds('look-ups'), LONG).toEqual([]);
  });
});

describe('orders to decide on before they have to be shipped', () => {
  const [first = '', second = '', undated = ''] = orderNumbers(3, 7300);
  const secrets = [first, second, undated, '王小姐'];
  let storeId = '';
  beforeAll(async () => {
    await open('09:00');
    desk.clock.set('2026-11-10T09:30:00+08:00');
    storeId = await newStore(desk.client, '海港的店');
    const paid = { paidAt: '2026-11-09 10:00', buyerName: '王小姐' };
    await importRows(desk.client, await testFolder(), storeId, [
      { orderNumber: first, ...paid, shipBy: '2026-11-12 14:00' },
      { orderNumber: second, ...paid, shipBy: '2026-11-12 15:00' },
      { orderNumber: undated, ...paid, shipBy: '' },
    ]);
    await desk.client.cases.create({
      ...{ storeId, scenarioId: MALICIOUS_ORDER, orderNumbers: [first, second, undated] },
    });
    await lookNowhere(desk.client);
  });
  afterAll(() => desk.close());

  it('are told a day before, in numbers and by the shop’s alias', async () => {
    await settled();
    expect(await rounds('to-ship')).toEqual([]);
    at('2026-11-11T14:00:00+08:00');
    const bells = () => rung.filter(({ title }) => title.includes('发货'));
    await expect.poll(bells, LONG).toMatchObject([{ title: '2 单还没定发不发货', caseId: null }]);
    expect(bells()[0]?.body).toMatch(/^海港的店 · 发货期限最早 .+$/);
    expect(await rounds('to-ship')).toMatchObject([
      { count: 2, shops: ['海港的店'], dueAt: Date.parse('2026-11-12T14:00:00+08:00') },
    ]);
  });

  it('stand in the calendar of all until they are decided on, and in the digest', async () => {
    const [entry] = await entries('to-ship');
    expect(entry).toMatchObject({ status: 'CONFIRMED', summary: '定发货：2 单', alarms: 2 });
    at('2026-11-12T09:00:00+08:00');
    await expect
      .poll(() => rung.filter(({ title }) => title === '今日摘要').at(-1)?.body, LONG)
      .toContain('今明两天到发货期限、还没定的 2 单');
    const { text } = await desk.client.reminders.calendarFile({ language: 'zh-CN' });
    const told = JSON.stringify([
      rung,
      text.replaceAll(/\r\n /g, ''),
      await desk.client.reminders.rounds({}),
    ]);
    for (const secret of secrets) expect(told).not.toContain(secret);
  });

  it('are told no more once all are decided on; undo takes that back', async () => {
    await desk.client.shipping.decide({ storeId, orderNumber: first, decision: 'ship' });
    await expect
      .poll(() => rounds('to-ship'), LONG)
      .toMatchObject([{ count: 1, dueAt: Date.parse('2026-11-12T15:00:00+08:00') }]);
    const bells = rung.length;
    await desk.client.shipping.decide({ storeId, orderNumber: second, decision: 'ship' });
    await expect.poll(() => rounds('to-ship'), LONG).toEqual([]);
    expect((await entries('to-ship'))[0]?.status).toBe('CANCELLED');
    at('2026-11-12T11:00:00+08:00');
    await settled();
    expect(rung).toHaveLength(bells);
    await desk.client.journal.undo({});
    await expect.poll(() => rounds('to-ship'), LONG).toHaveLength(1);
    expect((await entries('to-ship'))[0]?.status).toBe('CONFIRMED');
  });

  it('are told when their time is over and nobody decided', async () => {
    const bells = rung.length;
    at('2026-11-12T15:00:00+08:00');
    await expect.poll(() => rung.length, LONG).toBe(bells + 1);
  });
});
