import { describe, expect, it } from 'vitest';
import { file, HARASSMENT } from '../../helpers/case.ts';
import { chancesAt } from '../../helpers/chances.ts';
import { HOUR } from '../../helpers/core.ts';
import { oneDesk } from '../../helpers/one-desk.ts';

const desk = oneDesk();
const { filed, fresh, frozen, states } = chancesAt(desk);

describe('a decision belongs to what was filed', () => {
  it('is refused before anything was filed, and before its own filing', async () => {
    const prepared = await frozen([fresh()]);
    await expect(
      desk.client.decisions.record({
        caseId: prepared.caseId,
        outcome: 'upheld',
        decidedAt: desk.clock.now(),
      }),
    ).rejects.toMatchObject({ code: 'CONFLICT', data: { params: { reason: 'not-submitted' } } });
    await file(desk.client, prepared, prepared.packetId, desk.clock.now());
    await expect(
      desk.client.decisions.record({
        caseId: prepared.caseId,
        outcome: 'upheld',
        decidedAt: desk.clock.now() - HOUR,
      }),
    ).rejects.toMatchObject({ code: 'CONFLICT', data: { params: { reason: 'decided-before-submitted' } } });
    await expect(
      desk.client.decisions.record({
        caseId: prepared.caseId,
        outcome: 'not-filed',
        decidedAt: desk.clock.now(),
        reason: '算了',
      }),
    ).rejects.toMatchObject({ code: 'CONFLICT', data: { params: { reason: 'already-submitted' } } });
  });

  it('is refused with a time that has not come, beyond what two clocks may differ by', async () => {
    const prepared = await filed([fresh()]);
    const record = (ahead: number) =>
      desk.client.decisions.record({
        caseId: prepared.caseId,
        outcome: 'upheld',
        decidedAt: desk.clock.now() + ahead,
      });
    const running = await desk.client.deadlines.list({ caseId: prepared.caseId });
    for (const ahead of [5 * 60_000 + 1, HOUR, 365 * 24 * HOUR]) {
      await expect(record(ahead)).rejects.toMatchObject({
        code: 'CONFLICT',
        data: { params: { reason: 'decided-in-future' } },
      });
    }
    expect(await states(prepared.caseId)).toEqual(['spent']);
    expect(await desk.client.deadlines.list({ caseId: prepared.caseId })).toEqual(running);
    await record(5 * 60_000);
    expect((await desk.client.cases.get({ caseId: prepared.caseId })).record.stage).toBe('decided');
  });

  it.each(['upheld', 'partly-upheld', 'rejected', 'withdrawn'] as const)(
    '%s leaves the chance spent and stops the platform’s clock',
    async (outcome) => {
      const prepared = await filed([fresh()]);
      desk.clock.pass(HOUR);
      await desk.client.decisions.record({ caseId: prepared.caseId, outcome, decidedAt: desk.clock.now() });
      expect(await states(prepared.caseId)).toEqual(['spent']);
      const { items: running } = await desk.client.deadlines.list({ caseId: prepared.caseId });
      const begun = running.filter((clock) => clock.owner !== 'vanishing').map((clock) => clock.startedAt);
      expect(begun.filter((startedAt) => startedAt !== desk.clock.now())).toEqual([]);
      expect((await desk.client.cases.get({ caseId: prepared.caseId })).record.stage).toBe('decided');
    },
  );

  it('not to file needs a reason and gives the chance back', async () => {
    const order = fresh();
    const prepared = await frozen([order]);
    const record = (reason: string) =>
      desk.client.decisions.record({
        caseId: prepared.caseId,
        outcome: 'not-filed',
        decidedAt: desk.clock.now(),
        reason,
      });
    await expect(record('  ')).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      data: { params: { reason: 'not-filed-needs-reason' } },
    });
    await record('证据太弱，留着机会');
    expect(await states(prepared.caseId)).toEqual(['left']);
    const other = await desk.client.cases.create({
      storeId: desk.storeId,
      scenarioId: HARASSMENT,
      orderNumbers: [order],
    });
    expect((await states(other.id)).sort()).toEqual(['held', 'left']);
  });

  it('a lapsed window closes the chance for good', async () => {
    const order = fresh();
    const prepared = await frozen([order]);
    await desk.client.decisions.record({
      caseId: prepared.caseId,
      outcome: 'lapsed',
      decidedAt: desk.clock.now(),
    });
    expect(await states(prepared.caseId)).toEqual(['lapsed']);
    await expect(file(desk.client, prepared, prepared.packetId, desk.clock.now())).rejects.toMatchObject({
      code: 'ATTEMPT_SPENT',
    });
    await expect(
      desk.client.cases.create({ storeId: desk.storeId, scenarioId: HARASSMENT, orderNumbers: [order] }),
    ).rejects.toMatchObject({ code: 'DUPLICATE_CASE' });
  });

  it('a return that was not answered in time lapses too', async () => {
    const prepared = await filed([fresh()]);
    await desk.client.decisions.record({
      caseId: prepared.caseId,
      outcome: 'returned',
      decidedAt: desk.clock.now(),
    });
    desk.clock.pass(30 * 24 * HOUR);
    await desk.client.decisions.record({
      caseId: prepared.caseId,
      outcome: 'lapsed',
      decidedAt: desk.clock.now(),
    });
    expect(await states(prepared.caseId)).toEqual(['lapsed']);
    expect(
      (await desk.client.deadlines.list({ caseId: prepared.caseId })).items.filter(
        (each) => each.owner !== 'vanishing',
      ),
    ).toEqual([]);
  });
});
