import { describe, expect, it } from 'vitest';
import { exportCase, file, orderNumbers, prepareCase } from '../../helpers/case.ts';
import { HOUR } from '../../helpers/core.ts';
import { withDatabase } from '../../helpers/database.ts';
import { oneDesk } from '../../helpers/one-desk.ts';

const desk = oneDesk();
const DAY = 24 * HOUR;
const at = (text: string) => Date.parse(text);
let stores = 0;

async function newStoreOn(platform: string, zone?: string, region?: string): Promise<string> {
  stores += 1;
  const { id } = await desk.client.stores.create({
    platform,
    name: `计时的店 ${stores}`,
    exportZone: 'UTC',
    ...(zone === undefined ? {} : { zone }),
    ...(region === undefined ? {} : { region }),
  });
  return id;
}

/** The seller's own clocks of a case that run, by when they are due. */
async function mine(caseId: string): Promise<number[]> {
  const { items } = await desk.client.deadlines.list({ caseId });
  return items
    .filter(({ owner }) => owner === 'mine')
    .map(({ dueAt }) => dueAt)
    .sort((left, right) => left - right);
}

describe('an appeal whose time stands still while the platform reviews', { timeout: 60_000 }, () => {
  it('goes on after a return with the days that were left, and says which were not counted', async () => {
    const { client, clock, files } = desk;
    clock.set('2026-06-01T10:00:00+08:00');
    const storeId = await newStoreOn('taobao');
    const { caseId } = await prepareCase(client, files, {
      storeId,
      orders: [],
      scenarioId: 'taobao.violation.general',
      seed: 31,
      pictures: 1,
    });
    await client.notices.save({ caseId, text: '违规通知', issuedAt: clock.now() });
    // The shorter of two readings reminds until it is filed.
    expect(await mine(caseId)).toEqual([at('2026-06-04T10:00:00+08:00')]);

    clock.set('2026-06-03T10:00:00+08:00');
    const packetId = await exportCase(client, caseId);
    await file(client, { caseId, orders: [] }, packetId, clock.now());
    expect(await mine(caseId)).toEqual([]);

    clock.set('2026-06-10T15:00:00+08:00');
    await client.decisions.record({ caseId, outcome: 'returned', decidedAt: clock.now(), reason: '补充' });
    // From the 4th to the 9th nobody's day was lost.
    expect(await mine(caseId)).toEqual([at('2026-06-23T00:00:00+08:00')]);
    const [running] = (await client.deadlines.list({ caseId })).items.filter(({ owner }) => owner === 'mine');
    const still = running?.computed.readings[0]?.explanation.filter(
      (step) => step.kind === 'day' && step.reason === 'paused',
    );
    expect(still).toHaveLength(6);
    await client.journal.undo({});
    expect(await mine(caseId)).toEqual([]);
  });

  it.each([
    ['filed on its last day, has the day of the return', undefined, '2026-06-16', '2026-06-27'],
    // What the page counted down did not know of the review.
    ['goes by its rule again, not by what the page showed before', '2026-06-15', '2026-06-05', '2026-07-07'],
  ])('%s', async (_, page, filed, due) => {
    const { client, clock, files } = desk;
    const midnight = (day: string) => at(`${day}T00:00:00+08:00`);
    clock.set('2026-06-01T10:00:00+08:00');
    const { caseId } = await prepareCase(client, files, {
      storeId: await newStoreOn('taobao'),
      ...{ orders: [], scenarioId: 'taobao.violation.general', seed: 32, pictures: 1 },
    });
    await client.notices.save({
      ...{ caseId, text: '违规通知', issuedAt: clock.now() },
      ...(page === undefined ? {} : { pageDeadline: midnight(page) }),
    });
    clock.set(`${filed}T10:00:00+08:00`);
    await file(client, { caseId, orders: [] }, await exportCase(client, caseId), clock.now());
    clock.set('2026-06-26T15:00:00+08:00');
    await client.decisions.record({ caseId, outcome: 'returned', decidedAt: clock.now(), reason: '补充' });
    expect(await mine(caseId)).toEqual([midnight(due)]);
    const { checks } = await client.cases.verdict({ caseId });
    expect(checks.filter(({ outcome }) => outcome === 'failed').map(({ checkId }) => checkId)).not.toContain(
      'days-left',
    );
    expect(checks.find(({ checkId }) => checkId === 'window-open')?.outcome).toBe('passed');
  });
});

describe('a time that counts from the later of two events', () => {
  it('runs from whichever comes last, in whatever order they are written down', async () => {
    const { client, clock } = desk;
    clock.set('2026-06-01T10:00:00Z');
    const storeId = await newStoreOn('amazon', 'UTC', 'US');
    const { id: caseId } = await client.cases.create({
      storeId,
      scenarioId: 'amazon.safe-t.claim',
      orderNumbers: ['111-1234567-7654321'],
    });
    const window = async () => {
      const { items } = await client.deadlines.list({ caseId });
      return items.filter(({ specId }) => specId === 'claim-window').map(({ startedAt }) => startedAt);
    };
    const came = clock.now() - 10 * DAY;
    const refunded = clock.now() - 4 * DAY;
    const ifReturned = async (when: number) => {
      const clocks = await client.deadlines.whatIf({ caseId, event: 'return-received', at: when });
      return clocks.find(({ specId }) => specId === 'claim-window')?.computed.startedAt;
    };
    expect(await ifReturned(came)).toBe(came);
    const event = { note: '', pageWords: '', pageReadAt: null, pageDeadline: null, itemId: null };
    const { id: refundId } = await client.events.save({
      ...{ caseId, eventId: null, event: 'refund-issued', happenedAt: refunded },
      ...event,
    });
    expect(await window()).toEqual([refunded]);
    expect(await ifReturned(came)).toBe(refunded);
    expect(await ifReturned(clock.now())).toBe(clock.now());
    const { id: returnId } = await client.events.save({
      ...{ caseId, eventId: null, event: 'return-received', happenedAt: came },
      ...event,
    });
    expect(await window()).toEqual([refunded]);
    // The return was later after all.
    await client.events.save({
      ...{ caseId, eventId: returnId, event: 'return-received', happenedAt: clock.now() - DAY },
      ...event,
    });
    expect(await window()).toEqual([clock.now() - DAY]);
    await client.events.remove({ eventId: returnId });
    expect(await window()).toEqual([refunded]);
    await client.events.remove({ eventId: refundId });
    expect(await window()).toEqual([]);
  });
});

describe('a promise of the platform that is late', { timeout: 60_000 }, () => {
  it('comes with words to send, also where it began before it was kept whom it waits for', async () => {
    const { client, clock, files, folder } = desk;
    clock.set('2026-06-01T10:00:00+08:00');
    const orders = orderNumbers(1, 700);
    const { caseId } = await prepareCase(client, files, { storeId: desk.storeId, orders, seed: 33 });
    await file(client, { caseId, orders }, await exportCase(client, caseId), clock.now());
    const answers = (await client.deadlines.list({ caseId })).items.filter(({ awaits }) => awaits !== null);
    const [answer] = answers.filter(({ awaits }) => awaits === 'answer');
    const clockId = answer?.id ?? '';
    expect(await client.deadlines.chase({ clockId })).toBeNull();
    clock.set(new Date((answer?.dueAt ?? 0) + HOUR).toISOString());
    const words = await client.deadlines.chase({ clockId });
    expect(words?.zh).toMatch(/./);
    withDatabase(folder, (database) => database.exec('UPDATE clocks SET awaits = NULL'), { write: true });
    const [asked] = (await client.deadlines.list({ caseId })).items.filter(({ id }) => id === clockId);
    expect(asked?.awaits).toBeNull();
    expect(await client.deadlines.chase({ clockId })).toEqual(words);
    // One's own time waits for nobody, and neither does what the platform has to do beside an answer.
    for (const { id } of (await client.deadlines.list({ caseId, stopped: true })).items)
      if (!answers.some((each) => each.id === id && each.awaits === 'answer'))
        expect(await client.deadlines.chase({ clockId: id })).toBeNull();
  });
});

describe('a time that somebody ended by hand', () => {
  const end = async (caseId: string): Promise<void> => {
    const [running] = (await desk.client.deadlines.list({ caseId })).items.filter(
      ({ owner }) => owner === 'mine',
    );
    await desk.client.deadlines.stop({ clockId: running?.id ?? '', reason: '不再申诉' });
    expect(await mine(caseId)).toEqual([]);
  };

  it('stays ended where another event is put down or taken out', async () => {
    const { client, clock } = desk;
    clock.set('2026-06-01T10:00:00Z');
    const { id: caseId } = await client.cases.create({
      storeId: await newStoreOn('amazon', 'UTC', 'US'),
      ...{ scenarioId: 'amazon.safe-t.claim', orderNumbers: ['111-1234567-7654329'] },
    });
    const window = async () =>
      (await client.deadlines.list({ caseId })).items.filter(({ specId }) => specId === 'claim-window');
    await client.events.save({ caseId, event: 'refund-issued', happenedAt: clock.now() - 4 * DAY });
    const [running] = await window();
    await client.deadlines.stop({ clockId: running?.id ?? '', reason: '金额太小，不索赔' });
    const came = { caseId, event: 'return-received', happenedAt: clock.now() - 10 * DAY } as const;
    const { id: eventId } = await client.events.save(came);
    expect(await window()).toEqual([]);
    await client.events.remove({ eventId });
    expect(await window()).toEqual([]);
    // What came later starts a time of its own.
    await client.events.save({ ...came, happenedAt: clock.now() - DAY });
    expect((await window()).map(({ startedAt }) => startedAt)).toEqual([clock.now() - DAY]);
  });

  it('stays ended where the time of its notice is another, and then says when it would have ended', async () => {
    const { client, clock } = desk;
    clock.set('2026-06-01T10:00:00+08:00');
    const { id: caseId } = await client.cases.create({
      storeId: await newStoreOn('taobao'),
      ...{ scenarioId: 'taobao.violation.general', orderNumbers: [] },
    });
    await client.notices.save({ caseId, text: '违规通知', issuedAt: clock.now() });
    const stopped = async () =>
      (await client.deadlines.list({ caseId, stopped: true })).items.filter(({ owner }) => owner === 'mine');
    const [before] = await stopped();
    await end(caseId);
    expect((await client.notices.preview({ caseId, issuedAt: clock.now() - 3 * DAY })).items).toEqual([]);
    await client.notices.save({ caseId, issuedAt: clock.now() - 3 * DAY });
    expect(await mine(caseId)).toEqual([]);
    const [after, ...others] = await stopped();
    expect(others).toEqual([]);
    expect(after).toMatchObject({ id: before?.id, stopReason: '不再申诉', startedAt: clock.now() - 3 * DAY });
    expect(after?.dueAt).toBeLessThan(before?.dueAt ?? 0);
    // The page shows a countdown of it all the same: it is still what somebody decided to let go.
    const page = { pageWords: '剩2天', pageReadAt: clock.now(), pageDeadline: clock.now() + 2 * DAY };
    await client.notices.save({ caseId, ...page });
    expect(await mine(caseId)).toEqual([]);
  });

  it('stays ended where the time of its event is another', async () => {
    const { client, clock } = desk;
    clock.set('2026-06-01T10:00:00Z');
    const { id: caseId } = await client.cases.create({
      storeId: await newStoreOn('amazon', 'UTC', 'US'),
      ...{ scenarioId: 'amazon.a-to-z.claim-response', orderNumbers: ['111-1234567-7654330'] },
    });
    const opened = { caseId, event: 'dispute-opened', happenedAt: clock.now() - DAY } as const;
    const { id: eventId } = await client.events.save(opened);
    await end(caseId);
    await client.events.save({ ...opened, eventId, happenedAt: clock.now() - 2 * DAY });
    expect(await mine(caseId)).toEqual([]);
    await client.events.remove({ eventId });
    expect(await mine(caseId)).toEqual([]);
  });

  it('stays ended where what was filed comes back', { timeout: 60_000 }, async () => {
    const { client, clock, files } = desk;
    clock.set('2026-06-01T10:00:00+08:00');
    const { caseId } = await prepareCase(client, files, {
      ...{ storeId: await newStoreOn('taobao'), orders: [], scenarioId: 'taobao.violation.general' },
      ...{ seed: 32, pictures: 1 },
    });
    await client.notices.save({ caseId, text: '违规通知', issuedAt: clock.now() });
    await end(caseId);
    await file(client, { caseId, orders: [] }, await exportCase(client, caseId), clock.now());
    await client.decisions.record({ caseId, outcome: 'returned', decidedAt: clock.now(), reason: '补充' });
    expect(await mine(caseId)).toEqual([]);
  });
});
