import { describe, expect, it, onTestFinished } from 'vitest';
import type { UnopenedNotice } from '../../../shared/notices/index.ts';
import { FLAGGED_ORDERS } from '../../helpers/case.ts';
import { openTestCore, type TestCore } from '../../helpers/core.ts';
import { dumpCaseTables, journalLength } from '../../helpers/database.ts';

const ORDER = '2314567890123456701';

async function openDesk(): Promise<{ desk: TestCore; storeId: string; begun: UnopenedNotice }> {
  const desk = await openTestCore({ settings: { idleMinutes: 0 } });
  onTestFinished(() => desk.close());
  const { id: storeId } = await desk.client.stores.create({
    platform: 'taobao',
    name: '示例淘宝店',
    exportZone: 'Asia/Shanghai',
  });
  const begun: UnopenedNotice = {
    what: 'rejected',
    storeId,
    scenarioId: FLAGGED_ORDERS,
    text: `您的订单 ${ORDER} 涉嫌虚假交易，剩2天21小时`,
    pastedAt: desk.clock.now(),
    leftOut: ['2314567890123456702'],
    byHand: [ORDER],
    platformNumber: 'WG20261112001',
    deadline: {
      way: 'page',
      words: '剩2天21小时',
      readAt: desk.clock.now(),
      issuedAt: null,
      pageClock: 'file',
    },
  };
  return { desk, storeId, begun };
}

describe('a notice that was pasted and has no case yet', () => {
  it('is there again after a restart, to the last answer', async () => {
    const { desk, begun } = await openDesk();
    expect(await desk.client.notices.unopened({})).toBeNull();
    await desk.client.notices.saveUnopened({ ...begun, text: '先贴了一半' });
    desk.clock.pass(60_000);
    const saved = await desk.client.notices.saveUnopened(begun);
    expect(saved).toEqual({ ...begun, savedAt: desk.clock.now() });
    const again = await desk.restart();
    expect(await again.client.notices.unopened({})).toEqual(saved);
    // An answer that was not touched is not the same as one that was emptied.
    const { issuedAt: _issuedAt, ...untouched } = begun.deadline;
    await again.client.notices.saveUnopened({ ...begun, deadline: untouched });
    expect((await again.client.notices.unopened({}))?.deadline).toEqual(untouched);
    await again.client.notices.saveUnopened({ ...begun, platformNumber: '' });
    expect((await again.client.notices.unopened({}))?.platformNumber).toBe('');
    await again.core.close();
  });

  it('leaves no trace where it is saved as it was', async () => {
    const { desk, begun } = await openDesk();
    const saved = await desk.client.notices.saveUnopened(begun);
    const length = journalLength(desk.folder);
    desk.clock.pass(60_000);
    expect(await desk.client.notices.saveUnopened(begun)).toEqual(saved);
    expect(journalLength(desk.folder)).toBe(length);
  });

  it('that was thrown away comes back whole by undo', async () => {
    const { desk, begun } = await openDesk();
    const saved = await desk.client.notices.saveUnopened(begun);
    await desk.client.notices.discardUnopened({});
    expect(await desk.client.notices.unopened({})).toBeNull();
    await desk.client.journal.undo({});
    expect(await desk.client.notices.unopened({})).toEqual(saved);
  });

  it('goes into its case, and comes back when the opening is taken back', async () => {
    const { desk, storeId, begun } = await openDesk();
    const saved = await desk.client.notices.saveUnopened(begun);
    const before = dumpCaseTables(desk.folder);
    const { id: caseId } = await desk.client.cases.create({
      storeId,
      scenarioId: FLAGGED_ORDERS,
      orderNumbers: [ORDER],
      notice: { text: begun.text },
      fromUnopened: true,
    });
    expect(await desk.client.notices.unopened({})).toBeNull();
    expect(await desk.client.notices.get({ caseId })).toMatchObject({ text: begun.text });
    await desk.client.journal.undo({});
    expect(await desk.client.notices.unopened({})).toEqual(saved);
    expect(dumpCaseTables(desk.folder)).toEqual(before);
  });

  it('stays when another case is opened, by a script or from a report', async () => {
    const { desk, storeId, begun } = await openDesk();
    const saved = await desk.client.notices.saveUnopened(begun);
    await desk.client.cases.create({ storeId, scenarioId: FLAGGED_ORDERS, notice: { text: '另一份' } });
    expect(await desk.client.notices.unopened({})).toEqual(saved);
  });
});
