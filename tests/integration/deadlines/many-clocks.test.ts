import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recalculate } from '../../../main/features/deadlines/clock-changes.ts';
import { startClocks } from '../../../main/features/deadlines/index.ts';
import { Rulebooks } from '../../../main/features/editions/index.ts';
import { loadShippedRulebook } from '../../../main/features/rulebook/index.ts';
import { Store } from '../../../main/workspace/sqlite/index.ts';
import type { WriteHandle } from '../../../main/workspace/index.ts';
import { newId } from '../../../shared/kernel/index.ts';
import { listenToStatements, walksOf, type Asked } from '../../helpers/asked.ts';
import { chinaYear } from '../../helpers/calendar-year.ts';
import { MALICIOUS_ORDER, newStore, orderNumbers } from '../../helpers/case.ts';
import { HOUR, openTestCore, realRandom, TestClock, type TestCore } from '../../helpers/core.ts';
import { databaseFile, withDatabase } from '../../helpers/database.ts';

const clock = new TestClock('2026-12-20T02:00:00Z');
/** As many rows as a part of the journal holds: of each case one deadline moves. */
const CASES = 200;
const TURNS = 3;

/** Tables that have more rows the more cases there are. */
const GROWING =
  /^SCAN (calendar_entries|case_events|cases|clocks|decisions|reading_choices|reminders|submissions)\b/;

let desk: TestCore;
let store: Store;
let connection: Database.Database;
/** What was asked in each turn: the cases open and their clocks begin, a year comes in, it goes again, clocks are looked over. */
const acts = ['begin', 'add', 'take', 'fill'] as const;
const asked: Record<(typeof acts)[number], Asked[]> = { begin: [], add: [], take: [], fill: [] };
const moved: number[] = [];

/**
 * A workspace that was closed when it had one case, so that SQLite believes it to have one; then two hundred more open, and as
 * many again, and again.
 */
beforeAll(async () => {
  desk = await openTestCore({ clock });
  const storeId = await newStore(desk.client);
  const { id: caseId } = await desk.client.cases.create({
    ...{ storeId, scenarioId: MALICIOUS_ORDER, orderNumbers: orderNumbers(1) },
  });
  const operatorId = (await desk.client.operators.current({}))?.id ?? '';
  await desk.core.close();
  const rulebooks = new Rulebooks(await loadShippedRulebook(), clock);
  store = Store.open(databaseFile(desk.folder), clock, realRandom);
  connection = new Database(databaseFile(desk.folder), { readonly: true });
  const listening = listenToStatements();
  const act = async (code: (typeof acts)[number], work: (tx: WriteHandle) => Promise<unknown>) => {
    listening.take();
    await store.write({ operatorId }, { code }, work);
    asked[code].push(listening.take());
  };
  const { calendar, year } = chinaYear(2027);
  const row = {
    id: `${calendar}-2027`,
    calendar,
    year: 2027,
    added_at: clock.now(),
    operator_id: operatorId,
  };
  try {
    for (let turn = 1; turn <= TURNS; turn += 1) {
      const opened = copiesOf(desk.folder, caseId, turn);
      await act('begin', async (tx) => {
        for (const id of opened)
          await startClocks(tx, rulebooks, id, { event: 'submitted', at: clock.now() - HOUR });
      });
      await act('add', async (tx) => {
        await tx.insert('calendar_years', { ...row, year_json: JSON.stringify(year) });
        moved.push(await recalculate(tx, rulebooks, null));
      });
      await act('take', async (tx) => {
        await tx.remove('calendar_years', row.id);
        await recalculate(tx, rulebooks, null);
      });
      await act('fill', (tx) => tx.reminders.fill());
    }
  } finally {
    listening.stop();
  }
}, 60_000);
afterAll(async () => {
  connection.close();
  await store.close();
  await desk.close();
});

/** Copies a case two hundred times, behind the program's back. @returns the ids of the copies */
function copiesOf(folder: string, caseId: string, turn: number): string[] {
  return withDatabase(
    folder,
    (database) => {
      const row = database.prepare('SELECT * FROM cases WHERE id = ?').get(caseId) as object;
      const columns = Object.keys(row);
      const insert = database.prepare(
        `INSERT INTO cases (${columns.join(', ')}) VALUES (@${columns.join(', @')})`,
      );
      const ids = Array.from({ length: CASES }, () => newId(clock, realRandom));
      database.transaction(() => {
        for (const [place, id] of ids.entries()) insert.run({ ...row, id, number: `${turn}-${place}` });
      })();
      return ids;
    },
    { write: true },
  );
}

/** What each turn ran more of than the turn before it. */
function grownBy(turns: readonly Asked[], turn: number): Record<string, number> {
  const runs = (of: number, sql: string): number => turns[of]?.runs.get(sql) ?? 0;
  const statements = [...(turns[turn]?.runs.keys() ?? [])];
  return Object.fromEntries(statements.map((sql) => [sql, runs(turn, sql) - runs(turn - 1, sql)]));
}

describe('deadlines of a desk that has grown since it was last opened', () => {
  it('are as many as were begun, and all of one kind move with the year', () => {
    expect(moved).toEqual([CASES, 2 * CASES, 3 * CASES]);
    const believed = connection
      .prepare(`SELECT stat FROM sqlite_stat1 WHERE tbl = 'cases' AND idx = 'cases_by_store'`)
      .pluck()
      .get();
    expect(believed).toBe('1 1');
  });

  it.each(acts)('are found by indexes, whatever SQLite believes: %s', (code) => {
    const walked: string[] = [];
    for (const [sql, runs] of asked[code].at(-1)?.runs ?? [])
      for (const { detail, again } of walksOf(connection, sql))
        if (GROWING.test(detail) && (again || runs >= CASES)) walked.push(`${detail}: ${runs} × ${sql}`);
    expect(walked).toEqual([]);
  });

  it.each(['add', 'take'] as const)('ask as much for each case, however many there are: %s', (code) => {
    const grown = grownBy(asked[code], 2);
    expect(Math.max(...Object.values(grown))).toBeGreaterThanOrEqual(CASES);
    expect(grownBy(asked[code], 1)).toEqual(grown);
  });

  it.each(acts)('need no statement made ready for each of them: %s', (code) => {
    const [, second, third] = asked[code];
    expect(third?.prepared).toBe(second?.prepared);
  });
});
