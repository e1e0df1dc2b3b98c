import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { migrate } from '../../../main/workspace/sqlite/migrate.ts';
import { openWriter, type Connection } from '../../../main/workspace/sqlite/open.ts';
import { prepared } from '../../../main/workspace/sqlite/statements.ts';
import { Store } from '../../../main/workspace/sqlite/store.ts';
import { realRandom, TestClock } from '../../helpers/core.ts';

let folder: string;
let writer: Connection;
let store: Store;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'appealdesk-statements-'));
  const file = join(folder, 'new.sqlite3');
  writer = openWriter(file);
  migrate(writer);
  store = new Store(file, writer, new TestClock('2026-11-12T02:00:00Z'), realRandom);
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

describe('an act of many rows', () => {
  it('makes no more statements than one of few, whether it writes or asks', async () => {
    const prepare = vi.spyOn(writer, 'prepare');
    const ask = async (id: string): Promise<string | undefined> =>
      await store.write({ operatorId: null }, { code: 'test' }, async (tx) => {
        for (let row = 0; row < 500; row += 1) {
          await tx.insert('operators', {
            ...{ id: `${id}-${row}`, name: `${id}-${row}`, role: 'handler' },
            ...{ pin_scrypt: null, archived_at: null, created_at: 1 },
          });
          await tx.update('operators', `${id}-${row}`, { name: `${id}/${row}` });
        }
        const last = await tx.query
          .selectFrom('operators')
          .select('name')
          .where('id', '=', `${id}-499`)
          .executeTakeFirst();
        return last?.name;
      });
    expect(await ask('first')).toBe('first/499');
    const before = prepare.mock.calls.length;
    expect(await ask('second')).toBe('second/499');
    // The journal's own few, and nothing for a row.
    expect(prepare.mock.calls.length - before).toBeLessThan(10);
    prepare.mockRestore();
  });

  it('keeps the statements that are asked for most lately, and no more than a few hundred', () => {
    const prepare = vi.spyOn(writer, 'prepare');
    for (let column = 0; column < 1_000; column += 1) {
      expect(prepared(writer, `SELECT ${column} AS number`).get()).toEqual({ number: column });
      prepared(writer, 'SELECT 0 AS number');
    }
    const before = prepare.mock.calls.length;
    expect(before).toBe(1_000);
    prepared(writer, 'SELECT 999 AS number');
    prepared(writer, 'SELECT 0 AS number');
    expect(prepare.mock.calls.length).toBe(before);
    prepared(writer, 'SELECT 1 AS number');
    expect(prepare.mock.calls.length).toBe(before + 1);
    prepare.mockRestore();
  });
});

describe('closing', () => {
  it('counts every table anew, also those that only the reader asks about', async () => {
    const file = join(folder, 'grown.sqlite3');
    const small = openWriter(file);
    migrate(small);
    small.exec("INSERT INTO clients (id, name, note, created_at) VALUES ('first', '', '', 1); ANALYZE");
    small.exec(`
      WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 5000)
      INSERT INTO clients (id, name, note, created_at) SELECT 'more-' || n, '', '', 1 FROM counted`);
    small.close();
    await Store.open(file, new TestClock('2026-11-12T02:00:00Z'), realRandom).close();
    const reopened = openWriter(file);
    const stat = reopened.prepare(`SELECT stat FROM sqlite_stat1 WHERE tbl = 'clients'`).pluck().get();
    reopened.close();
    expect(Number(String(stat).split(' ')[0])).toBe(5001);
  });
});
