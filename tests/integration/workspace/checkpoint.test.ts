import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { openTestCore } from '../../helpers/core.ts';
import { databaseFile, withDatabase } from '../../helpers/database.ts';

it('a workspace that is settled before a sleep is whole in one file, and works on afterwards', async () => {
  const desk = await openTestCore({ settings: { idleMinutes: 0 } });
  onTestFinished(() => desk.close());
  const log = `${databaseFile(desk.folder)}-wal`;
  await desk.client.clients.create({ name: '睡前' });
  // Waits its turn: what was asked for before it is in the file too.
  const pending = desk.client.clients.create({ name: '紧接着' });
  expect(await desk.core.checkpoint()).toBe(true);
  await pending;
  await desk.core.checkpoint();
  expect((await stat(log)).size).toBe(0);
  await desk.client.clients.create({ name: '醒后' });
  expect((await stat(log)).size).toBeGreaterThan(0);
});

it('somebody who reads the file delays it by a moment only, and breaks nothing', async () => {
  const desk = await openTestCore({ settings: { idleMinutes: 0 } });
  onTestFinished(() => desk.close());
  const reader = new Database(databaseFile(desk.folder), { readonly: true });
  onTestFinished(() => void reader.close());
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM clients').get();
  await desk.client.clients.create({ name: '睡前' });
  expect(await desk.core.checkpoint()).toBe(false);
  await desk.client.clients.create({ name: '还能写' });
  reader.exec('COMMIT');
  expect(await desk.core.checkpoint()).toBe(true);
  const names = withDatabase(desk.folder, (database) =>
    database.prepare('SELECT name FROM clients').pluck().all(),
  );
  expect(names).toEqual(expect.arrayContaining(['睡前', '还能写']));
});

it('a workspace that is closed has nothing to settle', async () => {
  const desk = await openTestCore({ settings: { idleMinutes: 0 } });
  await desk.core.close();
  expect(await desk.core.checkpoint()).toBe(false);
  await expect(stat(`${join(desk.folder, 'appealdesk.sqlite3')}-wal`)).rejects.toMatchObject({
    code: 'ENOENT',
  });
});
