import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { migrate } from '../../main/workspace/sqlite/migrate.ts';
import { MIGRATIONS } from '../../main/workspace/sqlite/migrations/index.ts';
import { openWriter, type Connection } from '../../main/workspace/sqlite/open.ts';

/**
 * A workspace as a program of an older schema left it, with an operator, a client, a store and a case, brought up to
 * date before the first test of the file. Of columns that the old schema had, and no others.
 *
 * @param rows what else lay in it, as SQL
 */
export function oldWorkspace(version: number, rows = ''): { readonly connection: Connection } {
  let opened: { readonly folder: string; readonly connection: Connection } | null = null;
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'appealdesk-migration-'));
    const connection = openWriter(join(folder, `schema-${version}.sqlite3`));
    opened = { folder, connection };
    migrate(
      connection,
      MIGRATIONS.filter((migration) => migration.version <= version),
    );
    connection.exec(`
      INSERT INTO operators VALUES ('operator', '小林', 'handler', NULL, NULL, 1);
      INSERT INTO clients VALUES ('client', '商家', '', NULL, 1);
      INSERT INTO stores (id, client_id, platform, name, alias, zone, export_zone, currency, archived_at, created_at)
        VALUES ('store', 'client', 'p', '一店', '一店', 'Asia/Shanghai', NULL, 'USD', NULL, 1);
      INSERT INTO cases (id, number, title, platform, case_type, scenario_id, client_id, store_id, owner_id, reviewer_id,
        buyer_name, conduct_date, notice_date, created_at, archived_at)
        VALUES ('case', '2026-001', '通知', 'p', 't', 's', 'client', 'store', 'operator', NULL, '', NULL,
        NULL, 1, NULL);
      ${rows}
    `);
    migrate(connection);
  });
  afterAll(async () => {
    opened?.connection.close();
    if (opened !== null) await rm(opened.folder, { recursive: true, force: true });
  });
  return {
    get connection() {
      if (opened === null) throw new Error('the workspace is there when the first test begins');
      return opened.connection;
    },
  };
}
