import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HARASSMENT, importRows, newStore, orderNumbers, takeIn } from '../../helpers/case.ts';
import { openTestCore, type TestCore } from '../../helpers/core.ts';
import { putFile, screenshot, testFolder } from '../../helpers/files.ts';

describe('the command palette finds a seller’s own work by any part of its words', () => {
  let desk: TestCore;
  let caseId: string;
  let factId: string;
  let itemId: string;
  const [number = ''] = orderNumbers(1);
  const find = async (text: string) => (await desk.client.search.find({ text })).map((hit) => hit.kind);

  beforeAll(async () => {
    desk = await openTestCore();
    const files = await testFolder();
    const storeId = await newStore(desk.client, '琳琅饰品旗舰店');
    await importRows(desk.client, files, storeId, [{ orderNumber: number, buyerName: 'Petra_99' }]);
    ({ id: caseId } = await desk.client.cases.create({
      storeId,
      scenarioId: HARASSMENT,
      title: '连续辱骂客服',
      orderNumbers: [number],
    }));
    [itemId = ''] = await takeIn(desk.client, [
      await putFile(files, '聊天.png', await screenshot(5, 30, 30)),
    ]);
    await desk.client.evidence.describe({ itemId, label: '备注截屏' });
    await desk.client.contacts.record({
      caseId,
      channel: 'support-chat',
      withWhom: '速卖通小何',
      contactedAt: desk.clock.now(),
      ticketNumber: 'TK-88421',
      asked: '判定依据是什么',
      answer: '物流轨迹与收货地不符',
    });
    ({ id: factId } = await desk.client.facts.create({ caseId, text: '买家威胁给差评勒索退款。' }));
  });
  afterAll(() => desk.close());

  it.each([
    ['辱骂', 'case'],
    ['续辱', 'case'],
    ['2026-001', 'case'],
    ['琅饰', 'store'],
    ['截屏', 'evidence'],
    ['聊天', 'evidence'],
    ['勒索', 'fact'],
    ['索', 'fact'],
    ['Petra_99', 'order'],
    [number.slice(0, 9), 'order'],
    ['轨迹与收', 'contact'],
    ['TK-88421', 'contact'],
    ['差评', 'rule'],
  ])('%s', async (text, kind) => {
    expect(await find(text)).toContain(kind);
  });

  it('finds nothing where the characters stand, but not together', async () => {
    expect((await find('骂连')).filter((kind) => kind !== 'rule')).toEqual([]);
    expect(await find('！？')).toEqual([]);
    expect(await find('"')).toEqual([]);
  });

  it('follows every change, and every change taken back', async () => {
    const { client } = desk;
    await client.facts.update({ factId, text: '买家要求返现。' });
    expect(await find('勒索')).not.toContain('fact');
    expect(await find('返现')).toContain('fact');
    await client.journal.undo({});
    expect(await find('勒索')).toContain('fact');
    await client.evidence.remove({ itemId, reason: '拍重了' });
    expect(await find('截屏')).not.toContain('evidence');
    await client.evidence.restore({ itemId });
    expect(await find('截屏')).toContain('evidence');
  });
});
