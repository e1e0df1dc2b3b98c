import { describe, expect, it } from 'vitest';
import { file } from '../../helpers/case.ts';
import { chancesAt } from '../../helpers/chances.ts';
import { HOUR } from '../../helpers/core.ts';
import { oneDesk } from '../../helpers/one-desk.ts';

const desk = oneDesk();
const { filed, fresh, frozen, states } = chancesAt(desk);

describe('what was filed stays filed', () => {
  it('spends each order’s chance once, in full and by name', async () => {
    const orders = [fresh(), fresh()];
    const prepared = await frozen(orders);
    for (const spends of [[orders[0] ?? ''], [...orders, fresh()], [orders[0] ?? '', orders[0] ?? '']]) {
      await expect(
        desk.client.submissions.record({
          caseId: prepared.caseId,
          packetId: prepared.packetId,
          submittedAt: desk.clock.now(),
          platformNumber: '',
          spends,
        }),
      ).rejects.toMatchObject({
        code: 'CONFLICT',
        data: { params: { reason: 'other-orders', orderNumbers: orders } },
      });
    }
    await expect(
      file(desk.client, prepared, prepared.packetId, desk.clock.now() + HOUR),
    ).rejects.toMatchObject({ code: 'CONFLICT', data: { params: { reason: 'submitted-in-future' } } });
    expect(await states(prepared.caseId)).toEqual(['held', 'held']);
    await file(desk.client, prepared, prepared.packetId, desk.clock.now());
    expect(await states(prepared.caseId)).toEqual(['spent', 'spent']);
    await expect(file(desk.client, prepared, prepared.packetId, desk.clock.now())).rejects.toMatchObject({
      code: 'ATTEMPT_SPENT',
    });
    await expect(
      desk.client.cases.setOrders({ caseId: prepared.caseId, orderNumbers: [orders[0] ?? ''] }),
    ).rejects.toMatchObject({ code: 'FROZEN' });
  });

  it('keeps the slot when it comes back for more, with a new clock, and can be filed again', async () => {
    const prepared = await filed([fresh()]);
    desk.clock.pass(24 * HOUR);
    await desk.client.decisions.record({
      caseId: prepared.caseId,
      outcome: 'returned',
      decidedAt: desk.clock.now(),
      reason: '请补充',
    });
    expect(await states(prepared.caseId)).toEqual(['held']);
    // The pack has no number for the time to supplement: what runs on is only the record that vanishes.
    const { items: running } = await desk.client.deadlines.list({ caseId: prepared.caseId });
    expect(running.map((clock) => clock.owner)).toEqual(['vanishing']);
    desk.clock.pass(HOUR);
    await file(desk.client, prepared, prepared.packetId, desk.clock.now());
    expect(
      (await desk.client.submissions.list({ caseId: prepared.caseId })).map((each) => each.round),
    ).toEqual([1, 2]);
    expect(await states(prepared.caseId)).toEqual(['spent']);
  });

  it('frees the chance by a correction with a reason only, and leaves both rows to be seen', async () => {
    const order = fresh();
    const prepared = await filed([order]);
    await expect(
      desk.client.submissions.correct({ submissionId: prepared.submissionId, reason: '   ' }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    const corrected = await desk.client.submissions.correct({
      submissionId: prepared.submissionId,
      reason: '录错了，平台上没有提交',
    });
    expect(corrected).toMatchObject({ correctionReason: '录错了，平台上没有提交', orderNumbers: [order] });
    expect(corrected.correctedAt).not.toBeNull();
    expect(await desk.client.submissions.list({ caseId: prepared.caseId })).toEqual([corrected]);
    const [attempt] = await desk.client.attempts.list({ caseId: prepared.caseId });
    expect(attempt).toMatchObject({ state: 'held', correctedReason: '录错了，平台上没有提交' });
    expect((await desk.client.deadlines.list({ caseId: prepared.caseId })).items).toEqual([]);
    await expect(
      desk.client.submissions.correct({ submissionId: prepared.submissionId, reason: '再来' }),
    ).rejects.toMatchObject({ code: 'CONFLICT', data: { params: { reason: 'already-corrected' } } });
    await file(desk.client, prepared, prepared.packetId, desk.clock.now());
    expect(
      (await desk.client.submissions.list({ caseId: prepared.caseId })).map(
        (each) => each.correctedAt !== null,
      ),
    ).toEqual(expect.arrayContaining([true, false]));
    expect(
      (await desk.client.journal.list({ caseId: prepared.caseId })).items.map((entry) => entry.act),
    ).toEqual(expect.arrayContaining(['submissions.record', 'submissions.correct']));
  });

  it('cannot be corrected once the platform has answered it', async () => {
    const prepared = await filed([fresh()]);
    await desk.client.decisions.record({
      caseId: prepared.caseId,
      outcome: 'rejected',
      decidedAt: desk.clock.now(),
    });
    await expect(
      desk.client.submissions.correct({ submissionId: prepared.submissionId, reason: '录错了' }),
    ).rejects.toMatchObject({ code: 'CONFLICT', data: { params: { reason: 'already-decided' } } });
  });
});
