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
  connection = openWriter(join(folder, 'thirty.sqlite3'));
  migrate(
    connection,
    MIGRATIONS.filter((migration) => migration.version <= 30),
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

describe('a workspace of schema 30 can say which rules a case stands on', () => {
  it('keeps every store and case as it is: nobody said a region, and the rules are those of the day', () => {
    expect(connection.prepare('SELECT id, name, region FROM stores').all()).toEqual([
      { id: 'store', name: '一店', region: null },
    ]);
    expect(connection.prepare('SELECT id, editions_json, kept_editions_json FROM cases').all()).toEqual([
      { id: 'case', editions_json: null, kept_editions_json: null },
    ]);
    expect(connection.prepare('SELECT text FROM notices').all()).toEqual([{ text: NOTICE }]);
  });

  it('takes one choice in a matter, and none without its reason', () => {
    const add = connection.prepare(
      `INSERT INTO reading_choices VALUES (?, 'case', ?, 'reading', ?, ?, 1, 'operator')`,
    );
    expect(() => add.run('one', 'RULE-1', 'CONFLICT-1', '后台如此')).not.toThrow();
    expect(() => add.run('two', 'RULE-2', 'CONFLICT-1', '后台如此')).toThrow('UNIQUE');
    expect(() => add.run('two', 'RULE-2', null, '')).toThrow('CHECK');
    expect(() => add.run('two', 'RULE-2', null, '后台如此')).not.toThrow();
  });

  it('keeps of a reading either a value of its own or the one it confirms', () => {
    const add = connection.prepare(
      `INSERT INTO own_readings VALUES (?, 'RULE-1', ?, ?, '', '2026-11-28', NULL, 1, 'operator')`,
    );
    expect(() => add.run('one', 'official', null)).not.toThrow();
    expect(() => add.run('two', null, '{}')).not.toThrow();
    expect(() => add.run('three', null, null)).toThrow('CHECK');
    expect(() => add.run('three', 'official', '{}')).toThrow('CHECK');
  });
});
