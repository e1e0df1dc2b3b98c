import { describe, expect, it } from 'vitest';
import { HOUR } from '../../helpers/core.ts';
import { oneDesk } from '../../helpers/one-desk.ts';

const desk = oneDesk();
const DAY = 24 * HOUR;
let stores = 0;

async function newCase(platform: string, scenarioId: string, region?: string): Promise<string> {
  stores += 1;
  const { id: storeId } = await desk.client.stores.create({
    ...{ platform, name: `多个倒计时 ${stores}`, exportZone: 'Asia/Shanghai' },
    ...(region === undefined ? {} : { region }),
  });
  const orderNumbers = platform === 'amazon' ? [`111-1234567-765440${stores}`] : [];
  return (await desk.client.cases.create({ storeId, scenarioId, orderNumbers })).id;
}

/** The running clocks of one's own that the page gives their end. */
async function byPage(caseId: string): Promise<(string | number)[][]> {
  const { items } = await desk.client.deadlines.list({ caseId });
  return items
    .filter(({ computed }) => computed.readings.some(({ ruleId }) => ruleId === null))
    .map(({ specId, dueAt }) => [specId, dueAt]);
}

describe('the countdown of a notice that starts several deadlines at once', () => {
  const page = (hours: number) => ({
    ...{ pageWords: `剩${hours}小时`, pageReadAt: desk.clock.now() },
    pageDeadline: desk.clock.now() + hours * HOUR,
  });

  it('is of the nearest until somebody says which, and stays of that one when its words change', async () => {
    const { client, clock } = desk;
    clock.set('2026-06-01T10:00:00+08:00');
    const caseId = await newCase('jd', 'jd.third-party-complaint.complaint');
    await client.notices.save({ caseId, text: '投诉通知', issuedAt: clock.now(), ...page(13) });
    expect(await byPage(caseId)).toEqual([['facts-due', clock.now() + 13 * HOUR]]);

    const { page: offered, items } = await client.notices.preview({ caseId, pageClock: 'plan-due' });
    expect(offered.clocks.map(({ id }) => id)).toEqual([
      ...['first-reply', 'facts-due', 'plan-due', 'sealed-papers', 'page'],
    ]);
    expect(offered.counted).toBe('plan-due');
    // Both move, and it is said before: the one goes back to its rule.
    expect(items).toHaveLength(2);
    expect((await client.notices.preview({ caseId })).page.counted).toBe('facts-due');

    await client.notices.save({ caseId, pageClock: 'plan-due' });
    expect(await byPage(caseId)).toEqual([['plan-due', clock.now() + 13 * HOUR]]);
    // By itself 11 hours would be the other's.
    await client.notices.save({ caseId, ...page(11) });
    expect(await byPage(caseId)).toEqual([['plan-due', clock.now() + 11 * HOUR]]);

    await client.notices.save({ caseId, pageClock: 'page' });
    expect(await byPage(caseId)).toEqual([['page', clock.now() + 11 * HOUR]]);
    await client.notices.save({ caseId, issuedAt: clock.now() - HOUR });
    expect(await byPage(caseId)).toEqual([['page', clock.now() + 11 * HOUR]]);
    await client.notices.save({ caseId, pageWords: '', pageReadAt: null, pageDeadline: null });
    expect(await byPage(caseId)).toEqual([]);
  });

  it('follows its words while nobody said which', async () => {
    const { client, clock } = desk;
    const caseId = await newCase('jd', 'jd.third-party-complaint.complaint');
    await client.notices.save({ caseId, text: '投诉通知', issuedAt: clock.now(), ...page(13) });
    await client.notices.save({ caseId, ...page(23) });
    expect(await byPage(caseId)).toEqual([['plan-due', clock.now() + 23 * HOUR]]);
  });

  it('is of the one that somebody said before its case was open, and offered as it is in the case', async () => {
    const { client, clock } = desk;
    const [scenarioId, issuedAt] = ['jd.third-party-complaint.complaint', clock.now()];
    const { id: storeId } = await client.stores.create({
      ...{ platform: 'jd', name: '先说是哪个', exportZone: 'Asia/Shanghai' },
    });
    const { pageReadAt, pageDeadline } = page(13);
    const asked = { storeId, scenarioId, issuedAt, pageReadAt, pageDeadline };
    const near = await client.notices.pageClocks(asked);
    expect(near.counted).toBe('facts-due');
    const said = await client.notices.pageClocks({ ...asked, pageClock: 'plan-due' });
    expect(said).toEqual({ ...near, counted: 'plan-due' });
    // Eleven hours after it came, 13 more are those of a day.
    const late = await client.notices.pageClocks({ ...asked, issuedAt: issuedAt - 11 * HOUR });
    expect(late.counted).toBe('plan-due');
    expect(await client.notices.pageClocks({ ...asked, pageDeadline: null })).toMatchObject({
      counted: null,
    });

    const opened = { storeId, scenarioId, orderNumbers: [], notice: { issuedAt, ...page(13) } };
    const { id: asNearest } = await client.cases.create(opened);
    expect(await byPage(asNearest)).toEqual([['facts-due', pageDeadline]]);
    const { id: caseId } = await client.cases.create({ ...opened, pageClock: 'plan-due' });
    expect(await byPage(caseId)).toEqual([['plan-due', pageDeadline]]);
    expect((await client.notices.preview({ caseId })).page).toEqual(said);
  });

  it('is asked of nobody where the notice starts one deadline only', async () => {
    const { client, clock } = desk;
    const caseId = await newCase('taobao', 'taobao.violation.general');
    const { page: offered } = await client.notices.preview({ caseId, issuedAt: clock.now(), ...page(40) });
    expect(offered).toEqual({ clocks: [], counted: null });
    const { storeId } = (await client.cases.get({ caseId })).record;
    const before = { storeId, scenarioId: 'taobao.violation.general', pageDeadline: clock.now() + HOUR };
    expect(await client.notices.pageClocks(before)).toEqual({ clocks: [], counted: null });
    await expect(
      client.notices.pageClocks({ ...before, scenarioId: 'taobao.none.none' }),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('the countdown of an event that starts several deadlines at once', () => {
  it('is of the one that somebody says, also when the event is corrected', async () => {
    const { client, clock } = desk;
    const caseId = await newCase('amazon', 'amazon.safe-t.claim', 'US');
    const came = {
      ...({ caseId, event: 'return-received', happenedAt: clock.now() - DAY } as const),
      ...{ pageWords: 'x', pageReadAt: clock.now(), pageDeadline: clock.now() + 3 * DAY },
    };
    const near = await client.events.preview(came);
    expect(near.page).toMatchObject({ counted: 'refund-workflow' });
    const said = await client.events.preview({ ...came, pageClock: 'claim-window' });
    expect(said.page.counted).toBe('claim-window');
    const { id: eventId } = await client.events.save({ ...came, pageClock: 'claim-window' });
    expect(await byPage(caseId)).toEqual([['claim-window', came.pageDeadline]]);
    await client.events.save({ ...came, eventId, happenedAt: came.happenedAt - HOUR });
    expect(await byPage(caseId)).toEqual([['claim-window', came.pageDeadline]]);
  });
});
