import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate, refuseForeign, schemaVersion } from '../../../main/workspace/sqlite/migrate.ts';
import { MIGRATIONS, SCHEMA_VERSION } from '../../../main/workspace/sqlite/migrations/index.ts';
import { openWriter, type Connection } from '../../../main/workspace/sqlite/open.ts';
import { JOURNALED_TABLES } from '../../../main/workspace/sqlite/schema.ts';

const SQLITE = fileURLToPath(new URL('../../../main/workspace/sqlite/', import.meta.url));
const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const snapshotFile = join(FIXTURES, `schema-${SCHEMA_VERSION}.json`);

interface Snapshot {
  /** Every table, index and trigger as SQLite keeps it, white space evened. */
  readonly schema: Readonly<Record<string, string>>;
  /** Hash of each migration's source file. */
  readonly migrations: Readonly<Record<string, string>>;
}

let folder: string;
let connection: Connection;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'appealdesk-schema-'));
  connection = openWriter(join(folder, 'new.sqlite3'));
  migrate(connection);
});
afterAll(async () => {
  connection.close();
  await rm(folder, { recursive: true, force: true });
});

function currentSchema(): Record<string, string> {
  const rows = connection
    .prepare(`SELECT type || ' ' || name AS name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY 1`)
    .all() as { name: string; sql: string }[];
  return Object.fromEntries(rows.map((row) => [row.name, row.sql.replace(/\s+/g, ' ')]));
}

function currentMigrations(): Record<string, string> {
  const names = readdirSync(join(SQLITE, 'migrations')).filter((name) => /^\d{4}-/.test(name));
  return Object.fromEntries(
    names.sort().map((name) => {
      const source = readFileSync(join(SQLITE, 'migrations', name), 'utf8').replaceAll('\r\n', '\n');
      return [name, createHash('sha256').update(source).digest('hex')];
    }),
  );
}

/** Own tables, without those that the full-text index makes for itself. */
function tableNames(): string[] {
  const rows = connection
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
    )
    .all() as { name: string }[];
  return rows.map((row) => row.name).sort();
}

const columnsOf = (table: string) =>
  (
    connection.pragma(`table_info(${table})`) as { name: string; type: string; notnull: number; pk: number }[]
  ).sort((left, right) => (left.name < right.name ? -1 : 1));

/** The `Tables` interface read from its source: table → column → type text. */
function declaredTables(): Map<string, Map<string, string>> {
  const file = join(SQLITE, 'schema.ts');
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found = new Map<string, Map<string, string>>();
  for (const statement of source.statements) {
    if (!ts.isInterfaceDeclaration(statement) || statement.name.text !== 'Tables') continue;
    for (const member of statement.members) {
      if (!ts.isPropertySignature(member) || member.type === undefined || !ts.isTypeLiteralNode(member.type))
        continue;
      found.set(
        member.name.getText(source),
        new Map(
          member.type.members
            .filter((column) => ts.isPropertySignature(column))
            .map((column) => [column.name.getText(source), column.type?.getText(source) ?? '']),
        ),
      );
    }
  }
  return found;
}

describe('the shape of a workspace never changes by accident', () => {
  it('is the one committed beside this test, reached by migrations that are what they were', () => {
    const current: Snapshot = { schema: currentSchema(), migrations: currentMigrations() };
    expect(
      existsSync(snapshotFile),
      `There is no snapshot of schema ${SCHEMA_VERSION}. If the new migration is meant, write tests/fixtures/schema-` +
        `${SCHEMA_VERSION}.json with this content, and keep the older ones:\n${JSON.stringify(current, null, 2)}`,
    ).toBe(true);
    const committed = JSON.parse(readFileSync(snapshotFile, 'utf8')) as Snapshot;
    expect(
      current,
      'A shipped migration, or the schema it leads to, has changed. Workspaces out there were made with the old one: ' +
        'undo that edit and add a new migration ten steps on, with a snapshot of its own.',
    ).toEqual(committed);
  });

  it('leaves every older migration as its own snapshot has it', () => {
    const now = currentMigrations();
    const older = readdirSync(FIXTURES).filter((name) => /^schema-\d+\.json$/.test(name));
    expect(older.length).toBeGreaterThan(0);
    for (const name of older) {
      const { migrations } = JSON.parse(readFileSync(join(FIXTURES, name), 'utf8')) as Snapshot;
      for (const [file, hash] of Object.entries(migrations)) {
        expect(now[file], `${file} is shipped: never edit it, add a new migration`).toBe(hash);
      }
    }
  });

  it('is what TypeScript believes it to be, column by column', () => {
    const declared = declaredTables();
    expect([...declared.keys()].sort()).toEqual(tableNames());
    for (const [table, columns] of declared) {
      const real = columnsOf(table);
      expect([...columns.keys()].sort(), table).toEqual(real.map((column) => column.name));
      for (const { name, type, notnull, pk } of real) {
        const nullable = notnull === 0 && pk === 0;
        const kind = type === 'INTEGER' ? 'number' : 'string';
        expect(columns.get(name), `${table}.${name}`).toBe(nullable ? `${kind} | null` : kind);
      }
    }
  });

  it('gives every journaled table an id of its own, so that a row can be put back', () => {
    for (const table of JOURNALED_TABLES) {
      expect(
        columnsOf(table)
          .filter((column) => column.pk > 0)
          .map((column) => column.name),
      ).toEqual(['id']);
    }
  });
});

describe('migrations go forward, in steps of ten, and refuse what they do not know', () => {
  it('are numbered upwards with room between two of them', () => {
    const versions = MIGRATIONS.map((migration) => migration.version);
    expect(versions).toEqual(versions.toSorted((left, right) => left - right));
    expect(new Set(versions).size).toBe(versions.length);
    expect(versions[0]).toBe(10);
    expect(
      readdirSync(join(SQLITE, 'migrations'))
        .filter((name) => /^\d{4}-/.test(name))
        .sort(),
    ).toEqual(MIGRATIONS.map(({ version, name }) => `${String(version).padStart(4, '0')}-${name}.ts`));
  });

  it('take no second step on a database that is up to date', () => {
    expect(migrate(connection)).toBe(0);
    expect(schemaVersion(connection)).toBe(SCHEMA_VERSION);
  });

  it('leave nothing behind when one fails in the middle', () => {
    const fresh = openWriter(join(folder, 'failing.sqlite3'));
    const failing = {
      version: SCHEMA_VERSION + 10,
      name: 'failing',
      up: (raw: Connection) => {
        raw.exec('CREATE TABLE half (id TEXT) STRICT');
        throw new Error('power cut');
      },
    };
    expect(() => migrate(fresh, [...MIGRATIONS, failing])).toThrow('power cut');
    expect(schemaVersion(fresh)).toBe(SCHEMA_VERSION);
    expect(fresh.prepare(`SELECT count(*) FROM sqlite_master WHERE name = 'half'`).pluck().get()).toBe(0);
    expect(fresh.pragma('foreign_keys', { simple: true })).toBe(1);
    fresh.close();
  });

  it('refuse to commit a step that leaves a reference to nothing', () => {
    const fresh = openWriter(join(folder, 'broken.sqlite3'));
    const breaking = {
      version: SCHEMA_VERSION + 10,
      name: 'breaking',
      up: (raw: Connection) =>
        raw.exec(
          `INSERT INTO case_orders (id, case_id, order_number, position) VALUES ('a', 'nobody', '1', 1)`,
        ),
    };
    expect(() => migrate(fresh, [...MIGRATIONS, breaking])).toThrow('broken foreign keys');
    expect(fresh.prepare('SELECT count(*) FROM case_orders').pluck().get()).toBe(0);
    fresh.close();
  });

  it('refuse a newer database and a stranger’s by name, before anything is touched', () => {
    const future = openWriter(join(folder, 'future.sqlite3'));
    migrate(future);
    future.pragma(`user_version = ${SCHEMA_VERSION + 10}`);
    expect(() => refuseForeign(future, 'future.sqlite3')).toThrow(
      expect.objectContaining({
        code: 'DATABASE_FROM_FUTURE',
        params: { file: 'future.sqlite3', version: SCHEMA_VERSION + 10, supported: SCHEMA_VERSION },
      }),
    );
    future.close();
    const foreign = openWriter(join(folder, 'foreign.sqlite3'));
    foreign.exec('CREATE TABLE photos (id TEXT)');
    foreign.pragma('user_version = 3');
    expect(() => refuseForeign(foreign, 'foreign.sqlite3')).toThrow(
      expect.objectContaining({ code: 'DATABASE_DAMAGED' }),
    );
    foreign.close();
  });
});

describe('migration 0170 lets what an act did lie in parts', () => {
  it('keeps what is there as it was sealed, each the only part of its act', () => {
    const old = openWriter(join(folder, 'whole-payloads.sqlite3'));
    migrate(
      old,
      MIGRATIONS.filter(({ version }) => version < 170),
    );
    const texts = ['{"changes":[],"imports":["示例"]}', '{"changes":[],"imports":[]}'];
    for (const text of texts) {
      old.exec(`INSERT INTO journal (at, zone, act, rows, permanent, payload_hash, previous_hash, hash)
        VALUES (1, 'UTC', 'test', 0, 0, 'p', 'q', 'r')`);
      old.prepare('INSERT INTO journal_payloads VALUES (last_insert_rowid(), ?)').run(text);
    }
    migrate(old);
    expect(old.prepare('SELECT * FROM journal_payloads ORDER BY sequence').raw().all()).toEqual([
      [1, 0, texts[0]],
      [2, 0, texts[1]],
    ]);
    expect(() => old.exec(`UPDATE journal_payloads SET payload_json = '{}'`)).toThrow(/append-only/);
    expect(() => old.exec(`INSERT INTO journal_payloads VALUES (9, 0, '{}')`)).toThrow(/FOREIGN KEY/);
    old.close();
  });
});

describe('migration 0010 makes a workspace from nothing', () => {
  it('marks the file as ours and switches on what every guarantee rests on', () => {
    expect(connection.pragma('application_id', { simple: true })).toBe(0x41505044);
    expect(connection.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(connection.pragma('synchronous', { simple: true })).toBe(2);
    expect(connection.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('makes every table STRICT: a number never becomes a text on the way in', () => {
    const loose = (
      connection
        .prepare(
          `SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
        )
        .all() as { name: string; strict: number }[]
    ).filter((table) => table.strict === 0);
    expect(loose.map((table) => table.name)).toEqual([]);
    expect(() =>
      connection
        .prepare(`INSERT INTO clients (id, name, note, created_at) VALUES ('a', 'b', '', 'yesterday')`)
        .run(),
    ).toThrow(/cannot store TEXT/);
  });

  it('lets nothing refer to what is not there', () => {
    expect(() =>
      connection
        .prepare(
          `INSERT INTO stores (id, client_id, platform, name, alias, zone, currency, created_at)
           VALUES ('s', 'nobody', 'p', 'n', 'n', 'UTC', 'USD', 0)`,
        )
        .run(),
    ).toThrow(/FOREIGN KEY/);
    const references = tableNames().flatMap((table) =>
      (connection.pragma(`foreign_key_list(${table})`) as { from: string }[]).map(
        ({ from }) => `${table}.${from}`,
      ),
    );
    for (const wanted of [
      'stores.client_id',
      'cases.client_id',
      'cases.store_id',
      'cases.owner_id',
      'cases.reviewer_id',
      'evidence_items.sha256',
      'citations.item_id',
      'submissions.packet_id',
      'packet_files.sha256',
    ]) {
      expect(references).toContain(wanted);
    }
  });

  it('keeps journal and custody log from being changed or deleted', () => {
    connection.exec(`
      INSERT INTO journal (at, zone, act, rows, permanent, payload_hash, previous_hash, hash)
        VALUES (1, 'UTC', 'test', 0, 0, 'p', 'q', 'r');
      INSERT INTO journal_payloads (sequence, part, payload_json) VALUES (1, 0, '{}');
      INSERT INTO custody_events (at, zone, act, detail_json, previous_hash, hash) VALUES (1, 'UTC', 't', '{}', 'q', 'r');`);
    for (const forbidden of [
      `UPDATE journal SET act = 'other'`,
      'DELETE FROM journal',
      `UPDATE journal_payloads SET payload_json = '[]'`,
      `UPDATE custody_events SET act = 'other'`,
      'DELETE FROM custody_events',
      `INSERT OR REPLACE INTO journal (sequence, at, zone, act, rows, permanent, payload_hash, previous_hash, hash)
         VALUES (1, 2, 'UTC', 'forged', 0, 0, 'p', 'q', 'r')`,
    ]) {
      expect(() => connection.exec(forbidden), forbidden).toThrow(/append-only/);
    }
  });
});
