import { describe, expect, it } from 'vitest';
import { exportCase, file, HARASSMENT, prepareCase, takeIn } from '../../helpers/case.ts';
import { HOUR } from '../../helpers/core.ts';
import { putFile, screenshot } from '../../helpers/files.ts';
import { oneDesk } from '../../helpers/one-desk.ts';

const CLAIM = 'amazon.a-to-z.claim-response';
const SAFE_T = 'amazon.safe-t.claim';
const CHARGEBACK = 'stripe.dispute.dispute';
const PENALTY_POINTS = 'shopee.penalty-points.points';
const DAY = 24 * HOUR;

const desk = oneDesk();
let used = 0;

/** A shop of the platform with a case of one order, without evidence. */
async function openCase(
  scenarioId: string,
  region?: string,
): Promise<{ caseId: string; order: string; storeId: string }> {
  const [platform = ''] = scenarioId.split('.');
  const name = `${platform} ${(used += 1)}`;
  const { id: storeId } = await desk.client.stores.create({
    ...{ platform, name },
    ...(region === undefined ? {} : { region }),
  });
  const order = `113-${String(1_000_000 + used)}-${String(2_000_000 + used)}`;
  const { id: caseId } = await desk.client.cases.create({ storeId, scenarioId, orderNumbers: [order] });
  return { caseId, order, storeId };
}

/** A claim whose material was exported. */
async function frozenClaim() {
  const { client, files } = desk;
  const { id: storeId } = await client.stores.create({ platform: 'amazon', name: `amazon ${(used += 1)}` });
  const orders = [`114-${String(1_000_000 + used)}-${String(2_000_000 + used)}`];
  const prepared = await prepareCase(client, files, {
    storeId,
    orders,
    scenarioId: CLAIM,
    seed: 500 + used,
    pictures: 1,
  });
  return { ...prepared, packetId: await exportCase(client, prepared.caseId) };
}

const running = async (caseId: string) => (await desk.client.deadlines.list({ caseId })).items;
const specs = async (caseId: string) => (await running(caseId)).map(({ specId }) => specId).sort();
const nextOf = async (caseId: string) => (await desk.client.cases.get({ caseId })).nextAct;

describe('an event that rules count from starts their clocks', () => {
  it('says what it would start, move or end before it is saved, and keeps nothing of that', async () => {
    const { client, clock } = desk;
    const { caseId } = await openCase(CLAIM);
    const opened = { caseId, event: 'dispute-opened', happenedAt: clock.now() - HOUR } as const;
    const journal = async () => (await client.journal.list({ limit: 1 })).items[0]?.sequence;
    const before = await journal();
    const [starts] = (await client.events.preview(opened)).items;
    expect(starts).toMatchObject({ clock: { caseId, owner: 'mine' }, before: null });
    expect(await running(caseId)).toEqual([]);
    expect(await journal()).toBe(before);
    const { id: eventId } = await client.events.save(opened);
    const [clockNow] = await running(caseId);
    expect(clockNow?.dueAt).toBe(starts?.after?.dueAt);
    const earlier = { ...opened, eventId, happenedAt: clock.now() - 3 * HOUR };
    const [moves, ...others] = (await client.events.preview(earlier)).items;
    expect(others).toEqual([]);
    expect(moves).toMatchObject({
      before: { dueAt: clockNow?.dueAt },
      after: { dueAt: (clockNow?.dueAt ?? 0) - 2 * HOUR },
    });
    expect(await running(caseId)).toEqual([clockNow]);
    expect((await client.events.preview({ ...opened, eventId, note: '只改了备注' })).items).toEqual([]);
    await expect(client.events.preview({ ...earlier, happenedAt: clock.now() + DAY })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('is offered only where the scene has a clock for it and nothing else records it', async () => {
    const { client } = desk;
    const { caseId } = await openCase(CLAIM);
    const { events: offered, fromNotice } = await client.events.starting({ caseId });
    expect(fromNotice).toBe(false);
    expect(offered.map(({ event }) => event)).toEqual([
      'refund-requested',
      'dispute-opened',
      'evidence-requested',
      'claim-granted',
    ]);
    expect(offered.find(({ event }) => event === 'dispute-opened')).toMatchObject({
      clocks: [{ id: 'claim-answer', pageOnly: false }],
      onPage: true,
    });
    for (const event of ['chargeback-opened', 'notice-issued', 'submitted', 'upheld'] as const) {
      await expect(client.events.save({ caseId, event, happenedAt: desk.clock.now() })).rejects.toMatchObject(
        { code: 'BAD_REQUEST', data: { params: { reason: 'no-clock-from-it' } } },
      );
    }
    expect(await client.events.list({ caseId })).toEqual([]);
    expect(await running(caseId)).toEqual([]);
  });

  it('counts from when it happened, with every reading, and is what the case asks for first', async () => {
    const { client, clock } = desk;
    const { caseId } = await openCase(CLAIM);
    expect(await nextOf(caseId)).toMatchObject({ step: 'notice', code: 'record-event' });
    const happenedAt = clock.now() - 5 * HOUR;
    const [itemId = ''] = await takeIn(client, [
      await putFile(desk.files, 'mail.png', await screenshot(701, 40, 40)),
    ]);
    const saved = await client.events.save({
      caseId,
      event: 'evidence-requested',
      happenedAt,
      note: '邮件要运单',
      itemId,
    });
    expect(await client.events.list({ caseId })).toEqual([saved]);
    const [clockShown, ...more] = await running(caseId);
    expect(more).toEqual([]);
    expect(clockShown).toMatchObject({ specId: 'information-request', owner: 'mine', startedAt: happenedAt });
    expect(clockShown?.computed.readings.map(({ latest }) => (latest - happenedAt) / HOUR)).toEqual([48, 72]);
    expect(clockShown?.dueAt).toBe(happenedAt + 48 * HOUR);
    expect((await client.evidence.exhibits({ caseId })).map((each) => each.itemId)).toEqual([itemId]);
    expect((await nextOf(caseId)).code).not.toBe('record-event');
  });

  it('chooses the version of the rules where no notice came: that of the day on which the matter began', async () => {
    const { client, clock } = desk;
    const { caseId } = await openCase('wechat.mini-program.complaint');
    const spans = async () =>
      (await running(caseId)).flatMap(({ computed, startedAt }) =>
        computed.readings.map(({ latest }) => (latest - startedAt) / HOUR),
      );
    const before = Date.parse('2024-03-20T10:00:00+08:00');
    const { id: eventId } = await client.events.save({ caseId, event: 'dispute-opened', happenedAt: before });
    expect(await spans()).toEqual([72]);
    await client.events.save({ caseId, eventId, event: 'dispute-opened', happenedAt: clock.now() - HOUR });
    expect(await spans()).toEqual([48]);
  });

  it('takes the end that the page shows where no rule gives a number', async () => {
    const { client, clock } = desk;
    const { caseId } = await openCase(CHARGEBACK);
    const happenedAt = clock.now() - HOUR;
    const {
      events: [offered],
    } = await client.events.starting({ caseId });
    expect((await nextOf(caseId)).code).toBe('record-event');
    expect(offered).toMatchObject({ onPage: true, clocks: [{ id: 'evidence-due', pageOnly: true }] });
    const { id: eventId } = await client.events.save({ caseId, event: 'dispute-opened', happenedAt });
    expect(await running(caseId)).toEqual([]);
    expect((await nextOf(caseId)).code).not.toBe('record-event');
    const pageDeadline = clock.now() + 7 * DAY;
    await client.events.save({ caseId, eventId, event: 'dispute-opened', happenedAt, pageDeadline });
    expect(await running(caseId)).toMatchObject([{ specId: 'evidence-due', dueAt: pageDeadline }]);
  });

  it('leaves to the page what the rules of other regions alone give a number', async () => {
    const { client, clock } = desk;
    const { caseId } = await openCase(SAFE_T, 'UK');
    const { events: offered } = await client.events.starting({ caseId });
    expect(offered.find(({ event }) => event === 'refund-issued')).toMatchObject({
      onPage: true,
      clocks: [{ id: 'claim-window', pageOnly: true }],
    });
    const refund = { caseId, event: 'refund-issued', happenedAt: clock.now() - DAY } as const;
    const { id: eventId } = await client.events.save(refund);
    expect(await running(caseId)).toEqual([]);
    const pageDeadline = clock.now() + 20 * DAY;
    await client.events.save({ ...refund, eventId, pageDeadline });
    expect(await running(caseId)).toMatchObject([{ specId: 'claim-window', dueAt: pageDeadline }]);
    // Of two events it counts from the later one alone, as the rules elsewhere say.
    const later = { caseId, event: 'return-received', happenedAt: clock.now() - HOUR } as const;
    const pageClock = 'claim-window';
    await client.events.save({ ...later, pageDeadline: pageDeadline + DAY, pageClock });
    expect((await running(caseId)).filter(({ specId }) => specId === pageClock)).toMatchObject([
      { dueAt: pageDeadline + DAY },
    ]);
  });

  it('is refused while it is still to come, and nothing is written down', async () => {
    const { client, clock } = desk;
    const { caseId } = await openCase(CLAIM);
    await expect(
      client.events.save({ caseId, event: 'dispute-opened', happenedAt: clock.now() + HOUR }),
    ).rejects.toMatchObject({ code: 'CONFLICT', data: { params: { reason: 'event-in-future' } } });
    expect(await client.events.list({ caseId })).toEqual([]);
  });
});

describe('a record that is corrected or removed corrects or stops its clocks, and no others', () => {
  it('moves the end with the time, and lets it run where only words change', async () => {
    const { client, clock } = desk;
    const { caseId } = await openCase(CLAIM);
    const happenedAt = clock.now() - HOUR;
    const { id: eventId } = await client.events.save({ caseId, event: 'dispute-opened', happenedAt });
    await client.events.save({ caseId, event: 'refund-requested', happenedAt });
    const [before] = (await running(caseId)).filter(({ specId }) => specId === 'claim-answer');
    await client.events.save({ caseId, eventId, event: 'dispute-opened', happenedAt, note: '看了邮件' });
    expect((await running(caseId)).find(({ specId }) => specId === 'claim-answer')).toEqual(before);
    const earlier = happenedAt - 9 * HOUR;
    await client.events.save({ caseId, eventId, event: 'dispute-opened', happenedAt: earlier });
    expect((await running(caseId)).filter(({ specId }) => specId === 'claim-answer')).toMatchObject([
      { startedAt: earlier, dueAt: earlier + 72 * HOUR },
    ]);
    expect(await specs(caseId)).toEqual(['before-claim', 'claim-answer']);
    expect(await client.events.list({ caseId })).toHaveLength(2);
    await client.events.remove({ eventId });
    expect(await specs(caseId)).toEqual(['before-claim']);
  });

  it('stands beside the notice: setting the one anew leaves the clock of the other', async () => {
    const { client, clock } = desk;
    const { caseId } = await openCase(PENALTY_POINTS);
    await client.notices.save({ caseId, text: '扣分通知', issuedAt: clock.now() - DAY });
    const ofNotice = await specs(caseId);
    expect(ofNotice).toContain('appeal-window');
    const { id: eventId } = await client.events.save({
      caseId,
      event: 'evidence-requested',
      happenedAt: clock.now() - HOUR,
    });
    const both = await specs(caseId);
    expect(both).toEqual([...ofNotice, 'supplement'].sort());
    await client.notices.save({ caseId, issuedAt: clock.now() - 2 * DAY });
    expect(await specs(caseId)).toEqual(both);
    await client.events.remove({ eventId });
    expect(await specs(caseId)).toEqual(ofNotice);
  });

  it('is journaled and taken back whole', async () => {
    const { client, clock } = desk;
    const { caseId } = await openCase(CLAIM);
    const happenedAt = clock.now() - HOUR;
    const { id: eventId } = await client.events.save({ caseId, event: 'dispute-opened', happenedAt });
    const started = await running(caseId);
    await client.events.remove({ eventId });
    await client.journal.undo({});
    expect(await running(caseId)).toEqual(started);
    expect(await client.events.list({ caseId })).toMatchObject([{ id: eventId }]);
    const acts = (await client.journal.list({ caseId })).items.map(({ act }) => act);
    expect(acts).toEqual(expect.arrayContaining(['events.save', 'events.remove']));
    const [saved] = (await client.journal.list({ caseId })).items.filter(({ act }) => act === 'events.save');
    await client.journal.undo({ sequence: saved?.sequence });
    expect(await running(caseId)).toEqual([]);
    expect(await client.events.list({ caseId })).toEqual([]);
  });
});

describe('what was filed ends what ran before, and nothing that came after', () => {
  it('an event recorded late does not count down, and runs once the filing proves to be none', async () => {
    const { client, clock } = desk;
    const prepared = await frozenClaim();
    const { caseId } = prepared;
    const happenedAt = clock.now() - HOUR;
    clock.pass(HOUR);
    const submissionId = await file(client, prepared, prepared.packetId, clock.now());
    clock.pass(HOUR);
    await client.events.save({ caseId, event: 'dispute-opened', happenedAt });
    expect(await specs(caseId)).toEqual([]);
    await client.submissions.correct({ submissionId, reason: '其实没有交成' });
    expect(await running(caseId)).toMatchObject([{ specId: 'claim-answer', dueAt: happenedAt + 72 * HOUR }]);
  });

  it('a request that came after the filing runs, also when the filing proves to be none', async () => {
    const { client, clock } = desk;
    const prepared = await frozenClaim();
    const { caseId } = prepared;
    clock.pass(HOUR);
    const submissionId = await file(client, prepared, prepared.packetId, clock.now());
    clock.pass(HOUR);
    await client.events.save({ caseId, event: 'evidence-requested', happenedAt: clock.now() });
    expect(await specs(caseId)).toEqual(['information-request']);
    await client.submissions.correct({ submissionId, reason: '其实没有交成' });
    expect(await specs(caseId)).toEqual(['information-request']);
  });
});

describe('a notice that names no orders', () => {
  it('is written down, starts its clocks and asks for no sorting', async () => {
    const { client, clock } = desk;
    const { caseId } = await openCase(PENALTY_POINTS);
    expect((await client.events.starting({ caseId })).fromNotice).toBe(true);
    expect(await nextOf(caseId)).toMatchObject({ step: 'notice', code: 'give-time' });
    const issuedAt = clock.now() - 2 * HOUR;
    await client.notices.save({ caseId, text: '店铺被扣分', issuedAt });
    expect(await running(caseId)).toEqual(
      expect.arrayContaining([expect.objectContaining({ specId: 'appeal-window', startedAt: issuedAt })]),
    );
    expect((await nextOf(caseId)).code).not.toBe('prove-orders');
    const { steps } = await client.cases.get({ caseId });
    expect(steps.find(({ step }) => step === 'notice')).toMatchObject({ state: 'done' });
    expect(steps.find(({ step }) => step === 'orders')).toMatchObject({ done: 1, total: null });
  });

  it('leaves the day of the notice as it was put down until it says itself when it came', async () => {
    const { client, clock } = desk;
    const { caseId } = await openCase(PENALTY_POINTS);
    const dayOf = async () => (await client.cases.get({ caseId })).record.noticeDate;
    await client.cases.update({ caseId, noticeDate: '2026-11-01' });
    await client.notices.save({ caseId, text: '店铺被扣分' });
    expect(await dayOf()).toBe('2026-11-01');
    await client.notices.save({ caseId, issuedAt: clock.now() - 3 * DAY });
    expect(await dayOf()).not.toBe('2026-11-01');
  });

  it('is refused where the matter begins with the seller', async () => {
    const { client } = desk;
    for (const scenarioId of [SAFE_T, HARASSMENT]) {
      const { caseId } = await openCase(scenarioId);
      await expect(client.notices.save({ caseId, text: '通知' })).rejects.toMatchObject({
        code: 'BAD_REQUEST',
        data: { params: { reason: 'no-notice-here' } },
      });
    }
  });
});
