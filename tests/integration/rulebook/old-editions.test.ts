import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '../../helpers/core.ts';
import { withDatabase } from '../../helpers/database.ts';
import { orderNumberOf } from '../../helpers/order-number.ts';
import { newCorrector, signedUpdates } from '../../helpers/pack-update.ts';

/** A matter of each case type of each platform, begun before a new edition of every pack came. */
describe('a case that began with an older edition of the rules, on any platform', () => {
  let desk: TestCore;
  const cases: { readonly id: string; readonly scenarioId: string }[] = [];
  beforeAll(async () => {
    desk = await openTestCore();
    const { client } = desk;
    const platforms = (await client.rulebook.platforms({}))
      .map(({ platform }) => platform)
      .filter(({ kind }) => kind !== 'law');
    for (const platform of platforms) {
      const [exportZone = ''] = platform.exportZones;
      const store = await client.stores.create({ platform: platform.id, name: platform.id, exportZone });
      const opened = new Set<string>();
      for (const [place, { id: scenarioId, caseTypeId }] of platform.scenarios.entries()) {
        if (opened.has(caseTypeId)) continue;
        opened.add(caseTypeId);
        const orderNumbers = [orderNumberOf(platform, place)];
        const { id } = await client.cases.create({ storeId: store.id, scenarioId, orderNumbers });
        cases.push({ id, scenarioId });
      }
    }
    const corrector = newCorrector();
    for (const path of await signedUpdates(
      platforms.map(({ id }) => id),
      corrector,
    )) {
      const { sha256, changes } = await client.rulebook.readUpdate({ file: { path } });
      expect(changes).toEqual({ rules: [], parts: [] });
      await client.rulebook.installUpdate({ file: { path }, sha256 });
    }
  });
  afterAll(() => desk.close());

  it('opens, is judged, and says which ways there are', async () => {
    const { client } = desk;
    expect(cases.length).toBeGreaterThan(50);
    for (const { id: caseId, scenarioId } of cases) {
      expect((await client.cases.get({ caseId })).record.scenarioId).toBe(scenarioId);
      expect((await client.cases.verdict({ caseId })).rules, scenarioId).not.toEqual([]);
      expect(Array.isArray((await client.cases.routes({ caseId })).routes), scenarioId).toBe(true);
    }
    expect((await client.today.get({})).cases).not.toEqual([]);
  });

  it('is told what a rejection brings', async () => {
    withDatabase(
      desk.folder,
      (database) => {
        const add = database.prepare(
          `INSERT INTO decisions (id, case_id, submission_id, outcome, decided_at, reason, item_id, operator_id)
           SELECT 'decision of ' || id, id, NULL, 'rejected', created_at, '', NULL, owner_id FROM cases WHERE id = ?`,
        );
        for (const { id } of cases) add.run(id);
      },
      { write: true },
    );
    let promised = 0;
    for (const { id: caseId } of cases) promised += (await desk.client.followThrough.list({ caseId })).length;
    expect(promised).toBeGreaterThan(cases.length / 2);
  });

  it('is affected by nothing that says the same', async () => {
    expect(await desk.client.cases.ruleChanges({})).toEqual([]);
  });
});
