import { MessageChannel } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createCoreWatch, type CoreWatch } from '../../../main/hosts/electron/core-watch.ts';
import { createNotify, type Notice } from '../../../main/hosts/electron/notifications.ts';
import { createTranslator } from '../../../shared/i18n/index.ts';
import { exportCase, file, newStore, orderNumbers, importRows, prepareCase } from '../../helpers/case.ts';
import { HOUR, openTestCore, type TestCore } from '../../helpers/core.ts';
import { createWorld } from '../../helpers/electron-double/index.ts';
import { testFolder } from '../../helpers/files.ts';

let desk: TestCore;
let files = '';
let watch: CoreWatch;
let isLookedAt = false;
const notices: Notice[] = [];
/** Two exports, set by Typst. */
const LONG = { timeout: 120_000 };
const [first = ''] = orderNumbers(1);

const open = (): CoreWatch =>
  createCoreWatch({
    clock: { now: () => desk.clock.now() },
    notify: (notice) => notices.push(notice),
    translator: () => createTranslator('zh-CN'),
    isLookedAt: () => isLookedAt,
  });
function follow(by: CoreWatch): void {
  const { port1, port2 } = new MessageChannel();
  desk.core.connect(port2);
  by.follow(port1);
}

beforeAll(async () => {
  desk = await openTestCore();
  files = await testFolder();
  watch = open();
  follow(watch);
});
afterAll(() => desk.close());

describe('a person who is not looking', () => {
  let caseId = '';

  it('is told that the material is ready, with the way to its case; one who looks is not', LONG, async () => {
    const { client, clock } = desk;
    const storeId = await newStore(client);
    await importRows(client, files, storeId, [{ orderNumber: first }]);
    const prepared = await prepareCase(client, files, { storeId, orders: [first], seed: 1 });
    caseId = prepared.caseId;
    const packetId = await exportCase(client, caseId);
    await vi.waitFor(() => expect(notices).toHaveLength(1), { timeout: 30_000 });
    expect(notices[0]).toMatchObject({ title: '申诉材料做好了', caseId });
    expect(notices[0]?.body).toContain('2026-001');

    isLookedAt = true;
    await exportCase(client, caseId);
    isLookedAt = false;
    await file(client, prepared, packetId, clock.now());
    await client.decisions.record({
      caseId,
      outcome: 'returned',
      decidedAt: clock.now(),
      reason: '补材料',
      pageDeadline: clock.now() + 48 * HOUR,
    });
    expect(notices).toHaveLength(1);
  });

  it('is told of a deadline of theirs a day before it ends, without anybody asking', LONG, async () => {
    await watch.tellDeadlines();
    expect(notices).toHaveLength(1);
    vi.useFakeTimers({ toFake: ['setInterval'] });
    try {
      const looking = open();
      onTestFinished(() => looking.close());
      follow(looking);
      desk.clock.pass(25 * HOUR);
      await vi.waitFor(
        () => {
          vi.advanceTimersByTime(61_000);
          expect(notices).toHaveLength(2);
        },
        { timeout: 20_000 },
      );
      expect(notices[1]).toMatchObject({ title: '有 1 个我方截止不到一天了', caseId });
    } finally {
      vi.useRealTimers();
    }
  });

  it('is told once what of theirs became overdue while the computer slept', async () => {
    await watch.tellDeadlines();
    expect(notices).toHaveLength(3);
    desk.clock.pass(24 * HOUR);
    await watch.tellDeadlines();
    expect(notices[3]).toMatchObject({ title: '有 1 个我方截止已经逾期', caseId });
    await watch.tellDeadlines();
    expect(notices).toHaveLength(4);
  });

  it('is told at the next start again, for it still is overdue', async () => {
    follow(open());
    await vi.waitFor(() => expect(notices).toHaveLength(5), { timeout: 10_000 });
    expect(notices[4]).toMatchObject({ caseId });
  });
});

describe('a bubble of the system', () => {
  it('opens its case when it is clicked, and Today where it is about several', async () => {
    const world = createWorld();
    await world.becomeReady();
    const opened: string[] = [];
    const notify = createNotify(world.electron, (path) => opened.push(path));
    notify({ title: 'a', body: 'b', caseId: '019c1234' });
    notify({ title: 'c', body: 'd', caseId: null });
    for (const bubble of world.notifications) bubble.click();
    expect(opened).toEqual(['/cases/019c1234', '/']);
  });
});
