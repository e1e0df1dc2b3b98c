import type { CaseAnswer } from '../../../shared/cases/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import {
  deriveFacts,
  findScenario,
  isUsable,
  verdict,
  type Facts,
  type FactValue,
  type Rulebook,
  type Verdict,
} from '../../../shared/rulebook/index.ts';
import { findCaseRow, type ReadHandle, type Tables } from '../../workspace/index.ts';
import type { Rulebooks } from '../editions/index.ts';
import { runningClockRows } from '../deadlines/index.ts';
import { answerRows, caseOrders, toAnswer } from './cases.repo.ts';

const HOUR = 3_600_000;

/**
 * The pre-submission check (提交前评估) of a case as of now: its answers, its orders, the rules of its three dates.
 *
 * @param on the rules it began with, or those of today
 */
export async function checkCase(
  read: ReadHandle,
  rulebooks: Rulebooks,
  caseId: string,
  now: number,
  on: 'begun' | 'current' = 'begun',
): Promise<Verdict> {
  const found = await findCaseRow(read, caseId);
  const { rulebook, pins } = await rulebooks.ofCase(read, found, on);
  const facts = await knownOf(read, rulebook, found, now);
  return verdict(rulebook, { scenario: found.scenario_id, facts, at: pins });
}

/** What is known of a case as of now, answered or told by its orders. */
export async function knownOf(
  read: ReadHandle,
  rulebook: Rulebook,
  found: Tables['cases'],
  now: number,
): Promise<Facts> {
  const asked: Record<string, FactValue | undefined> = {};
  for (const row of await answerRows(read, found.id))
    asked[row.fact_id] = JSON.parse(row.value_json) as FactValue;
  return { ...asked, ...(await derivedFacts(read, rulebook, found, now)) };
}

/** What was answered, and what the case's own orders tell without asking. */
export async function allAnswers(
  read: ReadHandle,
  rulebooks: Rulebooks,
  caseId: string,
  now: number,
): Promise<CaseAnswer[]> {
  const found = await findCaseRow(read, caseId);
  const { rulebook } = await rulebooks.ofCase(read, found);
  const derived = await derivedFacts(read, rulebook, found, now);
  return [
    ...(await answerRows(read, caseId)).map(toAnswer),
    ...Object.entries(derived).map(([factId, value]): CaseAnswer => ({
      factId,
      value: value ?? null,
      source: 'derived',
    })),
  ];
}

/** Whether a value can be an answer to a question of the pack. @throws AppError BAD_REQUEST */
export function refuseWrongAnswer(
  rulebook: Rulebook,
  scenarioId: string,
  factId: string,
  value: CaseAnswer['value'],
): void {
  const definition = findScenario(rulebook, scenarioId).facts.find((fact) => fact.id === factId);
  if (definition === undefined || definition.source.from !== 'asked') {
    throw new AppError('BAD_REQUEST', { reason: 'unknown-question', factId });
  }
  if (value !== null && !isUsable(definition, value))
    throw new AppError('BAD_REQUEST', { reason: 'wrong-answer', factId });
}

async function derivedFacts(
  read: ReadHandle,
  rulebook: Rulebook,
  found: Tables['cases'],
  now: number,
): Promise<Facts> {
  const orders = await caseOrders(read, found);
  // Without an imported row nothing is known of a buyer or a payment: the count is left to be asked, never guessed.
  const known = orders.filter((order) => order.orderId !== null);
  const complete = orders.length > 0 && known.length === orders.length;
  return deriveFacts(rulebook, found.scenario_id, {
    ...(orders.length === 0 ? {} : { 'order-count': orders.length }),
    ...(complete
      ? {
          'buyer-count': new Set(known.map((order) => order.buyerName)).size,
          'unpaid-order-count': known.filter((order) => order.paidAt === null).length,
        }
      : {}),
    ...(orders.length === 0 ? {} : classMeasures(orders)),
    ...(await hoursLeft(read, found.id, now)),
  });
}

type Measures = Parameters<typeof deriveFacts>[2];

function classMeasures(orders: readonly { readonly class: string | null }[]): Measures {
  const count = (wanted: string | null) => orders.filter((order) => order.class === wanted).length;
  const documented = count('documented-genuine');
  const unsorted = count(null);
  return {
    // None yet is not none: as long as orders wait for their vouchers, nobody knows.
    ...(documented === 0 && unsorted > 0 ? {} : { 'documented-order-count': documented }),
    'unproven-order-count': count('cannot-be-proven'),
    'admitted-order-count': count('admitted'),
    'unsorted-order-count': unsorted,
  };
}

/** Whole hours until the seller's first clock ends; unknown while none of them runs. */
async function hoursLeft(read: ReadHandle, caseId: string, now: number): Promise<Measures> {
  const ends = (await runningClockRows(read, caseId)).flatMap((clock) =>
    clock.owner === 'mine' ? clock.due_at : [],
  );
  if (ends.length === 0) return {};
  return { 'hours-left': Math.max(0, Math.floor((Math.min(...ends) - now) / HOUR)) };
}
