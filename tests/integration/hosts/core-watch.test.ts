import { MessageChannel } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createCoreWatch, type CoreWatch } from '../../../main/hosts/electron/core-watch.ts';
import type { Notification } from '../../../main/core/index.ts';
import { createNotify } from '../../../main/hosts/electron/notifications.ts';
import { createTranslator } from '../../../shared/i18n/index.ts';
import { exportCase, newStore, orderNumbers, importRows, prepareCase } from '../../helpers/case.ts';
import { openTestCore, type TestCore } from '../../helpers/core.ts';
import { createWorld } from '../../helpers/electron-double/index.ts';
import { testFolder } from '../../helpers/files.ts';

let desk: TestCore;
let files = '';
let isLookedAt = false;
const notices: Notification[] = [];
/** Two exports, set by Typst. */
const LONG = { timeout: 120_000 };
const [first = ''] = orderNumbers(1);

const open = (): CoreWatch =>
  createCoreWatch({
    notify: async (notice) => {
      notices.push(notice);
      return await Promise.resolve(true);
    },
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
  follow(open());
});
afterAll(() => desk.close());

describe('a person who is not looking', () => {
  it('is told that the material is ready, with the way to its case; one who looks is not', LONG, async () => {
    const { client } = desk;
    const storeId = await newStore(client);
    await importRows(client, files, storeId, [{ orderNumber: first }]);
    const prepared = await prepareCase(client, files, { storeId, orders: [first], seed: 1 });
    const { caseId } = prepared;
    await exportCase(client, caseId);
    await vi.waitFor(() => expect(notices).toHaveLength(1), { timeout: 30_000 });
    expect(notices[0]).toMatchObject({ title: '申诉材料做好了', caseId });
    expect(notices[0]?.body).toContain('2026-001');

    isLookedAt = true;
    await exportCase(client, caseId);
    isLookedAt = false;
    expect(notices).toHaveLength(1);
  });
});

describe('a bubble of the system', () => {
  it('opens its case when it is clicked, and Today where it is about several', async () => {
    const world = createWorld();
    await world.becomeReady();
    const opened: string[] = [];
    const notify = createNotify(world.electron, (path) => opened.push(path));
    void notify({ title: 'a', body: 'b', caseId: '019c1234' });
    void notify({ title: 'c', body: 'd', caseId: null });
    for (const bubble of world.notifications) bubble.click();
    expect(opened).toEqual(['/cases/019c1234', '/']);
  });
});
