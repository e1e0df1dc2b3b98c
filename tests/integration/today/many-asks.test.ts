import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesThatGather } from '../../../main/features/cases/index.ts';
import { Rulebooks } from '../../../main/features/editions/index.ts';
import { loadShippedRulebook } from '../../../main/features/rulebook/index.ts';
import { askGroups } from '../../../main/features/today/ask-groups.ts';
import type { Tables } from '../../../main/workspace/index.ts';
import { exportCase, file, orderNumbers, prepareCase } from '../../helpers/case.ts';
import { HOUR } from '../../helpers/core.ts';
import { databaseFile } from '../../helpers/database.ts';
import { flaggedNumbers, noticeStore, openFromNotice, proveOrders } from '../../helpers/notice-case.ts';
import { oneDesk } from '../../helpers/one-desk.ts';

const desk = oneDesk();
/** More than Today once went through at all. */
const MANY = 60;

let connection: Database.Database;
let services: Parameters<typeof askGroups>[0];
beforeAll(async () => {
  connection = new Database(databaseFile(desk.folder), { readonly: true });
  services = {
    read: { query: new Kysely<Tables>({ dialect: new SqliteDialect({ database: connection }) }) },
    rulebooks: new Rulebooks(await loadShippedRulebook(), desk.clock),
    clock: desk.clock,
  };
});
afterAll(() => connection.close());

const courierOf = ({ groups, casesLeft }: Awaited<ReturnType<typeof askGroups>>) => ({
  courier: groups.filter(({ addressee }) => addressee === 'courier'),
  casesLeft,
});

describe('whom to ask on a desk with many cases', () => {
  it('is said of an open notice, however many reports wait for the platform before it', async () => {
    const { client, clock, files, storeId } = desk;
    const filed = [];
    for (const [place, order] of orderNumbers(5).entries()) {
      const of = { storeId, orders: [order], seed: place, pictures: 1 };
      const prepared = await prepareCase(client, files, of);
      const packetId = await exportCase(client, prepared.caseId);
      filed.push({ ...prepared, submissionId: await file(client, prepared, packetId, clock.now()) });
    }
    const shop = await noticeStore(client, '一张通知的店');
    const numbers = flaggedNumbers(3);
    const caseId = await openFromNotice(client, shop, numbers, { issuedAt: clock.now() });
    const { courier, casesLeft } = courierOf(await askGroups(services, filed.length - 1));
    expect(courier.map(({ fresh }) => fresh)).toMatchObject([{ caseIds: [caseId], orderCount: 3 }]);
    expect(casesLeft).toBe(0);

    // Every way on from a filing, so that what is asked for is what the list of cases calls so.
    const [returned, refused, , mistaken] = filed;
    for (const [each, outcome] of [
      [returned, 'returned'],
      [refused, 'rejected'],
    ] as const)
      await client.decisions.record({
        ...{ caseId: each?.caseId ?? '', submissionId: each?.submissionId ?? '', outcome },
        ...{ decidedAt: clock.now(), reason: '' },
      });
    await client.submissions.correct({ submissionId: mistaken?.submissionId ?? '', reason: '其实没有交成' });
    const listed = (await client.cases.list({})).items;
    const gathering = listed.filter(({ stage }) => ['preparing', 'frozen', 'returned'].includes(stage));
    expect(new Set(listed.map(({ stage }) => stage))).toEqual(
      new Set(['preparing', 'frozen', 'returned', 'submitted', 'decided']),
    );
    expect(new Set(await casesThatGather(services.read, clock.now()))).toEqual(
      new Set(gathering.map(({ id }) => id)),
    );
    await proveOrders(client, files, caseId, numbers);
    for (const { id } of listed) await client.cases.archive({ caseId: id, archived: true });
  });

  it('is said of every order of sixty notices of one order each, in one message', async () => {
    const { client, clock } = desk;
    const shop = await noticeStore(client, '六十张通知的店');
    const numbers = flaggedNumbers(MANY, 100);
    for (const [place, number] of numbers.entries())
      await openFromNotice(client, shop, [number], { issuedAt: clock.now() - (MANY - place) * 60_000 });
    const { courier, casesLeft } = courierOf(await client.today.asks({}));
    expect(courier).toHaveLength(1);
    expect(courier[0]?.fresh?.orderCount).toBe(MANY);
    for (const number of numbers) expect(courier[0]?.fresh?.message.zh).toContain(number);
    expect(casesLeft).toBe(0);
  });

  it('is said of those whose time ends first where not all are gone through, with how many are left', async () => {
    const { client, clock, files } = desk;
    const [first = '', second = '', third = ''] = flaggedNumbers(MANY, 100);
    const cases = (await client.cases.list({ limit: 100 })).items.filter(
      ({ stage }) => stage === 'preparing',
    );
    const { courier, casesLeft } = courierOf(await askGroups(services, 2));
    expect(courier[0]?.fresh?.asked.flatMap(({ orderNumbers: of }) => of)).toEqual([first, second]);
    expect(casesLeft).toBe(MANY - 2);
    // In which nothing is missing takes nobody's place.
    await proveOrders(client, files, cases[0]?.id ?? '', [first]);
    const next = courierOf(await askGroups(services, 2));
    expect(next.courier[0]?.fresh?.asked.flatMap(({ orderNumbers: of }) => of)).toEqual([second, third]);
    expect(next.casesLeft).toBe(MANY - 3);
    clock.pass(80 * HOUR);
    expect(courierOf(await client.today.asks({}))).toEqual({ courier: [], casesLeft: 0 });
  });
});
