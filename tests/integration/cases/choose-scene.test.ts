import { describe, expect, it } from 'vitest';
import { HARASSMENT, MALICIOUS_ORDER, MALICIOUS_REVIEW } from '../../helpers/case.ts';
import { chancesAt } from '../../helpers/chances.ts';
import { oneDesk } from '../../helpers/one-desk.ts';

const desk = oneDesk();
const { fresh } = chancesAt(desk);
const ANSWERS = { 'competition-sign': 'hint', 'harassing-message': 'clear', 'message-on-each-order': true };

describe('a seller who is unsure of the scene', () => {
  it('is told which one is best shown, and what the same order in a second one would risk (S1-20, S1-37)', async () => {
    const { scenes, questions, second } = await desk.client.rulebook.rankScenes({
      scenarioIds: [MALICIOUS_REVIEW, MALICIOUS_ORDER, HARASSMENT],
      answers: ANSWERS,
      orderCount: 2,
    });
    expect(scenes.map(({ scenarioId, verdict }) => [scenarioId, verdict.word])).toEqual([
      [HARASSMENT, 'eligible'],
      [MALICIOUS_ORDER, 'weak'],
      [MALICIOUS_REVIEW, 'fact-missing'],
    ]);
    // The orders were counted: two are more than one.
    expect(scenes[1]?.verdict.why.map(({ checkId }) => checkId)).not.toContain('more-than-one-order');
    expect(questions.map(({ id }) => id)).not.toContain('order-count');
    expect(second).toMatchObject({ allowed: 'warn' });
    expect(second?.readings.map(({ rule }) => rule.ruleId)).toEqual(['S1-37', 'S1-20']);
  });

  it('compares scenes of one case type only', async () => {
    const platforms = await desk.client.rulebook.platforms({});
    const other = platforms
      .flatMap(({ scenarios }) => scenarios)
      .find(({ platformId, caseTypeId }) => platformId === 'aliexpress' && caseTypeId !== 'report-buyer');
    const scenarioIds = [HARASSMENT, other?.id ?? ''];
    await expect(desk.client.rulebook.rankScenes({ scenarioIds })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      data: { params: { reason: 'several-case-types' } },
    });
  });

  it('finds the answers in the case that was opened, in the same act, and undo takes both back', async () => {
    const { id: caseId } = await desk.client.cases.create({
      storeId: desk.storeId,
      scenarioId: HARASSMENT,
      orderNumbers: [fresh()],
      answers: ANSWERS,
    });
    const asked = (await desk.client.cases.answers({ caseId })).filter(({ source }) => source === 'asked');
    expect(asked).toEqual(
      expect.arrayContaining(
        Object.entries(ANSWERS).map(([factId, value]) =>
          expect.objectContaining({ factId, value, source: 'asked' }),
        ),
      ),
    );
    expect((await desk.client.cases.verdict({ caseId })).word).toBe('eligible');
    expect((await desk.client.journal.list({ caseId })).items.map(({ act }) => act)).toEqual([
      'cases.create',
    ]);
    await desk.client.journal.undo({});
    await expect(desk.client.cases.answers({ caseId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([{ 'harassing-message': 'perhaps' }, { 'order-count': 5 }, { 'genuine-purchase-review': true }])(
    'opens no case with an answer that its scene does not take: %o',
    async (answers) => {
      const before = (await desk.client.cases.list({})).total;
      const orderNumbers = [fresh()];
      await expect(
        desk.client.cases.create({ storeId: desk.storeId, scenarioId: HARASSMENT, orderNumbers, answers }),
      ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
      expect((await desk.client.cases.list({})).total).toBe(before);
    },
  );
});
