import type * as z from 'zod';
import { OF_THE_MATTER, slotsOf, type Attempt, type priorAttempt } from '../../../shared/attempts/index.ts';
import { AppError, numberKey } from '../../../shared/kernel/index.ts';
import { attemptTransition, findScenario, type Scenario } from '../../../shared/rulebook/index.ts';
import { os, write } from '../../core/context.ts';
import { findCaseRow, type Tables, type WriteHandle } from '../../workspace/index.ts';
import type { Rulebooks } from '../editions/index.ts';
import { findStoreRow } from '../clients/index.ts';
import { requireItemInUse } from '../evidence/index.ts';
import { clocksOverIn, runOnRegained, stopSpentClocks, type Matter } from './chance-clocks.ts';
import {
  emptyAttempt,
  enteredTogether,
  findAttemptRow,
  listAttempts,
  mattersOf,
  ordersOfCase,
  toAttempt,
} from './attempts.repo.ts';
import { chancesByRule, chancesOf } from './guard.ts';
import { filingOf, ledgerRows } from './ledger.repo.ts';

export const attempts = {
  list: os.attempts.list.handler(async ({ context, input }) => {
    const { read } = context.services;
    if (input.caseId === undefined) return await listAttempts(read, { storeId: input.storeId });
    const { caseId } = input;
    const { storeId, orderNumbers } = await ordersOfCase(read, caseId);
    const found = await findCaseRow(read, caseId);
    const { rulebook } = await context.services.rulebooks.ofCase(read, found);
    const { chanceNumber } = findScenario(rulebook, found.scenario_id);
    const matter = chanceNumber === null ? null : ((await mattersOf(read, [caseId])).get(caseId) ?? null);
    return await listAttempts(read, { storeId, orderNumbers, caseId, matter });
  }),

  left: os.attempts.left.handler(async ({ context: { services }, input }) => {
    const { read, rulebooks } = services;
    const chances = await chancesOf(read, rulebooks, [await findCaseRow(read, input.caseId)]);
    const { max = null, left = null } = chances.get(input.caseId) ?? {};
    return { max, left };
  }),

  enterPrior: os.attempts.enterPrior.handler(({ context, input }) =>
    write(
      context,
      'attempts.enterPrior',
      async (tx) => {
        await findStoreRow(tx, input.storeId);
        const { rulebooks } = context.services;
        const scenario = findScenario(await rulebooks.current(tx), input.scenarioId);
        if (input.caseId !== null) await findCaseRow(tx, input.caseId);
        if (input.orderNumbers.length === 0) await refuseWithOrders(tx, scenario, input.caseId);
        if (input.matterNumber !== '' && scenario.chanceNumber === null)
          throw new AppError('BAD_REQUEST', { reason: 'no-number-here' });
        for (const itemId of input.itemIds) await requireItemInUse(tx, itemId);
        await refuseEnteredTwice(tx, rulebooks, input);
        const entered = [];
        for (const orderNumber of slotsOf(input.orderNumbers)) {
          const row = {
            ...emptyAttempt(tx),
            store_id: input.storeId,
            scenario_id: input.scenarioId,
            order_number: orderNumber,
            state: input.state,
            made_by_kind: 'elsewhere',
            case_id: input.caseId,
            made_by: input.madeBy,
            made_at: input.madeAt,
            sent_text: input.sentText,
            platform_number: input.platformNumber,
            matter_number: input.matterNumber,
            result: input.result,
            item_ids_json: JSON.stringify(input.itemIds),
          };
          await tx.insert('attempts', row);
          entered.push(toAttempt(row, null));
        }
        await stopSpentClocks(tx, rulebooks, {
          ...{ storeId: input.storeId, orderNumbers: input.orderNumbers, caseId: input.caseId },
          numbered: numberedBy(numberKey(input.matterNumber), scenario),
        });
        return entered;
      },
      { permanent: true, ...(input.caseId === null ? {} : { caseId: input.caseId }) },
    ),
  ),

  settle: os.attempts.settle.handler(({ context, input }) =>
    write(
      context,
      'attempts.settle',
      async (tx) => {
        const row = await findAttemptRow(tx, input.attemptId);
        const event =
          input.state === 'spent' ? ({ kind: 'found-spent' } as const) : ({ kind: 'found-free' } as const);
        if (row.state !== 'unknown')
          throw new AppError('CONFLICT', { reason: 'not-unknown', state: row.state });
        const next = attemptTransition({ state: 'unknown', submitted: false }, event);
        if (!next.ok) throw new AppError('CONFLICT', { reason: next.because });
        if (input.itemId !== null) await requireItemInUse(tx, input.itemId);
        const { rulebooks } = context.services;
        const settled = await sameChance(tx, rulebooks, row);
        for (const each of settled) {
          const items = JSON.parse(each.item_ids_json) as string[];
          await tx.update('attempts', each.id, {
            state: next.slot.state,
            settled_note: input.note,
            item_ids_json: JSON.stringify(input.itemId === null ? items : [...items, input.itemId]),
          });
        }
        await stopSpentClocks(tx, rulebooks, await matterOf(tx, rulebooks, row, settled));
        return toAttempt(await findAttemptRow(tx, row.id), null);
      },
      { permanent: true },
    ),
  ),

  correct: os.attempts.correct.handler(({ context, input }) =>
    write(
      context,
      'attempts.correct',
      async (tx) => {
        const { rulebooks } = context.services;
        const chances = new Map<string, Tables['attempts']>();
        for (const attemptId of input.attemptIds)
          for (const each of await sameChance(tx, rulebooks, await findAttemptRow(tx, attemptId)))
            chances.set(each.id, each);
        const rows = [...chances.values()];
        // What was filed from here is corrected with its submission, which says what became of it.
        if (rows.some(({ made_by_kind: by }) => by !== 'elsewhere'))
          throw new AppError('CONFLICT', { reason: 'filed-here' });
        const byMatter = Map.groupBy(rows, (row) => `${row.case_id ?? row.store_id} ${row.matter_key}`);
        for (const entered of byMatter.values()) await freeMatter(tx, rulebooks, entered, input.reason);
        const corrected = [];
        for (const { id } of rows) corrected.push(toAttempt(await findAttemptRow(tx, id), null));
        return corrected;
      },
      { permanent: true },
    ),
  ),
};

/** Frees the slots of attempts that were none, all about one number and of one case or, where they name none, of one store. */
async function freeMatter(
  tx: WriteHandle,
  rulebooks: Rulebooks,
  rows: readonly Tables['attempts'][],
  reason: string,
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  if (first.case_id !== null) tx.about(first.case_id);
  const matter = await matterOf(tx, rulebooks, first, rows);
  const before = await clocksOverIn(tx, rulebooks, matter);
  for (const row of rows) await free(tx, row, reason);
  await runOnRegained(tx, rulebooks, matter, before);
}

/** What rows were entered of, which are all about one number, and one of them is `first`. */
async function matterOf(
  tx: WriteHandle,
  rulebooks: Rulebooks,
  first: Tables['attempts'],
  rows: readonly Tables['attempts'][],
): Promise<Matter> {
  const scenario = await scenarioOf(tx, rulebooks, first);
  return {
    ...{ storeId: first.store_id, orderNumbers: namedOrders(rows), caseId: first.case_id },
    numbered: scenario === null ? null : numberedBy(first.matter_key, scenario),
  };
}

/** The scene in which an attempt was made, by the rules of its case; null where nobody remembers. */
async function scenarioOf(
  tx: WriteHandle,
  rulebooks: Rulebooks,
  { scenario_id: scenarioId, case_id: caseId }: Tables['attempts'],
): Promise<Scenario | null> {
  if (scenarioId === null) return null;
  const rulebook =
    caseId === null
      ? await rulebooks.current(tx)
      : (await rulebooks.ofCase(tx, await findCaseRow(tx, caseId))).rulebook;
  return findScenario(rulebook, scenarioId);
}

function numberedBy(
  matter: string,
  { caseTypeId: caseType, chancePer }: Scenario,
): NonNullable<Matter['numbered']> | null {
  return matter === '' || chancePer !== 'matter' ? null : { caseType, matter };
}

/**
 * What was filed of an order is not entered more often than there are chances, unless it was of another item, dispute or
 * violation.
 */
async function refuseEnteredTwice(
  tx: WriteHandle,
  rulebooks: Rulebooks,
  { storeId, scenarioId, orderNumbers, caseId, matterNumber }: z.infer<typeof priorAttempt>,
): Promise<void> {
  const ofCase = caseId === null ? undefined : (await mattersOf(tx, [caseId])).get(caseId);
  const matter = numberKey(matterNumber) || ofCase;
  const spent = (await ledgerRows(tx, storeId, orderNumbers)).filter(
    (row) =>
      row.scenario_id === scenarioId &&
      row.state === 'spent' &&
      (matter === undefined || row.matter === null || row.matter === matter),
  );
  const max = Math.max(1, (await chancesIn(tx, rulebooks, { storeId, scenarioId, caseId })) ?? 1);
  for (const [orderNumber, rows] of Map.groupBy(spent, (row) => row.order_number))
    if (new Set(rows.map(filingOf)).size >= max)
      throw new AppError('CONFLICT', { reason: 'already-spent', orderNumber });
}

/** How many chances there are in a scene by the rules of a case, or, where there is none, of today; null: no limit on record. */
async function chancesIn(
  tx: WriteHandle,
  rulebooks: Rulebooks,
  of: { readonly storeId: string; readonly scenarioId: string; readonly caseId: string | null },
): Promise<number | null> {
  const { rulebook, pins } =
    of.caseId === null
      ? await rulebooks.ofStore(tx, of.storeId, null)
      : await rulebooks.ofCase(tx, await findCaseRow(tx, of.caseId));
  return chancesByRule(rulebook, of.scenarioId, { pins, offence: null });
}

async function free(tx: WriteHandle, row: Tables['attempts'], reason: string): Promise<void> {
  const slot = { state: row.state as Attempt['state'], submitted: false };
  const next = attemptTransition(slot, { kind: 'corrected', reason });
  if (!next.ok) throw new AppError('CONFLICT', { reason: 'not-spent', state: row.state });
  await tx.update('attempts', row.id, { state: next.slot.state, corrected_reason: reason });
}

const namedOrders = (rows: readonly Tables['attempts'][]): string[] =>
  rows.map(({ order_number: number }) => number).filter((number) => number !== OF_THE_MATTER);

/** An attempt of a matter itself is entered in its case, and only where that names no order. */
async function refuseWithOrders(tx: WriteHandle, scenario: Scenario, caseId: string | null): Promise<void> {
  const named = caseId === null ? [] : (await ordersOfCase(tx, caseId)).orderNumbers;
  if (caseId === null || scenario.needsOrders || named.length > 0)
    throw new AppError('BAD_REQUEST', { reason: 'no-orders' });
}

/**
 * Where one chance covers the whole matter, whatever is found out of it is found out for all its orders: one look in the back
 * office, or one correction. What stands otherwise already is left as it is.
 */
async function sameChance(
  tx: WriteHandle,
  rulebooks: Rulebooks,
  row: Tables['attempts'],
): Promise<Tables['attempts'][]> {
  const scenario = row.made_by_kind === 'elsewhere' ? await scenarioOf(tx, rulebooks, row) : null;
  if (scenario?.chancePer !== 'matter') return [row];
  const { store_id: storeId, case_id: caseId } = row;
  const max = await chancesIn(tx, rulebooks, { storeId, scenarioId: scenario.id, caseId });
  return (await enteredTogether(tx, row, max !== null && max > 1)).filter(({ state }) => state === row.state);
}
