import { describe, expect, it } from 'vitest';
import { lastMoment, openness, USUAL_HOURS } from '../../../shared/asks/index.ts';
import { addYear, chinaYear, yearFile } from '../../helpers/calendar-year.ts';
import { importRows } from '../../helpers/case.ts';
import { HOUR } from '../../helpers/core.ts';
import { flaggedNumbers, noticeStore, openFromNotice, proveOrders } from '../../helpers/notice-case.ts';
import { oneDesk } from '../../helpers/one-desk.ts';

const desk = oneDesk();
const groupOf = async (addressee: string, partyName = '') =>
  (await desk.client.today.asks({})).groups.find(
    (each) => each.addressee === addressee && each.partyName === partyName,
  );

describe('forty waybills over three cases', () => {
  const numbers = flaggedNumbers(40, 500);
  const parts = [numbers.slice(0, 20), numbers.slice(20, 35), numbers.slice(35)];
  let caseIds: string[] = [];
  const courier = () => groupOf('courier');

  it('are one message to the courier, until the end of the case that ends first', async () => {
    const { client, clock } = desk;
    const storeId = await noticeStore(client, '四十单的店');
    const rows = numbers.map((orderNumber) => ({ orderNumber, buyerName: '买家甲' }));
    await importRows(client, desk.files, storeId, rows, 'forty.csv');
    caseIds = [];
    for (const [place, orders] of parts.entries())
      caseIds.push(
        await openFromNotice(client, storeId, orders, { issuedAt: clock.now() - (46 - 10 * place) * HOUR }),
      );
    const group = await courier();
    expect(group?.fresh).toMatchObject({ orderCount: 40, waybillCount: 0 });
    expect(new Set(group?.fresh?.caseIds)).toEqual(new Set(caseIds));
    for (const number of numbers) expect(group?.fresh?.message.zh).toContain(number);
    const [first] = (await client.deadlines.list({ caseId: caseIds[0] ?? '' })).items;
    expect(first?.dueAt).toBe(clock.now() + 26 * HOUR);
    expect(group?.cases.find(({ id }) => id === caseIds[0])).toMatchObject({
      dueAt: first?.dueAt,
      cutOffAt: clock.now() + 20 * HOUR,
    });
    expect(group?.fresh?.message.zh).toContain('11-13 06:00 前要用');
    expect(group?.hours).toMatchObject({ id: null, hours: USUAL_HOURS.courier });
  });

  it('are written down as asked in one act, which one undo takes back whole', async () => {
    const { client, clock } = desk;
    const before = await courier();
    const recorded = await client.asks.recordShared({
      ...{ addressee: 'courier', addresseeName: '城东网点', channel: '微信', askedAt: clock.now() },
      ...{ revisitAt: clock.now() + 4 * HOUR, asked: before?.fresh?.asked ?? [] },
    });
    expect(new Set(recorded.map(({ caseId }) => caseId))).toEqual(new Set(caseIds));
    expect(await courier()).toBeUndefined();
    const named = await groupOf('courier', '城东网点');
    expect(named).toMatchObject({ fresh: null, waiting: { orderCount: 40 } });
    expect(named?.open.map(({ revisitAt }) => revisitAt)).toEqual(recorded.map(() => clock.now() + 4 * HOUR));
    const [act] = (await client.journal.list({ limit: 1 })).items;
    expect(act).toMatchObject({ act: 'asks.recordShared' });
    await client.journal.undo({});
    expect(await courier()).toEqual(before);
    await client.journal.redo({});
    expect(await groupOf('courier', '城东网点')).toEqual(named);
  });

  it('asked again, only the newer request says when to look; a later look is one act for all', async () => {
    const { client, clock } = desk;
    const named = await groupOf('courier', '城东网点');
    await client.asks.recordShared({
      ...{ addressee: 'courier', addresseeName: '城东网点', askedAt: clock.now() + HOUR },
      ...{ revisitAt: clock.now() + 5 * HOUR, asked: named?.waiting?.asked ?? [] },
    });
    const open = (await groupOf('courier', '城东网点'))?.open ?? [];
    expect(open).toHaveLength(2 * (named?.open.length ?? 0));
    const dated = open.filter(({ revisitAt }) => revisitAt !== null);
    expect(dated.map(({ askedAt }) => askedAt)).toEqual(named?.open.map(() => clock.now() + HOUR));
    const later = clock.now() + 9 * HOUR;
    await client.asks.revisit({ askIds: dated.map(({ id }) => id), revisitAt: later });
    const times = async () =>
      ((await groupOf('courier', '城东网点'))?.open ?? []).map(({ revisitAt }) => revisitAt);
    expect((await times()).filter((time) => time === later)).toHaveLength(dated.length);
    await client.journal.undo({});
    expect(await times()).toEqual(open.map(({ revisitAt }) => revisitAt));
  });

  it('refuse a request about an order that is not of its case, and write nothing of it', async () => {
    const { client, clock } = desk;
    const before = await client.today.asks({});
    const [first = '', second = ''] = caseIds;
    const requirementIds = ['delivery-waybill'];
    await expect(
      client.asks.recordShared({
        ...{ addressee: 'courier', askedAt: clock.now() },
        asked: [
          { caseId: first, requirementIds, orderNumbers: [numbers[0] ?? ''] },
          { caseId: second, requirementIds, orderNumbers: [numbers[0] ?? ''] },
        ],
      }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect(await client.today.asks({})).toEqual(before);
  });

  it('drop out case by case: what has every voucher, and what is over', async () => {
    const { client, clock } = desk;
    const [first = '', second = '', third = ''] = caseIds;
    await proveOrders(client, desk.files, third, parts[2] ?? []);
    const casesOf = async () =>
      new Set(((await groupOf('courier', '城东网点'))?.waiting?.caseIds ?? []).map((id) => id));
    expect(await casesOf()).toEqual(new Set([first, second]));
    clock.pass(27 * HOUR);
    expect(await casesOf()).toEqual(new Set([second]));
    await client.cases.archive({ caseId: second, archived: true });
    expect(await casesOf()).toEqual(new Set());
  });
});

describe('their hours', () => {
  const usual = { ...USUAL_HOURS.factory, answerMinutes: 120 };
  const mineOf = async (addressee: string) =>
    (await desk.client.asks.hours({})).filter((each) => each.addressee === addressee);

  it('are assumed until somebody says them, and assumed again once that is taken back', async () => {
    const { client } = desk;
    expect(await mineOf('factory')).toMatchObject([{ id: null, hours: USUAL_HOURS.factory }]);
    const set = await client.asks.setHours({ addressee: 'factory', hours: usual });
    expect(await mineOf('factory')).toEqual([set]);
    const again = await client.asks.setHours({
      addressee: 'factory',
      hours: { ...usual, closedSpans: [{ from: '2026-11-20', to: '2026-11-22' }] },
    });
    expect(again.id).toBe(set.id);
    await client.journal.undo({});
    expect(await mineOf('factory')).toEqual([set]);
    await client.asks.dropHours({ hoursId: set.id ?? '' });
    expect(await mineOf('factory')).toMatchObject([{ id: null }]);
    await client.journal.undo({});
    expect(await mineOf('factory')).toEqual([set]);
    await client.asks.dropHours({ hoursId: set.id ?? '' });
  });

  it('of one client’s named party hold for that one alone, and move with a client that is merged', async () => {
    const { client, clock } = desk;
    const agency = await client.clients.create({ name: '王老板' });
    const { id: storeId } = await client.stores.create({
      ...{ clientId: agency.id, platform: 'taobao', name: '王老板的店', exportZone: 'Asia/Shanghai' },
    });
    const [number = ''] = flaggedNumbers(1, 700);
    const caseId = await openFromNotice(client, storeId, [number], { issuedAt: clock.now() });
    const set = await client.asks.setHours({
      ...{ clientId: agency.id, addressee: 'courier', partyName: '小李', hours: usual },
    });
    expect(set.clientName).toBe('王老板');
    const [kind] = (await client.asks.plan({ caseId })).filter(({ addressee }) => addressee === 'courier');
    expect(kind?.hours?.id).toBeNull();
    await client.asks.recordShared({
      ...{ addressee: 'courier', addresseeName: '小李', askedAt: clock.now() },
      asked: kind?.fresh?.asked ?? [],
    });
    const hoursNow = async () =>
      (await client.asks.plan({ caseId })).find(({ partyName }) => partyName === '小李')?.hours;
    expect(await hoursNow()).toEqual(set);
    const [plan] = await client.asks.plan({ caseId });
    const cutOff = plan?.cases[0]?.cutOffAt ?? 0;
    expect(lastMoment(usual, cutOff).at).toBeLessThan(cutOff);

    const other = await client.clients.create({ name: '李老板' });
    await client.clients.merge({ fromId: agency.id, intoId: other.id });
    expect(await hoursNow()).toEqual({ ...set, clientId: other.id, clientName: '李老板' });
    await client.journal.undo({});
    expect(await hoursNow()).toEqual(set);
    const own = await client.asks.setHours({
      ...{ clientId: other.id, addressee: 'courier', partyName: '小李', hours: USUAL_HOURS.courier },
    });
    await client.clients.merge({ fromId: agency.id, intoId: other.id });
    expect((await mineOf('courier')).filter(({ partyName }) => partyName === '小李')).toEqual([own]);
  });

  it('are refused for a client or by a calendar that is not there', async () => {
    const { client } = desk;
    await expect(
      client.asks.setHours({
        clientId: '01890000-0000-7000-8000-000000000000',
        ...{ addressee: 'factory', hours: usual },
      }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      client.asks.setHours({ addressee: 'factory', hours: { ...usual, holidays: 'XX' } }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a year of days off that came in a file', () => {
  it('closes and opens those who are asked, and holds for their hours', async () => {
    const { client, clock } = desk;
    const [before] = await client.asks.calendars({});
    expect(before?.id).toBe('CN');
    // 30 January 2027 is a Saturday that this notice makes a working day; no notice of the program's tells of it.
    const saturday = Date.parse('2027-01-30T10:00:00+08:00');
    expect(openness(USUAL_HOURS.factory, saturday, before === undefined ? [] : [before]).isOpen).toBe(false);
    await addYear(client, await yearFile(chinaYear(2027)));
    const after = await client.asks.calendars({});
    expect(after).toHaveLength(1);
    expect(openness(USUAL_HOURS.factory, saturday, after).isOpen).toBe(true);
    expect(openness(USUAL_HOURS.factory, saturday, before === undefined ? [] : [before]).isOpen).toBe(false);
    const cutOff = Date.parse('2027-02-03T12:00:00+08:00');
    expect(lastMoment(USUAL_HOURS.factory, cutOff, after).estimate).toBe(false);
    expect(lastMoment(USUAL_HOURS.factory, cutOff).estimate).toBe(true);
    expect(clock.now()).toBeLessThan(saturday);
    await client.deadlines.removeYear({ calendar: 'CN', year: 2027 });
    expect(await client.asks.calendars({})).toEqual([before]);
  });
});

describe('what a case needs once', () => {
  const QUALITY = 'aliexpress.dispute.quality';

  it('is asked of the warehouse with its order, until it is there or is said not to be had', async () => {
    const { client, clock, storeId } = desk;
    const orderNumber = '8012345678909999';
    const { id: caseId } = await client.cases.create({
      storeId,
      scenarioId: QUALITY,
      orderNumbers: [orderNumber],
    });
    const warehouse = async () =>
      (await client.asks.needs({ caseId })).find(({ addressee }) => addressee === 'warehouse');
    const before = await warehouse();
    expect(before?.needs).toMatchObject([{ orderNumbers: [], askedFor: [], isAsked: false }]);
    expect(before?.message.zh).toContain(orderNumber);
    const group = (await client.asks.plan({ caseId })).find(({ addressee }) => addressee === 'warehouse');
    expect(group?.fresh).toMatchObject({ orderCount: 1 });
    const [asked] = await client.asks.recordShared({
      ...{ addressee: 'warehouse', askedAt: clock.now(), asked: group?.fresh?.asked ?? [] },
    });
    expect((await warehouse())?.needs).toMatchObject([{ isAsked: true }]);
    await client.asks.answer({ askId: asked?.id ?? '', state: 'refused' });
    expect((await warehouse())?.needs).toMatchObject([{ isAsked: false }]);
    const requirementId = before?.needs[0]?.requirementId ?? '';
    await client.requirements.unavailable({ caseId, requirementId, reason: '仓库没留' });
    expect(await warehouse()).toBeUndefined();
  });
});
