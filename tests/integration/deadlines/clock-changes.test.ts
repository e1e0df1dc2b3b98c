import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR } from '../../helpers/core.ts';
import { flaggedNumbers, noticeStore, openFromNotice } from '../../helpers/notice-case.ts';
import { prepareWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => {
  world = await prepareWorld();
}, 120_000);
afterAll(() => world.desk.close());

describe('counting every deadline again', () => {
  it('finds each as it stands, but for the one whose back office shows another end now', async () => {
    const { client } = world.desk;
    const running = (await client.deadlines.list({ limit: 200 })).items;
    expect(running.length).toBeGreaterThan(5);
    const { items, left } = await client.deadlines.changes({});
    expect(items.map(({ clock }) => clock.id)).toEqual([world.ownClockId]);
    expect(left).toBe(0);
  });

  it('asks again where a reading was taken back after deadlines had begun by it', async () => {
    const { client, clock } = world.desk;
    expect((await client.deadlines.changes({})).items).toHaveLength(1);
    const caseId = await openFromNotice(
      client,
      await noticeStore(client, '又一家店'),
      flaggedNumbers(1, 7700),
      {
        issuedAt: clock.now(),
      },
    );
    const dueAt = async () =>
      (await client.deadlines.list({ caseId })).items.find(({ owner }) => owner === 'mine')?.dueAt;
    const begun = await dueAt();
    expect(begun).toBe(clock.now() + 60 * HOUR);
    const [reading] = (await client.rulebook.ownReadings({})).filter(({ ruleId }) => ruleId === 'TB-01');
    await client.rulebook.removeReading({ readingId: reading?.id ?? '' });
    const [change] = (await client.deadlines.changes({})).items;
    expect(change).toMatchObject({
      clock: { caseId },
      before: { dueAt: begun },
      after: { dueAt: clock.now() + 72 * HOUR },
    });
    await client.journal.undo({});
  });

  it('sets nothing that nobody named', async () => {
    const { client } = world.desk;
    const running = (await client.deadlines.list({ limit: 200 })).items;
    const other = running.find(({ id }) => id !== world.ownClockId)?.id ?? '';
    expect(await client.deadlines.recalculate({ clockIds: [other] })).toEqual({ changed: 0 });
    expect((await client.deadlines.list({ limit: 200 })).items).toEqual(running);
  });

  it('looks again where a store turns out to sell elsewhere', async () => {
    const { client, clock } = world.desk;
    const { id: storeId } = await client.stores.create({
      ...{ platform: 'amazon', name: '没写站点', zone: 'America/Los_Angeles' },
    });
    const scenarioId = 'amazon.a-to-z.appeal';
    const { id: caseId } = await client.cases.create({ storeId, scenarioId, orderNumbers: [] });
    // At ten in the morning of Greenwich it is the same day everywhere, and it ends in Europe first.
    const happenedAt = Math.floor((clock.now() - 10 * HOUR) / (24 * HOUR)) * 24 * HOUR + 10 * HOUR;
    await client.events.save({
      ...{ caseId, event: 'claim-granted', happenedAt, note: '', itemId: null },
      ...{ pageWords: '', pageReadAt: null, pageDeadline: null },
    });
    await client.deadlines.recalculate({ clockIds: null });
    expect((await client.deadlines.changes({})).items).toEqual([]);
    await client.stores.update({ storeId, region: 'US' });
    expect((await client.deadlines.changes({})).items).toMatchObject([{ clock: { caseId } }]);
    await client.journal.undo({});
    expect((await client.deadlines.changes({})).items).toEqual([]);
  });

  it('looks again where a matter turns out to have begun when other rules held', async () => {
    const { client, clock } = world.desk;
    const { id: storeId } = await client.stores.create({ platform: 'wechat', name: '先前的事' });
    const scenarioId = 'wechat.mini-program.complaint';
    const { id: caseId } = await client.cases.create({ storeId, scenarioId, orderNumbers: [] });
    const opened = (happenedAt: number) =>
      client.events.save({ caseId, event: 'dispute-opened', happenedAt });
    await opened(clock.now() - HOUR);
    await client.deadlines.recalculate({ clockIds: null });
    expect((await client.deadlines.changes({})).items).toEqual([]);
    await opened(Date.parse('2024-03-20T10:00:00+08:00'));
    expect((await client.deadlines.changes({})).items).toMatchObject([{ clock: { caseId } }]);
  });
});
