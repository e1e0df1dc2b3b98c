import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Store } from '../../../main/workspace/sqlite/index.ts';
import type { VerifyReport } from '../../../shared/workspace/index.ts';
import { HARASSMENT, newStore, orderNumbers } from '../../helpers/case.ts';
import { openTestCore, realRandom, resultOf, TestClock, type TestCore } from '../../helpers/core.ts';
import { databaseFile, dumpCaseTables, withDatabase } from '../../helpers/database.ts';

const ORDERS = 450;

describe('an act of many rows is one act, however long', () => {
  let desk: TestCore;
  let storeId: string;
  beforeAll(async () => {
    desk = await openTestCore();
    storeId = await newStore(desk.client);
  });
  afterAll(() => desk.close());

  const partsOf = (sequence: number): number[] =>
    withDatabase(desk.folder, (database) =>
      database
        .prepare('SELECT part FROM journal_payloads WHERE sequence = ? ORDER BY part')
        .pluck()
        .all(sequence),
    ) as number[];
  const findings = async () =>
    (await resultOf<VerifyReport>(desk.client, await desk.client.workspace.verify({}))).findings;
  const newest = async () => (await desk.client.journal.list({ limit: 1 })).items[0]?.sequence ?? 0;

  it('is written away part by part, sealed as a whole, taken back whole and done again whole', async () => {
    const before = dumpCaseTables(desk.folder);
    const asked = { storeId, scenarioId: HARASSMENT, orderNumbers: orderNumbers(ORDERS) };
    await desk.client.cases.create(asked);
    const after = dumpCaseTables(desk.folder);
    expect(after).not.toEqual(before);
    expect(partsOf(await newest()).length).toBeGreaterThan(2);

    await desk.client.journal.undo({});
    expect(dumpCaseTables(desk.folder)).toEqual(before);
    expect(partsOf(await newest()).length).toBeGreaterThan(2);
    await desk.client.journal.redo({});
    expect(dumpCaseTables(desk.folder)).toEqual(after);
    expect(await findings()).toEqual([]);
    await desk.client.journal.undo({});
  });

  it('may come back to a row that is written away already: it returns to what it was before all of it', async () => {
    const { id } = await desk.client.clients.create({ name: '先前', note: '' });
    const names = async () => (await desk.client.clients.list({})).map(({ name }) => name);
    const before = await names();
    await desk.core.close();
    const store = Store.open(databaseFile(desk.folder), new TestClock('2026-11-12T02:00:00Z'), realRandom);
    const operatorId = withDatabase(desk.folder, (database) =>
      database.prepare('SELECT id FROM operators').pluck().get(),
    ) as string;
    await store.write({ operatorId }, { code: 'clients.update' }, async (tx) => {
      await tx.update('clients', id, { name: '第一次' });
      const [first = '', ...rest] = Array.from({ length: 500 }, () => tx.newId());
      for (const [place, each] of [first, ...rest].entries()) {
        await tx.insert('clients', {
          id: each,
          name: `${place}`,
          note: '',
          archived_at: null,
          created_at: 0,
        });
        if (place % 200 === 0) await tx.update('clients', id, { name: `第${place}次` });
      }
      await tx.remove('clients', first);
    });
    await store.close();
    desk = await desk.restart();
    const sequence = await newest();
    expect(partsOf(sequence).length).toBeGreaterThan(2);
    expect(await names()).toContain('第400次');

    await desk.client.journal.undo({ sequence });
    expect(await names()).toEqual(before);
    expect(await findings()).toEqual([]);
  });

  it('is refused whole where one of its rows has changed since', async () => {
    const asked = { storeId, scenarioId: HARASSMENT, orderNumbers: orderNumbers(ORDERS) };
    const { id: caseId } = await desk.client.cases.create(asked);
    const sequence = await newest();
    await desk.client.cases.archive({ caseId, archived: true });
    const left = dumpCaseTables(desk.folder);
    await expect(desk.client.journal.undo({ sequence })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(dumpCaseTables(desk.folder)).toEqual(left);
  });
});
