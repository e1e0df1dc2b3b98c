import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { resetClocks } from '../../main/features/deadlines/index.ts';
import { Store } from '../../main/workspace/sqlite/index.ts';
import type { BenchRow } from '../runners/bench.ts';
import { addYear, chinaYear } from '../helpers/calendar-year.ts';
import { MALICIOUS_ORDER, newStore, orderNumbers } from '../helpers/case.ts';
import { openTestCore, realRandom, TestClock } from '../helpers/core.ts';
import { databaseFile, withDatabase } from '../helpers/database.ts';
import { builtRulebooks, makeManyClocks } from './many-clocks.ts';

export const name = 'recalculation';

const CLOCKS = 100_000;
/** Each case has the platform's promise in working days, and the records that vanish. */
const CLOCKS_OF_CASE = 2;
const RUNS = 3;
const NOW = '2026-12-20T02:00:00Z';
const FIRST_FILED = Date.parse('2026-11-20T02:00:00Z');
const FILED_WITHIN = Date.parse(NOW) - FIRST_FILED;

interface ClockRow {
  readonly id: string;
  readonly look_at: number;
  readonly due_at: number;
  readonly computed_json: string;
}

/** Cases filed over the month before the year for which no notice was out, and then that notice. */
async function prepare(folder: string, root: string): Promise<void> {
  await makeManyClocks(
    folder,
    NOW,
    CLOCKS / CLOCKS_OF_CASE,
    async (client) => {
      const storeId = await newStore(client);
      const asked = { storeId, scenarioId: MALICIOUS_ORDER, orderNumbers: orderNumbers(2) };
      return (await client.cases.create(asked)).id;
    },
    (place) => ({
      event: 'submitted',
      at: FIRST_FILED + Math.floor((place % 1_000) * (FILED_WITHIN / 1_000)),
      pageDeadline: null,
    }),
  );
  const year = join(root, 'year.json');
  await writeFile(year, JSON.stringify(chinaYear(2027)));
  const desk = await openTestCore({ folder, clock: new TestClock(NOW) });
  await addYear(desk.client, year);
  await desk.core.close();
}

/** Every running clock set anew by the rules and the calendar of today, as one act in the journal. */
async function recalculate(file: string): Promise<{ ms: number; memoryMb: number }> {
  const clock = new TestClock(NOW);
  const rulebooks = await builtRulebooks(clock);
  const store = Store.open(file, clock, realRandom);
  const begun = performance.now();
  await store.write({ operatorId: null }, { code: 'deadlines.recalculate' }, async (tx) => {
    const cases = await tx.query
      .selectFrom('clocks')
      .select('case_id')
      .distinct()
      .where('stopped_at', 'is', null)
      .execute();
    for (const { case_id: caseId } of cases) await resetClocks(tx, rulebooks, caseId);
  });
  const ms = performance.now() - begun;
  const memoryMb = process.memoryUsage().rss / 2 ** 20;
  await store.close();
  return { ms, memoryMb };
}

/** The least that anything must do: every clock read and understood, those that changed written, all in one transaction. */
function writePlainly(file: string, changed: ReadonlyMap<string, ClockRow>): number {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  const begun = performance.now();
  database.transaction(() => {
    const rows = database.prepare('SELECT * FROM clocks WHERE stopped_at IS NULL').all() as ClockRow[];
    const update = database.prepare(
      'UPDATE clocks SET look_at = @look_at, due_at = @due_at, computed_json = @computed_json WHERE id = @id',
    );
    let said = 0;
    for (const row of rows) {
      said += Object.keys(JSON.parse(row.computed_json) as object).length;
      const after = changed.get(row.id);
      if (after !== undefined) update.run(after);
    }
    if (rows.length !== CLOCKS || said === 0) throw new Error(`${rows.length} clocks run`);
  })();
  const ms = performance.now() - begun;
  database.close();
  return ms;
}

/** What the recalculation changed, by comparing the two databases. */
function changesOf(before: string, after: string): Map<string, ClockRow> {
  const database = new Database(after, { readonly: true });
  try {
    database.prepare('ATTACH ? AS old').run(before);
    const rows = database
      .prepare(
        `SELECT clocks.id, clocks.look_at, clocks.due_at, clocks.computed_json FROM clocks
         JOIN old.clocks AS was ON was.id = clocks.id WHERE was.computed_json <> clocks.computed_json`,
      )
      .all() as ClockRow[];
    return new Map(rows.map((row) => [row.id, row]));
  } finally {
    database.close();
  }
}

export async function run(): Promise<readonly BenchRow[]> {
  const root = await mkdtemp(join(tmpdir(), 'appealdesk-bench-'));
  try {
    const workspace = join(root, 'workspace');
    await prepare(workspace, root);
    const file = databaseFile(workspace);
    withDatabase(workspace, (database) => void database.pragma('wal_checkpoint(TRUNCATE)'), { write: true });
    const [mine, theirs] = [join(root, 'mine.sqlite3'), join(root, 'theirs.sqlite3')];
    const ours: number[] = [];
    const peer: number[] = [];
    let memoryMb = 0;
    let changed = new Map<string, ClockRow>();
    for (let turn = 0; turn < RUNS; turn += 1) {
      for (const copy of [mine, theirs]) {
        await rm(`${copy}-wal`, { force: true });
        await copyFile(file, copy);
      }
      const done = await recalculate(mine);
      ours.push(done.ms);
      memoryMb = Math.max(memoryMb, done.memoryMb);
      changed = changesOf(file, mine);
      peer.push(writePlainly(theirs, changed));
    }
    if (changed.size === 0) throw new Error('the new year changed no deadline');
    return [
      {
        figure: `recalculating ${CLOCKS.toLocaleString('en')} open deadlines after a new year's notice: ${changed.size.toLocaleString('en')} change, as one act with its journal and reminders`,
        ours,
        peer,
        peerName:
          'the same rows read and parsed, the changed ones written, in one plain SQLite transaction: nothing computed, no journal',
        unit: 'ms',
        runs: RUNS,
        memoryMb,
      },
    ];
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
