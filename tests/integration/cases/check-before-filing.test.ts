import { describe, expect, it } from 'vitest';
import { MALICIOUS_DISPUTE, MALICIOUS_ORDER, MALICIOUS_REVIEW } from '../../helpers/case.ts';
import { chancesAt } from '../../helpers/chances.ts';
import { oneDesk } from '../../helpers/one-desk.ts';

const desk = oneDesk();
const { fresh } = chancesAt(desk);

describe('the check before filing keeps a seller from wasting a chance', () => {
  const answered = async (scenarioId: string, answers: Record<string, boolean | string | number>) => {
    const { id: caseId } = await desk.client.cases.create({
      storeId: desk.storeId,
      scenarioId,
      orderNumbers: [fresh()],
    });
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
    expect(answers).toContainEqual(
      expect.objectContaining({ factId: 'order-count', value: 1, source: 'derived' }),
    );
  });
});
