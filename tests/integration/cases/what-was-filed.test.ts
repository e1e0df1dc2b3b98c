import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportCase, file, takeIn } from '../../helpers/case.ts';
import { chancesAt } from '../../helpers/chances.ts';
import { HOUR } from '../../helpers/core.ts';
import { putFile, screenshot } from '../../helpers/files.ts';
import { oneDesk } from '../../helpers/one-desk.ts';
import { readMaterial } from '../../helpers/packet-folder.ts';

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

  it('hands over neither the receipt nor the platform’s own answer when more is asked for', async () => {
    const prepared = await filed([fresh()]);
    const [receipt = '', answer = ''] = await takeIn(
      desk.client,
      [
        await putFile(desk.files, '回执截图.png', await screenshot(901, 60, 60)),
        await putFile(desk.files, '退回通知截图.png', await screenshot(902, 60, 60)),
      ],
      prepared.caseId,
    );
    await desk.client.submissions.addReceipt({
      submissionId: prepared.submissionId,
      platformNumber: 'JB-1',
      receiptItemId: receipt,
    });
    await desk.client.decisions.record({
      caseId: prepared.caseId,
      outcome: 'returned',
      decidedAt: desk.clock.now(),
      reason: '请补充',
      itemId: answer,
    });
    const material = async () => {
      await exportCase(desk.client, prepared.caseId);
      const [packet] = await desk.client.packets.list({ caseId: prepared.caseId });
      return await readMaterial(join(desk.folder, 'exports', ...(packet?.folder ?? '').split('/')));
    };
    const second = await material();
    for (const name of ['回执截图', '退回通知截图']) expect(second.names(name), name).toBe(false);
    // Cited, it is evidence like any other.
    const { id: factId } = await desk.client.facts.create({
      caseId: prepared.caseId,
      text: '平台已受理。',
      citations: [{ itemId: receipt }],
    });
    await desk.client.facts.confirm({ factId, confirmed: true });
    expect((await material()).names('回执截图')).toBe(true);
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
