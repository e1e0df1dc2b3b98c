import { OF_THE_MATTER, slotsOf, type Attempt } from '../../../shared/attempts/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import { attemptTransition, findScenario, type Scenario } from '../../../shared/rulebook/index.ts';
import { os, write } from '../../core/context.ts';
import { findCaseRow, type Tables, type WriteHandle } from '../../workspace/index.ts';
import type { Rulebooks } from '../editions/index.ts';
import { findStoreRow } from '../clients/index.ts';
import { requireItemInUse } from '../evidence/index.ts';
import { clocksOverIn, runOnRegained, stopSpentClocks } from './chance-clocks.ts';
import {
  emptyAttempt,
  enteredTogether,
  findAttemptRow,
  listAttempts,
  ordersOfCase,
  toAttempt,
} from './attempts.repo.ts';
import { ledgerRows } from './ledger.repo.ts';

export const attempts = {
  list: os.attempts.list.handler(async ({ context, input }) => {
    const { read } = context.services;
    if (input.caseId === undefined) return await listAttempts(read, { storeId: input.storeId });
    const { storeId, orderNumbers } = await ordersOfCase(read, input.caseId);
    return await listAttempts(read, { storeId, orderNumbers, caseId: input.caseId });
  }),

  enterPrior: os.attempts.enterPrior.handler(({ context, input }) =>
    write(
      context,
      'attempts.enterPrior',
      async (tx) => {
        await findStoreRow(tx, input.storeId);
        const scenario = findScenario(await context.services.rulebooks.current(tx), input.scenarioId);
        if (input.caseId !== null) await findCaseRow(tx, input.caseId);
        if (input.orderNumbers.length === 0) await refuseWithOrders(tx, scenario, input.caseId);
        for (const itemId of input.itemIds) await requireItemInUse(tx, itemId);
        const known = await ledgerRows(tx, input.storeId, input.orderNumbers);
        const spent = known.find((row) => row.scenario_id === input.scenarioId && row.state === 'spent');
        if (spent !== undefined)
          throw new AppError('CONFLICT', { reason: 'already-spent', orderNumber: spent.order_number });
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
            result: input.result,
            item_ids_json: JSON.stringify(input.itemIds),
          };
          await tx.insert('attempts', row);
          entered.push(toAttempt(row, null));
        }
        const { storeId, orderNumbers, caseId } = input;
        await stopSpentClocks(tx, context.services.rulebooks, storeId, orderNumbers, caseId);
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
        const settled = await sameChance(tx, context.services.rulebooks, row);
        for (const each of settled) {
          const items = JSON.parse(each.item_ids_json) as string[];
          await tx.update('attempts', each.id, {
            state: next.slot.state,
            settled_note: input.note,
            item_ids_json: JSON.stringify(input.itemId === null ? items : [...items, input.itemId]),
          });
        }
        await stopSpentClocks(
          tx,
          context.services.rulebooks,
          row.store_id,
          namedOrders(settled),
          row.case_id,
        );
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
        const byMatter = Map.groupBy(rows, ({ case_id: caseId, store_id: storeId }) => caseId ?? storeId);
        for (const entered of byMatter.values()) await freeMatter(tx, rulebooks, entered, input.reason);
        const corrected = [];
        for (const { id } of rows) corrected.push(toAttempt(await findAttemptRow(tx, id), null));
        return corrected;
      },
      { permanent: true },
    ),
  ),
};

/** Frees the slots of attempts that were none, all of one case or, where they name none, of one store. */
async function freeMatter(
  tx: WriteHandle,
  rulebooks: Rulebooks,
  rows: readonly Tables['attempts'][],
  reason: string,
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  if (first.case_id !== null) tx.about(first.case_id);
  const matter = { storeId: first.store_id, orderNumbers: namedOrders(rows), caseId: first.case_id };
  const before = await clocksOverIn(tx, rulebooks, matter);
  for (const row of rows) await free(tx, row, reason);
  await runOnRegained(tx, rulebooks, matter, before);
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
  if (row.made_by_kind !== 'elsewhere' || row.scenario_id === null) return [row];
  const rulebook =
    row.case_id === null
      ? await rulebooks.current(tx)
      : (await rulebooks.ofCase(tx, await findCaseRow(tx, row.case_id))).rulebook;
  if (findScenario(rulebook, row.scenario_id).chancePer !== 'matter') return [row];
  return (await enteredTogether(tx, row)).filter(({ state }) => state === row.state);
}
