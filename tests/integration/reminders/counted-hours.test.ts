import { afterAll, beforeAll, expect, it } from 'vitest';
import { HOUR, openTestCore, type TestCore } from '../../helpers/core.ts';
import { withDatabase } from '../../helpers/database.ts';

let desk: TestCore;
beforeAll(async () => {
  desk = await openTestCore({ settings: { idleMinutes: 0, digestAt: null } });
});
afterAll(() => desk.close());

it('reminds of four hours of a daily window while it is open, and not in the night between', async () => {
  desk.clock.set('2026-11-12T14:01:00+08:00');
  const { client } = desk;
  const { id: storeId } = await client.stores.create({ platform: 'jd', name: '京东店' });
  const { id: caseId } = await client.cases.create({
    ...{ storeId, scenarioId: 'jd.dispute.respond', orderNumbers: ['312345678902'] },
  });
  await client.events.save({
    ...{ caseId, event: 'evidence-requested', happenedAt: desk.clock.now(), note: '' },
    ...{ pageWords: '', pageReadAt: null, pageDeadline: null, itemId: null },
  });
  const { items } = await client.deadlines.list({ caseId, stopped: false, limit: 50 });
  const clock = items.find(({ dueAt }) => dueAt === Date.parse('2026-11-13T09:01:00+08:00'));
  expect(clock?.owner).toBe('mine');
  const rows = withDatabase(desk.folder, (database) =>
    database
      .prepare('SELECT step, fires_at FROM reminders WHERE clock_id = ? ORDER BY fires_at')
      .all(clock?.id),
  ) as { step: string; fires_at: number }[];
  expect(rows).toEqual([
    { step: '1h', fires_at: desk.clock.now() + 3 * HOUR },
    // A quarter of its four hours.
    { step: 'internal', fires_at: desk.clock.now() + 3 * HOUR },
    { step: 'over', fires_at: clock?.dueAt },
  ]);
});
