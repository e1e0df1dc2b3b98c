import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../../main/workspace/sqlite/migrate.ts';
import { MIGRATIONS } from '../../../main/workspace/sqlite/migrations/index.ts';
import { openWriter, type Connection } from '../../../main/workspace/sqlite/open.ts';

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
  `);
  migrate(connection);
});
afterAll(async () => {
  connection.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a workspace of schema 30 gets a log of contacts', () => {
  it('keeps its cases, and begins without a contact', () => {
    expect(connection.prepare('SELECT id, number FROM cases').all()).toEqual([
      { id: 'case', number: '2026-001' },
    ]);
    expect(connection.prepare('SELECT * FROM contacts').all()).toEqual([]);
  });

  it('takes only a contact of a case that is there, by a way that is known', () => {
    const add = connection.prepare(
      `INSERT INTO contacts VALUES (?, ?, ?, '', 1, '', '', '', NULL, 'operator')`,
    );
    expect(() => add.run('one', 'case', 'phone')).not.toThrow();
    expect(() => add.run('two', 'nowhere', 'phone')).toThrow('FOREIGN KEY');
    expect(() => add.run('three', 'case', 'pigeon')).toThrow('CHECK');
  });
});
