import { call } from '@orpc/server';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Services } from '../../../main/core/context.ts';
import { Session } from '../../../main/core/session.ts';
import { chancesOf, findDuplicates } from '../../../main/features/attempts/index.ts';
import { Rulebooks } from '../../../main/features/editions/index.ts';
import { loadShippedRulebook } from '../../../main/features/rulebook/index.ts';
import { today } from '../../../main/features/today/index.ts';
import type { Tables } from '../../../main/workspace/index.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings/index.ts';
import { HARASSMENT, MALICIOUS_ORDER, orderNumbers } from '../../helpers/case.ts';
import { databaseFile } from '../../helpers/database.ts';
import { oneDesk } from '../../helpers/one-desk.ts';

const desk = oneDesk();
/** More than Today shows: the last of them are on a later page of the list. */
const CASES = 57;
/** One order that is spent, one of which nobody knows, and one that another case holds in another scene. */
const ODD = { spent: 50, unknown: 52, shared: 54 };

let connection: Database.Database;
let statements: string[] = [];
let services: Services;
beforeAll(async () => {
  const orders = orderNumbers(2 * CASES);
  const { client, storeId } = desk;
  for (let place = 0; place < CASES; place += 1) {
    // The newest stand first.
    desk.clock.pass(1000);
    const own = orders.slice(2 * place, 2 * place + 2);
    await client.cases.create({ storeId, scenarioId: HARASSMENT, orderNumbers: own });
    const [first = ''] = own;
    if (place === ODD.spent || place === ODD.unknown)
      await client.attempts.enterPrior({
        storeId,
        scenarioId: HARASSMENT,
        orderNumbers: [first],
        state: place === ODD.spent ? 'spent' : 'unknown',
      });
    if (place === ODD.shared)
      await client.cases.create({ storeId, scenarioId: MALICIOUS_ORDER, orderNumbers: [first] });
  }
  connection = new Database(databaseFile(desk.folder), { readonly: true });
  const query = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: connection }),
    log: ({ query: asked }) => void statements.push(asked.sql),
  });
  services = {
    read: { query },
    rulebooks: new Rulebooks(await loadShippedRulebook(), desk.clock),
    clock: desk.clock,
    ports: { settings: { get: () => DEFAULT_SETTINGS } },
  } as unknown as Services;
});
afterAll(() => connection.close());

/** How often the ledger of chances is read while `work` goes on. */
async function ledgerReads(work: () => Promise<unknown>): Promise<number> {
  statements = [];
  await work();
  return statements.filter((sql) => sql.includes('"attempts"')).length;
}

describe('a desk with many cases', () => {
  it('says of each what its own page says, whatever became of the chances of its orders', async () => {
    const { cases, casesLeft } = await desk.client.today.get({});
    expect(casesLeft).toBe(CASES + 1 - cases.length);
    expect(casesLeft).toBeGreaterThan(0);
    const acts = new Set<string>();
    for (const { caseId, nextAct } of cases) {
      expect(nextAct).toEqual((await desk.client.cases.get({ caseId })).nextAct);
      acts.add(nextAct.code);
    }
    expect(acts).toContain('look-up-chance');
    expect(acts).toContain('drop-spent-orders');
  });

  it('counts the chances of all its cases, across pages, as it counts those of one', async () => {
    const { read, rulebooks } = services;
    const rows = await read.query.selectFrom('cases').selectAll().execute();
    const together = await chancesOf(read, rulebooks, rows);
    expect(together.size).toBe(CASES + 1);
    for (const row of rows) {
      const { items } = { items: await desk.client.cases.orders({ caseId: row.id }) };
      const findings = await findDuplicates(read, rulebooks, {
        storeId: row.store_id,
        scenarioId: row.scenario_id,
        orderNumbers: items.map(({ orderNumber }) => orderNumber),
        ownCaseId: row.id,
      });
      expect(together.get(row.id)).toMatchObject({
        gone: findings.filter(({ allowed }) => allowed === 'refused').length,
        unsure: findings.filter(({ allowed }) => allowed === 'unknown').length,
      });
    }
    const odd = [...together.values()].filter(({ gone, unsure }) => gone + unsure > 0);
    expect(odd).toHaveLength(2);
  });

  it('is looked over with one read of the ledger, however many there are', async () => {
    const context = { services, session: new Session({ trust: 'shell' }, desk.clock) };
    const one = await services.read.query.selectFrom('cases').selectAll().limit(1).execute();
    expect(await ledgerReads(() => chancesOf(services.read, services.rulebooks, one))).toBe(1);
    expect(await ledgerReads(() => call(today.get, {}, { context }))).toBe(1);
  });
});
