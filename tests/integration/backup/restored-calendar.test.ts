import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { bringRestoredUpToDate } from '../../../main/workspace/sqlite/index.ts';
import { HOUR, openTestCore } from '../../helpers/core.ts';
import { withDatabase } from '../../helpers/database.ts';
import { flaggedNumbers, noticeStore, openFromNotice } from '../../helpers/notice-case.ts';

it('entries of a restored workspace are newer than any that calendars hold, and go on from there', async () => {
  const desk = await openTestCore({ settings: { idleMinutes: 0 } });
  const storeId = await noticeStore(desk.client);
  await openFromNotice(desk.client, storeId, flaggedNumbers(1, 7100), {
    pageDeadline: desk.clock.now() + 60 * HOUR,
  });
  const restored = join(mkdtempSync(join(tmpdir(), 'appealdesk-restored-')), 'copy.db');
  withDatabase(desk.folder, (database) => database.exec(`VACUUM INTO '${restored}'`), { write: true });
  await desk.close();
  const sequences = (): number[] => {
    const copy = new Database(restored, { readonly: true });
    try {
      return copy.prepare('SELECT sequence FROM calendar_entries').pluck().all() as number[];
    } finally {
      copy.close();
    }
  };
  expect(Math.max(...sequences())).toBe(0);
  bringRestoredUpToDate(restored);
  const [first = 0] = sequences();
  expect(first).toBeGreaterThan(29_000_000);
  expect(first).toBeLessThan(2 ** 31);
  bringRestoredUpToDate(restored);
  expect(Math.min(...sequences())).toBeGreaterThan(first);
});
