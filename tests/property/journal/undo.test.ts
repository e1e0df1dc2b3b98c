import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HARASSMENT, newStore, takeIn } from '../../helpers/case.ts';
import { openTestCore, type TestCore } from '../../helpers/core.ts';
import { dumpCaseTables, withDatabase } from '../../helpers/database.ts';
import { putFile, screenshot, testFolder } from '../../helpers/files.ts';

/** One small act on a case; each makes what it needs of what is there, or does nothing. */
type Step = (desk: TestCore, caseId: string, itemIds: readonly string[], pick: number) => Promise<unknown>;

const STEPS: Readonly<Record<string, Step>> = {
  title: ({ client }, caseId, _, pick) => client.cases.update({ caseId, title: `标题 ${pick % 4}` }),
  archive: ({ client }, caseId, _, pick) => client.cases.archive({ caseId, archived: pick % 2 === 0 }),
  orders: ({ client }, caseId, _, pick) =>
    client.cases.setOrders({
      caseId,
      orderNumbers: Array.from(
        { length: pick % 4 },
        (_each, place) => `90000000000000${10 + ((pick + place) % 6)}`,
      ),
    }),
  answer: ({ client }, caseId, _, pick) =>
    client.cases.answer({
      caseId,
      factId: 'harassing-message',
      value: [null, 'none', 'clear'][pick % 3] ?? null,
    }),
  attach: ({ client }, caseId, itemIds, pick) =>
    client.evidence.attach({ caseId, itemIds: [itemIds[pick % itemIds.length] ?? ''] }),
  fact: ({ client }, caseId, itemIds, pick) =>
    client.facts.create({
      caseId,
      text: `事实 ${pick}`,
      citations: [{ itemId: itemIds[pick % itemIds.length] ?? '' }],
    }),
  arrange: async ({ client }, caseId) => {
    const facts = await client.facts.list({ caseId });
    return await client.facts.arrange({ caseId, factIds: facts.map((fact) => fact.id).reverse() });
  },
  confirm: async ({ client }, caseId, _, pick) => {
    const facts = await client.facts.list({ caseId });
    const fact = facts[pick % Math.max(1, facts.length)];
    return fact === undefined
      ? null
      : await client.facts.confirm({ factId: fact.id, confirmed: pick % 2 === 0 });
  },
  removeFact: async ({ client }, caseId, _, pick) => {
    const facts = await client.facts.list({ caseId });
    const fact = facts[pick % Math.max(1, facts.length)];
    return fact === undefined ? null : await client.facts.remove({ factId: fact.id });
  },
  decide: ({ client, clock }, caseId, _, pick) =>
    client.decisions.record({
      caseId,
      outcome: pick % 2 === 0 ? 'not-filed' : 'lapsed',
      decidedAt: clock.now(),
      reason: '不提交',
    }),
};

const steps = fc.array(fc.tuple(fc.constantFrom(...Object.keys(STEPS)), fc.nat(50)), {
  minLength: 1,
  maxLength: 8,
});

describe('however a seller works, every step can be walked back and forth again', () => {
  let desk: TestCore;
  let storeId: string;
  let itemIds: string[];
  beforeAll(async () => {
    desk = await openTestCore({ settings: { idleMinutes: 0 } });
    const files = await testFolder();
    storeId = await newStore(desk.client);
    itemIds = await takeIn(desk.client, [
      await putFile(files, '1.png', await screenshot(1, 20, 20)),
      await putFile(files, '2.png', await screenshot(2, 20, 20)),
    ]);
  });
  afterAll(() => desk.close());

  it('finds each earlier state again byte for byte, and each later one', { timeout: 60_000 }, async () => {
    const { client, folder } = desk;
    const last = () =>
      withDatabase(folder, (database) =>
        Number(database.prepare('SELECT max(sequence) FROM journal').pluck().get()),
      );
    await fc.assert(
      fc.asyncProperty(steps, async (walk) => {
        const { id: caseId } = await client.cases.create({ storeId, scenarioId: HARASSMENT });
        const states = [dumpCaseTables(folder)];
        for (const [name, pick] of walk) {
          const sequence = last();
          await STEPS[name]?.(desk, caseId, itemIds, pick).catch((error: unknown) => {
            // A step that may not be taken here is refused by name, and has changed nothing.
            expect(['CONFLICT', 'FROZEN', 'DUPLICATE_CASE', 'ATTEMPT_SPENT']).toContain(
              (error as { code: string }).code,
            );
          });
          if (last() > sequence) states.push(dumpCaseTables(folder));
          else expect(dumpCaseTables(folder)).toEqual(states.at(-1));
        }
        for (const state of states.slice(0, -1).reverse()) {
          await client.journal.undo({});
          expect(dumpCaseTables(folder)).toEqual(state);
        }
        for (const state of states.slice(1)) {
          await client.journal.redo({});
          expect(dumpCaseTables(folder)).toEqual(state);
        }
        for (let left = states.length; left > 0; left -= 1) await client.journal.undo({});
      }),
      { numRuns: 40, interruptAfterTimeLimit: 40_000, markInterruptAsFailure: true },
    );
  });
});
