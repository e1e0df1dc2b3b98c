import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../shared/submissions/index.ts';
import { exportCase, file, prepareCase, type PreparedCase } from '../../helpers/case.ts';
import { HOUR } from '../../helpers/core.ts';
import { oneDesk } from '../../helpers/one-desk.ts';
import { orderNumberOf } from '../../helpers/order-number.ts';

const desk = oneDesk();
const TWICE = { platform: 'tiktok-shop', scenarioId: 'tiktok-shop.violation.appeal' };
const THRICE = { platform: 'xiaohongshu', scenarioId: 'xiaohongshu.violation.general-violation' };
let seed = 9600;

/** A case of one violation with a number and as many orders, ready to be exported. */
async function prepared(of: typeof TWICE, matter: string, orderCount = 1) {
  const { client, clock, files } = desk;
  const { platform, scenarioId } = of;
  const found = (await client.rulebook.platforms({})).find((each) => each.platform.id === platform);
  if (found === undefined) throw new Error(platform);
  const orders = Array.from({ length: orderCount }, () => orderNumberOf(found.platform, (seed += 1)));
  const [exportZone = ''] = found.platform.exportZones;
  const { id: storeId } = await client.stores.create({ platform, name: `店 ${seed}`, exportZone });
  const made = await prepareCase(client, files, { storeId, scenarioId, orders, seed, pictures: 1 });
  await client.notices.save({
    ...{ caseId: made.caseId, text: '…', platformNumber: matter, issuedAt: clock.now() - HOUR },
  });
  return { ...made, storeId, scenarioId };
}

const fileNow = async (made: PreparedCase): Promise<string> => {
  desk.clock.pass(HOUR);
  return await file(desk.client, made, await exportCase(desk.client, made.caseId), desk.clock.now());
};

/** Files once more what was exported last: material whose chance is gone cannot be exported any more. */
const fileAgain = async (made: PreparedCase): Promise<string> => {
  const [packet] = await desk.client.packets.list({ caseId: made.caseId });
  return await file(desk.client, made, packet?.id ?? '', desk.clock.now());
};

const answer = async ({ caseId }: PreparedCase, outcome: Outcome): Promise<void> => {
  desk.clock.pass(HOUR);
  await desk.client.decisions.record({ caseId, outcome, decidedAt: desk.clock.now() });
};

/** The slots of a case: state and filing, in the order they were taken. */
const slots = async (caseId: string) =>
  (await desk.client.attempts.list({ caseId })).map(({ state, submissionId }) => [state, submissionId]);

const left = async (caseId: string) => await desk.client.attempts.left({ caseId });
const codes = async (caseId: string) =>
  (await desk.client.packets.readiness({ caseId, language: 'zh-CN' })).map(({ code }) => code);
/** What is to be sent in a case, in both languages. */
const scripts = async (caseId: string) =>
  (await desk.client.cases.routes({ caseId })).routes
    .flatMap(({ script }) => (script === null ? [] : [script.zh, script.en]))
    .join(' ');
const own = async (caseId: string) =>
  (await desk.client.deadlines.list({ caseId })).items
    .filter((clock) => clock.owner === 'mine' && clock.stoppedAt === null)
    .map((clock) => clock.specId);

describe('where a rule gives several chances', { timeout: 120_000 }, () => {
  it('each filing of one case uses its own, and after the last none is left, here or elsewhere', async () => {
    const { client } = desk;
    const made = await prepared(TWICE, 'TV-1', 2);
    const { caseId, storeId, scenarioId } = made;
    expect(await left(caseId)).toEqual({ max: 2, left: 2 });
    expect(await scripts(caseId)).toMatch(/截止到什么时候.*Until when/);
    const first = await fileNow(made);
    expect(await left(caseId)).toEqual({ max: 2, left: 1 });
    await answer(made, 'rejected');
    expect(await own(caseId)).toEqual(['second-appeal']);
    expect(await scripts(caseId)).not.toMatch(/截止|until when/i);
    expect(await codes(caseId)).not.toContain('chance-spent');
    const second = await fileNow(made);
    expect(await left(caseId)).toEqual({ max: 2, left: 0 });
    expect(await slots(caseId)).toEqual(
      expect.arrayContaining([
        ['spent', first],
        ['spent', first],
        ['spent', second],
        ['spent', second],
      ]),
    );
    expect(await slots(caseId)).toHaveLength(4);
    const { record, nextAct } = await client.cases.get({ caseId });
    expect([record.stage, nextAct.code]).toEqual(['submitted', 'wait']);
    expect(await own(caseId)).toEqual([]);
    // A second appeal is no supplement of the first.
    expect(await client.submissions.afterReturn({ caseId })).toMatchObject({ used: 0 });
    await answer(made, 'rejected');
    expect(await own(caseId)).toEqual([]);
    expect(await scripts(caseId)).not.toMatch(/截止|until when/i);
    expect(await codes(caseId)).toContain('chance-spent');
    await expect(fileAgain(made)).rejects.toMatchObject({ code: 'ATTEMPT_SPENT' });
    expect(await slots(caseId)).toHaveLength(4);
    await expect(
      client.cases.create({ storeId, scenarioId, notice: { platformNumber: 'tv-1' } }),
    ).rejects.toMatchObject({ code: 'DUPLICATE_CASE', data: { params: { caseId } } });
  });

  it('what came back is sent again with the chance it has', async () => {
    const { client } = desk;
    const made = await prepared(TWICE, 'TV-2');
    const { caseId } = made;
    await fileNow(made);
    await answer(made, 'returned');
    await fileNow(made);
    expect(await left(caseId)).toEqual({ max: 2, left: 1 });
    await answer(made, 'rejected');
    const second = await fileNow(made);
    expect(await left(caseId)).toEqual({ max: 2, left: 0 });
    await answer(made, 'returned');
    const again = await fileNow(made);
    expect(await slots(caseId)).toContainEqual(['spent', again]);
    expect(await slots(caseId)).not.toContainEqual(['spent', second]);
    expect(await slots(caseId)).toHaveLength(2);
    expect(await left(caseId)).toEqual({ max: 2, left: 0 });
    expect((await client.submissions.list({ caseId })).map(({ round }) => round)).toEqual([1, 2, 3, 4]);
    await answer(made, 'rejected');
    await expect(fileAgain(made)).rejects.toMatchObject({ code: 'ATTEMPT_SPENT' });
  });

  it('none is used while the answer to the one before has not come, nor once all was given', async () => {
    const made = await prepared(TWICE, 'TV-3');
    await fileNow(made);
    await expect(fileAgain(made)).rejects.toMatchObject({ code: 'ATTEMPT_SPENT' });
    await answer(made, 'upheld');
    await expect(fileAgain(made)).rejects.toMatchObject({ code: 'ATTEMPT_SPENT' });
    expect(await left(made.caseId)).toEqual({ max: 2, left: 1 });
  });

  it('one that was recorded by mistake is given back, the one before stays used', async () => {
    const { client } = desk;
    const made = await prepared(TWICE, 'TV-4');
    const { caseId, storeId, scenarioId } = made;
    const first = await fileNow(made);
    await answer(made, 'rejected');
    const second = await fileNow(made);
    await client.submissions.correct({ submissionId: second, reason: '没有提交成功' });
    expect(await left(caseId)).toEqual({ max: 2, left: 1 });
    expect(await own(caseId)).toEqual(['second-appeal']);
    expect((await client.cases.get({ caseId })).record.stage).toBe('decided');
    expect(await slots(caseId)).toEqual([
      ['spent', first],
      ['left', null],
    ]);
    // No draft holds it: whoever takes it first has it.
    const other = await client.cases.create({
      ...{ storeId, scenarioId, orderNumbers: [...made.orders], notice: { platformNumber: 'TV-4' } },
    });
    await expect(fileAgain(made)).rejects.toMatchObject({
      code: 'DUPLICATE_CASE',
      data: { params: { caseId: other.id } },
    });
    await client.cases.setOrders({ caseId: other.id, orderNumbers: [] });
    await client.notices.save({ caseId: other.id, platformNumber: 'TV-4B' });
    const third = await fileNow(made);
    expect(await slots(caseId)).toContainEqual(['spent', third]);
    expect(await left(caseId)).toEqual({ max: 2, left: 0 });
  });

  it('an answer on which a second filing rests is not taken back from under it', async () => {
    const { client } = desk;
    const made = await prepared(TWICE, 'TV-4C');
    const { caseId } = made;
    await fileNow(made);
    await answer(made, 'rejected');
    const rejected = (await client.journal.list({ limit: 1 })).items[0]?.sequence ?? 0;
    const second = await fileNow(made);
    const before = [await slots(caseId), await client.submissions.list({ caseId })];
    const undo = () => client.journal.undo({ sequence: rejected });
    await expect(undo()).rejects.toMatchObject({ code: 'CONFLICT' });
    expect([await slots(caseId), await client.submissions.list({ caseId })]).toEqual(before);
    expect(await left(caseId)).toEqual({ max: 2, left: 0 });
    // Once the second filing is corrected away, it may be: the first then waits for its answer again.
    await client.submissions.correct({ submissionId: second, reason: '没有提交成功' });
    await undo();
    expect((await client.cases.get({ caseId })).record.stage).toBe('submitted');
    expect(await left(caseId)).toEqual({ max: 2, left: 1 });
    await expect(fileAgain(made)).rejects.toMatchObject({ code: 'ATTEMPT_SPENT' });
  });

  it('what came back is sent again, also once it was recorded by mistake', async () => {
    const { client } = desk;
    const made = await prepared(TWICE, 'TV-4D');
    await fileNow(made);
    await answer(made, 'rejected');
    await fileNow(made);
    await answer(made, 'returned');
    const mistaken = await fileNow(made);
    await client.submissions.correct({ submissionId: mistaken, reason: '没有提交成功' });
    const again = await fileNow(made);
    expect(await slots(made.caseId)).toContainEqual(['spent', again]);
    expect(await left(made.caseId)).toEqual({ max: 2, left: 0 });
  });

  it('a third is there where the rule gives three, and no fourth', async () => {
    const made = await prepared(THRICE, 'XV-1');
    for (const still of [2, 1, 0]) {
      await fileNow(made);
      expect(await left(made.caseId)).toEqual({ max: 3, left: still });
      await answer(made, 'rejected');
    }
    await expect(fileAgain(made)).rejects.toMatchObject({ code: 'ATTEMPT_SPENT' });
  });

  it('each that was filed elsewhere uses one too, is entered as often as there are, and corrected by itself', async () => {
    const { client, clock } = desk;
    const made = await prepared(TWICE, 'TV-6');
    const { caseId, storeId, scenarioId, orders } = made;
    const enter = async (result: string) => {
      clock.pass(1000);
      return await client.attempts.enterPrior({
        ...{ storeId, scenarioId, caseId, orderNumbers: [...orders], state: 'spent', result },
      });
    };
    const [first] = await enter('驳回');
    expect(await left(caseId)).toEqual({ max: 2, left: 1 });
    await enter('又驳回');
    expect(await left(caseId)).toEqual({ max: 2, left: 0 });
    expect((await client.cases.get({ caseId })).nextAct.code).toBe('chance-gone');
    await expect(enter('第三次')).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { params: { reason: 'already-spent' } },
    });
    await client.attempts.correct({ attemptIds: [first?.id ?? ''], reason: '记重了' });
    expect(await left(caseId)).toEqual({ max: 2, left: 1 });
    await fileNow(made);
    expect(await left(caseId)).toEqual({ max: 2, left: 0 });
  });
});
