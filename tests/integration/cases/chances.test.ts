import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  exportCase,
  file,
  HARASSMENT,
  MALICIOUS_DISPUTE,
  MALICIOUS_ORDER,
  MALICIOUS_REVIEW,
  newStore,
  orderNumbers,
  prepareCase,
  type PreparedCase,
} from '../../helpers/case.ts';
import { HOUR, openTestCore, type TestCore } from '../../helpers/core.ts';
import { testFolder } from '../../helpers/files.ts';

let desk: TestCore;
let files: string;
let storeId: string;
let next = 0;
/** An order that no other test uses. */
const fresh = (): string => orderNumbers(1, (next += 1))[0] ?? '';
const states = async (caseId: string) =>
  (await desk.client.attempts.list({ caseId })).map((attempt) => attempt.state);

beforeAll(async () => {
  desk = await openTestCore({ settings: { idleMinutes: 0 } });
  files = await testFolder();
  storeId = await newStore(desk.client);
});
afterAll(() => desk.close());

/** A case whose material is frozen, and filed where asked. */
async function frozen(orders: readonly string[]): Promise<PreparedCase & { packetId: string }> {
  const prepared = await prepareCase(desk.client, files, { storeId, orders, seed: 1000 + next, pictures: 1 });
  return { ...prepared, packetId: await exportCase(desk.client, prepared.caseId) };
}

async function filed(orders: readonly string[]) {
  const prepared = await frozen(orders);
  desk.clock.pass(HOUR);
  const submissionId = await file(desk.client, prepared, prepared.packetId, desk.clock.now());
  return { ...prepared, submissionId };
}

describe('the check before filing keeps a seller from wasting a chance', () => {
  const answered = async (scenarioId: string, answers: Record<string, boolean | string | number>) => {
    const { id: caseId } = await desk.client.cases.create({ storeId, scenarioId, orderNumbers: [fresh()] });
    for (const [factId, value] of Object.entries(answers))
      await desk.client.cases.answer({ caseId, factId, value });
    return { caseId, verdict: await desk.client.cases.verdict({ caseId }) };
  };

  it('says do not file for an ordinary bad review, and names the rule (S1-18)', async () => {
    const { verdict, caseId } = await answered(MALICIOUS_REVIEW, { 'genuine-purchase-review': true });
    expect(verdict.word).toBe('not-eligible');
    expect(verdict.rules[0]).toMatchObject({ ruleId: 'S1-18', effect: 'bar', outcome: 'failed' });
    expect(verdict.nextAct.key).toBe('do-not-file');
    expect((await desk.client.cases.get({ caseId })).nextAct.code).toBe('do-not-file');
  });

  it('says one odd reason is not enough for a malicious dispute (S1-02)', async () => {
    const { verdict } = await answered(MALICIOUS_DISPUTE, { 'dispute-ground': 'single-oddity' });
    expect(verdict.word).toBe('not-eligible');
    expect(verdict.why.flatMap((why) => why.ruleIds)).toContain('S1-02');
  });

  it('asks for what it does not know, and changes its word when an answer is taken back', async () => {
    const { verdict, caseId } = await answered(MALICIOUS_REVIEW, {});
    expect(verdict.word).toBe('fact-missing');
    expect(verdict.questions.length).toBeGreaterThan(0);
    await desk.client.cases.answer({ caseId, factId: 'genuine-purchase-review', value: true });
    await desk.client.cases.answer({ caseId, factId: 'genuine-purchase-review', value: null });
    expect(await desk.client.cases.verdict({ caseId })).toEqual(verdict);
  });

  it('takes no answer that the question cannot have, and none to what it counts itself', async () => {
    const { caseId } = await answered(MALICIOUS_ORDER, {});
    for (const [factId, value] of [
      ['competition-sign', 'perhaps'],
      ['competition-sign', true],
      ['account-conduct-shown', 'yes'],
      ['order-count', 5],
      ['no-such-question', true],
    ] as const) {
      await expect(desk.client.cases.answer({ caseId, factId, value }), factId).rejects.toMatchObject({
        code: 'BAD_REQUEST',
      });
    }
    const answers = await desk.client.cases.answers({ caseId });
    expect(answers).toContainEqual({ factId: 'order-count', value: 1, source: 'derived' });
  });
});

describe('an order has one chance in a scene', () => {
  it('refuses a second case with a link to the first, however the order comes in', async () => {
    const order = fresh();
    const first = await desk.client.cases.create({
      storeId,
      scenarioId: HARASSMENT,
      orderNumbers: [order, fresh()],
    });
    const refusal = {
      code: 'DUPLICATE_CASE',
      data: { params: { orderNumber: order, caseId: first.id, caseNumber: first.number, ruleId: 'S1-37' } },
    };
    await expect(
      desk.client.cases.create({ storeId, scenarioId: HARASSMENT, orderNumbers: [fresh(), order] }),
    ).rejects.toMatchObject(refusal);
    const other = await desk.client.cases.create({
      storeId,
      scenarioId: HARASSMENT,
      orderNumbers: [fresh()],
    });
    await expect(
      desk.client.cases.setOrders({ caseId: other.id, orderNumbers: [order] }),
    ).rejects.toMatchObject(refusal);
    expect((await desk.client.cases.orders({ caseId: other.id })).length).toBe(1);
  });

  it('warns in another scene, where two rules disagree (S1-20 against S1-37)', async () => {
    const order = fresh();
    const first = await desk.client.cases.create({ storeId, scenarioId: HARASSMENT, orderNumbers: [order] });
    const [finding] = await desk.client.cases.duplicates({
      storeId,
      scenarioId: MALICIOUS_ORDER,
      orderNumbers: [order],
    });
    expect(finding).toMatchObject({ allowed: 'warn', caseId: first.id, ruleId: 'S1-20' });
    const second = await desk.client.cases.create({
      storeId,
      scenarioId: MALICIOUS_ORDER,
      orderNumbers: [order],
    });
    const readiness = await desk.client.packets.readiness({ caseId: second.id, language: 'zh-CN' });
    expect(readiness).toContainEqual(
      expect.objectContaining({ code: 'attempt-other-scene', weight: 'look' }),
    );
  });

  it('is held by the draft and given back when the order is taken out', async () => {
    const [kept, dropped, added] = [fresh(), fresh(), fresh()];
    const { id: caseId } = await desk.client.cases.create({
      storeId,
      scenarioId: HARASSMENT,
      orderNumbers: [kept, dropped],
    });
    await desk.client.cases.setOrders({ caseId, orderNumbers: [added, kept] });
    const orders = (await desk.client.cases.orders({ caseId })).map((order) => order.orderNumber);
    expect(orders).toEqual([added, kept]);
    expect(await states(caseId)).toEqual(['held', 'held']);
    const again = await desk.client.cases.create({
      storeId,
      scenarioId: HARASSMENT,
      orderNumbers: [dropped],
    });
    expect(await states(again.id)).toEqual(['held']);
  });

  it('counts one made elsewhere as spent, and refuses the order', async () => {
    const order = fresh();
    await desk.client.attempts.enterPrior({
      storeId,
      scenarioId: HARASSMENT,
      orderNumbers: [order],
      state: 'spent',
      madeBy: '前任运营',
      sentText: '买家骚扰',
      platformNumber: 'R-0',
      result: '不成立',
    });
    await expect(
      desk.client.cases.create({ storeId, scenarioId: HARASSMENT, orderNumbers: [order] }),
    ).rejects.toMatchObject({ code: 'ATTEMPT_SPENT', data: { params: { orderNumber: order } } });
    await expect(
      desk.client.attempts.enterPrior({
        storeId,
        scenarioId: HARASSMENT,
        orderNumbers: [order],
        state: 'unknown',
      }),
    ).rejects.toMatchObject({ code: 'CONFLICT', data: { params: { reason: 'already-spent' } } });
  });

  it('is blocked while nobody knows, and free or spent once somebody has looked', async () => {
    const [free, gone] = [fresh(), fresh()];
    const entered = await desk.client.attempts.enterPrior({
      storeId,
      scenarioId: HARASSMENT,
      orderNumbers: [free, gone],
      state: 'unknown',
    });
    for (const order of [free, gone]) {
      await expect(
        desk.client.cases.create({ storeId, scenarioId: HARASSMENT, orderNumbers: [order] }),
      ).rejects.toMatchObject({ code: 'ATTEMPT_UNKNOWN' });
    }
    const settle = (place: number, state: 'left' | 'spent') =>
      desk.client.attempts.settle({ attemptId: entered[place]?.id ?? '', state, note: '后台看过' });
    await settle(0, 'left');
    await settle(1, 'spent');
    await expect(settle(1, 'left')).rejects.toMatchObject({ code: 'CONFLICT' });
    await desk.client.cases.create({ storeId, scenarioId: HARASSMENT, orderNumbers: [free] });
    await expect(
      desk.client.cases.create({ storeId, scenarioId: HARASSMENT, orderNumbers: [gone] }),
    ).rejects.toMatchObject({ code: 'ATTEMPT_SPENT' });
  });

  it('blocks the filing of a draft when doubt comes up after it was begun', async () => {
    const order = fresh();
    const prepared = await frozen([order]);
    await desk.client.attempts.enterPrior({
      storeId,
      scenarioId: HARASSMENT,
      orderNumbers: [order],
      state: 'unknown',
    });
    await expect(file(desk.client, prepared, prepared.packetId, desk.clock.now())).rejects.toMatchObject({
      code: 'ATTEMPT_UNKNOWN',
    });
    expect((await states(prepared.caseId)).sort()).toEqual(['held', 'unknown']);
    const readiness = await desk.client.packets.readiness({ caseId: prepared.caseId, language: 'zh-CN' });
    expect(readiness).toContainEqual(expect.objectContaining({ code: 'attempt-unknown', weight: 'stop' }));
  });
});

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
    const running = await desk.client.deadlines.list({ caseId: prepared.caseId });
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
    expect(await desk.client.deadlines.list({ caseId: prepared.caseId })).toEqual([]);
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

  it.each(['upheld', 'partly-upheld', 'rejected', 'withdrawn'] as const)(
    '%s leaves the chance spent and stops the platform’s clock',
    async (outcome) => {
      const prepared = await filed([fresh()]);
      desk.clock.pass(HOUR);
      await desk.client.decisions.record({ caseId: prepared.caseId, outcome, decidedAt: desk.clock.now() });
      expect(await states(prepared.caseId)).toEqual(['spent']);
      const running = await desk.client.deadlines.list({ caseId: prepared.caseId });
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
    const other = await desk.client.cases.create({ storeId, scenarioId: HARASSMENT, orderNumbers: [order] });
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
      desk.client.cases.create({ storeId, scenarioId: HARASSMENT, orderNumbers: [order] }),
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
      (await desk.client.deadlines.list({ caseId: prepared.caseId })).filter(
        (each) => each.owner !== 'vanishing',
      ),
    ).toEqual([]);
  });
});
