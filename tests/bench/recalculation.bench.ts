import { execFile } from 'node:child_process';
import { copyFile, cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import type { BenchRow } from '../runners/bench.ts';
import { chinaYear } from '../helpers/calendar-year.ts';
import { MALICIOUS_ORDER, newStore, orderNumbers } from '../helpers/case.ts';
import { databaseFile, withDatabase } from '../helpers/database.ts';
import { makeManyClocks } from './many-clocks.ts';

export const name = 'recalculation';

const CHILD = fileURLToPath(new URL('recalculation.child.ts', import.meta.url));

const CLOCKS = 100_000;
/** Each case has the platform's promise in working days, and the records that vanish. */
const CLOCKS_OF_CASE = 2;
const RUNS = 3;
export const NOW = '2026-12-20T02:00:00Z';
const FIRST_FILED = Date.parse('2026-11-20T02:00:00Z');
const FILED_WITHIN = Date.parse(NOW) - FIRST_FILED;

interface ClockRow {
  readonly id: string;
  readonly look_at: number;
  readonly due_at: number;
  readonly computed_json: string;
}

/** Cases filed over the month before the year for which no notice was out. */
async function prepare(folder: string): Promise<void> {
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
}

interface Done {
  readonly changed: number;
  readonly takenMs: number;
  readonly undoneMs: number;
  readonly memoryMb: number;
}

/** The act as a person does it, in a process of its own. */
async function addYearTo(workspace: string, year: string): Promise<Done> {
  const { stdout } = await promisify(execFile)(process.execPath, [CHILD, workspace, year]);
  return JSON.parse(stdout) as Done;
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
    await prepare(workspace);
    withDatabase(workspace, (database) => void database.pragma('wal_checkpoint(TRUNCATE)'), { write: true });
    const year = join(root, 'year.json');
    await writeFile(year, JSON.stringify(chinaYear(2027)));
    const [mine, plain] = [join(root, 'mine'), join(root, 'plain.sqlite3')];
    const done: Done[] = [];
    const peer: number[] = [];
    for (let turn = 0; turn < RUNS; turn += 1) {
      await rm(mine, { recursive: true, force: true });
      await cp(workspace, mine, { recursive: true });
      done.push(await addYearTo(mine, year));
      await rm(`${plain}-wal`, { force: true });
      await copyFile(databaseFile(workspace), plain);
      peer.push(writePlainly(plain, changesOf(databaseFile(workspace), databaseFile(mine))));
    }
    const changed = done[0]?.changed ?? 0;
    if (changed === 0) throw new Error('the new year changed no deadline');
    const change = `${CLOCKS.toLocaleString('en')} open deadlines, ${changed.toLocaleString('en')} of which change with a new year's notice`;
    const memoryMb = Math.max(...done.map((each) => each.memoryMb));
    const row = {
      peer,
      peerName:
        'the same rows read and parsed, the changed ones written, in one plain SQLite transaction: nothing computed, no journal',
      unit: 'ms',
      runs: RUNS,
      memoryMb,
    } as const;
    return [
      {
        ...row,
        figure: `recalculating ${change}: one act with its journal and reminders`,
        ours: done.map(({ takenMs }) => takenMs),
      },
      {
        ...row,
        figure: `taking that act back`,
        ours: done.map(({ undoneMs }) => undoneMs),
      },
    ];
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
