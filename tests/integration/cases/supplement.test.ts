import { describe, expect, it } from 'vitest';
import { exportCase, file, prepareCase } from '../../helpers/case.ts';
import { HOUR } from '../../helpers/core.ts';
import { oneDesk } from '../../helpers/one-desk.ts';

const desk = oneDesk();
const scenarioId = 'shopee.penalty-points.points';

const specs = async (caseId: string) =>
  (await desk.client.deadlines.list({ caseId })).items
    .filter(({ owner, stoppedAt }) => owner === 'mine' && stoppedAt === null)
    .map(({ specId }) => specId);
/** From when the platform looks at it. */
const reviews = async (caseId: string) =>
  (await desk.client.deadlines.list({ caseId })).items
    .filter(({ owner, stoppedAt }) => owner === 'theirs' && stoppedAt === null)
    .map(({ startedAt }) => startedAt);
const chances = async (caseId: string) =>
  (await desk.client.attempts.list({ caseId })).map(({ state, submissionId }) => [state, submissionId]);
const stage = async (caseId: string) => (await desk.client.cases.get({ caseId })).record.stage;

/** A penalty that was appealed an hour ago. */
async function filed(name: string, seed: number) {
  const { client, files, clock } = desk;
  const { id: storeId } = await client.stores.create({ platform: 'shopee', name });
  const prepared = await prepareCase(client, files, { storeId, orders: [], scenarioId, seed, pictures: 1 });
  const { caseId } = prepared;
  await client.notices.save({ caseId, text: '扣分通知', issuedAt: clock.now() - 24 * HOUR });
  const packetId = await exportCase(client, caseId);
  const before = await specs(caseId);
  const submissionId = await file(client, prepared, packetId, clock.now());
  clock.pass(HOUR);
  return { caseId, packetId, submissionId, prepared, before };
}

describe('more that the platform asks for of an appeal that it has', { timeout: 60_000 }, () => {
  it('is handed in without another chance, and counted as the supplement that it is', async () => {
    const { client, clock } = desk;
    const { caseId, packetId, submissionId, prepared } = await filed('要补材料的店', 8910);
    expect(await stage(caseId)).toBe('submitted');
    await expect(file(client, prepared, packetId, clock.now())).rejects.toMatchObject({
      code: 'ATTEMPT_SPENT',
    });

    await client.events.save({ caseId, event: 'evidence-requested', happenedAt: clock.now() });
    expect(await stage(caseId)).toBe('returned');
    expect((await client.cases.get({ caseId })).nextAct).toMatchObject({
      step: 'evidence',
      code: 'supplement',
    });
    expect(await specs(caseId)).toContain('supplement');
    expect(await client.submissions.afterReturn({ caseId })).toMatchObject({
      as: 'supplement',
      used: 0,
      max: 1,
    });
    const stops = (await client.packets.readiness({ caseId, language: 'zh-CN' })).filter(
      ({ weight }) => weight === 'stop',
    );
    expect(stops).toEqual([]);

    clock.pass(HOUR);
    const more = await file(client, prepared, await exportCase(client, caseId), clock.now());
    const rounds = (await client.submissions.list({ caseId })).map(({ id, round }) => [id, round]);
    expect(rounds).toEqual([
      [submissionId, 1],
      [more, 2],
    ]);
    expect(await chances(caseId)).toEqual([['spent', submissionId]]);
    expect(await specs(caseId)).not.toContain('supplement');
    expect(await reviews(caseId)).toEqual([clock.now()]);
    expect(await stage(caseId)).toBe('submitted');

    await client.events.save({ caseId, event: 'evidence-requested', happenedAt: clock.now() + 1 });
    expect(await client.submissions.afterReturn({ caseId })).toMatchObject({
      as: 'supplement',
      used: 1,
      max: 1,
    });
  });

  it('that was recorded in error is taken back without the chance, and its time runs on', async () => {
    const { client, clock } = desk;
    const { caseId, submissionId, prepared, before } = await filed('补错材料的店', 8920);
    const review = await reviews(caseId);
    expect(review).toHaveLength(1);
    await client.events.save({ caseId, event: 'evidence-requested', happenedAt: clock.now() });
    clock.pass(HOUR);
    const more = await file(client, prepared, await exportCase(client, caseId), clock.now());
    await expect(client.submissions.correct({ submissionId, reason: '第一次没交' })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { params: { reason: 'sent-since' } },
    });
    clock.pass(HOUR);
    await client.submissions.correct({ submissionId: more, reason: '还没补' });
    expect(await chances(caseId)).toEqual([['spent', submissionId]]);
    expect(await specs(caseId)).toContain('supplement');
    expect(await reviews(caseId)).toEqual(review);
    expect(await stage(caseId)).toBe('returned');
    await client.submissions.correct({ submissionId, reason: '第一次也没交' });
    expect(before).toContain('appeal-window');
    expect(await specs(caseId)).toEqual(expect.arrayContaining(before));
    expect(await reviews(caseId)).toEqual([]);
    expect(await chances(caseId)).toEqual([['held', null]]);
  });
});
