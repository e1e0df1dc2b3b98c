import { describe, expect, it } from 'vitest';
import { USUAL_PLAN } from '../../../shared/deadlines/index.ts';
import { HOUR } from '../../helpers/core.ts';
import { flaggedNumbers, noticeStore, openFromNotice } from '../../helpers/notice-case.ts';
import { oneDesk } from '../../helpers/one-desk.ts';

const desk = oneDesk();
const PLAN = { ...USUAL_PLAN, cutOffMinutes: 90 };
let used = 0;

/** A case whose notice was issued five hours ago, with the seller's clock that runs since. */
async function openCase() {
  const { client, clock } = desk;
  const storeId = await noticeStore(client, `改时间的店 ${(used += 1)}`);
  const issuedAt = clock.now() - 5 * HOUR;
  const caseId = await openFromNotice(client, storeId, flaggedNumbers(1, 7000 + used), { issuedAt });
  return { caseId, issuedAt, ...(await ownClock(caseId)) };
}

async function ownClock(caseId: string) {
  const { items } = await desk.client.deadlines.list({ caseId });
  const [own, ...others] = items.filter(({ owner, stoppedAt }) => owner === 'mine' && stoppedAt === null);
  if (own === undefined || others.length > 0) throw new Error('one clock of the seller’s runs');
  return { own };
}

const newestAct = async () => (await desk.client.journal.list({ limit: 1 })).items[0]?.sequence;

describe('the times of a notice that turn out to be others', () => {
  it('say what they would move before they move it, and keep nothing of that', async () => {
    const { client } = desk;
    const { caseId, issuedAt, own } = await openCase();
    const act = await newestAct();
    const { items } = await client.notices.preview({ caseId, issuedAt: issuedAt - 2 * HOUR });
    expect(items).toEqual([
      expect.objectContaining({
        clock: expect.objectContaining({ id: own.id, caseId }),
        before: expect.objectContaining({ dueAt: own.dueAt }),
        after: expect.objectContaining({ dueAt: own.dueAt - 2 * HOUR }),
      }),
    ]);
    expect(await ownClock(caseId)).toEqual({ own });
    expect(await newestAct()).toBe(act);
    // Nobody knows any more when it came: what ran ends.
    const [ends] = (await client.notices.preview({ caseId, issuedAt: null })).items;
    expect(ends).toMatchObject({ before: { dueAt: own.dueAt }, after: null });
    expect((await client.notices.preview({ caseId, seenAt: issuedAt })).items).toEqual([]);
  });

  it('move the very clock that runs: it goes on reminding as it was told to, under its own name', async () => {
    const { client } = desk;
    const { caseId, issuedAt, own } = await openCase();
    await client.deadlines.setPlan({ clockId: own.id, plan: PLAN });
    await client.notices.save({ caseId, issuedAt: issuedAt - HOUR });
    const moved = await ownClock(caseId);
    expect(moved.own).toMatchObject({ id: own.id, dueAt: own.dueAt - HOUR, plan: PLAN });
    await client.journal.undo({});
    expect((await ownClock(caseId)).own).toMatchObject({ id: own.id, dueAt: own.dueAt, plan: PLAN });
  });

  it('leave no clock behind that the new times start no longer', async () => {
    const { client } = desk;
    const { caseId, own } = await openCase();
    await client.notices.save({ caseId, issuedAt: null });
    const { items } = await client.deadlines.list({ caseId });
    expect(items.filter(({ id, stoppedAt }) => id === own.id && stoppedAt === null)).toEqual([]);
  });
});

describe('a corrected event', () => {
  it('moves the very clock that runs since it, with how it reminds', async () => {
    const { client, clock } = desk;
    const { id: storeId } = await client.stores.create({ platform: 'amazon', name: '改事件的店' });
    const { id: caseId } = await client.cases.create({
      storeId,
      scenarioId: 'amazon.a-to-z.claim-response',
      orderNumbers: ['113-7000001-7000002'],
    });
    const opened = { caseId, event: 'dispute-opened', happenedAt: clock.now() - HOUR } as const;
    const { id: eventId } = await client.events.save(opened);
    const { own } = await ownClock(caseId);
    await client.deadlines.setPlan({ clockId: own.id, plan: PLAN });
    await client.events.save({ ...opened, eventId, happenedAt: clock.now() - 3 * HOUR });
    const moved = await ownClock(caseId);
    expect(moved.own).toMatchObject({ id: own.id, dueAt: own.dueAt - 2 * HOUR, plan: PLAN });
    await client.events.remove({ eventId });
    expect((await client.deadlines.list({ caseId })).items.filter(({ owner }) => owner === 'mine')).toEqual(
      [],
    );
  });
});
