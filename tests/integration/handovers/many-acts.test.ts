import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Rulebooks } from '../../../main/features/editions/index.ts';
import { gatherPage } from '../../../main/features/handovers/gather.ts';
import { loadShippedRulebook } from '../../../main/features/rulebook/index.ts';
import type { ReadHandle, Tables } from '../../../main/workspace/index.ts';
import { HARASSMENT, orderNumbers } from '../../helpers/case.ts';
import { HOUR } from '../../helpers/core.ts';
import { databaseFile, withDatabase } from '../../helpers/database.ts';
import { oneDesk } from '../../helpers/one-desk.ts';

const desk = oneDesk();
const ACTS = 100_000;
const CASES = 300;
/** How many of the acts lie in the shift. */
const IN_SHIFT = 900;

let connection: Database.Database;
let read: ReadHandle;
let rulebooks: Rulebooks;
let asked: { readonly sql: string; readonly parameters: readonly unknown[] }[] = [];
let operatorId = '';

/** A workspace of years: a hundred thousand acts in three hundred cases, the last few of them in this shift. */
beforeAll(async () => {
  const { client, storeId, clock, folder } = desk;
  operatorId = (await client.operators.current({}))?.id ?? '';
  const { id: caseId } = await client.cases.create({
    storeId,
    scenarioId: HARASSMENT,
    orderNumbers: orderNumbers(1),
  });
  clock.pass(HOUR);
  withDatabase(
    folder,
    (database) => {
      const begins = clock.now() - 8 * HOUR;
      const row = database.prepare('SELECT * FROM cases WHERE id = ?').get(caseId) as Tables['cases'];
      const copy = database.prepare(
        `INSERT INTO cases (${Object.keys(row).join(', ')}) VALUES (@${Object.keys(row).join(', @')})`,
      );
      const ids = Array.from({ length: CASES }, (_, place) => `${caseId.slice(0, -6)}${100_000 + place}`);
      const insert = database.prepare(`
        INSERT INTO journal (at, zone, operator_id, act, case_id, rows, permanent, payload_hash, previous_hash, hash)
        VALUES (?, 'UTC', ?, ?, ?, 1, 0, 'p', 'q', 'r')`);
      database.transaction(() => {
        for (const [place, id] of ids.entries()) copy.run({ ...row, id, number: `2020-${place}` });
        for (let place = 0; place < ACTS; place += 1) {
          const late = place >= ACTS - IN_SHIFT;
          const at = late ? begins + (place - (ACTS - IN_SHIFT)) * 1000 : begins - (ACTS - place) * 60_000;
          insert.run(at, operatorId, ['drafting.save', 'asks.record'][place % 2], ids[place % CASES]);
        }
      })();
    },
    { write: true },
  );
  connection = new Database(databaseFile(folder), { readonly: true });
  read = {
    query: new Kysely<Tables>({
      dialect: new SqliteDialect({ database: connection }),
      log: ({ query }) => void asked.push({ sql: query.sql, parameters: query.parameters }),
    }),
  };
  rulebooks = new Rulebooks(await loadShippedRulebook(), clock);
}, 60_000);
afterAll(() => connection.close());

const pageOf = (whose: string | null) => {
  const now = desk.clock.now();
  return gatherPage(
    read,
    rulebooks,
    { from: now - 8 * HOUR, until: null, nextUntil: now + 12 * HOUR, operatorId: whose },
    now,
  );
};

/** A step of a plan that goes through all of a table that grows with the years; of a partial index it is all that counts. */
const WALKED =
  /^SCAN (journal|journal_payloads|attempts|asks|waiting|sent|clocks|cases)\b(?!.* (attempts_held|asks_open|clocks_running)\b)/;

/** The steps of a query's plan that go through whole tables. */
function walkedThrough({ sql, parameters }: (typeof asked)[number]): string[] {
  const plan = connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[];
  return plan.map(({ detail }) => detail).filter((detail) => WALKED.test(detail));
}

describe('a shift in a workspace of a hundred thousand acts', () => {
  it('has on its page a hundred cases at most, says how many more there are, and counts each rightly', async () => {
    const { changes } = await pageOf(null);
    expect(changes.items).toHaveLength(100);
    // The case that was really opened, and three hundred in which acts were laid.
    expect(changes.left).toBe(CASES + 1 - 100);
    const [opened, ...others] = changes.items;
    expect(opened?.acts[0]?.act).toBe('cases.create');
    for (const { acts } of others)
      expect(acts.reduce((sum, { count }) => sum + count, 0)).toBe(IN_SHIFT / CASES);
  });

  it.each(['everybody', 'one person'])('is gathered by indexes alone, of %s', async (whose) => {
    asked = [];
    await pageOf(whose === 'everybody' ? null : operatorId);
    const ofJournal = asked.filter(({ sql }) => sql.includes('journal'));
    expect(ofJournal.length).toBeGreaterThan(1);
    const found = asked.flatMap((query) => walkedThrough(query).map((table) => `${table}: ${query.sql}`));
    expect(found).toEqual([]);
  });

  it('asks no more questions the more there was done', async () => {
    asked = [];
    await pageOf(null);
    const many = asked.length;
    asked = [];
    const now = desk.clock.now();
    await gatherPage(
      read,
      rulebooks,
      { from: now, until: null, nextUntil: now + HOUR, operatorId: null },
      now,
    );
    // Of no case is a name looked up.
    expect(many - asked.length).toBe(1);
  });
});
