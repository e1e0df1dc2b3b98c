import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { buildIfNeeded } from '../../.config/build.ts';
import { startClocks } from '../../main/features/deadlines/index.ts';
import { Rulebooks } from '../../main/features/editions/index.ts';
import { Store } from '../../main/workspace/sqlite/index.ts';
import type { Client } from '../../shared/contract/index.ts';
import { newId, type Clock } from '../../shared/kernel/index.ts';
import { loadRulebook, type CaseEvent } from '../../shared/rulebook/index.ts';
import { openTestCore, realRandom, TestClock } from '../helpers/core.ts';
import { databaseFile, withDatabase } from '../helpers/database.ts';
import { ROOT } from '../runners/modules.ts';

/** What starts the clocks of a case. */
export interface CaseStart {
  readonly event: CaseEvent;
  readonly at: number;
  readonly pageDeadline: number | null;
}

/** So many cases have clocks that the program started; the others are copies of these. */
const STARTED = 1_000;

/** The rulebooks of a workspace, by the packs of the built program. */
export async function builtRulebooks(clock: Clock): Promise<Rulebooks> {
  await buildIfNeeded();
  return new Rulebooks(loadRulebook(await readFile(join(ROOT, 'dist/rulebook.json'), 'utf8')), clock);
}

type Row = Readonly<Record<string, unknown>>;
type ClockRow = Row & { readonly look_at: number; readonly due_at: number };

/**
 * A closed workspace of many open cases with their clocks and reminders. The first case is opened as a person opens it, a
 * thousand copies of it under numbers of their own have clocks that the program started, and the rest are copies of those.
 * All reminders are planned by the program.
 *
 * @param laterBy by how many ms the clocks of a copy lie after those they were copied from
 */
export async function makeManyClocks(
  folder: string,
  now: string,
  cases: number,
  open: (client: Client) => Promise<string>,
  startOf: (place: number) => CaseStart,
  laterBy: (place: number) => number = () => 0,
): Promise<void> {
  const clock = new TestClock(now);
  const desk = await openTestCore({ folder, clock });
  const first = await open(desk.client);
  await desk.core.close();
  const ids = withDatabase(folder, (database) => copyCase(database, first, cases, clock), { write: true });
  const rulebooks = await builtRulebooks(clock);
  const store = Store.open(databaseFile(folder), clock, realRandom);
  const started = ids.slice(0, STARTED);
  await store.write({ operatorId: null }, { code: 'cases.startClocks' }, async (tx) => {
    for (const [place, id] of started.entries()) {
      const { event, at, pageDeadline } = startOf(place);
      await startClocks(tx, rulebooks, id, { event, at, pageDeadline });
    }
  });
  withDatabase(
    folder,
    (database) => {
      for (const [place, id] of started.entries()) {
        const places = ids.flatMap((_, other) =>
          other >= STARTED && other % STARTED === place ? other : [],
        );
        const copies = places.map((other) => ({ caseId: ids[other] ?? '', later: laterBy(other) }));
        copyClocks(database, id, copies, clock);
      }
    },
    { write: true },
  );
  await store.write({ operatorId: null }, { code: 'reminders.fill' }, (tx) => tx.reminders.fill());
  await store.checkpoint();
  await store.close();
}

/** Copies a case until there are so many of it. @returns the ids of the copies */
function copyCase(database: Database.Database, caseId: string, count: number, clock: Clock): string[] {
  const ids = Array.from({ length: count }, () => newId(clock, realRandom));
  const row = database.prepare('SELECT * FROM cases WHERE id = ?').get(caseId) as Row;
  const insert = inserter(database, 'cases', row);
  database.transaction(() => {
    for (const [place, id] of ids.entries()) insert.run({ ...row, id, number: `copy-${place + 1}` });
  })();
  return ids;
}

interface Copy {
  readonly caseId: string;
  readonly later: number;
}

function copyClocks(
  database: Database.Database,
  caseId: string,
  copies: readonly Copy[],
  clock: Clock,
): void {
  const rows = database.prepare('SELECT * FROM clocks WHERE case_id = ?').all(caseId) as ClockRow[];
  const [first] = rows;
  if (first === undefined) throw new Error('the case has no clocks to copy');
  const insert = inserter(database, 'clocks', first);
  database.transaction(() => {
    for (const { caseId: to, later } of copies)
      for (const row of rows)
        insert.run({
          ...row,
          id: newId(clock, realRandom),
          case_id: to,
          look_at: row.look_at + later,
          due_at: row.due_at + later,
        });
  })();
}

function inserter(database: Database.Database, table: string, row: Row): Database.Statement {
  const columns = Object.keys(row);
  const values = columns.map((column) => `@${column}`);
  return database.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values.join(', ')})`);
}
