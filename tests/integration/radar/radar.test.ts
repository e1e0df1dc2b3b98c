import { beforeAll, describe, expect, it } from 'vitest';
import { exportCase, file, importRows, orderNumbers, prepareCase, takeIn } from '../../helpers/case.ts';
import { withDatabase } from '../../helpers/database.ts';
import { HOUR } from '../../helpers/core.ts';
import { putFile, screenshot, testFolder } from '../../helpers/files.ts';
import { openTestCore, type TestCore } from '../../helpers/core.ts';
import { CHAT, flaggedNumbers, noticeStore, openFromNotice } from '../../helpers/notice-case.ts';
import { newStore } from '../../helpers/case.ts';
import { afterAll } from 'vitest';

const DAY = 24 * HOUR;
const at = (text: string): number => Date.parse(text);

let desk: TestCore;
let files: string;
beforeAll(async () => {
  desk = await openTestCore({ settings: { idleMinutes: 0 } });
  files = await testFolder();
});
afterAll(() => desk.close());

let shops = 0;
/** A case of a notice with orders of these days of payment, imported before it was opened. */
async function flaggedCase(
  paid: readonly string[],
  numbers = flaggedNumbers(paid.length, 100 * (shops + 1)),
) {
  shops += 1;
  const storeId = await noticeStore(desk.client, `第 ${shops} 店`);
  await bring(storeId, numbers, paid);
  return { storeId, numbers, caseId: await openFromNotice(desk.client, storeId, numbers) };
}
let brought = 0;
async function bring(storeId: string, numbers: readonly string[], paid: readonly string[]): Promise<string> {
  brought += 1;
  return await importRows(
    desk.client,
    files,
    storeId,
    numbers.map((orderNumber, place) => ({
      orderNumber,
      orderedAt: `${paid[place] ?? ''} 09:00`,
      paidAt: `${paid[place] ?? ''} 10:00`,
    })),
    `orders-${brought}.csv`,
  );
}
const lines = (caseId: string) => desk.client.radar.list({ caseId });
const running = async (caseId: string) =>
  (await desk.client.deadlines.list({ caseId, limit: 500 })).items.filter(
    ({ owner, specId }) => owner === 'vanishing' && specId === 'chat-in-reach',
  );
const saveChat = async (caseId: string, orderNumbers: readonly string[]) => {
  const { id } = await desk.client.evidence.takeInText({
    caseId,
    label: '举证号',
    text: `WW-${orderNumbers[0] ?? ''}`,
  });
  await desk.client.requirements.meet({
    caseId,
    requirementId: CHAT,
    orderNumbers: [...orderNumbers],
    itemIds: [id],
  });
};
const undo = () => desk.client.journal.undo({});

describe('what the orders of a case lose', () => {
  it('counts from the day each was paid, orders of a week together, the earliest reading first', async () => {
    const { caseId, numbers } = await flaggedCase(['2026-11-01', '2026-11-05', '2026-11-10']);
    const found = await lines(caseId);
    expect(
      found.map(({ kind, orderNumbers, vanishesAt, lastsUntil }) => [
        kind,
        orderNumbers,
        vanishesAt,
        lastsUntil,
      ]),
    ).toEqual([
      ['orders', numbers.slice(0, 2), at('2026-12-02T00:00:00+08:00'), at('2027-01-16T00:00:00+08:00')],
      ['orders', numbers.slice(2), at('2026-12-11T00:00:00+08:00'), at('2027-01-25T00:00:00+08:00')],
    ]);
    expect(found[0]).toMatchObject({ requirementId: CHAT, state: 'open' });
    expect(found[0]?.does?.zh).toContain('举证号');
    const clocks = await running(caseId);
    expect(clocks.map(({ dueAt }) => dueAt)).toEqual(found.map(({ vanishesAt }) => vanishesAt));
    expect(clocks.map(({ id }) => id)).toEqual(found.map(({ clockId }) => clockId));
  });

  it('reminds before it is gone', async () => {
    const { caseId } = await flaggedCase(['2026-11-01']);
    const [clock] = await running(caseId);
    const steps = withDatabase(desk.folder, (database) =>
      database
        .prepare('SELECT step FROM reminders WHERE clock_id = ? ORDER BY fires_at')
        .pluck()
        .all(clock?.id),
    );
    expect(steps).toEqual(['7d', '3d', '24h']);
  });

  it('is over for an order as its voucher is there, and begins again without it; undo agrees', async () => {
    const { caseId, numbers } = await flaggedCase(['2026-11-01', '2026-11-10']);
    const [first = '', second = ''] = numbers;
    await saveChat(caseId, [first]);
    expect((await running(caseId)).map(({ startedAt }) => startedAt)).toEqual([
      at('2026-11-10T10:00:00+08:00'),
    ]);
    expect((await lines(caseId)).find(({ state }) => state === 'saved')?.orderNumbers).toEqual([first]);
    await desk.client.requirements.unavailable({
      caseId,
      requirementId: CHAT,
      orderNumbers: [second],
      reason: '店铺已注销，授权不了',
    });
    expect(await running(caseId)).toEqual([]);
    expect((await lines(caseId)).map(({ state }) => state).toSorted()).toEqual(['given-up', 'saved']);
    await undo();
    expect(await running(caseId)).toHaveLength(1);
    await desk.client.requirements.meet({ caseId, requirementId: CHAT, orderNumbers: [first], itemIds: [] });
    expect(await running(caseId)).toHaveLength(2);
  });

  it('follows the days that an import brings later, and goes back with it', async () => {
    const { storeId, caseId, numbers } = await flaggedCase(['2026-11-01', '2026-11-02']);
    const [before] = await running(caseId);
    await bring(storeId, numbers, ['2026-10-20', '2026-11-02']);
    const after = await running(caseId);
    expect(after.map(({ startedAt }) => startedAt)).toEqual([
      at('2026-10-20T10:00:00+08:00'),
      at('2026-11-02T10:00:00+08:00'),
    ]);
    expect(after.map(({ id }) => id)).toContain(before?.id);
    await undo();
    expect(await running(caseId)).toEqual([before]);
    const importId = await bring(storeId, numbers, ['2026-10-25', '2026-10-26']);
    expect((await running(caseId)).map(({ startedAt }) => startedAt)).toEqual([
      at('2026-10-25T10:00:00+08:00'),
    ]);
    await desk.client.orders.undoImport({ importId });
    expect((await running(caseId)).map(({ startedAt, dueAt }) => [startedAt, dueAt])).toEqual([
      [before?.startedAt, before?.dueAt],
    ]);
  });

  it('waits for the day of an order that no list has yet', async () => {
    shops += 1;
    const storeId = await noticeStore(desk.client, '没导入的店');
    const numbers = flaggedNumbers(2, 9_000);
    const caseId = await openFromNotice(desk.client, storeId, numbers);
    expect(await running(caseId)).toEqual([]);
    expect(
      (await lines(caseId)).map(({ orderNumbers, vanishesAt, state }) => [orderNumbers, vanishesAt, state]),
    ).toEqual([[numbers, null, 'open']]);
    await bring(storeId, numbers, ['2026-11-03', '2026-11-04']);
    expect(await running(caseId)).toHaveLength(1);
  });

  it('is lost by every reading after the longest, and no clock runs for it', async () => {
    const { caseId, numbers } = await flaggedCase(['2026-08-01', '2026-10-01']);
    const found = await lines(caseId);
    expect(found.map(({ orderNumbers, clockId }) => [orderNumbers, clockId !== null])).toEqual([
      [numbers.slice(0, 1), false],
      [numbers.slice(1), true],
    ]);
    expect(found[0]?.lastsUntil).toBeLessThan(desk.clock.now());
    // By the earliest reading the second is gone too; by the other it is not, and stays on the radar of all cases.
    expect(found[1]?.vanishesAt).toBeLessThan(desk.clock.now());
    const everywhere = (await desk.client.radar.list({})).filter((line) => line.caseId === caseId);
    expect(everywhere.map(({ orderNumbers }) => orderNumbers)).toEqual([numbers.slice(1)]);
  });

  it('moves with the orders of the case, and is not of what was admitted', async () => {
    const { caseId, numbers } = await flaggedCase(['2026-11-01', '2026-11-10']);
    await desk.client.cases.setOrders({ caseId, orderNumbers: [numbers[1] ?? ''] });
    expect((await running(caseId)).map(({ startedAt }) => startedAt)).toEqual([
      at('2026-11-10T10:00:00+08:00'),
    ]);
    await undo();
    expect(await running(caseId)).toHaveLength(2);
    await desk.client.cases.sortOrders({
      caseId,
      orderNumbers: [numbers[0] ?? ''],
      class: 'admitted',
      reason: '朋友代拍',
    });
    expect((await running(caseId)).map(({ startedAt }) => startedAt)).toEqual([
      at('2026-11-10T10:00:00+08:00'),
    ]);
    await undo();
  });

  it('starts nothing by a payment that somebody could record, and no second clock after a restart', async () => {
    const { caseId } = await flaggedCase(['2026-11-01']);
    const { events } = await desk.client.events.starting({ caseId });
    expect(events.map(({ event }) => event)).not.toContain('paid');
    const before = await running(caseId);
    desk = await desk.restart();
    expect(await running(caseId)).toEqual(before);
    expect(await lines(caseId)).toHaveLength(1);
  });
});

describe('what a case as a whole loses', () => {
  it('is saved by an item, which stops its clock, or is not to be had with a reason; all of it can be taken back', async () => {
    const { client, clock } = desk;
    const storeId = await newStore(client, '举报店');
    const numbers = orderNumbers(1, 70);
    await importRows(
      client,
      files,
      storeId,
      numbers.map((orderNumber) => ({ orderNumber })),
      'report.csv',
    );
    const filed = await prepareCase(client, files, { storeId, orders: numbers, seed: 7 });
    await file(client, filed, await exportCase(client, filed.caseId), clock.now());
    const [line] = await client.radar.list({ caseId: filed.caseId });
    expect(line).toMatchObject({ kind: 'case', state: 'open' });
    expect(line?.does?.zh).toContain('举报单号');
    const of = { kind: 'clock' as const, clockId: line?.clockId ?? '' };
    const [itemId = ''] = await takeIn(client, [
      await putFile(files, 'result.png', await screenshot(71, 40, 40)),
    ]);
    const state = async () => (await client.radar.list({ caseId: filed.caseId })).map((each) => each.state);
    const vanishing = async () =>
      (await client.deadlines.list({ caseId: filed.caseId })).items.filter(
        ({ owner }) => owner === 'vanishing',
      ).length;
    await client.radar.settle({ caseId: filed.caseId, of, end: { state: 'saved', itemId } });
    expect([await state(), await vanishing()]).toEqual([['saved'], 0]);
    expect((await client.radar.list({})).filter(({ caseId }) => caseId === filed.caseId)).toEqual([]);
    // What saved it is a record of the matter, not an exhibit to hand over; and it cannot go while it is one.
    const exhibit = (await client.evidence.exhibits({ caseId: filed.caseId })).find(
      (each) => each.itemId === itemId,
    );
    expect(exhibit?.exhibitNumber).toBe(0);
    await expect(client.evidence.remove({ itemId, reason: '清理' })).rejects.toMatchObject({
      code: 'FROZEN',
    });
    await undo();
    expect([await state(), await vanishing()]).toEqual([['open'], 1]);
    await client.radar.settle({
      caseId: filed.caseId,
      of,
      end: { state: 'given-up', reason: '后台已经不显示' },
    });
    const [given] = await client.radar.list({ caseId: filed.caseId });
    expect(given).toMatchObject({ state: 'given-up', capture: { reason: '后台已经不显示', itemId: null } });
    await client.radar.reopen({ captureId: given?.capture?.id ?? '' });
    expect([await state(), await vanishing()]).toEqual([['open'], 1]);
  });

  it('refuses to tick what is saved as a voucher, what is not there, and an end that says nothing', async () => {
    const { client } = desk;
    const { caseId } = await flaggedCase(['2026-11-01']);
    const [clock] = await running(caseId);
    const end = { state: 'given-up' as const, reason: '拿不到' };
    const settle = (of: { kind: 'clock'; clockId: string } | { kind: 'link'; linkId: string }) =>
      client.radar.settle({ caseId, of, end });
    await expect(settle({ kind: 'clock', clockId: clock?.id ?? '' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    await expect(settle({ kind: 'clock', clockId: caseId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(settle({ kind: 'link', linkId: caseId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      client.radar.settle({
        caseId,
        of: { kind: 'clock', clockId: caseId },
        end: { state: 'given-up', reason: ' ' },
      }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(client.radar.reopen({ captureId: caseId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a link in a text', () => {
  it('may be gone any day until something else shows what it showed; a token is no link', async () => {
    const { client } = desk;
    const { caseId } = await flaggedCase([]);
    const { id: textId } = await client.evidence.takeInText({
      caseId,
      label: '买家发的图',
      text: '买家图片：https://img.example.com/complaint/1.png，见截图',
    });
    await client.evidence.takeInText({ caseId, label: '举证号', text: 'WW-77' });
    const links = async () => (await lines(caseId)).filter(({ kind }) => kind === 'link');
    expect(await links()).toMatchObject([
      { itemId: textId, address: 'https://img.example.com/complaint/1.png', vanishesAt: null, state: 'open' },
    ]);
    const of = { kind: 'link' as const, linkId: (await links())[0]?.linkId ?? '' };
    await expect(
      client.radar.settle({ caseId, of, end: { state: 'saved', itemId: textId } }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    const [itemId = ''] = await takeIn(client, [
      await putFile(files, 'shown.png', await screenshot(72, 40, 40)),
    ]);
    await client.radar.settle({ caseId, of, end: { state: 'saved', itemId } });
    expect(await links()).toMatchObject([{ state: 'saved', capture: { itemId } }]);
    expect((await client.radar.list({})).filter((line) => line.itemId === textId)).toEqual([]);
    // What the link showed may be handed over like any exhibit.
    const exhibits = await client.evidence.exhibits({ caseId });
    expect(exhibits.find((each) => each.itemId === itemId)?.exhibitNumber).toBeGreaterThan(0);
  });
});

describe('orders that were never imported', () => {
  it('stand on the radar of all cases as on that of their own: nobody knows when what they lose is gone', async () => {
    const { client } = desk;
    shops += 1;
    const storeId = await noticeStore(client, `第 ${shops} 店`);
    const caseId = await openFromNotice(client, storeId, flaggedNumbers(2, 100 * (shops + 1)));
    const own = await lines(caseId);
    expect(own.map(({ vanishesAt }) => vanishesAt)).toEqual([null]);
    expect((await client.radar.list({})).filter((line) => line.caseId === caseId)).toEqual(own);
  });
});

describe('a text with several links', () => {
  const addresses = [1, 2, 3].map((place) => `https://img.example.com/chat/${place}.png`);

  it('has each of them on the radar until that one is saved or given up', async () => {
    const { client } = desk;
    const { caseId } = await flaggedCase([]);
    await client.evidence.takeInText({
      ...{ caseId, label: '聊天记录' },
      text: addresses.map((address, place) => `买家 10:0${place}\n[图片] ${address}`).join('\n'),
    });
    const links = async () => (await lines(caseId)).filter(({ kind }) => kind === 'link');
    const states = async () => (await links()).map(({ address, state }) => [address, state]);
    expect((await links()).map(({ address }) => address)).toEqual(addresses);
    expect(new Set((await links()).map(({ key }) => key)).size).toBe(3);
    const [itemId = ''] = await takeIn(client, [
      await putFile(files, 'second.png', await screenshot(73, 40, 40)),
    ]);
    const settle = async (place: number, end: Parameters<typeof client.radar.settle>[0]['end']) =>
      client.radar.settle({
        caseId,
        of: { kind: 'link', linkId: (await links())[place]?.linkId ?? '' },
        end,
      });
    await settle(1, { state: 'saved', itemId });
    await settle(2, { state: 'given-up', reason: '打开是空白页' });
    const [first, second, third] = addresses;
    expect(await states()).toEqual([
      [first, 'open'],
      [second, 'saved'],
      [third, 'given-up'],
    ]);
    expect((await client.radar.list({})).flatMap(({ address }) => address ?? [])).toContain(first);
    await undo();
    expect(await states()).toEqual([
      [first, 'open'],
      [second, 'saved'],
      [third, 'open'],
    ]);
    // Saved anew by something else: one capture, not two.
    await settle(1, { state: 'given-up', reason: '存错了' });
    expect(await states()).toEqual([
      [first, 'open'],
      [second, 'given-up'],
      [third, 'open'],
    ]);
  });

  it('stays saved where that was said when only its first link was kept', async () => {
    const { client } = desk;
    const { caseId } = await flaggedCase([]);
    await client.evidence.takeInText({ caseId, label: '链接', text: addresses[0] ?? '' });
    const [link] = (await lines(caseId)).filter(({ kind }) => kind === 'link');
    await client.radar.settle({
      caseId,
      of: { kind: 'link', linkId: link?.linkId ?? '' },
      end: { state: 'given-up', reason: '打不开' },
    });
    withDatabase(
      desk.folder,
      (database) => database.prepare('UPDATE captures SET link_id = NULL WHERE case_id = ?').run(caseId),
      { write: true },
    );
    expect((await lines(caseId)).map(({ state }) => state)).toEqual(['given-up']);
  });
});

describe('a case that is over', () => {
  it('leaves the radar of all cases as it is archived', async () => {
    const { client, clock } = desk;
    const { caseId } = await flaggedCase(['2026-11-01']);
    const shown = async () => (await client.radar.list({})).some((line) => line.caseId === caseId);
    expect(await shown()).toBe(true);
    await client.cases.archive({ caseId, archived: true });
    expect(await shown()).toBe(false);
    clock.pass(DAY);
  });
});
