import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HandoverPage } from '../../../shared/handovers/index.ts';
import { exportCase, file, HARASSMENT, newStore, orderNumbers, prepareCase } from '../../helpers/case.ts';
import { HOUR, openTestCore, type TestCore } from '../../helpers/core.ts';
import { testFolder } from '../../helpers/files.ts';
import { flaggedNumbers, noticeStore, openFromNotice } from '../../helpers/notice-case.ts';

/** The evening on which the night shift ends, and the one before it ended. */
const EVENING = '2026-11-12T23:30:00+08:00';
const BEFORE = '2026-11-12T15:30:00+08:00';
const at = (text: string): number => Date.parse(text);

let desk: TestCore;
let night = '';
let morning = '';
let storeId = '';
let files = '';
let used = 0;
/** Orders that no case has yet. */
const fresh = (count: number): string[] => orderNumbers(count, (used += count) - count);
const flagged = (count: number): string[] => flaggedNumbers(count, (used += count) - count);

beforeAll(async () => {
  desk = await openTestCore({ settings: { idleMinutes: 0 } });
  const { client } = desk;
  desk.clock.set('2026-11-10T09:00:00+08:00');
  files = await testFolder();
  const [owner] = await client.operators.list({});
  night = owner?.id ?? '';
  storeId = await newStore(client, '一店');
});
afterAll(() => desk.close());

const span = (operatorId: string | null = null) => ({
  from: at(BEFORE),
  nextUntil: at('2026-11-13T18:00:00+08:00'),
  operatorId,
});
const pageAt = async (when = EVENING, operatorId: string | null = null): Promise<HandoverPage> => {
  desk.clock.set(when);
  return await desk.client.handovers.preview(span(operatorId));
};
const numberOf = async (caseId: string): Promise<string> =>
  (await desk.client.cases.get({ caseId })).record.number;
const actsOf = (page: HandoverPage, caseId: string): string[] =>
  (page.changes.items.find((each) => each.caseId === caseId)?.acts ?? []).map(({ act, of, count }) =>
    [of === null ? act : `${act} ${of}`, count].join(' × '),
  );

describe('who works alone', () => {
  it('keeps a page as a note to oneself: it waits for nobody', async () => {
    desk.clock.set('2026-11-10T18:00:00+08:00');
    const made = await desk.client.handovers.make({
      from: at('2026-11-10T09:00:00+08:00'),
      nextUntil: at('2026-11-11T18:00:00+08:00'),
      note: '  明天先看一店  ',
    });
    expect(made).toMatchObject({ state: 'kept', note: '明天先看一店', takenName: null });
    expect((await desk.client.handovers.list({ waiting: true })).items).toEqual([]);
  });
});

describe('the page of a shift', () => {
  beforeAll(async () => {
    morning = (await desk.client.operators.create({ name: '小林' })).id;
    await desk.client.operators.signIn({ operatorId: night });
  });

  it('tells what ends before the next shift is over: late first, one’s own before the platform’s', async () => {
    const { client, clock } = desk;
    const taobao = await noticeStore(client, '家居店');
    const due = (text: string): Promise<string> =>
      openFromNotice(client, taobao, flagged(1), { pageDeadline: at(text) });
    clock.set('2026-11-11T09:00:00+08:00');
    const soon = await due('2026-11-13T03:00:00+08:00');
    const late = await due('2026-11-12T20:00:00+08:00');
    const after = await due('2026-11-13T18:00:00+08:00');
    const archived = await due('2026-11-13T02:00:00+08:00');
    await client.cases.archive({ caseId: archived, archived: true });
    const filed = await prepareCase(client, files, { storeId, orders: fresh(1), seed: 1 });
    await file(client, filed, await exportCase(client, filed.caseId), clock.now());
    const { due: part } = await pageAt();
    expect(part.left).toBe(0);
    const mine = part.items.filter(({ owner }) => owner === 'mine');
    expect(mine.map(({ caseId }) => caseId)).toEqual([late, soon]);
    expect(part.items.slice(0, 2)).toEqual(mine);
    expect(part.items.some(({ caseId, owner }) => caseId === filed.caseId && owner === 'theirs')).toBe(true);
    expect(part.items.map(({ caseId }) => caseId)).not.toContain(after);
    expect(part.items.map(({ caseId }) => caseId)).not.toContain(archived);
  });

  it('tells what was done in the span and still stands, and what of before was taken back', async () => {
    const { client, clock } = desk;
    clock.set('2026-11-12T15:00:00+08:00');
    const { id: caseId } = await client.cases.create({
      storeId,
      scenarioId: HARASSMENT,
      orderNumbers: fresh(1),
    });
    const { id: factId } = await client.facts.create({ caseId, text: '上一班写的' });
    const [before] = (await client.journal.list({ limit: 1 })).items;
    clock.set('2026-11-12T16:00:00+08:00');
    await client.cases.update({ caseId, title: '一' });
    await client.cases.update({ caseId, title: '二' });
    await client.cases.archive({ caseId, archived: true });
    await client.journal.undo({});
    await client.facts.create({ caseId, text: '撤销又重做' });
    await client.journal.undo({});
    await client.journal.redo({});
    await client.journal.undo({ sequence: before?.sequence ?? 0 });
    expect(actsOf(await pageAt(), caseId)).toEqual([
      'cases.update × 2',
      'facts.create × 1',
      'journal.undo facts.create × 1',
    ]);
    expect((await client.facts.list({ caseId })).map(({ id }) => id)).not.toContain(factId);
    // Of the shift before it is the case that was opened; the fact is gone again.
    clock.set(EVENING);
    const earlier = await client.handovers.preview({
      from: at('2026-11-12T14:00:00+08:00'),
      until: at(BEFORE),
      nextUntil: at(EVENING),
    });
    expect(actsOf(earlier, caseId)).toEqual(['cases.create × 1']);
  });

  it('tells each act in one shift and in no other: a span ends before its last instant', async () => {
    const { client, clock } = desk;
    clock.set(BEFORE);
    await client.clients.create({ name: '正点新建的商家' });
    clock.set(EVENING);
    const of = async (from: string, until: string): Promise<number> => {
      const page = await client.handovers.preview({
        from: at(from),
        until: at(until),
        nextUntil: at('2026-11-13T18:00:00+08:00'),
      });
      return page.elsewhere.find(({ act }) => act === 'clients.create')?.count ?? 0;
    };
    expect(await of('2026-11-12T08:00:00+08:00', BEFORE)).toBe(0);
    expect(await of(BEFORE, EVENING)).toBe(1);
  });

  it('tells whom an answer is awaited from, since when, and who was asked in the span; no buyer by name', async () => {
    const { client, clock } = desk;
    clock.set('2026-11-11T10:00:00+08:00');
    const caseId = await openFromNotice(client, await noticeStore(client, '童装店'), flagged(2));
    const { orders } = await client.requirements.coverage({ caseId });
    const { requirements } = await client.requirements.coverage({ caseId });
    const asked = requirements.find(({ per }) => per === 'order');
    const ask = async (when: string, addressee: 'courier' | 'buyer' | 'factory'): Promise<string> => {
      const { id } = await client.asks.record({
        caseId,
        addressee,
        addresseeName: `${addressee} 某人`,
        requirementIds: [asked?.id ?? ''],
        orderNumbers: orders.map(({ orderNumber }) => orderNumber),
        channel: '微信',
        askedAt: at(when),
      });
      return id;
    };
    const [old, gone, answered, buyer] = [
      await ask('2026-11-10T10:00:00+08:00', 'courier'),
      await ask('2026-11-10T11:00:00+08:00', 'factory'),
      await ask('2026-11-12T16:00:00+08:00', 'factory'),
      await ask('2026-11-12T17:00:00+08:00', 'buyer'),
    ];
    for (const askId of [gone, answered]) await client.asks.answer({ askId, state: 'refused' });
    const { asks } = await pageAt();
    const mine = asks.items.filter((each) => each.caseId === caseId);
    expect(mine.map(({ askId, state }) => [askId, state])).toEqual([
      [old, 'open'],
      [buyer, 'open'],
      [answered, 'refused'],
    ]);
    expect(mine[0]).toMatchObject({
      addresseeName: 'courier 某人',
      channel: '微信',
      orders: 2,
      what: [asked?.title],
    });
    expect(mine[1]?.addresseeName).toBe('');
    await client.cases.archive({ caseId, archived: true });
    expect((await pageAt()).asks.items.map(({ askId }) => askId)).not.toContain(old);
    await client.journal.undo({});
  });

  it('tells which draft holds how many chances, and which were used in the span and still are', async () => {
    const { client, clock } = desk;
    clock.set('2026-11-12T16:00:00+08:00');
    const held = await client.cases.create({ storeId, scenarioId: HARASSMENT, orderNumbers: fresh(3) });
    const filed = await prepareCase(client, files, { storeId, orders: fresh(2), seed: 2 });
    // Filed in the morning, and written down in the evening.
    const submissionId = await file(
      client,
      filed,
      await exportCase(client, filed.caseId),
      at('2026-11-12T08:00:00+08:00'),
    );
    await client.attempts.enterPrior({
      storeId,
      scenarioId: HARASSMENT,
      orderNumbers: fresh(1),
      state: 'spent',
    });
    const [doubtful] = await client.attempts.enterPrior({
      storeId,
      scenarioId: HARASSMENT,
      orderNumbers: fresh(1),
      state: 'unknown',
    });
    const page = await pageAt();
    expect(page.held.items.find(({ caseId }) => caseId === held.id)).toMatchObject({
      caseNumber: held.number,
      storeAlias: '一店',
      orders: 3,
    });
    expect(page.held.items.map(({ caseId }) => caseId)).not.toContain(filed.caseId);
    const spent = (of: HandoverPage) =>
      of.spent.items.map(({ caseNumber, orders, elsewhere }) => ({ caseNumber, orders, elsewhere }));
    const bySubmission = { caseNumber: await numberOf(filed.caseId), orders: 2, elsewhere: false };
    expect(spent(page)).toEqual([bySubmission, { caseNumber: '', orders: 1, elsewhere: true }]);
    clock.set('2026-11-12T16:30:00+08:00');
    await client.attempts.settle({ attemptId: doubtful?.id ?? '', state: 'spent', note: '后台有记录' });
    expect(spent(await pageAt())[1]).toEqual({ caseNumber: '', orders: 2, elsewhere: true });
    // The next shift hears of none of them.
    const next = await client.handovers.preview({
      from: at(EVENING),
      nextUntil: at('2026-11-13T18:00:00+08:00'),
    });
    expect(next.spent.items).toEqual([]);
    await client.submissions.correct({ submissionId, reason: '记错了案件' });
    expect(spent(await pageAt())).not.toContainEqual(bySubmission);
  });

  it('tells of one person what they did, and of the cases that are theirs or that they worked on', async () => {
    const { client, clock } = desk;
    clock.set('2026-11-12T18:00:00+08:00');
    const create = () => client.cases.create({ storeId, scenarioId: HARASSMENT, orderNumbers: fresh(1) });
    const [touched, owned, other] = [await create(), await create(), await create()];
    await client.cases.update({ caseId: owned.id, ownerId: morning });
    await client.operators.signIn({ operatorId: morning });
    await client.cases.update({ caseId: touched.id, title: '小林看过' });
    const page = await pageAt(EVENING, morning);
    await client.operators.signIn({ operatorId: night });
    expect(page.operatorName).toBe('小林');
    expect(actsOf(page, touched.id)).toEqual(['cases.update × 1']);
    expect(page.changes.items).toHaveLength(1);
    expect(page.held.items.map(({ caseId }) => caseId).sort()).toEqual([touched.id, owned.id].sort());
    expect((await pageAt()).held.items.map(({ caseId }) => caseId)).toContain(other.id);
  });

  it('takes an end that is still to come as this moment, so that nothing falls between two pages', async () => {
    desk.clock.set(EVENING);
    const page = await desk.client.handovers.preview({ ...span(), until: at(EVENING) + HOUR });
    expect(page.until).toBe(at(EVENING));
  });

  it('is refused for a span that is none, and for nobody', async () => {
    const { client } = desk;
    desk.clock.set(EVENING);
    const now = at(EVENING);
    for (const wrong of [
      { from: now + HOUR, nextUntil: now + 2 * HOUR },
      { from: now - HOUR, nextUntil: now },
      { from: now - 40 * 24 * HOUR, nextUntil: now + HOUR },
    ]) {
      await expect(client.handovers.preview(wrong)).rejects.toMatchObject({
        code: 'CONFLICT',
        data: { params: { reason: 'no-shift' } },
      });
      await expect(client.handovers.make(wrong)).rejects.toMatchObject({ code: 'CONFLICT' });
    }
    const nobody = '01890000-0000-7000-8000-000000000000';
    await expect(client.handovers.preview(span(nobody))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(client.handovers.make({ ...span(), toOperatorId: nobody })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('a shift that was handed over', () => {
  let takenId = '';
  const make = () => {
    desk.clock.set(EVENING);
    return desk.client.handovers.make({ ...span(), toOperatorId: morning, note: '答应一店 10 点前回话' });
  };
  const conflict = (reason: string, more: object = {}) => ({
    code: 'CONFLICT',
    data: { params: { reason, ...more } },
  });

  it('keeps its page as it was read, whatever happens afterwards, and over a restart', async () => {
    const made = await make();
    const [first] = made.page.due.items;
    await desk.client.cases.update({ caseId: first?.caseId ?? '', title: '改了名' });
    desk = await desk.restart();
    await desk.client.operators.signIn({ operatorId: night });
    const found = await desk.client.handovers.get({ handoverId: made.id });
    expect(found).toEqual(made);
    expect((await desk.client.handovers.list({ waiting: true })).items.map(({ id }) => id)).toEqual([
      made.id,
    ]);
    await desk.client.journal.undo({});
    // It never tells of itself.
    expect(JSON.stringify((await pageAt('2026-11-13T08:00:00+08:00')).elsewhere)).not.toContain('handovers');
  });

  it('is taken over once, by somebody else, who then stands in it and in the journal', async () => {
    const { client } = desk;
    const made = await make();
    takenId = made.id;
    await expect(client.handovers.acknowledge({ handoverId: made.id })).rejects.toMatchObject(
      conflict('own-handover'),
    );
    await client.operators.signIn({ operatorId: morning });
    desk.clock.set('2026-11-13T08:00:00+08:00');
    const taken = await client.handovers.acknowledge({ handoverId: made.id, answer: ' 看过了 ' });
    expect(taken).toMatchObject({
      state: 'taken',
      takenName: '小林',
      takenAt: at('2026-11-13T08:00:00+08:00'),
      answer: '看过了',
    });
    expect((await client.handovers.get({ handoverId: made.id })).page).toEqual(made.page);
    await expect(client.handovers.acknowledge({ handoverId: made.id })).rejects.toMatchObject(
      conflict('already-taken-over', { name: '小林' }),
    );
    const [entry] = (await client.journal.list({ limit: 1 })).items;
    expect(entry).toMatchObject({ act: 'handovers.acknowledge', operatorName: '小林', undo: 'open' });
  });

  it('waits again when the taking over is taken back, and the journal keeps both', async () => {
    const { client } = desk;
    await client.journal.undo({});
    expect((await client.handovers.get({ handoverId: takenId })).state).toBe('waiting');
    await client.journal.redo({});
    expect((await client.handovers.get({ handoverId: takenId })).takenName).toBe('小林');
    const acts = (await client.journal.list({ limit: 3 })).items.map(({ act }) => act);
    expect(acts).toEqual(['journal.redo', 'journal.undo', 'handovers.acknowledge']);
  });

  it('cannot be taken back by whoever made it once somebody stands in it; before that it can', async () => {
    const { client } = desk;
    await client.operators.signIn({ operatorId: night });
    const entries = (await client.journal.list({ limit: 10 })).items;
    const made = entries.find(({ act }) => act === 'handovers.make');
    await expect(client.journal.undo({ sequence: made?.sequence ?? 0 })).rejects.toMatchObject(
      conflict('changed-since'),
    );
    const again = await make();
    await client.journal.undo({});
    await expect(client.handovers.get({ handoverId: again.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is not handed to oneself, nor to somebody who no longer works here', async () => {
    const { client } = desk;
    await expect(client.handovers.make({ ...span(), toOperatorId: night })).rejects.toMatchObject(
      conflict('own-handover'),
    );
    const { id } = await client.operators.create({ name: '离职的' });
    await client.operators.archive({ operatorId: id, archived: true });
    await expect(client.handovers.make({ ...span(), toOperatorId: id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('names a person: where nobody has said who acts, nothing is handed over or taken', async () => {
    const stranger = desk.core.client();
    const made = await make();
    await expect(stranger.handovers.make(span())).rejects.toMatchObject({ code: 'OPERATOR_NEEDED' });
    await expect(stranger.handovers.acknowledge({ handoverId: made.id })).rejects.toMatchObject({
      code: 'OPERATOR_NEEDED',
    });
  });

  it('stands in a list, newest first, page by page', async () => {
    const { client } = desk;
    const all = (await client.handovers.list({})).items;
    expect(all.length).toBeGreaterThan(2);
    const found = [];
    let cursor: string | undefined;
    do {
      const page = await client.handovers.list({ limit: 1, ...(cursor === undefined ? {} : { cursor }) });
      found.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(found).toEqual(all);
    expect(all.map(({ madeAt }) => madeAt)).toEqual(
      all.map(({ madeAt }) => madeAt).toSorted((one, other) => other - one),
    );
  });
});
