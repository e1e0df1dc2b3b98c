import { describe, expect, it } from 'vitest';
import { HOUR } from '../../helpers/core.ts';
import { oneDesk } from '../../helpers/one-desk.ts';

const WALMART = 'walmart.dispute-appeal.appeal';
const LOST = 'aliexpress.dispute-appeal.lost-dispute';
const PENALTY = 'jd.violation.other-violation';
const GOODS = 'taobao.fake-transaction.goods';
const DAY = 24 * HOUR;

const desk = oneDesk();
let used = 0;

async function openCase(scenarioId: string, answers: Record<string, boolean | string | number> = {}) {
  const [platform = ''] = scenarioId.split('.');
  const { id: storeId } = await desk.client.stores.create({ platform, name: `${platform} ${(used += 1)}` });
  const { id: caseId } = await desk.client.cases.create({
    ...{ storeId, scenarioId, answers },
    orderNumbers: [`113-${1_000_000 + used}-${2_000_000 + used}`],
  });
  return caseId;
}

const knownOf = async (caseId: string, factId: string) =>
  (await desk.client.cases.answers({ caseId })).find((each) => each.factId === factId);
const checkOf = async (caseId: string, checkId: string) => {
  const { word, checks, questions } = await desk.client.cases.verdict({ caseId });
  const outcome = checks.find((each) => each.checkId === checkId)?.outcome;
  return { word, outcome, asks: questions.map(({ id }) => id) };
};

describe('what a case has on record is not asked, and acts', () => {
  it('ends the time to appeal with its own clock, whatever was answered', async () => {
    const { client, clock } = desk;
    const caseId = await openCase(WALMART, { 'window-still-open': true });
    expect((await checkOf(caseId, 'window-open')).outcome).toBe('passed');
    await client.events.save({ caseId, event: 'dispute-decided', happenedAt: clock.now() - 100 * DAY });
    expect(await checkOf(caseId, 'window-open')).toMatchObject({ word: 'not-eligible', outcome: 'failed' });
    expect(await knownOf(caseId, 'window-still-open')).toMatchObject({
      ...{ value: false, source: 'derived', given: true },
      ground: { kind: 'clock', state: 'ended' },
    });
  });

  it('lets the page win, and asks again once nothing is on record', async () => {
    const { client, clock } = desk;
    const caseId = await openCase(WALMART);
    const decided = { caseId, event: 'dispute-decided', happenedAt: clock.now() - 100 * DAY } as const;
    const { id: eventId } = await client.events.save(decided);
    expect((await checkOf(caseId, 'window-open')).outcome).toBe('failed');
    await client.events.save({ ...decided, eventId, pageDeadline: clock.now() + 2 * DAY });
    expect((await checkOf(caseId, 'window-open')).outcome).toBe('passed');
    await client.events.remove({ eventId });
    expect(await checkOf(caseId, 'window-open')).toMatchObject({
      outcome: 'open',
      asks: expect.arrayContaining(['window-still-open']) as unknown,
    });
  });

  it('asks nothing while the notice still runs, and believes a page that is closed', async () => {
    const { client, clock } = desk;
    const caseId = await openCase(PENALTY);
    await client.notices.save({ caseId, text: '违规通知', issuedAt: clock.now() - HOUR });
    const open = await checkOf(caseId, 'window-open');
    expect(open.outcome).toBe('passed');
    expect(open.asks).not.toContain('window-still-open');
    await client.cases.answer({ caseId, factId: 'window-still-open', value: false });
    expect((await checkOf(caseId, 'window-open')).outcome).toBe('failed');
    expect(await knownOf(caseId, 'window-still-open')).toMatchObject({
      ...{ value: false, source: 'asked' },
      ground: { kind: 'clock', state: 'runs' },
    });
  });

  it('counts days from the record, and an answer by its age', async () => {
    const { client, clock } = desk;
    const recorded = await openCase(LOST, { 'days-since-closed': 3 });
    await client.events.save({
      ...{ caseId: recorded, event: 'dispute-closed' },
      happenedAt: clock.now() - 60 * DAY,
    });
    expect((await checkOf(recorded, 'within-window')).outcome).toBe('failed');
    expect(await knownOf(recorded, 'days-since-closed')).toMatchObject({
      ...{ value: 60, source: 'derived', given: 3 },
      ground: { kind: 'since', event: 'dispute-closed' },
    });
    const caseId = await openCase(LOST, { 'days-since-closed': 3 });
    expect((await checkOf(caseId, 'within-window')).outcome).toBe('passed');
    clock.pass(40 * DAY);
    expect(await knownOf(caseId, 'days-since-closed')).toMatchObject({ value: 43, given: 3 });
    expect((await checkOf(caseId, 'within-window')).outcome).toBe('failed');
    // Given anew it counts from today, and undo brings the old one back with its age.
    await client.cases.answer({ caseId, factId: 'days-since-closed', value: 5 });
    expect(await knownOf(caseId, 'days-since-closed')).toMatchObject({ value: 5, given: null });
    await client.journal.undo({});
    expect(await knownOf(caseId, 'days-since-closed')).toMatchObject({ value: 43, given: 3 });
  });

  it('lets the countdown of the page win over a count of days, as long as it runs', async () => {
    const { client, clock } = desk;
    const caseId = await openCase(LOST);
    const closed = { caseId, event: 'dispute-closed', happenedAt: clock.now() - 43 * DAY } as const;
    const { id: eventId } = await client.events.save(closed);
    expect((await checkOf(caseId, 'within-window')).outcome).toBe('failed');
    await client.events.save({ ...closed, eventId, pageDeadline: clock.now() + 2 * DAY });
    expect((await checkOf(caseId, 'within-window')).outcome).toBe('passed');
    clock.pass(3 * DAY);
    expect((await checkOf(caseId, 'within-window')).outcome).toBe('failed');
  });

  it('asks once more on another day whether there is still time', async () => {
    const { client, clock } = desk;
    const caseId = await openCase(WALMART, { 'window-still-open': true });
    clock.pass(3 * DAY);
    expect(await checkOf(caseId, 'window-open')).toMatchObject({
      outcome: 'open',
      asks: expect.arrayContaining(['window-still-open']) as unknown,
    });
    expect(await knownOf(caseId, 'window-still-open')).toMatchObject({
      ...{ value: null, given: true },
      ground: { kind: 'faded', days: 3 },
    });
    await client.cases.answer({ caseId, factId: 'window-still-open', value: true });
    expect((await checkOf(caseId, 'window-open')).outcome).toBe('passed');
  });
});

describe('the hours that are left', () => {
  it('are unknown once the clock of the appeal has ended, and never those of another', async () => {
    const { client, clock } = desk;
    const caseId = await openCase(GOODS);
    await client.notices.save({ caseId, text: '虚假交易通知', issuedAt: clock.now() - HOUR });
    const { dueAt = 0 } =
      (await client.deadlines.list({ caseId })).items.find(({ specId }) => specId === 'file') ?? {};
    expect((await knownOf(caseId, 'hours-left'))?.value).toBe(
      Math.floor(((dueAt ?? 0) - clock.now()) / HOUR),
    );
    clock.pass((dueAt ?? 0) - clock.now() + HOUR);
    expect(await knownOf(caseId, 'hours-left')).toBeUndefined();
    const { advice } = await client.cases.verdict({ caseId });
    expect(advice.map(({ id }) => id)).not.toContain('time-is-short');
  });
});
