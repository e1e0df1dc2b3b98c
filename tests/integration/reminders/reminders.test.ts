import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Notification } from '../../../main/core/index.ts';
import { lookNowhere, newStore, orderNumbers } from '../../helpers/case.ts';
import { HOUR, openTestCore, type TestCore } from '../../helpers/core.ts';
import { flaggedNumbers, noticeStore, openFromNotice } from '../../helpers/notice-case.ts';

/** Noon of the first test's day: far from the night. */
const FIRST_NOON = Date.parse('2026-11-12T12:00:00+08:00');

/** A machine with other work takes its time. */
const LONG = { timeout: 15_000 };

let desk: TestCore;
let rung: Notification[] = [];
let canRing = true;
let cases = 0;
let noon = FIRST_NOON;

beforeAll(async () => {
  desk = await openTestCore({
    settings: { idleMinutes: 0, digestAt: null },
    ports: {
      notify: async (notification) => {
        if (canRing) rung.push(notification);
        return await Promise.resolve(canRing);
      },
    },
  });
});
afterAll(() => desk.close());

/** A day is behind every test: the clock never goes back. */
function toNextNoon(): void {
  while (noon < desk.clock.now()) noon += 24 * HOUR;
  desk.clock.pass(noon - desk.clock.now());
}

/** A case of the next noon whose notice ends so long from then, with nothing else due in the workspace. */
async function caseEndingIn(hours: number): Promise<string> {
  toNextNoon();
  cases += 1;
  const storeId = await noticeStore(desk.client, `提醒的店 ${cases}`);
  await lookNowhere(desk.client);
  return await openFromNotice(desk.client, storeId, flaggedNumbers(1, 4000 + cases), {
    pageDeadline: desk.clock.now() + hours * HOUR,
  });
}

/** Lets the scheduler look, and waits until the list of a case is as wanted. */
async function steps(caseId: string, wanted: readonly string[]): Promise<void> {
  desk.core.wake();
  await expect
    .poll(async () => {
      const list = await desk.client.reminders.list({});
      return list.filter((each) => each.caseId === caseId).map(({ step }) => step);
    }, LONG)
    .toEqual(wanted);
}

/** The case is out of the way of the next test. */
async function away(caseId: string): Promise<void> {
  await desk.client.cases.archive({ caseId, archived: true });
  rung = [];
}

describe('a deadline of the seller’s own', () => {
  it('reminds when its time comes, and rings once, with case number, alias and act, and nobody’s name', async () => {
    const caseId = await caseEndingIn(80);
    await steps(caseId, []);
    desk.clock.pass(9 * HOUR);
    await steps(caseId, ['3d']);
    await expect.poll(() => rung.length, LONG).toBe(1);
    const { record } = await desk.client.cases.get({ caseId });
    expect(rung[0]).toMatchObject({ title: '还剩 71 小时', caseId });
    expect(rung[0]?.body).toContain(record.number);
    expect(rung[0]?.body).toContain('提醒的店');
    expect(rung[0]?.body).not.toContain(flaggedNumbers(1, 4000 + cases)[0]);
    desk.core.wake();
    await steps(caseId, ['3d']);
    expect(rung).toHaveLength(1);
    await away(caseId);
  });

  it('rings as an estimate where nobody knows when it began', async () => {
    toNextNoon();
    cases += 1;
    const storeId = await noticeStore(desk.client, `提醒的店 ${cases}`);
    await lookNowhere(desk.client);
    const caseId = await openFromNotice(desk.client, storeId, flaggedNumbers(1, 4000 + cases), {
      seenAt: desk.clock.now(),
    });
    desk.clock.pass(49 * HOUR);
    await steps(caseId, ['24h']);
    await expect
      .poll(() => rung.map(({ body }) => body), LONG)
      .toContainEqual(expect.stringMatching(/（估算，可能更早）$/));
    await away(caseId);
    await lookNowhere(desk.client);
  });

  it('is gathered into one where several came while the computer slept, and each stands in the list', async () => {
    const caseId = await caseEndingIn(80);
    const other = await caseEndingIn(81);
    desk.clock.pass(60 * HOUR);
    await steps(caseId, ['24h', '3d']);
    await steps(other, ['24h', '3d']);
    await expect.poll(() => rung.map(({ title }) => title), LONG).toEqual(['有 2 条提醒没能及时响']);
    expect(rung[0]?.caseId).toBeNull();
    const { record } = await desk.client.cases.get({ caseId });
    expect(rung[0]?.body).toContain(record.number);
    expect(rung[0]?.body).toContain('还有 1 条');
    await away(caseId);
    await away(other);
  });

  it('rings in the last day also at night, and else waits for the morning', async () => {
    const caseId = await caseEndingIn(24 * 7 + 12);
    // A week before, at midnight.
    desk.clock.pass(12 * HOUR);
    await steps(caseId, ['7d']);
    expect(rung).toEqual([]);
    desk.clock.pass(8 * HOUR);
    desk.core.wake();
    await expect.poll(() => rung.length, LONG).toBe(1);
    // Two hours before its end, at night again.
    desk.clock.pass(24 * 6 * HOUR + 2 * HOUR);
    rung = [];
    desk.core.wake();
    await expect.poll(() => rung.length, LONG).toBe(1);
    await away(caseId);
  });

  it('is told of where the system did not let it ring', async () => {
    canRing = false;
    const caseId = await caseEndingIn(25);
    desk.clock.pass(2 * HOUR);
    await steps(caseId, ['24h']);
    await expect
      .poll(async () => (await desk.client.reminders.list({})).map(({ rang }) => rang), LONG)
      .toEqual(['unconfirmed']);
    canRing = true;
    await away(caseId);
  });

  it('says that several come together, and names the first, where nobody was away', async () => {
    const ids: string[] = [];
    for (let number = 0; number < 4; number += 1) ids.push(await caseEndingIn(25 + number / 100));
    desk.clock.pass(HOUR + 3 * 60_000);
    for (const caseId of ids) await steps(caseId, ['24h']);
    await expect.poll(() => rung.map(({ title }) => title), LONG).toEqual(['4 个倒计时同时到点']);
    const { record } = await desk.client.cases.get({ caseId: ids[0] ?? '' });
    expect(rung[0]?.body).toContain(record.number);
    expect(rung[0]?.body).toContain('还有 3 条');
    for (const caseId of ids) await away(caseId);
  });

  it('comes again before its end, however long it is put off, and says at the end that the time is over', async () => {
    const caseId = await caseEndingIn(2);
    const own = (await desk.client.deadlines.list({ caseId })).items.find(({ owner }) => owner === 'mine');
    await desk.client.deadlines.setPlan({
      clockId: own?.id ?? '',
      plan: { steps: ['1h'], cutOffMinutes: 0 },
    });
    desk.clock.pass(HOUR);
    await steps(caseId, ['1h']);
    await expect.poll(() => rung.map(({ title }) => title), LONG).toEqual(['还剩一小时']);
    const [one] = await desk.client.reminders.list({});
    const put = await desk.client.reminders.snooze({
      reminderId: one?.id ?? '',
      until: desk.clock.now() + HOUR,
    });
    expect(put.until).toBe(desk.clock.now() + HOUR / 2);
    await steps(caseId, []);
    rung = [];
    desk.clock.pass(HOUR / 2);
    await steps(caseId, ['1h']);
    await expect.poll(() => rung.map(({ title }) => title), LONG).toEqual(['还剩 30 分']);
    rung = [];
    desk.clock.pass(HOUR / 2);
    await steps(caseId, ['over', '1h']);
    await expect.poll(() => rung.map(({ title }) => title), LONG).toEqual(['已经到期']);
    // What is over is put off as asked.
    const [over] = await desk.client.reminders.list({});
    const until = desk.clock.now() + 2 * HOUR;
    expect(await desk.client.reminders.snooze({ reminderId: over?.id ?? '', until })).toEqual({ until });
    await away(caseId);
  });

  it('leaves the list whole where it is put off: what came before it was read in the same line', async () => {
    const caseId = await caseEndingIn(80);
    desk.clock.pass(60 * HOUR);
    await steps(caseId, ['24h', '3d']);
    const [newest] = await desk.client.reminders.list({});
    await desk.client.reminders.snooze({
      reminderId: newest?.id ?? '',
      until: desk.clock.now() + HOUR,
    });
    await steps(caseId, []);
    desk.clock.pass(HOUR);
    await steps(caseId, ['24h']);
    await away(caseId);
  });

  it('tells once of what passed while its clock stood still, and of an end that passed as over', async () => {
    const caseId = await caseEndingIn(80);
    const stop = () =>
      desk.client.decisions.record({
        caseId,
        outcome: 'not-filed',
        decidedAt: desk.clock.now(),
        reason: '凭证不足，留着机会',
      });
    await stop();
    // Three days and one day before the end pass, and nobody is told.
    desk.clock.pass(58 * HOUR);
    await steps(caseId, []);
    await desk.client.journal.undo({});
    await steps(caseId, ['24h']);
    const [late] = await desk.client.reminders.list({});
    expect(late?.firesAt).toBe(desk.clock.now());
    await stop();
    await steps(caseId, []);
    desk.clock.pass(30 * HOUR);
    await desk.client.journal.undo({});
    await steps(caseId, ['over', '24h']);
    await away(caseId);
  });

  it('is out of the list once it is seen, and comes again where it was put off', async () => {
    const caseId = await caseEndingIn(25);
    desk.clock.pass(2 * HOUR);
    await steps(caseId, ['24h']);
    const [one] = await desk.client.reminders.list({});
    await expect(
      desk.client.reminders.snooze({ reminderId: one?.id ?? '', until: desk.clock.now() }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await desk.client.reminders.snooze({ reminderId: one?.id ?? '', until: desk.clock.now() + HOUR });
    await steps(caseId, []);
    rung = [];
    desk.clock.pass(HOUR);
    await steps(caseId, ['24h']);
    await expect.poll(() => rung.length, LONG).toBe(1);
    await desk.client.reminders.see({ reminderIds: [one?.id ?? ''] });
    await steps(caseId, []);
    await away(caseId);
  });

  it('reminds of nothing once it was filed, and again where that is taken back', async () => {
    const caseId = await caseEndingIn(25);
    desk.clock.pass(2 * HOUR);
    await steps(caseId, ['24h']);
    await desk.client.decisions.record({
      caseId,
      outcome: 'not-filed',
      decidedAt: desk.clock.now(),
      reason: '凭证不足，留着机会',
    });
    await steps(caseId, []);
    await desk.client.journal.undo({});
    await steps(caseId, ['24h']);
    desk.clock.pass(20 * HOUR);
    await steps(caseId, ['4h', 'internal', '24h']);
    await away(caseId);
  });

  it('stands in no journal: reminders are what follows from the acts, and no acts', async () => {
    const caseId = await caseEndingIn(25);
    const before = (await desk.client.journal.list({ limit: 1 })).items[0]?.sequence;
    desk.clock.pass(2 * HOUR);
    await steps(caseId, ['24h']);
    const [one] = await desk.client.reminders.list({});
    await desk.client.reminders.see({ reminderIds: [one?.id ?? ''] });
    expect((await desk.client.journal.list({ limit: 1 })).items[0]?.sequence).toBe(before);
    await away(caseId);
  });
});

describe('a program that was closed', () => {
  it('tells at its next start what came meanwhile, each once', async () => {
    const caseId = await caseEndingIn(30);
    rung = [];
    desk.clock.pass(31 * HOUR);
    const again = await desk.restart();
    desk = again;
    await steps(caseId, ['over', '1h', '4h', 'internal', '24h']);
    await expect.poll(() => rung.length, LONG).toBe(1);
    await away(caseId);
  });

  it('says nothing of a report’s waiting clocks before there are any', async () => {
    const storeId = await newStore(desk.client, '举报的店');
    const { id: caseId } = await desk.client.cases.create({
      storeId,
      scenarioId: 'aliexpress.report-buyer.malicious-order',
      orderNumbers: orderNumbers(1, 990),
    });
    await steps(caseId, []);
  });
});
