import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../../main/workspace/sqlite/migrate.ts';
import { MIGRATIONS } from '../../../main/workspace/sqlite/migrations/index.ts';
import { openWriter, type Connection } from '../../../main/workspace/sqlite/open.ts';

const NOTICE = '您有 3 笔订单涉嫌虚假交易，请在 72 小时内申诉。';

let folder: string;
let connection: Connection;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'appealdesk-migration-'));
  connection = openWriter(join(folder, 'twenty.sqlite3'));
  migrate(
    connection,
    MIGRATIONS.filter((migration) => migration.version <= 20),
  );
  connection.exec(`
    INSERT INTO operators VALUES ('operator', '小林', 'handler', NULL, NULL, 1);
    INSERT INTO clients VALUES ('client', '商家', '', NULL, 1);
    INSERT INTO stores VALUES ('store', 'client', 'p', '一店', '一店', 'Asia/Shanghai', NULL, 'USD', NULL, 1);
    INSERT INTO cases VALUES ('case', '2026-001', '通知', 'p', 't', 's', 'client', 'store', 'operator', NULL, '', NULL,
      NULL, 1, NULL);
    INSERT INTO notices VALUES ('notice', 'case', '${NOTICE}', '', '', '', NULL, NULL, NULL, '', NULL, NULL, NULL, 0, 0);
  `);
  migrate(connection);
});
afterAll(async () => {
  connection.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a workspace of schema 20 gets a place for the notice that has no case yet', () => {
  it('keeps every notice of a case as it is, and begins without one of none', () => {
    expect(connection.prepare('SELECT id, case_id, text FROM notices').all()).toEqual([
      { id: 'notice', case_id: 'case', text: NOTICE },
    ]);
    expect(connection.prepare('SELECT * FROM unopened_notices').all()).toEqual([]);
  });

  it('has room for one at a time', () => {
    const add = connection.prepare(`INSERT INTO unopened_notices VALUES (?, '通知', NULL, '{}', 1)`);
    expect(() => add.run('second')).toThrow('CHECK');
    expect(() => add.run('only')).not.toThrow();
    expect(() => add.run('only')).toThrow('UNIQUE');
  });
});
